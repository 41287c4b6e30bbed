import Templates
import Testing

@Suite("Escaping")
struct HTMLEscapeTests {
    @Test(
        "The five characters are escaped and nothing else",
        arguments: [
            ("", ""),
            ("&<>\"'", "&amp;&lt;&gt;&quot;&#39;"),
            ("Tết & <b>", "Tết &amp; &lt;b&gt;"),
            ("%(*)+-#!=:?;", "%(*)+-#!=:?;"),
            ("Ủy ban nhân dân xã Đồng Sậy", "Ủy ban nhân dân xã Đồng Sậy"),
            ("&amp;", "&amp;amp;"),
        ])
    func escapes(_ text: String, _ expected: String) {
        #expect(escaped(text) == expected)
    }

    @Test("Wherever a character stands, and whatever stands around it, it is found")
    func agreesWithASimpleLoop() {
        let entities: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
        let alphabet = Array("a&b<ế>'\"\u{1}\u{7F}#=?đ\n ")
        var random = SystemRandomNumberGenerator()
        for length in 0..<400 {
            let text = String((0..<length % 40).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
            #expect(escaped(text) == text.map { entities[$0] ?? String($0) }.joined())
        }
        for byte in UInt8.min...UInt8(0x7F) {
            for position in 0..<20 {
                var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 20)
                bytes[position] = byte
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(escaped(text) == text.unicodeScalars.map { entities[Character($0)] ?? String($0) }.joined())
            }
        }
    }

    private func escaped(_ text: String) -> String {
        var output: [UInt8] = []
        HTMLEscape.append(text, to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
