/// WebP: a RIFF container of chunks with four letters, length and data, padded to even length.
///
/// RFC 9649; the size inside a lossy picture: RFC 6386, 9.1.
enum WebP {
    /// One chunk; `data` leaves the padding out.
    private struct Chunk {
        var type: String
        var data: Range<Int>
    }

    /// Bits in the first byte of VP8X.
    private enum Flag {
        static let exif: UInt8 = 0x08
        static let xmp: UInt8 = 0x04
        static let animation: UInt8 = 0x02
    }

    static func header(_ bytes: [UInt8]) throws(PictureError) -> PictureHeader {
        var cursor = try contents(bytes)
        let chunk = try next(&cursor)
        var fields = ByteCursor(bytes, in: chunk.data)
        switch chunk.type {
        case "VP8X":
            let flags = try fields.byte()
            try fields.skip(3)
            let width = try fields.littleEndian(3) + 1
            var header = PictureHeader(.webp, width: width, height: try fields.littleEndian(3) + 1)
            header.isAnimated = flags & Flag.animation != 0
            // EXIF stands behind the pixels. What can't be followed is the sanitizer's concern.
            while flags & Flag.exif != 0, !cursor.isAtEnd, let chunk = try? next(&cursor) {
                guard chunk.type == "EXIF" else { continue }
                let hasPrefix = bytes.holds("Exif\0\0", at: chunk.data.lowerBound)
                header.orientation = ExifOrientation.read(bytes, in: hasPrefix ? chunk.data.dropFirst(6) : chunk.data) ?? 1
                break
            }
            return header
        case "VP8 ":
            try fields.skip(3)
            guard try fields.bigEndian(3) == 0x9D012A else { throw .malformed(what: "a lossy picture without its start code") }
            // The upper two bits ask for scaling, which nobody does.
            let width = try fields.littleEndian(2) & 0x3FFF
            return PictureHeader(.webp, width: width, height: try fields.littleEndian(2) & 0x3FFF)
        case "VP8L":
            guard try fields.byte() == 0x2F else { throw .malformed(what: "a lossless picture without its signature") }
            let packed = try fields.littleEndian(4)
            return PictureHeader(.webp, width: (packed & 0x3FFF) + 1, height: (packed >> 14 & 0x3FFF) + 1)
        default:
            throw .malformed(what: "the first chunk is no picture")
        }
    }

    static func withoutMetadata(_ bytes: [UInt8]) throws(PictureError) -> [UInt8] {
        var cursor = try contents(bytes)
        var result = Array("RIFF\0\0\0\0WEBP".utf8)
        result.reserveCapacity(bytes.count)
        var hasPixels = false
        while !cursor.isAtEnd {
            let chunk = try next(&cursor)
            switch chunk.type {
            case "VP8X":
                guard chunk.data.count >= 10 else { throw .malformed(what: "a short VP8X chunk") }
                var fields = Array(bytes[chunk.data.prefix(10)])
                fields[0] &= ~(Flag.exif | Flag.xmp)
                // Without further features the simple form says the same.
                if fields[0] != 0 { append(fields[...], as: chunk.type, to: &result) }
            case "ANMF":
                append(try frame(bytes, chunk.data)[...], as: chunk.type, to: &result)
                hasPixels = true
            case "VP8 ", "VP8L":
                append(bytes[chunk.data], as: chunk.type, to: &result)
                hasPixels = true
            case "ICCP", "ANIM", "ALPH":
                append(bytes[chunk.data], as: chunk.type, to: &result)
            default:
                break
            }
        }
        guard hasPixels else { throw .malformed(what: "no pixels") }
        let size = result.count - 8
        for index in 0..<4 { result[4 + index] = UInt8(truncatingIfNeeded: size >> (8 * index)) }
        return result
    }

    /// A frame of an animation holds chunks in its turn, unknown ones included.
    private static func frame(_ bytes: [UInt8], _ data: Range<Int>) throws(PictureError) -> [UInt8] {
        var cursor = ByteCursor(bytes, in: data)
        var result = Array(bytes[try cursor.skip(16)])
        while !cursor.isAtEnd {
            let chunk = try next(&cursor)
            if ["ALPH", "VP8 ", "VP8L"].contains(chunk.type) { append(bytes[chunk.data], as: chunk.type, to: &result) }
        }
        return result
    }

    /// A cursor over what lies inside the container; bytes behind it are no part of the picture.
    private static func contents(_ bytes: [UInt8]) throws(PictureError) -> ByteCursor {
        var cursor = ByteCursor(bytes, in: 4..<bytes.count)
        let size = try cursor.littleEndian(4)
        guard size >= 4 else { throw .malformed(what: "a container shorter than its own name") }
        guard size <= bytes.count - 8 else { throw .truncated }
        return ByteCursor(bytes, in: 12..<8 + size)
    }

    private static func next(_ cursor: inout ByteCursor) throws(PictureError) -> Chunk {
        let letters = cursor.bytes[try cursor.skip(4)]
        let data = try cursor.skip(try cursor.littleEndian(4))
        // Some writers leave out the padding of the very last chunk.
        if data.count % 2 == 1, !cursor.isAtEnd { try cursor.skip(1) }
        return Chunk(type: String(decoding: letters, as: UTF8.self), data: data)
    }

    private static func append(_ data: ArraySlice<UInt8>, as type: String, to result: inout [UInt8]) {
        result += type.utf8
        for shift in [0, 8, 16, 24] { result.append(UInt8(truncatingIfNeeded: data.count >> shift)) }
        result += data
        if data.count % 2 == 1 { result.append(0) }
    }
}
