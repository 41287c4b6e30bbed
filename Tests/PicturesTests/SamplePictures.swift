import Pictures
import Testing

/// A picture with planted data, behind which the same data follow, and its size as displayed.
struct Sample: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var width: Int
    var height: Int

    var testDescription: String { name }
}

/// Small pictures, put together byte by byte, with private data planted wherever a format can hold them.
enum SamplePictures {
    /// What must never be published: once as text, once as EXIF writes a position (21° 1' 42").
    static let plantedText = "GPS 21.0285N 105.8542E"
    static let plantedPosition: [UInt8] = [0, 0, 0, 21, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 42, 0, 0, 0, 1]

    static let planted = Array(plantedText.utf8) + plantedPosition

    static let all = [
        Sample(name: "JPEG", bytes: jpeg(), width: 16, height: 8),
        Sample(name: "JPEG turned", bytes: jpeg(orientation: 6), width: 8, height: 16),
        Sample(name: "PNG", bytes: png(), width: 3, height: 2),
        Sample(name: "WebP", bytes: webp(), width: 320, height: 200),
        Sample(name: "WebP animated", bytes: animatedWebP(), width: 40, height: 30),
        Sample(name: "GIF", bytes: gif(), width: 2, height: 1),
    ]

    static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }

    // MARK: JPEG

    static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] { [0xFF, marker] + big(payload.count + 2, 2) + payload }

    /// An EXIF block with orientation, camera and position.
    static func exif(orientation: Int, little isLittle: Bool = false) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] { isLittle ? little(value, count) : big(value, count) }
        let start: [UInt8] = (isLittle ? Array("II".utf8) : Array("MM".utf8)) + number(42, 2) + number(8, 4)
        let make: [UInt8] = number(0x010F, 2) + number(2, 2) + number(plantedText.utf8.count, 4) + number(50, 4)
        let turn: [UInt8] = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
        let gps: [UInt8] = number(0x8825, 2) + number(4, 2) + number(1, 4) + number(72, 4)
        return start + number(3, 2) + make + turn + gps + number(0, 4) + planted
    }

    /// A grey picture of two blocks, 16 by 8, complete with Huffman tables and a restart marker between the blocks.
    static func jpeg(orientation: Int? = 1, size: (width: Int, height: Int) = (16, 8), pixels: [UInt8] = [0x3F, 0xFF, 0xD0, 0x3F])
        -> [UInt8]
    {
        var file: [UInt8] = [0xFF, 0xD8]
        file += segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 1, 0, 72, 0, 72, 1, 9] + planted.prefix(27))
        file += segment(0xE0, Array("JFXX\0".utf8) + [0x10] + planted)
        if let orientation { file += segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation)) }
        file += segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + planted)
        file += segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + Array("colours".utf8))
        file += segment(0xE2, Array("MPF\0".utf8) + planted)
        file += segment(0xED, Array("Photoshop 3.0\0".utf8) + planted)
        file += segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0] + planted)
        file += segment(0xFE, planted)
        file += segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
        file += segment(0xC0, [8] + big(size.height, 2) + big(size.width, 2) + [1, 1, 0x11, 0])
        file += segment(0xC4, [0x00, 1] + [UInt8](repeating: 0, count: 15) + [0])
        file += segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
        file += segment(0xDD, [0, 1])
        file += [0xFF] + segment(0xDA, [1, 1, 0, 0, 63, 0])  // a fill byte before the marker
        return file + pixels + [0xFF, 0xD9] + planted
    }

    // MARK: PNG

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return big(data.count, 4) + body + big(Int(~sum), 4)
    }

    /// A grey picture, 3 by 2, its rows in a stored block.
    static func png(size: (width: Int, height: Int) = (3, 2)) -> [UInt8] {
        let rows: [UInt8] = [0, 10, 20, 30, 0, 40, 50, 60]
        var (low, high) = (1, 0)
        for byte in rows { (low, high) = ((low + Int(byte)) % 65521, (high + low + Int(byte)) % 65521) }
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += chunk("IHDR", big(size.width, 4) + big(size.height, 4) + [8, 0, 0, 0, 0])
        file += chunk("gAMA", big(45455, 4))
        file += chunk("sRGB", [0] + planted)  // an impossible size: only a hiding place
        file += chunk("pHYs", big(2835, 4) + big(2835, 4) + [1])
        file += chunk("eXIf", exif(orientation: 1))
        file += chunk("tEXt", Array("Comment\0".utf8) + planted)
        file += chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + planted)
        file += chunk("zTXt", Array("Location\0\0".utf8) + planted)
        file += chunk("tIME", [7, 229, 1, 1, 0, 0, 0])
        file += chunk("prVt", planted)
        file += chunk("IDAT", [0x78, 0x01, 1] + little(rows.count, 2) + little(~rows.count & 0xFFFF, 2) + rows + big(high << 16 | low, 4))
        return file + chunk("IEND", []) + planted
    }

    // MARK: WebP

    static func riff(_ chunks: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
    }

    static func webpChunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        Array(type.utf8) + little(data.count, 4) + data + (data.count % 2 == 1 ? [0] : [])
    }

    static func lossless(_ width: Int, _ height: Int) -> [UInt8] {
        webpChunk("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14, 4) + [0x88, 0x88, 0x08, 0x07])
    }

    static func extended(_ flags: UInt8, _ width: Int, _ height: Int) -> [UInt8] {
        webpChunk("VP8X", [flags, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
    }

    static func webp() -> [UInt8] {
        let chunks =
            extended(0x2C, 320, 200) + webpChunk("ICCP", Array("colours".utf8)) + lossless(320, 200)
            + webpChunk("EXIF", exif(orientation: 1)) + webpChunk("XMP ", planted) + webpChunk("priv", planted)
        return riff(chunks) + planted
    }

    static func animatedWebP() -> [UInt8] {
        let frame = [UInt8](repeating: 0, count: 16) + lossless(40, 30) + webpChunk("priv", planted)
        let chunks =
            extended(0x0A, 40, 30) + webpChunk("ANIM", [0, 0, 0, 0, 0, 0]) + webpChunk("ANMF", frame) + webpChunk("ANMF", frame)
            + webpChunk("EXIF", exif(orientation: 1))
        return riff(chunks) + planted
    }

    /// The header of a lossy picture; its pixels are left out.
    static func lossyWebP(_ width: Int, _ height: Int) -> [UInt8] {
        riff(webpChunk("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A] + little(width, 2) + little(height, 2) + [0, 0]))
    }

    // MARK: GIF

    static let gifLooping: [UInt8] = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]

    /// Two pixels, 2 by 1.
    static func gif(size: (width: Int, height: Int) = (2, 1)) -> [UInt8] {
        func blocks(_ data: [UInt8]) -> [UInt8] { [UInt8(data.count)] + data + [0] }
        var file = Array("GIF89a".utf8) + little(size.width, 2) + little(size.height, 2) + [0x80, 0, 0, 0, 0, 0, 255, 255, 255]
        file += gifLooping
        file += [0x21, 0xFE] + blocks(planted)
        file += [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + blocks(planted)
        file += [0x21, 0xF9, 4, 0, 0, 0, 0, 0]
        file += [0x21, 0x01, 12] + [UInt8](repeating: 0, count: 12) + blocks(planted)
        file += [0x21, 0xF9, 4, 0, 10, 0, 0, 0]
        file += [0x2C, 0, 0, 0, 0] + little(2, 2) + little(1, 2) + [0, 2] + blocks([0x44, 0x0A])
        return file + [0x3B] + planted
    }
}

extension [UInt8] {
    /// Whether `part` stands anywhere in these bytes.
    func contains(run part: [UInt8]) -> Bool {
        guard let first = part.first, part.count <= count else { return part.isEmpty }
        return (0...count - part.count).contains { self[$0] == first && self[$0..<$0 + part.count].elementsEqual(part) }
    }
}
