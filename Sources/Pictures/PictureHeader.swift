/// What a picture says about itself before any pixel is decoded.
package struct PictureHeader: Sendable, Equatable {
    package var format: PictureFormat
    /// Pixels across, as displayed.
    package var width: Int
    /// Pixels down, as displayed.
    package var height: Int
    /// How the stored pixels are to be turned for display: 1 (as they are) to 8, as in EXIF.
    /// `width` and `height` already take it into account.
    package var orientation: Int
    /// Whether the file holds several frames, of which the board shows the first.
    package var isAnimated: Bool

    /// The largest picture taken: 100 megapixels. Cameras make at most 60 or so, and decoding
    /// costs four bytes a pixel.
    package static let maximumPixels = 100_000_000

    /// Reads the header of a picture.
    ///
    /// - Parameter bytes: the file, or as much of its beginning as holds the header. In a JPEG
    ///   the size may stand behind some hundred kilobytes of metadata.
    package static func read(_ bytes: [UInt8]) throws(PictureError) -> PictureHeader {
        let format = try PictureFormat(sniffing: bytes)
        var header =
            switch format {
            case .jpeg: try JPEG.header(bytes)
            case .png: try PNG.header(bytes)
            case .webp: try WebP.header(bytes)
            case .gif: try GIF.header(bytes)
            }
        // Each side alone first: the product of two 32-bit numbers may not fit.
        guard (1...maximumPixels).contains(header.width), (1...maximumPixels).contains(header.height),
            header.width * header.height <= maximumPixels
        else { throw .absurdSize(width: header.width, height: header.height) }
        if header.orientation >= 5 { swap(&header.width, &header.height) }
        return header
    }

    /// The size as the pixels are stored, before they are turned.
    package var storedSize: PictureSize {
        orientation >= 5 ? PictureSize(width: height, height: width) : PictureSize(width: width, height: height)
    }

    init(_ format: PictureFormat, width: Int, height: Int, orientation: Int = 1, isAnimated: Bool = false) {
        self.format = format
        self.width = width
        self.height = height
        self.orientation = orientation
        self.isAnimated = isAnimated
    }
}
