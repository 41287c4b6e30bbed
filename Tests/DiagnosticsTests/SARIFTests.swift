import Diagnostics
import Foundation
import Testing

/// Findings as code hosts and editors read them. `ReportSchemaTests` hold whole logs against the official schema.
@Suite struct SARIFTests {
    private static let clause = Clause(rule: "LN-10", cite: "III.2.1", document: "Kế hoạch số 29-KH/HU")
    private static let rules = [
        SARIFFormatter.Rule(
            id: "lucngan-2021/LN-10", clause: clause, text: "Tập thể phải hoàn thành tốt nhiệm vụ trở lên.", severity: .error)
    ]

    private static func run(_ diagnostics: [Diagnostic], _ language: Language = .vietnamese) throws -> [String: Any] {
        let text = SARIFFormatter.log(diagnostics, rules: rules, version: "1.2.3", in: language).text
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return try #require((log["runs"] as? [[String: Any]])?.first)
    }

    private static func results(_ diagnostics: [Diagnostic], _ language: Language = .vietnamese) throws -> [[String: Any]] {
        try #require(try run(diagnostics, language)["results"] as? [[String: Any]])
    }

    private static func ids(_ run: [String: Any]) -> [String] {
        let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
        return (driver?["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }

    private static func finding(
        _ message: Message = Message(vi: "sai", en: "wrong"), line: Int = 4, path: String = "a.md", severity: Severity = .error,
        code: String = "wrong-word", clause: Clause? = nil
    ) -> Diagnostic {
        Diagnostic(severity, code, message, at: SourcePlace(path: path, line: line, column: 3, length: 5), clause: clause)
    }

    private static func fingerprints(_ diagnostics: [Diagnostic], _ language: Language = .vietnamese) throws -> [String] {
        try results(diagnostics, language).compactMap { ($0["partialFingerprints"] as? [String: String])?["finding/v1"] }
    }

    @Test func aWholeLog() {
        let diagnostic = Diagnostic(
            .notice, "rating-too-low", Message(vi: "mức thấp", en: "too low"),
            at: SourcePlace(path: "content/registers/ratings.csv", line: 2, column: 9, length: 4), clause: Self.clause,
            required: Message(vi: "tốt trở lên", en: "good or better"), remedy: Message(vi: "đối chiếu", en: "compare"),
            notes: [
                Diagnostic.Note(Message(vi: "bài dựa vào dòng này", en: "the entry"), at: SourcePlace(path: "content/x.md")),
                Diagnostic.Note(Message(vi: "không có chỗ", en: "nowhere")),
            ])
        #expect(
            SARIFFormatter.log([diagnostic], rules: Self.rules, version: "1.2.3", in: .vietnamese).text == """
                {
                  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "bangvang",
                          "version": "1.2.3",
                          "semanticVersion": "1.2.3",
                          "language": "vi-VN",
                          "rules": [
                            {
                              "id": "lucngan-2021/LN-10",
                              "shortDescription": {
                                "text": "Tập thể phải hoàn thành tốt nhiệm vụ trở lên."
                              },
                              "help": {
                                "text": "LN-10, mục III.2.1, Kế hoạch số 29-KH/HU"
                              },
                              "defaultConfiguration": {
                                "level": "error"
                              }
                            }
                          ]
                        }
                      },
                      "language": "vi-VN",
                      "originalUriBaseIds": {
                        "%SRCROOT%": {
                          "description": {
                            "text": "Thư mục của bảng vàng, nơi có content/ và site-templates/."
                          }
                        }
                      },
                      "columnKind": "unicodeCodePoints",
                      "results": [
                        {
                          "ruleId": "lucngan-2021/LN-10",
                          "ruleIndex": 0,
                          "level": "note",
                          "message": {
                            "text": "Mức thấp."
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "content/registers/ratings.csv",
                                  "uriBaseId": "%SRCROOT%"
                                },
                                "region": {
                                  "startLine": 2,
                                  "startColumn": 9,
                                  "endColumn": 13
                                }
                              }
                            }
                          ],
                          "relatedLocations": [
                            {
                              "id": 1,
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "content/x.md",
                                  "uriBaseId": "%SRCROOT%"
                                }
                              },
                              "message": {
                                "text": "bài dựa vào dòng này"
                              }
                            }
                          ],
                          "partialFingerprints": {
                            "finding/v1": "54969c749eb7710b"
                          },
                          "properties": {
                            "code": "rating-too-low",
                            "required": "Tốt trở lên.",
                            "remedy": "Đối chiếu.",
                            "clause": {
                              "rule": "LN-10",
                              "cite": "III.2.1",
                              "document": "Kế hoạch số 29-KH/HU"
                            },
                            "notes": [
                              "không có chỗ"
                            ]
                          }
                        }
                      ]
                    }
                  ]
                }
                """)
    }

    @Test(arguments: [(Severity.error, "error"), (.warning, "warning"), (.notice, "note")])
    func weightsAreLevels(severity: Severity, level: String) throws {
        #expect(try Self.results([Self.finding(severity: severity)]).first?["level"] as? String == level)
    }

    @Test func codesStandBehindTheRulesOfThePlansAndEachResultNamesItsOwn() throws {
        let diagnostics = [
            Self.finding(code: "unknown-key"), Self.finding(code: "rating-too-low", clause: Self.clause), Self.finding(code: "bad-yaml"),
            Self.finding(code: "unknown-key"),
        ]
        let run = try Self.run(diagnostics)
        let ids = Self.ids(run)
        #expect(ids == ["lucngan-2021/LN-10", "bad-yaml", "unknown-key"])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.compactMap { $0["ruleId"] as? String } == ["unknown-key", "lucngan-2021/LN-10", "bad-yaml", "unknown-key"])
        for result in results { #expect((result["ruleIndex"] as? Int).map { ids[$0] } == result["ruleId"] as? String) }
    }

    @Test func aClauseOfNoKnownPlanStillHasARule() throws {
        let stranger = Clause(rule: "XX-01", cite: "I", document: "Kế hoạch khác")
        let run = try Self.run([Self.finding(clause: stranger)])
        #expect(Self.ids(run) == ["lucngan-2021/LN-10", "XX-01"])
        #expect((run["results"] as? [[String: Any]])?.first?["ruleIndex"] as? Int == 1)
    }

    @Test func twoRulesWithOneIDAreOne() throws {
        let other = Clause(rule: "LN-10", cite: "khác", document: "Kế hoạch khác")
        let twin = SARIFFormatter.Rule(id: Self.rules[0].id, clause: other, text: "Khác.", severity: .notice)
        let log = SARIFFormatter.log([Self.finding(clause: other)], rules: Self.rules + [twin], version: "1.0.0", in: .english).text
        #expect(log.ranges(of: "\"id\": \"lucngan-2021/LN-10\"").count == 1)
        #expect(log.contains("\"ruleId\": \"lucngan-2021/LN-10\""))
    }

    @Test(arguments: [
        ("content/entries/2021/a-b_c.d~/index.md", "content/entries/2021/a-b_c.d~/index.md"),
        ("content/Ảnh chân dung.jpg", "content/%E1%BA%A2nh%20ch%C3%A2n%20dung.jpg"),
        ("a%b?c#d:e", "a%25b%3Fc%23d%3Ae"), ("content/😀.md", "content/%F0%9F%98%80.md"), ("a\tb", "a%09b"),
    ])
    func pathsAreRelativeAddresses(path: String, address: String) throws {
        let text = SARIFFormatter.log([Self.finding(path: path)], rules: [], version: "1.0.0", in: .english).text
        #expect(text.contains("\"uri\": \"\(address)\""))
        #expect(address.removingPercentEncoding == path)
    }

    @Test(arguments: [
        ("thêm {value: 5}", "Thêm {{value: 5}}."), ("ảnh ![a](b.jpg)", "Ảnh !\\[a\\](b.jpg)."), ("danh sách [a, b]", "Danh sách [a, b]."),
    ])
    func wordsThatMeanSomethingToAReaderOfMessagesAreEscaped(words: String, text: String) throws {
        #expect((try Self.results([Self.finding(Message(words))]).first?["message"] as? [String: String])?["text"] == text)
    }

    @Test func aFindingWithoutAPlaceAndAWholeFile() throws {
        let nowhere = try Self.results([Diagnostic(.error, "x", "x", at: nil)])
        #expect(nowhere.first?["locations"] == nil && nowhere.first?["relatedLocations"] == nil)
        let file = SARIFFormatter.log(
            [Diagnostic(.error, "x", "x", at: SourcePlace(path: "a.md"))], rules: [], version: "1.0.0", in: .english)
        #expect(file.text.contains("\"uri\": \"a.md\"") && !file.text.contains("region"))
    }

    @Test func nothingFoundIsAnEmptyList() throws {
        #expect(try Self.results([]).isEmpty)
    }

    // MARK: Fingerprints

    @Test func linesMoveLanguagesChangeAndTheFingerprintStays() throws {
        let before = try Self.fingerprints([Self.finding(line: 4, clause: Self.clause)])
        #expect(before.count == 1)
        #expect(try Self.fingerprints([Self.finding(line: 90, severity: .warning, clause: Self.clause)]) == before)
        #expect(try Self.fingerprints([Self.finding(line: 4, clause: Self.clause)], .english) == before)
    }

    @Test func whatDiffersHasAnotherFingerprint() throws {
        let others = [
            Self.finding(), Self.finding(path: "b.md"), Self.finding(code: "wrong-words"), Self.finding(clause: Self.clause),
            Self.finding("khác"), Self.finding(path: "a.mdw", code: "rong-word"),
        ]
        #expect(Set(try Self.fingerprints(others)).count == others.count)
    }

    @Test func findingsThatAreAlikeAreNumbered() throws {
        let marks = try Self.fingerprints([Self.finding(line: 1), Self.finding("khác"), Self.finding(line: 2), Self.finding(line: 3)])
        #expect(marks[2] == marks[0] + ":2" && marks[3] == marks[0] + ":3")
        #expect(!marks[1].hasPrefix(marks[0]))
    }
}
