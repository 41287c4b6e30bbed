import CVips
import Pictures

/// A picture in libvips; what it can't do is thrown in the library's words.
final class VipsImage {
    struct Failure: Error {
        var words: String
    }

    private let pointer: OpaquePointer

    private init(_ pointer: OpaquePointer?) throws(Failure) {
        guard let pointer else { throw Failure(words: Self.takeError()) }
        self.pointer = pointer
    }

    deinit { cvips_release(pointer) }

    /// What the library said since it was last asked.
    static func takeError() -> String {
        guard let words = cvips_take_error() else { return "" }
        defer { cvips_free(words) }
        return String(cString: words)
    }

    /// - Parameters:
    ///   - bytes: must outlive the picture and all that is made of it, but for what is `bare`.
    ///   - shrink: by how much a JPEG is made smaller while it is read: 1, 2, 4 or 8. Sides are rounded up.
    static func load(_ bytes: UnsafeRawBufferPointer, _ format: PictureFormat, shrink: Int) throws(Failure) -> VipsImage {
        let pointer =
            switch format {
            case .jpeg: cvips_load_jpeg(bytes.baseAddress, bytes.count, Int32(shrink))
            case .png: cvips_load(bytes.baseAddress, bytes.count, CVIPS_PNG)
            case .webp: cvips_load(bytes.baseAddress, bytes.count, CVIPS_WEBP)
            case .gif: cvips_load(bytes.baseAddress, bytes.count, CVIPS_GIF)
            }
        return try VipsImage(pointer)
    }

    var size: PictureSize { PictureSize(width: Int(cvips_width(pointer)), height: Int(cvips_height(pointer))) }
    var hasAlpha: Bool { cvips_has_alpha(pointer) != 0 }

    func scaled(to size: PictureSize) throws(Failure) -> VipsImage {
        size == self.size ? self : try VipsImage(cvips_resize(pointer, Int32(size.width), Int32(size.height)))
    }

    func inSRGB() throws(Failure) -> VipsImage { try VipsImage(cvips_to_srgb(pointer)) }

    func onWhite() throws(Failure) -> VipsImage { try VipsImage(cvips_flatten(pointer)) }

    func turned(_ orientation: Int) throws(Failure) -> VipsImage {
        orientation == 1 ? self : try VipsImage(cvips_turn(pointer, Int32(orientation)))
    }

    /// Cut, or filled up with white, to a size; the upper left corner stays where it is.
    func placed(on size: PictureSize) throws(Failure) -> VipsImage {
        size == self.size ? self : try VipsImage(cvips_place(pointer, Int32(size.width), Int32(size.height)))
    }

    func part(_ part: ImageRecipe.Part) throws(Failure) -> VipsImage {
        if part.size == size { return self }
        return try VipsImage(cvips_crop(pointer, Int32(part.x), Int32(part.y), Int32(part.size.width), Int32(part.size.height)))
    }

    /// The pixels and nothing else, in memory.
    func bare() throws(Failure) -> VipsImage { try VipsImage(cvips_bare(pointer)) }

    /// The picture as a file, with nothing in it but the picture. libvips 8.14 writes an EXIF block of its own into
    /// every WebP, even when asked not to.
    func file(_ format: PublishedFormat) throws(Failure) -> [UInt8] {
        var bytes: UnsafeMutableRawPointer?
        var count = 0
        let status =
            switch format {
            case .jpeg: cvips_save_jpeg(pointer, Int32(format.quality), &bytes, &count)
            case .webp: cvips_save_webp(pointer, Int32(format.quality), &bytes, &count)
            }
        guard status == 0, let bytes else { throw Failure(words: Self.takeError()) }
        defer { cvips_free(bytes) }
        do throws(PictureError) {
            return try PictureSanitizer.withoutMetadata(Array(UnsafeRawBufferPointer(start: bytes, count: count)))
        } catch {
            throw Failure(words: "libvips wrote a \(format.rawValue) that can't be read: \(error)")
        }
    }
}
