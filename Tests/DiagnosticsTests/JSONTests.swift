import Diagnostics
import Foundation
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        ("Đảng bộ “Dân vận khéo”", "\"Đảng bộ “Dân vận khéo”\""),
        ("\"\\/", "\"\\\"\\\\/\""),
        ("a\nb\r\tc", "\"a\\nb\\r\\tc\""),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\\u007f\""),
        ("\u{2028}😀", "\"\\u2028😀\""),
        ("", "\"\""),
    ])
    func textIsEscaped(text: String, json: String) throws {
        #expect(JSONValue.string(text).text == json)
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) as? String == text)
    }

    @Test func valuesAreIndentedAndKeepTheirOrder() {
        let value = JSONValue.object([
            ("z", 1), ("a", [.null, true, "x"].json), ("none", .array([])), ("empty", .object([])), ("missing", JSONValue(nil)),
        ])
        #expect(
            value.text == """
                {
                  "z": 1,
                  "a": [
                    null,
                    true,
                    "x"
                  ],
                  "none": [],
                  "empty": {},
                  "missing": null
                }
                """)
    }

    @Test func aFindingHasOneShape() throws {
        let bare = Diagnostic(
            .warning, "no-entries", Message(vi: "chưa có bài", en: "there are no entries"), at: SourcePlace(path: "content/entries"))
        #expect(
            JSONFormatter.value(for: bare, in: .vietnamese).text == """
                {
                  "severity": "warning",
                  "code": "no-entries",
                  "message": "Chưa có bài.",
                  "place": {
                    "path": "content/entries",
                    "line": null,
                    "column": null,
                    "length": null
                  },
                  "clause": null,
                  "required": null,
                  "remedy": null,
                  "notes": []
                }
                """)
        let full = Diagnostic(
            .error, "x", "x", at: SourcePlace(path: "a", line: 2, column: 3, length: 4),
            clause: Clause(rule: "LN-10", cite: "III.2.1", document: "KH"),
            required: "r", remedy: "m", notes: [Diagnostic.Note("n")])
        let text = JSONFormatter.value(for: full, in: .english).text
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let place = try #require(object["place"] as? [String: Any])
        #expect(place["path"] as? String == "a")
        #expect(["line", "column", "length"].map { place[$0] as? Int } == [2, 3, 4])
        #expect(object["clause"] as? [String: String] == ["rule": "LN-10", "cite": "III.2.1", "document": "KH"])
        #expect(object["remedy"] as? String == "M.")
        #expect((object["notes"] as? [[String: Any]])?.first?["message"] as? String == "n")
    }
}

extension [JSONValue] {
    fileprivate var json: JSONValue { .array(self) }
}
