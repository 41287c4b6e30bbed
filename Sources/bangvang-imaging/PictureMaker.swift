import Imaging
import Pictures

/// Makes of one picture all that a request asks for.
enum PictureMaker {
    static func answer(_ request: WorkerRequest) -> WorkerAnswer {
        do throws(VipsImage.Failure) {
            _ = VipsImage.takeError()
            return .made(try make(request))
        } catch {
            let words = error.words.split(separator: "\n").joined(separator: "; ")
            return .refused(refusal(words), detail: words)
        }
    }

    /// What a failure says of the picture.
    ///
    /// - Parameter words: those of libvips, or of GLib below it.
    private static func refusal(_ words: String) -> WorkerAnswer.Refusal {
        let words = words.lowercased()
        if words.contains("memory") { return .memory }
        guard words.contains("creating thread") else { return .damaged }
        // The picture has filled what a worker may use, or the system gives nobody a thread (a limit of processes).
        return Confinement.hasRoom ? .resources : .memory
    }

    private static func make(_ request: WorkerRequest) throws(VipsImage.Failure) -> [[UInt8]] {
        var bases: [PictureSize: VipsImage] = [:]
        if let base = request.verifiedAt { _ = try decode(request, at: base) }
        var files: [[UInt8]] = []
        for frame in request.frames {
            let known = bases[frame.base]
            let base = if let known { known } else { try decode(request, at: frame.base) }
            bases[frame.base] = base
            var image = try base.part(frame.part)
            for size in frame.sizes {
                image = try image.scaled(to: size.size).bare()
                for format in size.formats { files.append(try image.file(format)) }
            }
        }
        return files
    }

    /// The whole picture, upright, in sRGB, at this size.
    private static func decode(_ request: WorkerRequest, at base: PictureSize) throws(VipsImage.Failure) -> VipsImage {
        let isTurned = request.orientation >= 5
        let target = isTurned ? PictureSize(width: base.height, height: base.width) : base
        let shrink = request.format == .jpeg ? shrink(request.stored, to: target) : 1
        return try request.bytes.withUnsafeBytesTyped { bytes throws(VipsImage.Failure) in
            var image = try VipsImage.load(bytes, request.format, shrink: shrink)
            // libjpeg rounds the sides up.
            let expected = PictureSize(
                width: (request.stored.width + shrink - 1) / shrink, height: (request.stored.height + shrink - 1) / shrink)
            // Colours are worked out on the smaller picture, but transparency has to be gone before pixels are mixed.
            if image.hasAlpha { image = try image.inSRGB().onWhite() }
            // libvips takes a GIF's size from its frames where the screen looks like one of old monitors' (640 x 480 and so
            // on); browsers show the screen.
            if request.format == .gif { image = try image.placed(on: expected) }
            guard image.size == expected else {
                throw VipsImage.Failure(words: "the picture has \(image.size.width) x \(image.size.height) pixels, not those of its header")
            }
            // A last column of which the photo fills less than half would squeeze the others.
            let nearest = PictureSize(
                width: (request.stored.width + shrink / 2) / shrink, height: (request.stored.height + shrink / 2) / shrink)
            image = try image.placed(on: nearest).scaled(to: target).inSRGB().bare()
            return try image.turned(request.orientation).bare()
        }
    }

    /// By how much the decoder itself may shrink a JPEG so that it stays no smaller than the target.
    private static func shrink(_ stored: PictureSize, to target: PictureSize) -> Int {
        [8, 4, 2].first { stored.width >= target.width * $0 && stored.height >= target.height * $0 } ?? 1
    }
}

extension [UInt8] {
    /// `withUnsafeBytes` that keeps the error's type.
    func withUnsafeBytesTyped<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeBufferPointer { buffer throws(Failure) in try body(UnsafeRawBufferPointer(buffer)) }
    }
}
