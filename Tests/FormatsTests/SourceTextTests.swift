import Diagnostics
import Testing

@testable import Formats

struct BytesCase: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var expected: [String]

    init(_ name: String, _ bytes: [UInt8], _ expected: String...) {
        (self.name, self.bytes, self.expected) = (name, bytes, expected)
    }

    var testDescription: String { name }
}

/// Behind a broken byte, so that the bytes can't be taken for one of the old encodings.
private let sentence = Array(" Ủy ban nhân dân xã Mẫu Một vận động nhân dân hiến đất làm đường".utf8)

@Suite struct SourceTextTests {
    @Test(arguments: [
        BytesCase("empty", []),
        BytesCase("Vietnamese", Array("Dân vận khéo\n".utf8)),
        BytesCase("four bytes", Array("😀".utf8)),
        BytesCase("UTF-16, little end first", [0xFF, 0xFE, 0x41, 0x00], "not-utf-8"),
        BytesCase("UTF-16, big end first", [0xFE, 0xFF, 0x00, 0x41], "not-utf-8"),
        BytesCase("UTF-16 without mark", Array("id,ten\n".utf8).flatMap { [$0, 0] }, "not-utf-8"),
        BytesCase("NUL", Array("ab\ncđ\0e".utf8), "nul-byte 2:3+1"),
        BytesCase("NUL after CRLF", Array("ab\r\ncd\0e".utf8), "nul-byte 2:3+1"),
        BytesCase("NUL after CR", Array("ab\rcd\0e".utf8), "nul-byte 2:3+1"),
        BytesCase("lone continuation", [0x61, 0x0A, 0x62, 0x80] + sentence, "invalid-utf-8 2:2+1"),
        BytesCase("cut short", [0x61, 0xE1, 0xBA], "invalid-utf-8 1:2+1"),
        BytesCase("overlong slash", [0xC0, 0xAF] + sentence, "invalid-utf-8 1:1+1"),
        BytesCase("overlong, three bytes", [0xE0, 0x80, 0xAF] + sentence, "invalid-utf-8 1:1+1"),
        BytesCase("surrogate", [0x61, 0xED, 0xA0, 0x80] + sentence, "invalid-utf-8 1:2+1"),
        BytesCase("beyond Unicode", [0xF4, 0x90, 0x80, 0x80] + sentence, "invalid-utf-8 1:1+1"),
        BytesCase("behind eight letters", Array("abcdefghế".utf8) + [0xFF], "invalid-utf-8 1:10+1"),
    ])
    func refusals(_ sample: BytesCase) {
        let decoded = SourceText.decode(path: "a.md", bytes: sample.bytes)
        #expect(summary(decoded.diagnostics) == sample.expected)
        #expect((decoded.value == nil) == !sample.expected.isEmpty)
        for diagnostic in decoded.diagnostics { #expect(diagnostic.remedy != nil) }
    }

    /// "Vận động nhân dân xã Mẫu làm đường, trồng rau" as old programs saved it, each byte written as the
    /// letter of Latin-1.
    @Test(arguments: [
        ("Windows-1258", "ho,ten\nx,Vâòn ðôòng nhân dân xaÞ MâÞu làm ðýõÌng, trôÌng rau\n"),
        ("TCVN3", "ho,ten\nx,VËn ®éng nh©n d©n x· MÉu lµm ®­êng, trång rau\n"),
    ])
    func oldEncodingsAreNamed(_ name: String, _ letters: String) {
        let decoded = SourceText.decode(path: "a.csv", bytes: letters.unicodeScalars.map { UInt8($0.value) })
        #expect(decoded.value == nil && summary(decoded.diagnostics) == ["not-utf-8 2:4+1"])
        #expect(decoded.diagnostics.first?.message.en.contains(name) == true)
    }

    /// Letters that Windows-1252 and VISCII share prove neither.
    @Test func whatProvesNoEncodingIsNotNamed() {
        let bytes = "Chi bo xã Mau, nhà sô 2, là dân".unicodeScalars.map { UInt8($0.value) }
        let decoded = SourceText.decode(path: "a.csv", bytes: bytes)
        #expect(summary(decoded.diagnostics) == ["invalid-utf-8 1:9+1"])
        let sentence = decoded.diagnostics.first?.message.vi ?? ""
        #expect(!sentence.contains("VISCII") && sentence.contains("Windows-1252"), "\(sentence)")
    }

    /// Excel's advice is for tables.
    @Test(arguments: [
        ("content/site.yaml", false), ("content/entries/2024/a/index.md", false), ("content/registers/subjects.csv", true),
        ("content/registers/SUBJECTS.CSV", true),
    ])
    func adviceFitsTheFile(_ path: String, _ isTable: Bool) {
        let texts: [[UInt8]] = [[0xFF, 0xFE, 0x41, 0x00], Array("a\0b".utf8), [0x61, 0xC0, 0xAF] + sentence]
        for bytes in texts {
            let remedy = SourceText.decode(path: path, bytes: bytes).diagnostics.first?.remedy?.vi ?? ""
            #expect(remedy.contains("CSV UTF-8") == isTable && remedy.contains("Notepad"), "\(remedy)")
        }
    }

    @Test func tooLargeFilesAreRefused() {
        let decoded = SourceText.decode(path: "a.md", bytes: Array(repeating: 0x61, count: 101), maximumBytes: 100)
        #expect(summary(decoded.diagnostics) == ["file-too-large"])
        #expect(SourceText.decode(path: "a.md", bytes: Array(repeating: 0x61, count: 100), maximumBytes: 100).value != nil)
    }

    @Test(arguments: [
        ("\u{FEFF}a\n", "a\n"),
        ("a\r\nb\r\n", "a\nb\n"),
        ("a\rb\r", "a\nb\n"),
        ("a\r\n\r\r\nb", "a\n\n\nb"),
        ("tha\u{300}nh", "thành"),
        ("vie\u{302}\u{301}t", "viết"),
    ])
    func normalForm(_ written: String, _ read: String) {
        let text = SourceText.decode(path: "a", bytes: Array(written.utf8)).value
        #expect(text.map { String(decoding: $0.bytes, as: UTF8.self).utf8.elementsEqual(read.utf8) } == true)
        #expect(SourceText(path: "a", text: String(written.drop { $0 == "\u{FEFF}" })).bytes == Array(read.utf8))
    }

    @Test func positionsCountScalars() {
        let text = SourceText(path: "a", text: "Đảng bộ\nxã Mẫu")
        #expect(text.position(ofByteOffset: 0) == SourcePosition(line: 1, column: 1))
        #expect(text.position(ofByteOffset: "Đảng ".utf8.count) == SourcePosition(line: 1, column: 6))
        #expect(text.position(ofByteOffset: "Đảng bộ\nxã ".utf8.count) == SourcePosition(line: 2, column: 4))
        #expect(text.position(ofByteOffset: 1000) == SourcePosition(line: 2, column: 7))
        #expect(text.lines == ["Đảng bộ", "xã Mẫu"])
    }

    @Test func scalarCountAgreesWithSwift() {
        let text = "Ủy ban nhân dân xã Mẫu Một — 😀 abcdefgh ậậậậậậậậ"
        let bytes = Array(text.utf8)
        for start in bytes.indices {
            let counted = bytes.withUnsafeBufferPointer { scalarCount($0, from: start, to: bytes.count) }
            #expect(counted == bytes[start...].count { $0 & 0xC0 != 0x80 })
        }
    }

    @Test func validationAgreesWithSwift() {
        var generator = SeededGenerator(state: 1)
        let sample = Array("Bảng vàng 😀 đồng chí Trần Thị Ví Dụ; 12 hộ".utf8)
        for _ in 0..<3000 {
            var bytes = sample
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            let fault = bytes.withUnsafeBufferPointer(UTF8Validation.firstFault)
            #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil))
            if let fault { #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil) }
        }
    }
}

@Suite struct FrontMatterSplitTests {
    @Test(arguments: [
        Case("usual", "---\nid: a\n---\nThân\n", "4..<10 line 2", "14..<20 line 4"),
        Case("empty front matter", "---\n---\nx", "4..<4 line 2", "8..<9 line 3"),
        Case("no body", "---\na: 1\n---", "4..<9 line 2", "12..<12 line 4"),
        Case("blanks behind the hyphens", "---  \na: 1\n---\t\nx", "6..<11 line 2", "16..<17 line 4"),
        Case("four hyphens are none", "---\na: 1\n----\n---\n", "4..<14 line 2", "18..<18 line 5"),
        Case("a rule in the body", "---\na: 1\n---\nx\n---\ny", "4..<9 line 2", "13..<20 line 4"),
    ])
    func ranges(_ sample: Case) {
        let split = FrontMatterSplit.split(SourceText(path: "a.md", text: sample.text)).value
        #expect(split.map { ["\($0.yaml) line \($0.yamlFirstLine)", "\($0.body) line \($0.bodyFirstLine)"] } == sample.expected)
    }

    @Test(arguments: [
        Case("empty file", "", "front-matter-missing 1:1+1"),
        Case("no front matter", "# Bài\n", "front-matter-missing 1:1+1"),
        Case("indented", " ---\na: 1\n---\n", "front-matter-missing 1:1+1"),
        Case("unclosed", "---\na: 1\nThân bài", "front-matter-unclosed 1:1+3"),
        Case("only the opening", "---", "front-matter-unclosed 1:1+3"),
    ])
    func refusals(_ sample: Case) {
        let split = FrontMatterSplit.split(SourceText(path: "a.md", text: sample.text))
        #expect(split.value == nil)
        #expect(summary(split.diagnostics) == sample.expected)
    }
}
