/// PNG: a signature, then chunks with length, four letters, data and a checksum.
///
/// W3C Portable Network Graphics (third edition), 5 and 11; the animation chunks are those of APNG.
enum PNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// One chunk of the file.
    struct Chunk {
        var type: String
        var data: Range<Int>
        /// From the length to the checksum.
        var whole: Range<Int>

        /// The first letter's case says whether a decoder may skip a chunk that it does not know.
        var isCritical: Bool { type.utf8.first.map { $0 & 0x20 == 0 } ?? false }
    }

    static func header(_ bytes: [UInt8]) throws(PictureError) -> PictureHeader {
        var cursor = ByteCursor(bytes, in: signature.count..<bytes.count)
        let first = try next(&cursor)
        guard first.type == "IHDR", first.data.count == 13 else { throw .malformed(what: "the first chunk is not IHDR") }
        var fields = ByteCursor(bytes, in: first.data)
        let width = try fields.bigEndian(4)
        var header = PictureHeader(.png, width: width, height: try fields.bigEndian(4))
        // What follows may be cut off; the size stands.
        while let chunk = try? next(&cursor), chunk.type != "IEND" {
            switch chunk.type {
            case "eXIf": header.orientation = ExifOrientation.read(bytes, in: chunk.data) ?? header.orientation
            case "acTL": header.isAnimated = true
            default: break
            }
        }
        return header
    }

    static func withoutMetadata(_ bytes: [UInt8]) throws(PictureError) -> [UInt8] {
        var cursor = ByteCursor(bytes, in: signature.count..<bytes.count)
        var result = signature
        result.reserveCapacity(bytes.count)
        var hasPixels = false
        while true {
            let chunk = try next(&cursor)
            if chunk.type == "IDAT" { hasPixels = true }
            if chunk.type == "IEND" {
                guard hasPixels else { throw .malformed(what: "no pixels") }
                guard chunk.data.isEmpty else { throw .malformed(what: "data in the last chunk") }
                return result + bytes[chunk.whole]
            }
            if let size = keptSizes[chunk.type] {
                // An oversized chunk is no chunk of its kind: its rest would be a hiding place.
                if size.contains(chunk.data.count) {
                    result += bytes[chunk.whole]
                } else if chunk.isCritical {
                    throw .malformed(what: "a critical chunk of impossible size")
                }
            } else if chunk.isCritical {
                throw .malformed(what: "an unknown critical chunk")
            }
        }
    }

    /// The chunks that bear on how the picture looks, with the sizes that they can have.
    private static let keptSizes: [String: ClosedRange<Int>] = [
        "IHDR": 13...13, "PLTE": 3...768, "IDAT": 0...maximumLength,
        "tRNS": 1...256, "gAMA": 4...4, "cHRM": 32...32, "sRGB": 1...1, "iCCP": 1...maximumLength, "sBIT": 1...4, "pHYs": 9...9,
        "bKGD": 1...6,
        "acTL": 8...8, "fcTL": 26...26, "fdAT": 4...maximumLength,
    ]

    /// 2^31 - 1, by the specification.
    private static let maximumLength = 0x7FFF_FFFF

    private static func next(_ cursor: inout ByteCursor) throws(PictureError) -> Chunk {
        let start = cursor.position
        let length = try cursor.bigEndian(4)
        guard length <= maximumLength else { throw .malformed(what: "a chunk longer than PNG allows") }
        let letters = cursor.bytes[try cursor.skip(4)]
        guard letters.allSatisfy({ (0x41...0x5A).contains($0 & ~0x20) }) else {
            throw .malformed(what: "a chunk's type is not four letters")
        }
        let data = try cursor.skip(length)
        try cursor.skip(4)
        return Chunk(type: String(decoding: letters, as: UTF8.self), data: data, whole: start..<cursor.position)
    }
}
