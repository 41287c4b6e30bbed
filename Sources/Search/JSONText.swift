/// Writes JSON of strings, numbers and arrays, as short as it can be.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var owesComma = false

    mutating func open(_ bracket: Character) {
        separate()
        bytes.append(bracket.asciiValue!)
        owesComma = false
    }

    mutating func close(_ bracket: Character) {
        bytes.append(bracket.asciiValue!)
        owesComma = true
    }

    mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        owesComma = false
    }

    mutating func number(_ value: Int) {
        separate()
        bytes += String(value).utf8
        owesComma = true
    }

    mutating func string(_ value: String) { string(Array(value.utf8)) }

    /// A string by its UTF-8 bytes.
    mutating func string(_ value: [UInt8]) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in value {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes += "\\u00".utf8
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        owesComma = true
    }

    private mutating func separate() {
        if owesComma { bytes.append(UInt8(ascii: ",")) }
    }
}
