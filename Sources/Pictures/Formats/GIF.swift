/// GIF: a screen, then images and extensions whose data come in blocks of up to 255 bytes.
///
/// CompuServe, Graphics Interchange Format version 89a; the looping extension is Netscape's.
enum GIF {
    private enum Label {
        static let image: UInt8 = 0x2C
        static let `extension`: UInt8 = 0x21
        static let trailer: UInt8 = 0x3B
        static let graphicControl: UInt8 = 0xF9
        static let application: UInt8 = 0xFF
    }

    static func header(_ bytes: [UInt8]) throws(PictureError) -> PictureHeader {
        var cursor = ByteCursor(bytes, in: 6..<bytes.count)
        let width = try cursor.littleEndian(2)
        let height = try cursor.littleEndian(2)
        return PictureHeader(.gif, width: width, height: height, isAnimated: imageCount(bytes, upTo: 2) == 2)
    }

    /// How many images there are, as far as the file can be followed.
    private static func imageCount(_ bytes: [UInt8], upTo limit: Int) -> Int {
        var count = 0
        do {
            var cursor = ByteCursor(bytes, in: 10..<bytes.count)
            let screenFlags = try cursor.byte()
            try cursor.skip(2)
            try skipColours(screenFlags, &cursor)
            while count < limit {
                switch try cursor.byte() {
                case Label.image:
                    try cursor.skip(8)
                    try skipColours(try cursor.byte(), &cursor)
                    try cursor.skip(1)
                    try skipBlocks(&cursor)
                    count += 1
                case Label.extension:
                    try cursor.skip(1)
                    try skipBlocks(&cursor)
                default: return count
                }
            }
        } catch {}
        return count
    }

    static func withoutMetadata(_ bytes: [UInt8]) throws(PictureError) -> [UInt8] {
        var cursor = ByteCursor(bytes)
        try cursor.skip(10)
        let screenFlags = try cursor.byte()
        try cursor.skip(2)  // background colour, pixel shape
        try skipColours(screenFlags, &cursor)
        var result = Array(bytes[..<cursor.position])
        result.reserveCapacity(bytes.count)
        // A graphic control extension belongs to the next thing drawn, and goes where that goes.
        var control: Range<Int>?
        var hasPixels = false
        while true {
            let start = cursor.position
            switch try cursor.byte() {
            case Label.trailer:
                guard hasPixels else { throw .malformed(what: "no pixels") }
                result.append(Label.trailer)
                return result
            case Label.image:
                try cursor.skip(4)
                let width = try cursor.littleEndian(2)
                let height = try cursor.littleEndian(2)
                try skipColours(try cursor.byte(), &cursor)
                if hasPixels {
                    try cursor.skip(1)  // code size
                    try skipBlocks(&cursor)
                } else {
                    // The first frame is the one that is shown.
                    try checkPixels(width * height, bytes, &cursor)
                }
                if let control { result += bytes[control] }
                result += bytes[start..<cursor.position]
                control = nil
                hasPixels = true
            case Label.extension:
                let label = try cursor.byte()
                let data = cursor.position
                try skipBlocks(&cursor)
                switch label {
                case Label.graphicControl:
                    guard bytes[data] == 4, cursor.position - data == 6 else { throw .malformed(what: "a graphic control of wrong size") }
                    control = start..<cursor.position
                case Label.application:
                    result += looping(bytes, data..<cursor.position)
                default:
                    // Comments, plain text (drawn by no browser) and whatever is unknown.
                    control = nil
                }
            default:
                throw .malformed(what: "an unknown block")
            }
        }
    }

    /// The looping extension written anew, or nothing for all other applications' data.
    private static func looping(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
        let start = range.lowerBound
        guard range.count >= 16, bytes[start] == 11, bytes.holds("NETSCAPE2.0", at: start + 1), bytes[start + 12] == 3,
            bytes[start + 13] == 1
        else { return [] }
        return [Label.extension, Label.application, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, bytes[start + 14], bytes[start + 15], 0]
    }

    private static func skipColours(_ flags: UInt8, _ cursor: inout ByteCursor) throws(PictureError) {
        if flags & 0x80 != 0 { try cursor.skip(3 << (Int(flags & 0x07) + 1)) }
    }

    private static func checkPixels(_ count: Int, _ bytes: [UInt8], _ cursor: inout ByteCursor) throws(PictureError) {
        var length = try LZWLength(minimumWidth: Int(try cursor.byte()))
        while case let size = Int(try cursor.byte()), size > 0 { try length.add(bytes[try cursor.skip(size)]) }
        guard length.pixels == count else { throw .malformed(what: "\(length.pixels) pixels where there should be \(count)") }
    }

    private static func skipBlocks(_ cursor: inout ByteCursor) throws(PictureError) {
        while case let length = Int(try cursor.byte()), length > 0 { try cursor.skip(length) }
    }
}
