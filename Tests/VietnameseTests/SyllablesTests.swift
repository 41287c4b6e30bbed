import Testing
import Vietnamese

@Suite struct SyllablesTests {
    @Test(arguments: [
        ("", 0), ("   \n", 0), ("Hộ gia đình văn hóa", 5), ("- – … “ ”", 0), ("3.500 m²", 2), ("“Sao vàng”, (2024)", 3),
        ("đất\u{A0}nước\tta\r\nđẹp", 4),
        ("Ấ Ử ý", 3), ("3 × 4 ÷ 2", 3), ("÷ × ·", 0), ("× ×a ×", 1), ("ộ ỷ ả", 3), ("2\u{2003}3\u{3000}4", 3), ("Ê-đê", 1), ("H'Hen", 1),
        ("🏅 huân chương", 2),
        ("½ ² №", 2), ("Ω 日本 ៥", 3), ("a\u{301} \u{301}", 1), ("\u{FEFF}Tên", 1), ("1 000 000 đồng", 4), ("kết thúc bằng â", 4),
    ])
    func counts(text: String, count: Int) {
        #expect(Syllables.count(in: text) == count)
        #expect(Array(text.utf8).withUnsafeBufferPointer { Syllables.count(in: $0) } == count)
    }

    @Test func agreesWithTheDefinitionInCharacters() {
        var generator = SeededGenerator(state: 21)
        let pieces = [
            "a", "ệ", "Đ", "9", " ", "\n", "\u{A0}", "-", "–", "“", ".", "×", "÷", "·", "ỗ", "Ω", "²", "🏅", "\u{2009}", "\u{301}",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...60, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
            let runs = text.unicodeScalars.split { $0.properties.isWhitespace }
            let expected = runs.count { run in run.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } }
            #expect(Syllables.count(in: text) == expected, "\(text)")
        }
    }
}
