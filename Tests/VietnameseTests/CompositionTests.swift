import Foundation
import Testing
import Vietnamese

@Suite struct CompositionTests {
    @Test(arguments: [
        ("Hoa\u{300}", "Hoà"), ("e\u{323}\u{302}", "ệ"), ("e\u{302}\u{323}", "ệ"), ("o\u{31B}\u{301}", "ớ"), ("o\u{301}\u{31B}", "ớ"),
        // The trap: both marks above, typed in the wrong order.
        ("a\u{301}\u{302}", "ấ"), ("á\u{302}", "ấ"), ("Ẻ\u{302}", "Ể"), ("õ\u{302}", "ỗ"), ("à\u{306}", "ằ"), ("A\u{303}\u{306}", "Ẵ"),
        ("ọ\u{302}", "ộ"),
        ("ê\u{306}", "ê\u{306}"), ("ú\u{302}", "ú\u{302}"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{212B}", "Å"), ("Đắk Lắk", "Đắk Lắk"),
    ])
    func composes(text: String, expected: String) {
        #expect(Array(Composition.composed(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: ["", "Đảng bộ xã Đắk Ơ – “Sao vàng” 5.000 ₫ … Ỹ", "🏅 日本 ❤️ €", "\u{FEFF}Tên, ngày: ₫"])
    func commonTextIsKnownToBeComposed(text: String) {
        #expect(!Composition.needsComposition(text))
        #expect(Array(Composition.composed(text).utf8) == Array(text.utf8))
    }

    @Test func scanNeverMissesTextThatIsNotComposed() {
        let filler = "Tất cả chúng ta đều khỏe"
        for value in UInt32(0x80)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            if text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(text.unicodeScalars) { continue }
            let shift = String(filler.prefix(Int(value % 24)))
            #expect(Composition.needsComposition(shift + text), "U+\(String(value, radix: 16))")
            #expect(Composition.needsComposition(shift + text + filler), "U+\(String(value, radix: 16))")
        }
        for value in UInt32(0x300)...0x36F {
            let mark = String(Unicode.Scalar(value)!)
            for length in 0..<18 {
                #expect(Composition.needsComposition(String(repeating: "a", count: length) + mark + "aaaaaaaaaaaaaaaaa"))
            }
        }
    }

    @Test func agreesWithFoundation() {
        var generator = SeededGenerator(state: 4)
        let letters = Array("aAeoOuUyYidDđbĐ 1êôăƠ".unicodeScalars)
        // Without circumflex and breve, which go further than NFC on purpose.
        let marks = Array("\u{300}\u{301}\u{303}\u{309}\u{323}\u{31B}\u{308}\u{30C}".unicodeScalars)
        for _ in 0..<3000 {
            let scalars = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                (Bool.random(using: &generator) ? letters : marks).randomElement(using: &generator)!
            }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(Array(Composition.composed(text).utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
        }
    }

    @Test func resultIsAlwaysComposed() {
        var generator = SeededGenerator(state: 8)
        let pieces = Array("aeoáảạôêă\u{300}\u{301}\u{302}\u{306}\u{309}\u{323}\u{31B}".unicodeScalars)
        for _ in 0..<3000 {
            let scalars = (0..<Int.random(in: 1...6, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
            let composed = Composition.composed(String(String.UnicodeScalarView(scalars)))
            #expect(Array(composed.precomposedStringWithCanonicalMapping.utf8) == Array(composed.utf8), "\(scalars)")
        }
    }
}
