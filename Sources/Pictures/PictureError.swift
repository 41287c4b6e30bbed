/// Why a file is not taken as a picture of the board.
///
/// Values without wording: this room knows nothing of languages, so whoever names the file to
/// its author also words the complaint.
package enum PictureError: Error, Equatable, Sendable {
    /// The bytes begin like no picture known here; the file may be text, a document or a video.
    case notAPicture
    /// A picture, but of a kind that the board does not publish.
    case unsupported(UnsupportedPicture)
    /// The file ends before the picture does: an interrupted copy or download.
    case truncated
    /// The bytes contradict the format's own rules; `what` says where, in English, for reports.
    case malformed(what: String)
    /// No pixels at all, or more than ``PictureHeader/maximumPixels``. Width and height are those of the file.
    case absurdSize(width: Int, height: Int)
}

/// Kinds of picture that are recognised only to be refused by name.
///
/// A refusal that names the kind ("this is a HEIC photo from an iPhone") tells people what to do;
/// "not a picture" would be untrue in their eyes. The raw value is the name to show.
package enum UnsupportedPicture: String, Sendable, CaseIterable {
    /// Holds scripts and links to other servers as well as drawings.
    case svg = "SVG"
    /// What iPhones write; few browsers show it.
    case heic = "HEIC"
    case avif = "AVIF"
    case jpegXL = "JPEG XL"
    case jpeg2000 = "JPEG 2000"
    case bmp = "BMP"
    /// Also most raw formats of cameras, which are TIFF inside.
    case tiff = "TIFF"
    case icon = "ICO"
    case photoshop = "PSD"
    /// Scanned certificates often arrive so.
    case pdf = "PDF"
}
