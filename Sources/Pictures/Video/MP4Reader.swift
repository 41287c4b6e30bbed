/// MP4: boxes of length, four letters and content, one behind and within the other.
///
/// ISO/IEC 14496-12; the boxes of user data: QuickTime File Format, "User Data Atoms", and 3GPP TS 26.244, 8.
struct MP4Reader {
    /// One box by its places in the file.
    struct Box {
        var type: String
        /// Where its four letters stand.
        var typeAt: Int
        var content: Range<Int>
    }

    /// What stays, by what it lies in: whatever is needed to show picture and sound. Everything else becomes
    /// empty space: user data, metadata, vendors' own boxes, and space that may hold what was once written there.
    private enum Kept {
        static let file: Set = ["ftyp", "moov", "mdat", "moof", "mfra", "sidx", "ssix", "styp", "wide"]
        static let movie: Set = ["mvhd", "trak", "mvex", "iods"]
        static let track: Set = ["tkhd", "mdia", "edts", "tref", "tapt"]
        static let media: Set = ["mdhd", "hdlr", "minf", "elng"]
        static let information: Set = ["vmhd", "smhd", "nmhd", "gmhd", "hdlr", "dinf", "stbl"]
        /// Of the samples' tables all but these: there are many, and each may be needed.
        static let notOfSamples: Set = ["udta", "meta", "uuid", "free", "skip"]
        static let handlers: Set = ["vide", "soun"]
    }

    /// A table of samples larger than this is none.
    private static let largestTable = 32_000_000

    /// Each box costs a look at the disk: a film of hours in fragments of a second has some ten thousand.
    private static let mostBoxes = 1_000_000

    private let source: any SeekableBytes
    private var edits: [VideoRedaction.Edit] = []
    private var film = VideoDescription(format: .mp4)
    private var hasPicture = false
    /// In the order of the file.
    private var mediaData: [Range<Int>] = []
    private var boxCount = 0
    private var isFragmented = false
    /// The bytes of tracks that are taken out.
    private var foreignSamples: [Range<Int>] = []
    private var hasForeignTrack = false

    init(_ source: some SeekableBytes) {
        self.source = source
    }

    func redaction() throws -> VideoRedaction {
        var reader = self
        try reader.readFile()
        return VideoRedaction(of: reader.film, edits: reader.edits)
    }

    private mutating func readFile() throws {
        let boxes = try boxes(in: 0..<source.count, ofFile: true)
        mediaData = boxes.filter { $0.type == "mdat" }.map(\.content)
        isFragmented = boxes.contains { $0.type == "moof" }
        for box in boxes {
            if box.type == "moov" { try readMovie(box) } else if !Kept.file.contains(box.type) { blank(box) }
        }
        guard boxes.contains(where: { $0.type == "moov" }) else { throw VideoError.malformed(what: "no moov box") }
        guard hasPicture else { throw VideoError.noPicture }
        if hasForeignTrack, isFragmented { throw VideoError.otherTrack }
        for samples in foreignSamples {
            guard isMediaData(samples) else { throw VideoError.otherTrack }
            edits.append(VideoRedaction.Edit(range: samples))
        }
    }

    private func isMediaData(_ samples: Range<Int>) -> Bool {
        var (low, high) = (0, mediaData.count)
        while low < high {
            let middle = (low + high) / 2
            if mediaData[middle].upperBound <= samples.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < mediaData.count && mediaData[low].lowerBound <= samples.lowerBound && samples.upperBound <= mediaData[low].upperBound
    }

    private mutating func readMovie(_ movie: Box) throws {
        for box in try boxes(in: movie.content) {
            switch box.type {
            case "mvhd":
                film.duration = try duration(box)
                try clearTimes(of: box)
            case "trak": try readTrack(box)
            default: if !Kept.movie.contains(box.type) { blank(box) }
            }
        }
    }

    private mutating func readTrack(_ track: Box) throws {
        let boxes = try boxes(in: track.content)
        guard let media = boxes.first(where: { $0.type == "mdia" }) else { throw VideoError.malformed(what: "a track without mdia") }
        let mediaBoxes = try self.boxes(in: media.content)
        let handler = try self.handler(mediaBoxes)
        guard Kept.handlers.contains(handler) else {
            hasForeignTrack = true
            if !isFragmented { foreignSamples += try samples(mediaBoxes) }
            return blank(track)
        }
        for box in boxes {
            if box.type == "tkhd" {
                try clearTimes(of: box)
                if handler == "vide", !hasPicture { film.size = try shownSize(box) }
            } else if !Kept.track.contains(box.type) {
                blank(box)
            }
        }
        if handler == "vide" { hasPicture = true }
        try readCodecs(mediaBoxes, handler)
        for box in mediaBoxes {
            if box.type == "mdhd" { try clearTimes(of: box) }
            if box.type == "minf" { try clean(box, keeping: Kept.information) }
            if !Kept.media.contains(box.type) { blank(box) }
        }
    }

    private mutating func readCodecs(_ media: [Box], _ handler: String) throws {
        guard let information = media.first(where: { $0.type == "minf" }),
            let table = try boxes(in: information.content).first(where: { $0.type == "stbl" }),
            let description = try boxes(in: table.content).first(where: { $0.type == "stsd" })
        else { return }
        // A list of a megabyte is none; what it begins with is enough to go by.
        let codecs = SampleEntries.codecs(try source.bytes(in: description.content.prefix(1_000_000)))
        if handler == "vide" { film.picture += codecs } else { film.sound += codecs }
    }

    private mutating func clean(_ information: Box, keeping kept: Set<String>) throws {
        for box in try boxes(in: information.content) {
            if !kept.contains(box.type) { blank(box) }
            guard box.type == "stbl" else { continue }
            for table in try boxes(in: box.content) where Kept.notOfSamples.contains(table.type) { blank(table) }
        }
    }

    // MARK: Boxes

    /// The boxes that lie in a range.
    private mutating func boxes(in range: Range<Int>, ofFile: Bool = false) throws -> [Box] {
        var boxes: [Box] = []
        var position = range.lowerBound
        while range.upperBound - position >= 8 {
            let head = try source.bytes(in: position..<min(position + 16, range.upperBound))
            var length = Self.number(head, 0, 4)
            var headLength = 8
            if length == 1, head.count == 16 {
                (length, headLength) = (Self.number(head, 8, 8), 16)
            } else if length == 0, ofFile {
                length = range.upperBound - position
            }
            // User data may end in four noughts, which are no box; so may whatever was padded.
            if length == 0, !ofFile { break }
            guard length >= headLength else { throw VideoError.malformed(what: "a box shorter than its own head") }
            guard length <= range.upperBound - position else {
                throw ofFile ? VideoError.truncated : VideoError.malformed(what: "a box longer than what it lies in")
            }
            boxCount += 1
            guard boxCount <= Self.mostBoxes else { throw VideoError.malformed(what: "more than \(Self.mostBoxes) boxes") }
            let type = String(decoding: head[4..<8], as: UTF8.self)
            boxes.append(Box(type: type, typeAt: position + 4, content: position + headLength..<position + length))
            position += length
        }
        return boxes
    }

    /// Big-endian; what does not fit is larger than any file.
    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        guard start >= 0, start + count <= bytes.count else { return Int.max }
        let value = bytes[start..<start + count].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(exactly: value) ?? Int.max
    }

    private mutating func blank(_ box: Box) {
        if box.type != "free", box.type != "skip" {
            edits.append(VideoRedaction.Edit(range: box.typeAt..<box.typeAt + 4, bytes: Array("free".utf8)))
        }
        edits.append(VideoRedaction.Edit(range: box.content))
    }

    // MARK: What boxes hold

    private func content(_ box: Box, atLeast count: Int) throws -> [UInt8] {
        guard box.content.count >= count, box.content.count <= Self.largestTable else {
            throw VideoError.malformed(what: "\(box.type) of \(box.content.count) bytes")
        }
        return try source.bytes(in: box.content)
    }

    private func handler(_ media: [Box]) throws -> String {
        guard let box = media.first(where: { $0.type == "hdlr" }) else { throw VideoError.malformed(what: "a track without hdlr") }
        return String(decoding: try content(box, atLeast: 12)[8..<12], as: UTF8.self)
    }

    /// When the movie, the track or its media was made: version and flags, then two times of 4 or 8 bytes.
    private mutating func clearTimes(of box: Box) throws {
        let version = try content(box, atLeast: 20)[0]
        let start = box.content.lowerBound + 4
        edits.append(VideoRedaction.Edit(range: start..<start + (version == 1 ? 16 : 8)))
    }

    /// In milliseconds: a scale and a length of 4 or 8 bytes behind the two times; none where the length is not known.
    private func duration(_ box: Box) throws -> Int? {
        let bytes = try content(box, atLeast: 20)
        let isLong = bytes[0] == 1
        guard bytes.count >= (isLong ? 32 : 20) else { throw VideoError.malformed(what: "a short mvhd") }
        let (scale, length) = (Self.number(bytes, isLong ? 20 : 12, 4), Self.number(bytes, isLong ? 24 : 16, isLong ? 8 : 4))
        guard scale > 0, length > 0, length < Int.max / 1000, length != 0xFFFF_FFFF else { return nil }
        return length * 1000 / scale
    }

    /// Width and height as fixed-point numbers behind a matrix, which may turn the picture on its side.
    private func shownSize(_ box: Box) throws -> PictureSize? {
        let bytes = try content(box, atLeast: 84)
        let matrix = bytes[0] == 1 ? 52 : 40
        guard bytes.count >= matrix + 44 else { throw VideoError.malformed(what: "a short tkhd") }
        let (width, height) = (Self.number(bytes, matrix + 36, 4) >> 16, Self.number(bytes, matrix + 40, 4) >> 16)
        guard width > 0, height > 0 else { return nil }
        let isTurned = Self.number(bytes, matrix, 4) == 0 && Self.number(bytes, matrix + 16, 4) == 0
        return isTurned ? PictureSize(width: height, height: width) : PictureSize(width: width, height: height)
    }

    // MARK: The bytes of a track

    /// Where the samples of a track lie: chunks by their offsets, and how many samples of which sizes each holds.
    private mutating func samples(_ media: [Box]) throws -> [Range<Int>] {
        guard let information = media.first(where: { $0.type == "minf" }),
            let table = try boxes(in: information.content).first(where: { $0.type == "stbl" })
        else { throw VideoError.otherTrack }
        let tables = Dictionary(try boxes(in: table.content).map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
        guard let runs = tables["stsc"], let sizes = tables["stsz"], let offsets = tables["stco"] ?? tables["co64"] else {
            throw VideoError.otherTrack
        }
        return try Self.chunks(
            runs: content(runs, atLeast: 8), sizes: content(sizes, atLeast: 12), offsets: content(offsets, atLeast: 8),
            width: offsets.type == "co64" ? 8 : 4)
    }

    private static func chunks(runs: [UInt8], sizes: [UInt8], offsets: [UInt8], width: Int) throws -> [Range<Int>] {
        let (common, sampleCount) = (number(sizes, 4, 4), number(sizes, 8, 4))
        let (runCount, chunkCount) = (number(runs, 4, 4), number(offsets, 4, 4))
        guard runs.count >= 8 + runCount * 12, offsets.count >= 8 + chunkCount * width, common != 0 || sizes.count >= 12 + sampleCount * 4
        else { throw VideoError.malformed(what: "a table of samples that is cut off") }
        var chunks: [Range<Int>] = []
        var (run, sample) = (0, 0)
        for chunk in 0..<chunkCount {
            while run + 1 < runCount, number(runs, 8 + (run + 1) * 12, 4) <= chunk + 1 { run += 1 }
            let inChunk = run < runCount ? number(runs, 8 + run * 12 + 4, 4) : 0
            let end = min(sampleCount, sample + inChunk)
            // One number for all samples may be absurd; what lies outside the media data is refused later.
            let length =
                common != 0
                ? common.multipliedReportingOverflow(by: end - sample).partialValue
                : (sample..<end).reduce(0) { $0 + number(sizes, 12 + $1 * 4, 4) }
            sample = end
            let offset = number(offsets, 8 + chunk * width, width)
            guard length >= 0, offset <= Int.max - length else { throw VideoError.malformed(what: "a chunk beyond the file") }
            if length > 0 { chunks.append(offset..<offset + length) }
        }
        return chunks
    }
}
