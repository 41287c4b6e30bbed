/// The `ftyp` box with which files of the ISO base media family begin: MP4, QuickTime, HEIC, AVIF.
///
/// ISO/IEC 14496-12, 4.3.
struct FileTypeBox {
    /// Four letters that say which specification is the best use of the file.
    let majorBrand: String
    /// The major brand and the compatible ones.
    let brands: Set<String>

    init?(_ bytes: [UInt8]) {
        var cursor = ByteCursor(bytes)
        guard let length = try? cursor.bigEndian(4), length >= 16, length <= 4096, bytes.holds("ftyp", at: 4) else { return nil }
        // Boxes may be cut off by a short read; what there is of the list is enough to go by.
        let words = stride(from: 8, through: min(length, bytes.count) - 4, by: 4).map { offset in
            String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
        }
        guard let majorBrand = words.first else { return nil }
        self.majorBrand = majorBrand
        // The second word is the minor version, not a brand.
        brands = Set(words.dropFirst(2)).union([majorBrand])
    }
}
