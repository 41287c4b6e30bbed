/// Whole numbers in printable characters, so that files of numbers are text: servers compress them as they are, and small numbers,
/// which are most, take one character.
///
/// A number below 63 is the character 33 + number. A larger one is its quotient by 63 in digits to the base of 28 (characters
/// 96 + digit, the highest first), then the rest as above. No number contains `|` or a line end, and each ends by itself.
enum NumberText {
    private static let base = 63
    private static let highBase = 28

    /// Appends a number that is not negative.
    @inline(__always)
    static func append(_ number: Int, to output: inout [UInt8]) {
        if number >= base { appendHigh(number / base, to: &output) }
        output.append(UInt8(33 + number % base))
    }

    private static func appendHigh(_ number: Int, to output: inout [UInt8]) {
        if number >= highBase { appendHigh(number / highBase, to: &output) }
        output.append(UInt8(96 + number % highBase))
    }

    /// The numbers of a text, one after the other.
    static func forEach(in text: [UInt8], _ body: (Int) -> Void) {
        var high = 0
        for byte in text {
            if byte >= 96 {
                high = high * highBase + Int(byte) - 96
            } else {
                body(high * base + Int(byte) - 33)
                high = 0
            }
        }
    }
}
