import Diagnostics
import Testing

@testable import Formats

/// Characters that can't be published or seen, and letters that were lost on their way (faults: R14, R15, P3, D7).
@Suite struct CharacterTests {
    private func decode(_ text: String, _ path: String = "a.csv") -> (text: String, found: [String], diagnostics: [Diagnostic]) {
        let decoded = SourceText.decode(path: path, bytes: Array(text.utf8))
        return (decoded.value.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "", summary(decoded.diagnostics), decoded.diagnostics)
    }

    @Test(arguments: [
        ("a vertical tab of Word", "a\u{B}b", "a\u{FFFD}b", "control-character 1:2+1", "Word"),
        ("a control in a cell", "id,ten\n1,Mẫu\u{2}\n", "id,ten\n1,Mẫu\u{FFFD}\n", "control-character 2:6+1", "U+0002"),
        ("DEL", "a\u{7F}", "a\u{FFFD}", "control-character 1:2+1", "U+007F"),
        ("a C1 control", "a\u{9B}b", "a\u{FFFD}b", "control-character 1:2+1", "U+009B"),
        ("a line separator", "a\u{2028}b", "a\u{FFFD}b", "control-character 1:2+1", "U+2028"),
        ("an override", "Mẫu \u{202E}gnx", "Mẫu gnx", "direction-character 1:5+1", "U+202E"),
        ("an isolate", "\u{2066}Mẫu", "Mẫu", "direction-character 1:1+1", "U+2066"),
        ("a zero-width space", "KT-\u{200B}1", "KT-1", "invisible-character 1:4+1", "U+200B"),
        ("a BOM within", "a\u{FEFF}b", "ab", "invisible-character 1:2+1", "U+FEFF"),
        ("a soft hyphen", "vận\u{AD}động", "vậnđộng", "invisible-character 1:4+1", "U+00AD"),
        ("a mark of direction", "\nngày \u{200E}09/7", "\nngày 09/7", "invisible-character 2:6+1", "U+200E"),
        ("a selector", "5\u{FE0E}a", "5a", "invisible-character 1:2+1", "U+FE0E"),
        ("a bullet of Wingdings", "\u{F0B7} việc", "\u{F0B7} việc", "private-use-character 1:1+1", "“•”"),
        ("a letter that was lost", "Huy\u{FFFD}n", "Huy\u{FFFD}n", "lost-letter 1:4+1", "U+FFFD"),
        ("a Cyrillic letter", "xа Mẫu", "xа Mẫu", "look-alike-letter 1:2+1", "Kirin"),
        ("a Greek letter", "Ηuyện", "Ηuyện", "look-alike-letter 1:1+1", "Hy Lạp"),
    ])
    func foundAtTheirPlace(_ name: String, _ written: String, _ read: String, _ found: String, _ word: String) {
        let decoded = decode(written)
        #expect(decoded.text.unicodeScalars.elementsEqual(read.unicodeScalars), "\(name)")
        #expect(decoded.found == [found], "\(name)")
        let words = decoded.diagnostics.map { $0.message.vi + ($0.remedy?.vi ?? "") }.joined()
        #expect(words.contains(word), "\(words)")
    }

    @Test(arguments: [
        ("\u{FEFF}\u{FEFF}id\n", "id\n"), ("a\u{200B}", "a"), ("\u{200B}a", "a"), ("a\tb\r\nc\u{A0}d", "a\tb\nc\u{A0}d"),
        ("Vui 👨‍👩‍👧 ❤️", "Vui 👨‍👩‍👧 ❤️"), ("ភាសា\u{200B}ខ្មែរ", "ភាសា\u{200B}ខ្មែរ"),
        ("“Dân vận khéo” – … 5 m² × 3 °C, α = 2 µm", "“Dân vận khéo” – … 5 m² × 3 °C, α = 2 µm"),
        ("Москва", "Москва"), ("Ai? Thế nào?Có. https://example.vn/?a=b&c?d", "Ai? Thế nào?Có. https://example.vn/?a=b&c?d"),
        ("«má» khá» À Â, Ã", "«má» khá» À Â, Ã"),
    ])
    func leftAloneWithoutAWord(_ written: String, _ read: String) {
        let decoded = decode(written)
        #expect(decoded.text.unicodeScalars.elementsEqual(read.unicodeScalars))
        #expect(decoded.found == [])
    }

    @Test(arguments: [
        ("Windows-1252", "id,ten\n1,Há»\u{99}i NÃ´ng dÃ¢n\n", "misread-letters 2:3+16", "Hội Nông dân"),
        // LibreOffice 7.4 writes bytes that Windows-1252 leaves undefined into the private use area.
        ("LibreOffice", "Ä\u{F190}áº£ng bá»™", "misread-letters 1:1+12", "Đảng bộ"),
        ("as browsers read it", "Ä\u{90}á»™i", "misread-letters 1:1+6", "Đội"),
        ("Windows-1258", "lĂ\u{A0}m", "misread-letters 1:1+4", "làm"),
        ("quotes", "â€œkhÃ©oâ€\u{9D}", "misread-letters 1:1+11", "“khéo”"),
        ("đ alone", "Ä‘o", "misread-letters 1:1+3", "đo"),
    ])
    func utf8ReadAsSomethingElse(_ name: String, _ written: String, _ found: String, _ meant: String) {
        let decoded = decode(written)
        #expect(decoded.found.first == found, "\(name)")
        #expect(decoded.diagnostics.first?.remedy?.vi.contains("“\(meant)”") == true, "\(decoded.diagnostics)")
        #expect(decoded.diagnostics.first?.severity == .warning)
    }

    @Test(arguments: [
        ("xã Huy?n", "lost-letter 1:7+1", "“Huyện”"), ("B?C GIANG", "lost-letter 1:2+1", "“BẠC”"),
        ("ph??ng", "lost-letter 1:3+1", "bản gốc"),
        ("Nguy?n V?n M?u", "lost-letter 1:5+1", "“Nguyện”"),
    ])
    func questionMarksWithinSyllables(_ written: String, _ found: String, _ remedy: String) {
        let decoded = decode(written)
        #expect(decoded.found.first == found)
        #expect(decoded.diagnostics.first?.remedy?.vi.contains(remedy) == true, "\(decoded.diagnostics)")
    }

    @Test func manyOfOneKindAreCounted() {
        let decoded = decode(String(repeating: "a\u{B}b\n", count: 50), "a.md")
        #expect(decoded.found.count == 20)
        #expect(decoded.diagnostics.first?.notes.first?.message.en == "30 more places like this in the file")
    }

    @Test(arguments: [
        ("KT\u{2013}1", "ký tự thứ 3 là gạch ngang"), ("K\u{430}1", "Kirin"), ("KT 1", "dấu cách"), ("KT\u{A0}1", "dấu cách không ngắt"),
    ])
    func codesNameWhatCanNotBeSeen(_ code: String, _ words: String) throws {
        let collector = DiagnosticCollector()
        let table = try #require(CSVTable.parse(SourceText(path: "a.csv", text: "id,b\n\(code),1\n")).value)
        let reader = CSVReader(table, into: collector)
        let column = reader.column("id")
        for row in reader.rows { #expect(row.identifier(column) == nil) }
        #expect(collector.diagnostics.first?.message.vi.contains(words) == true, "\(collector.diagnostics)")
    }
}
