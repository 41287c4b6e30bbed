/// How many pixels a GIF's compressed data stand for, without working any out.
///
/// A decoder fills up what is missing and leaves out what is too much, and says nothing: the count is the only sign of
/// a frame that lost bytes. CompuServe, Graphics Interchange Format version 89a, appendix F.
struct LZWLength {
    /// Codes of so many bits at most.
    private static let widestCode = 12

    private let minimumWidth: Int
    /// How many pixels each code stands for.
    private var lengths = [Int](repeating: 0, count: 1 << widestCode)
    private var next: Int
    private var width: Int
    /// The pixels of the code before; none behind a clear code.
    private var previous: Int?
    private var buffer = 0
    private var bitsInBuffer = 0
    private var isEnded = false
    private(set) var pixels = 0

    private var clear: Int { 1 << minimumWidth }

    /// - Parameter minimumWidth: the byte before the data: bits of a pixel.
    init(minimumWidth: Int) throws(PictureError) {
        guard (1...8).contains(minimumWidth) else { throw .malformed(what: "pixels of \(minimumWidth) bits") }
        self.minimumWidth = minimumWidth
        for code in 0..<1 << minimumWidth { lengths[code] = 1 }
        next = (1 << minimumWidth) + 2
        width = minimumWidth + 1
    }

    /// Takes in the next block; what follows the end code is none of the picture's.
    mutating func add(_ bytes: ArraySlice<UInt8>) throws(PictureError) {
        for byte in bytes where !isEnded {
            buffer |= Int(byte) << bitsInBuffer
            bitsInBuffer += 8
            while bitsInBuffer >= width, !isEnded {
                let code = buffer & (1 << width - 1)
                buffer >>= width
                bitsInBuffer -= width
                try add(code)
            }
        }
    }

    private mutating func add(_ code: Int) throws(PictureError) {
        if code == clear {
            (next, width, previous) = (clear + 2, minimumWidth + 1, nil)
            return
        }
        if code == clear + 1 { return isEnded = true }
        guard let previous else {
            guard code < clear else { throw .malformed(what: "a code that stands for nothing") }
            pixels += 1
            return self.previous = 1
        }
        guard code < next || (code == next && next < 1 << Self.widestCode) else {
            throw .malformed(what: "a code that stands for nothing")
        }
        if next < 1 << Self.widestCode {
            lengths[next] = previous + 1
            next += 1
            if next == 1 << width, width < Self.widestCode { width += 1 }
        }
        pixels += lengths[code]
        self.previous = lengths[code]
    }
}
