import Testing

@testable import Vietnamese

/// The table must say what the standard library says.
struct LowerCaseTests {
    @Test func everyScalarOfTwoBlocksAndMoreIsLikeTheStandardLibrarys() {
        for value in UInt32(0)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "x" + String(scalar) + "Y"
            #expect(Fold.lowercased(text) == text.lowercased(), "U+\(String(value, radix: 16))")
        }
    }

    @Test(arguments: [
        ("UBND XÃ MẪU – SỐ 127/QĐ-UBND", "ubnd xã mẫu – số 127/qđ-ubnd"),
        ("ĐẶNG THỊ HOÈ", "đặng thị hoè"),
        ("Y BLƠM NIÊ KĐĂM", "y blơm niê kđăm"),
        // Slow letters among quick ones: one with a longer lower case, one beyond the table.
        ("İZMİR ẞ", "i̇zmi̇r ß"), ("СССР Mẫu", "ссср mẫu"), ("", ""),
        // Text in NFD, as macOS types it.
        ("NGUYE\u{302}\u{303}N", "nguye\u{302}\u{303}n"),
    ])
    func words(text: String, lower: String) {
        #expect(Array(Fold.lowercased(text).unicodeScalars) == Array(lower.unicodeScalars))
    }
}
