/// A text as its readers see it, and where each of its bytes stands in the source.
///
/// Line ends within a paragraph are blanks; what parts lines for the reader (items, rows, headings) is a line feed.
/// Marks of emphasis, comments and invisible characters are gone, entities and full-width characters are what
/// they stand for.
struct RenderedText {
    private(set) var bytes: [UInt8] = []
    private var pieces: [Piece] = []

    /// A run of rendered bytes that come from one place.
    private struct Piece {
        var rendered: Int32
        var source: Int32
        var sourceEnd: Int32
        /// Whether each byte stands for the byte at its own place; else all stand for the whole source.
        var isCopy: Bool
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
    }

    /// Appends bytes of the source as they are.
    mutating func copy(_ range: Range<Int>, of source: UnsafeBufferPointer<UInt8>) {
        guard !range.isEmpty else { return }
        pieces.append(
            Piece(
                rendered: Int32(bytes.count), source: Int32(range.lowerBound), sourceEnd: Int32(range.upperBound),
                isCopy: true))
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
    }

    /// Appends what a reader sees instead of some source bytes.
    mutating func append(_ byte: UInt8, for range: Range<Int>) {
        pieces.append(
            Piece(
                rendered: Int32(bytes.count), source: Int32(range.lowerBound), sourceEnd: Int32(range.upperBound),
                isCopy: false))
        bytes.append(byte)
    }

    /// Appends a character that a reader sees instead of some source bytes.
    mutating func append(_ scalar: Unicode.Scalar, for range: Range<Int>) {
        pieces.append(
            Piece(
                rendered: Int32(bytes.count), source: Int32(range.lowerBound), sourceEnd: Int32(range.upperBound),
                isCopy: false))
        bytes.append(contentsOf: Array(String(scalar).utf8))
    }

    /// Appends a part of another rendered text, its places kept.
    mutating func append(_ range: Range<Int>, of other: RenderedText) {
        for offset in range {
            let source = other.source(of: offset..<offset + 1)
            append(other.bytes[offset], for: source)
        }
    }

    /// Takes the byte at an offset out.
    mutating func remove(at offset: Int) {
        let number = pieceIndex(of: offset)
        let piece = pieces[number]
        let end = number + 1 < pieces.count ? Int(pieces[number + 1].rendered) : bytes.count
        bytes.remove(at: offset)
        for later in pieces.indices.dropFirst(number + 1) { pieces[later].rendered -= 1 }
        guard piece.isCopy, end - Int(piece.rendered) > 1 else {
            if end - Int(piece.rendered) == 1 { pieces.remove(at: number) }
            return
        }
        let within = Int32(offset) - piece.rendered
        if within == 0 {
            pieces[number].source += 1
        } else {
            pieces[number].sourceEnd = piece.source + within
            if offset < end - 1 {
                pieces.insert(
                    Piece(
                        rendered: Int32(offset), source: piece.source + within + 1, sourceEnd: piece.sourceEnd,
                        isCopy: true),
                    at: number + 1)
            }
        }
    }

    /// The source of some rendered bytes, at least one.
    func source(of range: Range<Int>) -> Range<Int> {
        let first = pieces[pieceIndex(of: range.lowerBound)], last = pieces[pieceIndex(of: range.upperBound - 1)]
        let start = first.isCopy ? first.source + Int32(range.lowerBound) - first.rendered : first.source
        let end = last.isCopy ? last.source + Int32(range.upperBound) - last.rendered : last.sourceEnd
        return Int(start)..<Int(end)
    }

    private func pieceIndex(of offset: Int) -> Int {
        var lower = 0, upper = pieces.count
        while lower + 1 < upper {
            let middle = (lower + upper) / 2
            if pieces[middle].rendered <= offset { lower = middle } else { upper = middle }
        }
        return lower
    }
}
