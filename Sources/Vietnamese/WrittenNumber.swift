/// A number as Vietnamese writes it, kept exactly: “36,6” is 366 with one decimal.
package struct WrittenNumber: Sendable, Hashable, Comparable {
    /// All digits, as one whole number.
    package let digits: Int
    /// How many of them stand behind the comma; none of the last ones is a zero.
    package let decimals: Int

    /// As many digits are read: with any number of decimals their powers of ten fit into an `Int`.
    static let mostDigits = 15

    /// `digits` with the comma before the last `decimals` of them: 366 and 1 give 36,6.
    ///
    /// - Precondition: neither is negative.
    package init(_ digits: Int, decimals: Int = 0) {
        precondition(digits >= 0 && decimals >= 0)
        var (digits, decimals) = (digits, decimals)
        while decimals > 0, digits.isMultiple(of: 10) { (digits, decimals) = (digits / 10, decimals - 1) }
        self.digits = digits
        self.decimals = decimals
    }

    /// Reads “1548”, “1.548”, “36,6” or “1.548,25”. Nil for all else: a full stop parts thousands and
    /// nothing more, so “9.2019” and “1.5” are no numbers, and neither is “0905123456”, which begins as
    /// telephones do.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard let number = bytes.withUnsafeBufferPointer({ WrittenNumber($0[...]) }) else { return nil }
        self = number
    }

    /// The same for bytes.
    init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        let comma = bytes.firstIndex(of: UInt8(ascii: ",")) ?? bytes.endIndex
        let fraction = comma < bytes.endIndex ? bytes[(comma + 1)...] : bytes[comma...]
        guard comma == bytes.endIndex || !fraction.isEmpty, fraction.allSatisfy(Self.isDigit) else { return nil }
        let whole = bytes[..<comma]
        let groups = whole.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) }) else { return nil }
        if groups.count > 1 {
            guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        }
        // “05” and “007” count things; longer runs behind a zero are numbers of telephones and papers.
        if groups[0].first == UInt8(ascii: "0"), groups.count > 1 || groups[0].count > 3 { return nil }
        guard groups.reduce(0, { $0 + $1.count }) + fraction.count <= Self.mostDigits else { return nil }
        var digits = 0
        for byte in whole where Self.isDigit(byte) { digits = digits * 10 + Int(byte & 0xF) }
        for byte in fraction { digits = digits * 10 + Int(byte & 0xF) }
        self.init(digits, decimals: fraction.count)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    package var isZero: Bool { digits == 0 }

    /// The number times ten to that power: 36,6 millions are 36.600.000. Nil where that has too many digits.
    package func times(powerOfTen power: Int) -> WrittenNumber? {
        guard power > decimals else { return WrittenNumber(digits, decimals: decimals - power) }
        guard power - decimals <= Self.mostDigits else { return nil }
        let (product, overflow) = digits.multipliedReportingOverflow(by: Self.powerOfTen(power - decimals))
        return overflow ? nil : WrittenNumber(product)
    }

    /// By size.
    package static func < (left: WrittenNumber, right: WrittenNumber) -> Bool {
        let first = left.digits.multipliedFullWidth(by: powerOfTen(right.decimals))
        let second = right.digits.multipliedFullWidth(by: powerOfTen(left.decimals))
        return (first.high, first.low) < (second.high, second.low)
    }

    private static func powerOfTen(_ power: Int) -> Int { (0..<power).reduce(1) { product, _ in product * 10 } }
}
