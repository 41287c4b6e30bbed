/// Unpacks what PDF calls FlateDecode: RFC 1950 around RFC 1951.
///
/// Only parts of a few kilobytes come this way, so it is written to be short rather than fast.
struct Inflate {
    enum Failure: Error, Equatable {
        /// The bytes are not of this format, or end early.
        case malformed
        /// What comes out is larger than it may be.
        case tooLarge
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var buffer: UInt32 = 0
    private var bitsInBuffer = 0
    private let limit: Int
    private var output: [UInt8] = []

    private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
        self.bytes = bytes
        self.limit = limit
        position = bytes.startIndex
    }

    /// - Parameter limit: how many bytes may come out.
    static func unpacked(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Failure) -> [UInt8] {
        var inflate = Inflate(bytes, limit: limit)
        guard bytes.count > 2, bytes[bytes.startIndex] & 0x0F == 8, bytes[bytes.startIndex + 1] & 0x20 == 0 else { throw .malformed }
        inflate.position += 2
        while try !inflate.block() {}
        return inflate.output
    }

    // MARK: Bits

    private mutating func bits(_ count: Int) throws(Failure) -> Int {
        while bitsInBuffer < count {
            guard position < bytes.endIndex else { throw .malformed }
            buffer |= UInt32(bytes[position]) << UInt32(bitsInBuffer)
            position += 1
            bitsInBuffer += 8
        }
        let value = buffer & (1 << UInt32(count) - 1)
        buffer >>= UInt32(count)
        bitsInBuffer -= count
        return Int(value)
    }

    /// A canonical Huffman code: how many codes there are of each length, and what they stand for.
    private struct Code {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int]

        init(lengths: some Collection<Int>) {
            for length in lengths { counts[length] += 1 }
            counts[0] = 0
            var offsets = [Int](repeating: 0, count: 17)
            for length in 1..<16 { offsets[length + 1] = offsets[length] + counts[length] }
            symbols = [Int](repeating: 0, count: offsets[16])
            for (symbol, length) in lengths.enumerated() where length > 0 {
                symbols[offsets[length]] = symbol
                offsets[length] += 1
            }
        }
    }

    private mutating func symbol(_ code: Code) throws(Failure) -> Int {
        var (value, first, index) = (0, 0, 0)
        for length in 1..<16 {
            value |= try bits(1)
            let count = code.counts[length]
            if value - count < first {
                guard value >= first, code.symbols.indices.contains(index + value - first) else { throw .malformed }
                return code.symbols[index + value - first]
            }
            index += count
            first = (first + count) << 1
            value <<= 1
        }
        throw .malformed
    }

    // MARK: Blocks

    /// Unpacks one block; true where it was the last.
    private mutating func block() throws(Failure) -> Bool {
        let isLast = try bits(1) == 1
        switch try bits(2) {
        case 0: try stored()
        case 1: try packed(Self.fixedLiterals, Self.fixedDistances)
        case 2:
            let (literals, distances) = try dynamicCodes()
            try packed(literals, distances)
        default: throw .malformed
        }
        return isLast
    }

    private mutating func stored() throws(Failure) {
        (buffer, bitsInBuffer) = (0, 0)
        guard bytes.endIndex - position >= 4 else { throw .malformed }
        let count = Int(bytes[position]) | Int(bytes[position + 1]) << 8
        position += 4
        guard count <= bytes.endIndex - position else { throw .malformed }
        guard count <= limit - output.count else { throw .tooLarge }
        output += bytes[position..<position + count]
        position += count
    }

    private static let fixedLiterals = Code(
        lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    private static let fixedDistances = Code(lengths: [Int](repeating: 5, count: 30))

    private mutating func dynamicCodes() throws(Failure) -> (literals: Code, distances: Code) {
        let literalCount = try bits(5) + 257
        let distanceCount = try bits(5) + 1
        let lengthCount = try bits(4) + 4
        var lengths = [Int](repeating: 0, count: 19)
        for index in 0..<lengthCount { lengths[Self.lengthOrder[index]] = try bits(3) }
        let code = Code(lengths: lengths)
        var all: [Int] = []
        while all.count < literalCount + distanceCount {
            switch try symbol(code) {
            case let length where length < 16: all.append(length)
            case 16:
                guard let last = all.last else { throw .malformed }
                all += [Int](repeating: last, count: 3 + (try bits(2)))
            case 17: all += [Int](repeating: 0, count: 3 + (try bits(3)))
            default: all += [Int](repeating: 0, count: 11 + (try bits(7)))
            }
        }
        guard all.count == literalCount + distanceCount else { throw .malformed }
        return (Code(lengths: all[..<literalCount]), Code(lengths: all[literalCount...]))
    }

    private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private mutating func packed(_ literals: Code, _ distances: Code) throws(Failure) {
        while true {
            let symbol = try symbol(literals)
            if symbol == 256 { return }
            if symbol < 256 {
                guard output.count < limit else { throw .tooLarge }
                output.append(UInt8(symbol))
                continue
            }
            guard symbol - 257 < Self.lengths.count else { throw .malformed }
            let length = Self.lengths[symbol - 257] + (try bits(Self.lengthBits[symbol - 257]))
            let code = try self.symbol(distances)
            guard code < Self.distances.count else { throw .malformed }
            let distance = Self.distances[code] + (try bits(code < 2 ? 0 : code / 2 - 1))
            guard distance <= output.count else { throw .malformed }
            guard length <= limit - output.count else { throw .tooLarge }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    private static let lengths = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]
    private static let lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
    private static let distances = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
        12289, 16385, 24577,
    ]
}
