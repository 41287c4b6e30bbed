/// A place in a file's bytes that cannot be moved past their end: every step that would is `truncated`.
///
/// All readers of this room go through it, so that no length written in a hostile file is ever
/// trusted as an index.
struct ByteCursor {
    let bytes: [UInt8]
    /// One past the last byte that may be read; less than `bytes.count` inside a container.
    let end: Int
    private(set) var position: Int

    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        end = min(range?.upperBound ?? bytes.count, bytes.count)
        position = min(range?.lowerBound ?? 0, end)
    }

    var isAtEnd: Bool { position == end }

    /// Moves over `count` bytes and says where they lay.
    @discardableResult
    mutating func skip(_ count: Int) throws(PictureError) -> Range<Int> {
        guard count >= 0, count <= end - position else { throw .truncated }
        defer { position += count }
        return position..<position + count
    }

    mutating func byte() throws(PictureError) -> UInt8 {
        bytes[try skip(1).lowerBound]
    }

    /// Big-endian, as JPEG and PNG write numbers.
    mutating func bigEndian(_ count: Int) throws(PictureError) -> Int {
        var value = 0
        for index in try skip(count) { value = value << 8 | Int(bytes[index]) }
        return value
    }

    /// Little-endian, as WebP and GIF write numbers.
    mutating func littleEndian(_ count: Int) throws(PictureError) -> Int {
        var value = 0
        for index in try skip(count).reversed() { value = value << 8 | Int(bytes[index]) }
        return value
    }
}

extension [UInt8] {
    /// Whether the ASCII letters of `text` stand at `offset`.
    func holds(_ text: StaticString, at offset: Int = 0) -> Bool {
        guard offset >= 0, text.utf8CodeUnitCount <= count - offset else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { self[offset + $0] == text.utf8Start[$0] }
    }
}
