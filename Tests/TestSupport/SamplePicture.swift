/// The smallest pictures that are whole.
package enum SamplePicture {
    /// A grey JPEG of 16 by 8 pixels with a comment in it, which no copy may keep.
    package static let jpeg: [UInt8] = {
        var file: [UInt8] = [0xFF, 0xD8]
        file += segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 0, 0])
        file += segment(0xFE, Array(comment.utf8))
        file += segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
        file += segment(0xC0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0])
        // One code for the class "no further bits" in both tables.
        for table: UInt8 in [0x00, 0x10] { file += segment(0xC4, [table, 1] + [UInt8](repeating: 0, count: 15) + [0]) }
        file += segment(0xDA, [1, 1, 0, 0, 63, 0])
        return file + [0x0F, 0xFF, 0xD9]
    }()

    package static let comment = "GPS 21.0285N 105.8542E"

    /// The same picture as far as a copy that broke off got.
    package static let truncatedJPEG = Array(jpeg.prefix(jpeg.count - 40))

    private static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        let length = payload.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
    }
}
