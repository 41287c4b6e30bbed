/// Private data of a camera, planted into pictures wherever their formats can hold it: none of it may be published.
package enum PlantedData {
    /// As text, in comments and the like.
    package static let text = "GPS 21.0285N 105.8542E"
    /// As EXIF writes a position: 21° 1' 42".
    package static let position: [UInt8] = [0, 0, 0, 21, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 42, 0, 0, 0, 1]

    /// Whether anything of it, or a place where such data stands, is in a file.
    package static func isIn(_ bytes: [UInt8]) -> Bool {
        let signs =
            [Array(text.utf8), position]
            + ["Exif", "EXIF", "http://ns.adobe.com/xap", "XMP ", "Photoshop", "8BIM", "eXIf", "ICC_PROFILE", "ICCP"].map { Array($0.utf8) }
        return signs.contains { bytes.contains(run: $0) }
    }

    /// An EXIF block (TIFF, big-endian) with the orientation, a camera's name and a position.
    package static func exif(orientation: Int = 1) -> [UInt8] {
        func entry(_ tag: UInt16, _ type: UInt8, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            [UInt8(tag >> 8), UInt8(tag & 0xFF), 0, type] + big(count) + value
        }
        let directory =
            entry(0x010F, 2, text.utf8.count, big(50)) + entry(0x0112, 3, 1, [0, UInt8(orientation), 0, 0])
            + entry(0x8825, 4, 1, big(72))
        // The position's own directory: latitude, north, as three fractions.
        let gps: [UInt8] = [0, 2] + entry(1, 2, 2, Array("N\0\0\0".utf8)) + entry(2, 5, 3, big(102)) + big(0)
        return [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 3] + directory + big(0) + Array(text.utf8) + gps + position
    }

    private static let xmp = Array("<x:xmpmeta xmlns:x='adobe:ns:meta/'>\(text)</x:xmpmeta>".utf8)
    private static let iptc =
        Array("Photoshop 3.0\u{0}8BIM".utf8) + [4, 4, 0, 0, 0, 0, 0, UInt8(text.utf8.count + 5), 0x1C, 2, 90, 0]
        + [UInt8(text.utf8.count)] + Array(text.utf8)

    /// A colour profile that is none.
    private static let profile = Array("not a profile: \(text)".utf8)

    /// Segments of a JPEG: EXIF, XMP, IPTC, a profile, a comment.
    package static func segments(orientation: Int = 1) -> [UInt8] {
        MosaicJPEG.segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation))
            + MosaicJPEG.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + xmp)
            + MosaicJPEG.segment(0xED, iptc) + MosaicJPEG.segment(0xFE, Array(text.utf8))
            + MosaicJPEG.segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + profile)
    }

    /// A WebP picture (with nothing but its pixels) in the extended form, with EXIF, XMP and a profile.
    package static func webp(_ plain: [UInt8], width: Int, height: Int, orientation: Int = 1) -> [UInt8] {
        let pixels = Array(plain[12...])
        let chunks =
            chunk("VP8X", [0x2C, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3)) + chunk("ICCP", profile) + pixels
            + chunk("EXIF", exif(orientation: orientation)) + chunk("XMP ", xmp)
        return riff(chunks)
    }

    /// An animated WebP of these pictures, each with nothing but its pixels.
    package static func animation(_ frames: [[UInt8]], width: Int, height: Int) -> [UInt8] {
        var chunks = chunk("VP8X", [0x02, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3)) + chunk("ANIM", [0, 0, 0, 0, 0, 0])
        for frame in frames {
            chunks += chunk(
                "ANMF", [0, 0, 0, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3) + [100, 0, 0, 0] + Array(frame[12...]))
        }
        return riff(chunks)
    }

    /// A PNG of one colour, its rows in stored blocks, with EXIF, text and a profile where asked for.
    package static func png(width: Int, height: Int, _ colour: [UInt8], orientation: Int? = nil) -> [UInt8] {
        let row: [UInt8] = [0] + [[UInt8]](repeating: colour, count: width).joined()
        let rows: [UInt8] = Array([[UInt8]](repeating: row, count: height).joined())
        var data: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: rows.count, by: 65535) {
            let block = rows[start..<min(start + 65535, rows.count)]
            data += [start + 65535 >= rows.count ? 1 : 0] + little(block.count, 2) + little(~block.count & 0xFFFF, 2) + block
        }
        var (low, high) = (1, 0)
        for byte in rows {
            low = (low + Int(byte)) % 65521
            high = (high + low) % 65521
        }
        data += big(high << 16 | low)
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let kind: UInt8 = colour.count == 4 ? 6 : 2
        file += pngChunk("IHDR", big(width) + big(height) + [8, kind, 0, 0, 0])
        if let orientation {
            file += pngChunk("eXIf", exif(orientation: orientation)) + pngChunk("tEXt", Array("Location\0\(text)".utf8))
            file += pngChunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + xmp)
        }
        return file + pngChunk("IDAT", data) + pngChunk("IEND", [])
    }

    /// A GIF of even frames, one colour each, with a comment.
    package static func gif(width: Int, height: Int, frames: [MosaicJPEG.Colour]) -> [UInt8] {
        var file = Array("GIF89a".utf8) + little(width, 2) + little(height, 2) + [0x70, 0, 0]
        file += [0x21, 0xFE, UInt8(text.utf8.count)] + Array(text.utf8) + [0]
        for frame in frames {
            file += [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0] + little(width, 2) + little(height, 2) + [0x80]
            file += [frame.red, frame.green, frame.blue, 0, 0, 0].map { UInt8($0) } + [2]
            // Codes of three bits: after each "clear" two pixels, so that the codes never grow.
            var bits: [Int] = []
            for start in stride(from: 0, to: width * height, by: 2) { bits += [4, 0] + (start + 1 < width * height ? [0] : []) }
            bits.append(5)
            var packed: [UInt8] = []
            var (value, count) = (0, 0)
            for code in bits {
                value |= code << count
                count += 3
                while count >= 8 {
                    packed.append(UInt8(value & 0xFF))
                    value >>= 8
                    count -= 8
                }
            }
            if count > 0 { packed.append(UInt8(value & 0xFF)) }
            for start in stride(from: 0, to: packed.count, by: 255) {
                let block = packed[start..<min(start + 255, packed.count)]
                file += [UInt8(block.count)] + block
            }
            file.append(0)
        }
        return file + [0x3B]
    }

    private static func big(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }

    private static func riff(_ chunks: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        Array(type.utf8) + little(data.count, 4) + data + (data.count % 2 == 1 ? [0] : [])
    }

    private static func pngChunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return big(data.count) + body + big(Int(~sum))
    }
}

extension [UInt8] {
    /// Whether `part` stands anywhere in these bytes.
    package func contains(run part: [UInt8]) -> Bool {
        guard let first = part.first, part.count <= count else { return part.isEmpty }
        return (0...count - part.count).contains { self[$0] == first && self[$0..<$0 + part.count].elementsEqual(part) }
    }
}
