/// Removes from a picture all that is not needed to show it.
///
/// Photos carry where they were taken, by whom and with which camera; the board never publishes
/// that. Pixels are copied as they are, without decoding: nothing is lost, and every colour
/// profile and animation stays.
package enum PictureSanitizer {
    /// A copy of the picture without EXIF, XMP, IPTC, GPS, comments, maker notes, embedded
    /// thumbnails and whatever follows the picture's end in the file.
    ///
    /// Each format keeps a list of what may stay; anything unknown goes. A JPEG that has to be
    /// turned for display keeps that one number, in an EXIF block that holds nothing else.
    ///
    /// - Throws: the same errors as ``PictureHeader/read(_:)``, and `truncated` or `malformed`
    ///   where the rest of the file breaks its format's rules: what cannot be followed cannot
    ///   be vouched for.
    package static func withoutMetadata(_ bytes: [UInt8]) throws(PictureError) -> [UInt8] {
        switch try PictureHeader.read(bytes).format {
        case .jpeg: try JPEG.withoutMetadata(bytes)
        case .png: try PNG.withoutMetadata(bytes)
        case .webp: try WebP.withoutMetadata(bytes)
        case .gif: try GIF.withoutMetadata(bytes)
        }
    }
}
