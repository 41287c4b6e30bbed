import Pictures

/// What the program and its imaging workers say to one another: over the worker's standard input and
/// output, one request after the other, each answered before the next is read.
///
/// A worker begins with its greeting, one line. A request is lines of words parted by blanks, an empty line,
/// and the bytes of the picture:
///
///     picture jpeg 4000 3000 6 3160486      format, width and height as stored, orientation, number of bytes
///     frame 1600 1200 0 0 1600 1200         the base, upright; the part of it that is shown: x, y, width, height
///     size 1600 1200 webp:75 jpeg:80        a size to scale to, and the formats and qualities to write it in
///     size 960 720 webp:75
///     frame 1600 1200 0 40 1440 1080
///     size 640 480 webp:75 jpeg:80
///
/// Sizes of a frame come in falling order; each is scaled from the one before it, so that a size has the same
/// pixels whichever others are asked for. A request without frames is only to decode the picture at the base
/// that a `verify` line names.
///
/// The answer is `made` and the lengths of the files in the order of the request, or `refused`, a code and the
/// length of a text in English; an end of line; and the bytes.
package enum WorkerProtocol {
    /// Both sides must speak the same version.
    package static let version = 1
    /// What a worker of this version greets with, before the version of its library.
    package static let greeting = "bangvang-imaging \(version) libvips "
    /// A line longer than this is not of this protocol.
    static let maximumLine = 4096
    /// A worker that wants to answer more has lost its wits.
    static let maximumAnswer = 256_000_000
}

/// A picture to decode, and what to make of it.
package struct WorkerRequest: Sendable, Equatable {
    /// One size of a frame.
    package struct Size: Sendable, Equatable {
        package var size: PictureSize
        /// May be empty: a step on the way to a smaller size.
        package var formats: [PublishedFormat]

        package init(size: PictureSize, formats: [PublishedFormat]) {
            self.size = size
            self.formats = formats
        }
    }

    /// A part of the picture, in falling sizes.
    package struct Frame: Sendable, Equatable {
        /// The upright size to which the whole picture is scaled first.
        package var base: PictureSize
        /// The part of it.
        package var part: ImageRecipe.Part
        package var sizes: [Size]

        package init(base: PictureSize, part: ImageRecipe.Part, sizes: [Size]) {
            self.base = base
            self.part = part
            self.sizes = sizes
        }
    }

    package var format: PictureFormat
    /// As stored, before it is turned.
    package var stored: PictureSize
    /// 1 to 8, as in EXIF.
    package var orientation: Int
    package var frames: [Frame]
    /// The base to decode the picture at where no frame is wanted.
    package var verifiedAt: PictureSize?
    package var bytes: [UInt8]

    package init(
        format: PictureFormat, stored: PictureSize, orientation: Int, frames: [Frame], verifiedAt: PictureSize? = nil, bytes: [UInt8]
    ) {
        self.format = format
        self.stored = stored
        self.orientation = orientation
        self.frames = frames
        self.verifiedAt = verifiedAt
        self.bytes = bytes
    }

    /// How many files the answer holds.
    package var outputCount: Int { frames.reduce(0) { $0 + $1.sizes.reduce(0) { $0 + $1.formats.count } } }
}

extension WorkerRequest {
    /// The request as it is sent.
    package var message: [UInt8] {
        var text = "picture \(format.rawValue) \(stored.width) \(stored.height) \(orientation) \(bytes.count)\n"
        if let base = verifiedAt { text += "verify \(base.width) \(base.height)\n" }
        for frame in frames {
            let part = frame.part
            text += "frame \(frame.base.width) \(frame.base.height) \(part.x) \(part.y) \(part.size.width) \(part.size.height)\n"
            for size in frame.sizes {
                text += "size \(size.size.width) \(size.size.height)"
                for format in size.formats { text += " \(format.rawValue):\(format.quality)" }
                text += "\n"
            }
        }
        return Array((text + "\n").utf8) + bytes
    }

    /// Reads a request but for the picture's bytes, of which it returns the number; nil where it is none.
    package static func read(lines: [String]) -> (request: WorkerRequest, byteCount: Int)? {
        guard let first = lines.first?.split(separator: " "), first.count == 6, first[0] == "picture",
            let format = PictureFormat(rawValue: String(first[1]))
        else { return nil }
        let numbers = first[2...].compactMap { Int($0) }
        guard numbers.count == 4, numbers.allSatisfy({ $0 > 0 }), numbers[2] <= 8 else { return nil }
        var request = WorkerRequest(
            format: format, stored: PictureSize(width: numbers[0], height: numbers[1]), orientation: numbers[2], frames: [], bytes: [])
        for line in lines.dropFirst() { guard request.add(line.split(separator: " ")) else { return nil } }
        return (request, numbers[3])
    }

    private mutating func add(_ words: [Substring]) -> Bool {
        let numbers = words.dropFirst().compactMap { Int($0) }
        switch words.first {
        case "verify" where numbers.count == 2:
            verifiedAt = PictureSize(width: numbers[0], height: numbers[1])
        case "frame" where numbers.count == 6:
            let size = PictureSize(width: numbers[4], height: numbers[5])
            frames.append(
                Frame(
                    base: PictureSize(width: numbers[0], height: numbers[1]), part: .init(x: numbers[2], y: numbers[3], size: size),
                    sizes: []))
        case "size" where numbers.count == 2 && !frames.isEmpty:
            let formats = words.dropFirst(3).map { word in
                PublishedFormat.allCases.first { word == "\($0.rawValue):\($0.quality)" }
            }
            guard formats.allSatisfy({ $0 != nil }) else { return false }
            frames[frames.count - 1].sizes.append(
                Size(size: PictureSize(width: numbers[0], height: numbers[1]), formats: formats.compactMap { $0 }))
        default: return false
        }
        return true
    }
}

/// What a worker makes of a request.
package enum WorkerAnswer: Sendable, Equatable {
    /// Why a picture was refused.
    package enum Refusal: String, Sendable {
        /// Its pixels can't be decoded.
        case damaged
        /// Decoding it takes more memory than a worker may have.
        case memory
        /// Nothing is known of it: the machine has nothing left for this worker.
        case resources
    }

    /// The files, in the order of the request.
    case made([[UInt8]])
    case refused(Refusal, detail: String)

    /// The answer as it is sent.
    package var message: [UInt8] {
        switch self {
        case .made(let files):
            var bytes = Array(("made" + files.map { " \($0.count)" }.joined() + "\n").utf8)
            for file in files { bytes += file }
            return bytes
        case .refused(let refusal, let detail):
            let text = Array(detail.utf8)
            return Array("refused \(refusal.rawValue) \(text.count)\n".utf8) + text
        }
    }

    /// What has arrived of an answer.
    package enum Reading: Equatable {
        /// More must come.
        case incomplete
        case complete(WorkerAnswer)
        /// This is no answer.
        case nonsense
    }

    /// Reads an answer of `count` files.
    package static func read(_ bytes: [UInt8], outputs count: Int) -> Reading {
        guard let end = bytes.prefix(WorkerProtocol.maximumLine).firstIndex(of: 0x0A) else {
            return bytes.count < WorkerProtocol.maximumLine ? .incomplete : .nonsense
        }
        let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
        let isRefusal = words.first == "refused"
        guard isRefusal || words.first == "made" else { return .nonsense }
        let lengths = words.dropFirst(isRefusal ? 2 : 1).compactMap { Int($0) }
        guard lengths.count == (isRefusal ? 1 : count), lengths.allSatisfy({ 0...WorkerProtocol.maximumAnswer ~= $0 }) else {
            return .nonsense
        }
        let total = end + 1 + lengths.reduce(0, +)
        guard bytes.count >= total else { return .incomplete }
        guard bytes.count == total, words.count == lengths.count + (isRefusal ? 2 : 1) else { return .nonsense }
        if isRefusal {
            guard let refusal = Refusal(rawValue: String(words[1])) else { return .nonsense }
            return .complete(.refused(refusal, detail: String(decoding: bytes[(end + 1)...], as: UTF8.self)))
        }
        var files: [[UInt8]] = []
        var start = end + 1
        for length in lengths {
            files.append(Array(bytes[start..<start + length]))
            start += length
        }
        return .complete(.made(files))
    }
}
