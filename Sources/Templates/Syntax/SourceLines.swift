import Diagnostics

/// Turns byte offsets of a template into places that an editor understands.
struct SourceLines {
    let path: String
    let bytes: [UInt8]
    /// The offset of each line's first byte.
    private let starts: [Int]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == .newline }.map { $0 + 1 }
    }

    /// The line that holds a byte, counted from 0. Found by halving.
    private func line(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The offset of the first byte of the line that holds a byte.
    func start(ofLineAt offset: Int) -> Int { starts[line(at: offset)] }

    /// The place of a run of bytes; a run of several lines is cut at the end of the first.
    func place(of range: Range<Int>) -> SourcePlace {
        let line = line(at: range.lowerBound)
        let run = bytes[range].prefix { $0 != .newline && $0 != .carriageReturn }
        let column = scalarCount(bytes[starts[line]..<range.lowerBound]) + 1
        return SourcePlace(path: path, line: line + 1, column: column, length: scalarCount(run))
    }

    /// How many scalars the UTF-8 would have in NFC. Combining marks (U+0300 to U+036F, in UTF-8
    /// CC 80 to CD AF) melt into the letter before them, as all those of Vietnamese do.
    private func scalarCount(_ run: ArraySlice<UInt8>) -> Int {
        var count = 0
        for (index, byte) in zip(run.indices, run) where byte & 0xC0 != 0x80 {
            let isMark = byte == 0xCC || (byte == 0xCD && index + 1 < run.endIndex && run[index + 1] < 0xB0)
            if !isMark { count += 1 }
        }
        return count
    }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// A space or a tab: what may surround a tag that stands alone on its line.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    /// White space, line ends included.
    var isSpace: Bool { isBlank || self == .newline || self == .carriageReturn }
}
