/// WebM: elements of id, length and content, one behind and within the other (EBML).
///
/// RFC 8794 for EBML, RFC 9559 for Matroska, of which WebM is a part.
struct WebMReader {
    private struct Element {
        var id: Int
        /// Where its id stands.
        var start: Int
        var content: Range<Int>
        /// Of a recording that was streamed: it ends where the next element of its own level begins.
        var hasUnknownLength = false
    }

    private enum ID {
        static let header = 0x1A45_DFA3, segment = 0x1853_8067, info = 0x1549_A966, tracks = 0x1654_AE6B, cluster = 0x1F43_B675
        static let track = 0xAE, trackType = 0x83, video = 0xE0, pixelWidth = 0xB0, pixelHeight = 0xBA
        static let displayWidth = 0x54B0, displayHeight = 0x54BA, displayUnit = 0x54B2
        static let void = 0xEC
        /// What stays of a segment: everything that is needed to show it. Tags, attachments and chapters go.
        /// The last five stand within clusters, for those of unknown length.
        static let ofSegment: Set = [0x114D_9B74, info, tracks, cluster, 0x1C53_BB6B, 0xE7, 0xA3, 0xA0, 0xAB, 0xA7]
        /// What stays of the information: scale of time, length, and the programs that wrote the file, which the
        /// format demands. Its day, title and file name go, and with them its checksum.
        static let ofInfo: Set = [timestampScale, duration, 0x4D80, 0x5741]
        static let timestampScale = 0x2A_D7B1, duration = 0x4489, codec = 0x86
    }

    /// Picture and sound (RFC 9559, 5.1.4.1.3).
    private static let shownTracks: Set = [1, 2]

    /// Each element that is met costs a look at the disk. Whole clusters are one; those of unknown length are met block
    /// by block, some hundred a second of film.
    private static let mostElements = 3_000_000

    private let source: any SeekableBytes
    private var edits: [VideoRedaction.Edit] = []
    private var film = VideoDescription(format: .webm)
    private var hasPicture = false
    private var elementCount = 0

    init(_ source: some SeekableBytes) {
        self.source = source
    }

    func redaction() throws -> VideoRedaction {
        var reader = self
        try reader.readFile()
        return VideoRedaction(of: reader.film, edits: reader.edits)
    }

    private mutating func readFile() throws {
        var position = 0
        while position < source.count {
            let element = try self.element(at: position, within: source.count)
            position = element.content.upperBound
            switch element.id {
            case ID.header: break
            case ID.segment: try readSegment(element)
            default: try blank(element)
            }
        }
        guard hasPicture else { throw VideoError.noPicture }
    }

    private mutating func readSegment(_ segment: Element) throws {
        var position = segment.content.lowerBound
        while position < segment.content.upperBound {
            let element = try self.element(at: position, within: segment.content.upperBound)
            // A cluster of unknown length: what it holds is met one by one.
            position = element.hasUnknownLength ? element.content.lowerBound : element.content.upperBound
            switch element.id {
            case ID.info: try readInfo(element)
            case ID.tracks: try readTracks(element)
            default: if !ID.ofSegment.contains(element.id) { try blank(element) }
            }
        }
    }

    private mutating func readInfo(_ info: Element) throws {
        var scale = 1_000_000
        var length: Double?
        for element in try elements(in: info.content) {
            switch element.id {
            case ID.timestampScale: scale = try number(element)
            case ID.duration: length = try fraction(element)
            default: if !ID.ofInfo.contains(element.id) { try blank(element) }
            }
        }
        if let length, length > 0, length * Double(scale) < 1e18 { film.duration = Int(length * Double(scale) / 1e6) }
    }

    private mutating func readTracks(_ tracks: Element) throws {
        for track in try elements(in: tracks.content) where track.id == ID.track {
            let parts = try elements(in: track.content)
            guard let type = parts.first(where: { $0.id == ID.trackType }), case let kind = try number(type),
                Self.shownTracks.contains(kind)
            else { throw VideoError.otherTrack }
            let codec = try codec(parts)
            if kind == 1 { film.picture.append(codec) } else { film.sound.append(codec) }
            guard let video = parts.first(where: { $0.id == ID.video }), !hasPicture else { continue }
            hasPicture = true
            film.size = try shownSize(video)
        }
    }

    private mutating func shownSize(_ video: Element) throws -> PictureSize? {
        var values: [Int: Int] = [:]
        for part in try elements(in: video.content) where part.content.count <= 4 { values[part.id] = try number(part) }
        guard let width = values[ID.pixelWidth], let height = values[ID.pixelHeight], width > 0, height > 0 else { return nil }
        // In pixels unless another unit is named.
        if values[ID.displayUnit] ?? 0 == 0, let shownWidth = values[ID.displayWidth], let shownHeight = values[ID.displayHeight],
            shownWidth > 0, shownHeight > 0
        {
            return PictureSize(width: shownWidth, height: shownHeight)
        }
        return PictureSize(width: width, height: height)
    }

    // MARK: Elements

    private mutating func elements(in range: Range<Int>) throws -> [Element] {
        var elements: [Element] = []
        var position = range.lowerBound
        while position < range.upperBound {
            let element = try self.element(at: position, within: range.upperBound)
            guard !element.hasUnknownLength else { throw VideoError.malformed(what: "an element of unknown length") }
            elements.append(element)
            position = element.content.upperBound
        }
        return elements
    }

    private mutating func element(at position: Int, within end: Int) throws -> Element {
        elementCount += 1
        guard elementCount <= Self.mostElements else { throw VideoError.malformed(what: "more than \(Self.mostElements) elements") }
        let head = try source.bytes(in: position..<min(position + 12, end))
        let idLength = head[0].leadingZeroBitCount + 1
        guard idLength <= 4 else { throw VideoError.malformed(what: "an id of \(idLength) bytes") }
        guard head.count > idLength else { throw VideoError.truncated }
        let sizeLength = head[idLength].leadingZeroBitCount + 1
        guard sizeLength <= 8 else { throw VideoError.malformed(what: "a length of \(sizeLength) bytes") }
        guard head.count >= idLength + sizeLength else { throw VideoError.truncated }
        let id = head[..<idLength].reduce(0) { $0 << 8 | Int($1) }
        let length = head[idLength..<idLength + sizeLength].reduce(0) { $0 << 8 | Int($1) } & (1 << (7 * sizeLength) - 1)
        let start = position + idLength + sizeLength
        if length == 1 << (7 * sizeLength) - 1 {
            guard id == ID.segment || id == ID.cluster else { throw VideoError.malformed(what: "an element of unknown length") }
            return Element(id: id, start: position, content: start..<end, hasUnknownLength: true)
        }
        guard length <= end - start else { throw VideoError.truncated }
        return Element(id: id, start: position, content: start..<start + length)
    }

    private func number(_ element: Element) throws -> Int {
        guard element.content.count <= 7 else { throw VideoError.malformed(what: "a number of \(element.content.count) bytes") }
        return try source.bytes(in: element.content).reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number of 4 or 8 bytes as IEEE 754 has them.
    private func fraction(_ element: Element) throws -> Double? {
        let bits = try source.bytes(in: element.content.prefix(8)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return switch element.content.count {
        case 4: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        case 8: Double(bitPattern: bits)
        default: nil
        }
    }

    private func codec(_ track: [Element]) throws -> VideoCodec {
        guard let element = track.first(where: { $0.id == ID.codec }), (1...64).contains(element.content.count) else {
            return VideoCodec(code: "?")
        }
        let letters = try source.bytes(in: element.content)
        return VideoCodec(code: VideoCodec.isPrintable(letters) ? String(decoding: letters, as: UTF8.self) : "?")
    }

    /// Makes the element empty space of the same length: an id of one byte, and a length that takes what is left of
    /// the head.
    private mutating func blank(_ element: Element) throws {
        let headLength = element.content.lowerBound - element.start
        guard element.id != ID.void else { return edits.append(VideoRedaction.Edit(range: element.content)) }
        let sizeLength = headLength - 1
        let length = element.content.count
        // The id had at least one byte, so the length has at least as many as before; eight are enough for any.
        let written = min(sizeLength, 8)
        var head = [UInt8(ID.void)]
        let value = UInt64(length + sizeLength - written) | 1 << UInt64(7 * written)
        for index in (0..<written).reversed() { head.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
        edits.append(VideoRedaction.Edit(range: element.start..<element.content.upperBound, bytes: head))
    }
}
