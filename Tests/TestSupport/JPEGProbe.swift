/// Reads the mean colours of a baseline JPEG's blocks: enough to see what a picture shows, without a decoder that might
/// share a mistake with the one under test.
package struct JPEGProbe {
    package private(set) var width = 0
    package private(set) var height = 0
    private var planes: [Plane] = []
    private var quantisers: [Int: [Int]] = [:]
    private var codes: [Int: [Code: Int]] = [:]
    private let bytes: [UInt8]

    private struct Plane {
        var id: Int
        var across: Int
        var down: Int
        var quantiser: Int
        var table = 0
        var columns = 0
        /// Means by row and column.
        var means: [Double] = []
    }

    private struct Code: Hashable {
        var bits: Int
        var length: Int
    }

    package struct Unreadable: Error {}

    package init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        var position = 2
        while position + 4 <= bytes.count {
            let marker = bytes[position + 1]
            let length = number(position + 2)
            let start = position + 4
            switch marker {
            case 0xDB: readQuantisers(start..<position + 2 + length)
            case 0xC0: readFrame(start)
            case 0xC4: readCodes(start..<position + 2 + length)
            case 0xDA:
                readScan(start)
                try readBlocks(from: position + 2 + length)
                return
            case 0xC1, 0xC2: throw Unreadable()
            default: break
            }
            position += 2 + length
        }
        throw Unreadable()
    }

    /// The colour of the block at a point, given in per cent of the picture.
    package func colour(x: Int, y: Int) -> MosaicJPEG.Colour {
        func mean(_ plane: Plane) -> Double {
            let column = min(plane.columns - 1, plane.columns * x / 100)
            let rows = plane.means.count / plane.columns
            return plane.means[min(rows - 1, rows * y / 100) * plane.columns + column]
        }
        let luma = mean(planes[0])
        guard planes.count == 3 else { return .init(Int(luma), Int(luma), Int(luma)) }
        let (b, r) = (mean(planes[1]) - 128, mean(planes[2]) - 128)
        func level(_ value: Double) -> Int { min(255, max(0, Int(value.rounded()))) }
        return .init(level(luma + 1.402 * r), level(luma - 0.344_136 * b - 0.714_136 * r), level(luma + 1.772 * b))
    }

    private func number(_ offset: Int) -> Int { Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) }

    private mutating func readQuantisers(_ range: Range<Int>) {
        var position = range.lowerBound
        while position < range.upperBound {
            quantisers[Int(bytes[position] & 15)] = (1...64).map { Int(bytes[position + $0]) }
            position += 65
        }
    }

    private mutating func readFrame(_ start: Int) {
        height = number(start + 1)
        width = number(start + 3)
        planes = (0..<Int(bytes[start + 5])).map { index in
            let at = start + 6 + index * 3
            return Plane(
                id: Int(bytes[at]), across: Int(bytes[at + 1] >> 4), down: Int(bytes[at + 1] & 15), quantiser: Int(bytes[at + 2]))
        }
    }

    private mutating func readCodes(_ range: Range<Int>) {
        var position = range.lowerBound
        while position < range.upperBound {
            let table = Int(bytes[position])
            var symbol = position + 17
            var bits = 0
            var read: [Code: Int] = [:]
            for length in 1...16 {
                for _ in 0..<Int(bytes[position + length]) {
                    read[Code(bits: bits, length: length)] = Int(bytes[symbol])
                    symbol += 1
                    bits += 1
                }
                bits <<= 1
            }
            codes[table] = read
            position = symbol
        }
    }

    private mutating func readScan(_ start: Int) {
        for index in 0..<Int(bytes[start]) {
            let id = Int(bytes[start + 1 + index * 2])
            if let plane = planes.firstIndex(where: { $0.id == id }) { planes[plane].table = Int(bytes[start + 2 + index * 2]) }
        }
    }

    private mutating func readBlocks(from start: Int) throws {
        var bits = BitReader(bytes: bytes, position: start)
        let across = planes.map(\.across).max() ?? 1, down = planes.map(\.down).max() ?? 1
        let columns = (width + across * 8 - 1) / (across * 8), rows = (height + down * 8 - 1) / (down * 8)
        var before = [Int](repeating: 0, count: planes.count)
        for index in planes.indices {
            planes[index].columns = columns * planes[index].across
            planes[index].means = [Double](repeating: 0, count: planes[index].columns * rows * planes[index].down)
        }
        for unit in 0..<columns * rows {
            for index in planes.indices {
                let plane = planes[index]
                for block in 0..<plane.across * plane.down {
                    before[index] += try readBlock(plane, &bits)
                    let column = unit % columns * plane.across + block % plane.across
                    let row = unit / columns * plane.down + block / plane.across
                    planes[index].means[row * plane.columns + column] = 128 + Double(before[index] * quantisers[plane.quantiser]![0]) / 8
                }
            }
        }
    }

    /// Reads one block over; returns how its mean differs from that of the block before.
    private func readBlock(_ plane: Plane, _ bits: inout BitReader) throws -> Int {
        let size = try symbol(plane.table >> 4, &bits)
        let value = try bits.read(size)
        var index = 1
        while index < 64 {
            let symbol = try symbol(0x10 | plane.table & 15, &bits)
            if symbol == 0 { break }
            index += symbol == 0xF0 ? 16 : (symbol >> 4) + 1
            _ = try bits.read(symbol & 15)
        }
        return size == 0 ? 0 : value < 1 << (size - 1) ? value - (1 << size) + 1 : value
    }

    private func symbol(_ table: Int, _ bits: inout BitReader) throws -> Int {
        var code = Code(bits: 0, length: 0)
        while code.length < 16 {
            code = Code(bits: code.bits << 1 | (try bits.read(1)), length: code.length + 1)
            if let symbol = codes[table]?[code] { return symbol }
        }
        throw Unreadable()
    }

    private struct BitReader {
        let bytes: [UInt8]
        var position: Int
        var bit = 0

        init(bytes: [UInt8], position: Int) {
            (self.bytes, self.position) = (bytes, position)
        }

        mutating func read(_ count: Int) throws -> Int {
            var value = 0
            for _ in 0..<count {
                guard position < bytes.count else { throw Unreadable() }
                value = value << 1 | Int(bytes[position] >> (7 - bit) & 1)
                bit += 1
                if bit == 8 {
                    position += bytes[position] == 0xFF ? 2 : 1
                    bit = 0
                }
            }
            return value
        }
    }
}
