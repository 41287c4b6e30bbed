/// The one thing in EXIF that a picture needs for display: which way is up.
///
/// EXIF is a TIFF file inside the picture (Exif 3.0, 4.6; TIFF 6.0, section 2).
enum ExifOrientation {
    private static let tag = 0x0112
    private static let shortType = 3

    /// The orientation in an EXIF block, 1 to 8.
    /// - Parameter range: where the TIFF file lies in `bytes`.
    /// - Returns: `nil` where there is none or the block is damaged; browsers then show the pixels as stored, too.
    static func read(_ bytes: [UInt8], in range: Range<Int>) -> Int? {
        do {
            var cursor = ByteCursor(bytes, in: range)
            let mark = try cursor.bigEndian(2)
            guard mark == 0x4949 || mark == 0x4D4D else { return nil }
            let isLittleEndian = mark == 0x4949
            func number(_ count: Int) throws(PictureError) -> Int {
                isLittleEndian ? try cursor.littleEndian(count) : try cursor.bigEndian(count)
            }
            guard try number(2) == 42 else { return nil }
            let directory = try number(4)
            guard directory >= 8, directory <= range.count else { return nil }
            cursor = ByteCursor(bytes, in: range.lowerBound + directory..<range.upperBound)
            for _ in 0..<(try number(2)) {
                let entry = (tag: try number(2), type: try number(2), count: try number(4))
                guard entry.tag == tag else {
                    try cursor.skip(4)
                    continue
                }
                guard entry.type == shortType, entry.count == 1 else { return nil }
                let orientation = try number(2)
                return (1...8).contains(orientation) ? orientation : nil
            }
            return nil
        } catch {
            return nil
        }
    }

    /// An EXIF block that holds the orientation and nothing else.
    static func tiff(_ orientation: Int) -> [UInt8] {
        [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]  // big-endian; the directory follows at once
            + [0, 1]  // one entry
            + [UInt8(tag >> 8), UInt8(tag & 0xFF), 0, UInt8(shortType), 0, 0, 0, 1, 0, UInt8(orientation), 0, 0]
            + [0, 0, 0, 0]  // no further directory, hence no thumbnail
    }
}
