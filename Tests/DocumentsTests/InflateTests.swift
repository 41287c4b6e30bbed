import Testing

@testable import Documents

/// What other programs packed comes out as it went in.
@Suite struct InflateTests {
    /// zlib 1.3, fixed codes.
    private static let fixed: [UInt8] = [
        0x78, 0x01, 0x2B, 0x4B, 0xCC, 0x4B, 0x57, 0x28, 0x83, 0x11, 0x00, 0x27, 0xBC, 0x05, 0x45,
    ]
    /// zlib 1.3, codes of its own.
    private static let dynamic: [UInt8] = [
        0x78, 0xDA, 0x15, 0x8C, 0xC1, 0x11, 0x00, 0x41, 0x08, 0xC2, 0x5A, 0xB1, 0x35, 0x02, 0xAB, 0xF6,
        0x5F, 0xC1, 0x79, 0xE1, 0x05, 0xCC, 0xA4, 0x4A, 0x12, 0xA5, 0xD9, 0x2E, 0x78, 0xBA, 0xB4, 0x68,
        0x76, 0x2A, 0xC4, 0x41, 0x25, 0x0C, 0x44, 0xD1, 0x0F, 0x52, 0xEE, 0xE9, 0xC8, 0xCB, 0x64, 0xD9,
        0x07, 0x65, 0x5D, 0x19, 0xFF, 0x2B, 0x4E, 0x6A, 0x69, 0x9B, 0x37, 0x19, 0xFB, 0x7C, 0x35, 0xA5,
        0xC7, 0x9E, 0xE7, 0xF7, 0x1E, 0xFD, 0x01, 0x38, 0xBF, 0x2B, 0xCA,
    ]
    private static let dynamicText =
        "  aaab aghf bbeaeaefabfbhg dbdcdba abcbbbdadaaaaabaaddbdfdachbgdhbhebb cahbggcfdacbcdd hbfccbegdgccfab g aebhcbbhg ddddf"

    private static let stored: [UInt8] = [0x78, 0x01, 1, 3, 0, 0xFC, 0xFF] + Array("abc".utf8)

    private static func text(_ bytes: [UInt8], limit: Int = 1000) throws -> String {
        String(decoding: try Inflate.unpacked(bytes[...], limit: limit), as: UTF8.self)
    }

    @Test func everyKindOfBlockIsUnpacked() throws {
        #expect(try Self.text(Self.stored) == "abc")
        #expect(try Self.text(Self.fixed) == "vang vang vang")
        #expect(try Self.text(Self.dynamic) == Self.dynamicText)
    }

    @Test func nothingLargerThanAllowedComesOut() {
        for bytes in [Self.fixed, Self.dynamic] { #expect(throws: Inflate.Failure.tooLarge) { try Self.text(bytes, limit: 10) } }
        #expect(throws: Inflate.Failure.tooLarge) { try Self.text(Self.stored, limit: 2) }
    }

    /// Any change is answered, and no index leaves its array.
    @Test func damagedBytesAreAnswered() {
        for whole in [Self.stored, Self.fixed, Self.dynamic] {
            for index in whole.indices {
                _ = try? Self.text(Array(whole[..<index]))
                for value: UInt8 in [0, 1, 0x55, 0x80, 0xFF] {
                    var damaged = whole
                    damaged[index] = value
                    _ = try? Self.text(damaged)
                }
            }
        }
    }
}
