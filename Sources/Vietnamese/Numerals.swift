/// Numbers as Vietnamese writes them: a full stop between thousands, a comma before decimals.
package enum Numerals {
    /// 1548 becomes "1.548".
    package static func formatted(_ value: Int) -> String {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `formatted(value)` as UTF-8.
    package static func append(_ value: Int, to output: inout [UInt8]) {
        if value < 0 { output.append(UInt8(ascii: "-")) }
        appendGroups(of: value.magnitude, to: &output)
    }

    /// 68.5 becomes "68,5" and 1234.0 "1.234": rounded half away from zero to at most `decimals`
    /// places, without closing zeros. What is rounded is the number as Swift prints it, so that
    /// 0.285 to two places is 0,29 although its binary form lies a little below.
    ///
    /// - Precondition: `value` is finite and `decimals` is not negative.
    package static func formatted(_ value: Double, decimals: Int = 2) -> String {
        precondition(value.isFinite && decimals >= 0)
        var (digits, point) = decimal(of: value.magnitude)
        let kept = point + decimals
        if kept < 0 {
            digits = []
        } else if kept < digits.count {
            let roundsUp = digits[kept] >= 5
            digits.removeLast(digits.count - kept)
            if roundsUp { increment(&digits, &point) }
        }
        while digits.count > max(point, 0), digits.last == 0 { digits.removeLast() }
        let whole = (0..<max(point, 0)).map { $0 < digits.count ? digits[$0] : 0 }
        let fraction = [UInt8](repeating: 0, count: digits.isEmpty ? 0 : max(-point, 0)) + digits.dropFirst(max(point, 0))

        var output: [UInt8] = []
        if value < 0, digits.contains(where: { $0 != 0 }) { output.append(UInt8(ascii: "-")) }
        appendGrouped(whole.isEmpty ? [0] : whole, to: &output)
        if !fraction.isEmpty { output.append(UInt8(ascii: ",")) }
        output.append(contentsOf: fraction.map { UInt8(ascii: "0") + $0 })
        return String(decoding: output, as: UTF8.self)
    }

    private static func appendGroups(of value: UInt, to output: inout [UInt8]) {
        let isLeading = value < 1000
        if !isLeading {
            appendGroups(of: value / 1000, to: &output)
            output.append(UInt8(ascii: "."))
        }
        if !isLeading || value >= 100 { output.append(UInt8(ascii: "0") + UInt8(value % 1000 / 100)) }
        if !isLeading || value >= 10 { output.append(UInt8(ascii: "0") + UInt8(value % 100 / 10)) }
        output.append(UInt8(ascii: "0") + UInt8(value % 10))
    }

    private static func appendGrouped(_ digits: [UInt8], to output: inout [UInt8]) {
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { output.append(UInt8(ascii: ".")) }
            output.append(UInt8(ascii: "0") + digit)
        }
    }

    /// The shortest decimal digits that read back as `value`, and how many stand before the point
    /// (negative where zeros stand between the point and the first digit).
    private static func decimal(of value: Double) -> (digits: [UInt8], point: Int) {
        var digits: [UInt8] = []
        var point: Int?
        let parts = value.description.split(separator: "e")
        for byte in parts[0].utf8 {
            if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte - UInt8(ascii: "0")) }
        }
        var place = (point ?? digits.count) + (parts.count > 1 ? Int(parts[1])! : 0)
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        place -= zeros
        return digits.isEmpty ? ([], 0) : (digits, place)
    }

    private static func increment(_ digits: inout [UInt8], _ point: inout Int) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
        point += 1
    }
}
