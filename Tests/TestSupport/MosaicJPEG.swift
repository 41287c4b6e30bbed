/// JPEG files of even blocks, 8 by 8 pixels each, put together bit by bit (ITU-T T.81): real pictures of any size and
/// colours, without a library that makes them.
package struct MosaicJPEG {
    package struct Colour: Sendable, Equatable {
        package var red, green, blue: Int

        package init(_ red: Int, _ green: Int, _ blue: Int) {
            (self.red, self.green, self.blue) = (red, green, blue)
        }

        package static let red = Colour(200, 30, 40)
        package static let green = Colour(20, 140, 60)
        package static let blue = Colour(30, 60, 190)
        package static let yellow = Colour(230, 190, 40)
        package static let white = Colour(255, 255, 255)

        /// Whether two colours are the same to the eye, as far as compression lets them be.
        package func isNear(_ other: Colour, within distance: Int = 16) -> Bool {
            abs(red - other.red) <= distance && abs(green - other.green) <= distance && abs(blue - other.blue) <= distance
        }

        /// Luma and the two differences of colour, as JFIF has them.
        fileprivate var planes: [Int] {
            let (r, g, b) = (Double(red), Double(green), Double(blue))
            return [
                0.299 * r + 0.587 * g + 0.114 * b, 128 - 0.168_736 * r - 0.331_264 * g + 0.5 * b,
                128 + 0.5 * r - 0.418_688 * g - 0.081_312 * b,
            ]
            .map { Int($0.rounded()) }
        }
    }

    /// A picture whose block at a column and row has a colour.
    ///
    /// - Parameter segments: goes behind the file's first marker, such as EXIF or a colour profile.
    package static func bytes(
        width: Int, height: Int, segments: [UInt8] = [], _ colour: (_ column: Int, _ row: Int) -> Colour
    ) -> [UInt8] {
        bytes(width: width, height: height, segments: segments, planeCount: 3) { colour($0, $1).planes }
    }

    /// A picture of four equal quarters.
    package static func quarters(
        width: Int, height: Int, segments: [UInt8] = [], _ colours: [Colour] = [.red, .green, .blue, .yellow]
    ) -> [UInt8] {
        bytes(width: width, height: height, segments: segments) { column, row in
            colours[(column * 16 < width ? 0 : 1) + (row * 16 < height ? 0 : 2)]
        }
    }

    /// An even picture in four inks, inverted as Adobe's programs store them; 0 is no ink.
    package static func inks(width: Int, height: Int, cyan: Int, magenta: Int, yellow: Int, black: Int) -> [UInt8] {
        let adobe = segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0])
        let planes = [cyan, magenta, yellow, black].map { 255 - $0 }
        return bytes(width: width, height: height, segments: adobe, planeCount: 4) { _, _ in planes }
    }

    private static func bytes(
        width: Int, height: Int, segments: [UInt8], planeCount: Int, _ planes: (Int, Int) -> [Int]
    ) -> [UInt8] {
        var file: [UInt8] = [0xFF, 0xD8] + segments
        // A quantiser of 8 makes the first coefficient of a block its mean, less 128.
        file += segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
        file += segment(0xC0, [8] + big(height) + big(width) + [UInt8(planeCount)] + (0..<planeCount).flatMap { [UInt8($0 + 1), 0x11, 0] })
        // The twelve categories of differences have codes of four bits; the end of a block is a single 0.
        file += segment(0xC4, [0x00, 0, 0, 0, 12] + [UInt8](repeating: 0, count: 12) + Array(0..<12))
        file += segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
        file += segment(0xDA, [UInt8(planeCount)] + (0..<planeCount).flatMap { [UInt8($0 + 1), 0x00] } + [0, 63, 0])
        var bits = BitWriter()
        var before = [Int](repeating: 0, count: planeCount)
        for row in 0..<(height + 7) / 8 {
            for column in 0..<(width + 7) / 8 {
                for (plane, level) in planes(column, row).enumerated() {
                    let value = level - 128
                    let difference = value - before[plane]
                    before[plane] = value
                    let size = Int.bitWidth - abs(difference).leadingZeroBitCount
                    bits.append(size, count: 4)
                    bits.append(difference < 0 ? difference + (1 << size) - 1 : difference, count: size)
                    bits.append(0, count: 1)
                }
            }
        }
        return file + bits.finished() + [0xFF, 0xD9]
    }

    /// A marker segment with its length.
    package static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] { [0xFF, marker] + big(payload.count + 2) + payload }

    private static func big(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }

    private struct BitWriter {
        private var bytes: [UInt8] = []
        private var pending = 0
        private var count = 0

        mutating func append(_ value: Int, count more: Int) {
            pending = pending << more | (value & ((1 << more) - 1))
            count += more
            while count >= 8 {
                count -= 8
                let byte = UInt8(truncatingIfNeeded: pending >> count)
                bytes.append(byte)
                if byte == 0xFF { bytes.append(0) }
                pending &= (1 << count) - 1
            }
        }

        func finished() -> [UInt8] {
            var copy = self
            if count > 0 { copy.append((1 << (8 - count)) - 1, count: 8 - count) }
            return copy.bytes
        }
    }
}
