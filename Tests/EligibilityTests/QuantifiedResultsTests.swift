import Diagnostics
import Eligibility
import Registers
import Testing

private let base = SampleBoard.base

/// Economic models state their gain in figures: VN-05.
@Suite struct QuantifiedResultsTests {
    @Test(arguments: cases) func figures(_ example: StandingCase) async throws { try await example.run() }

    static let cases: [StandingCase] =
        [
            ("1.548", "hộ"), ("3,796", "km"), ("300 - 500", "con"), ("36,6 triệu", "đồng"), ("5,3", "tỷ"), ("gần 1.000", "m2"), ("10", "%"),
            ("2", "ha"),
            ("57/62", "hộ"), ("18,4", "triệu đồng/sào/năm"), ("94,5 ha", ""), ("7.800", "đồng/kg"),
        ].map { value, unit in
            StandingCase("a result: \(value) \(unit)", base) { $0.setResults([(value, unit)]) }
        }
        + [
            ("14", "phút"), ("312", "lượt"), ("nhiều", "hộ"), ("1.044", "ô lồng"), ("0", "đồng"), ("20/9/2024", ""), ("05", "đồng chí"),
            ("1.5", "ha"),
            ("2", ""),
        ].map { value, unit in
            StandingCase("no figure of a gain: \(value) \(unit)", base, ["VN-05"], missing) { $0.setResults([(value, unit)]) }
        }
        + [
            StandingCase("no results, and no figure in the story", base, ["VN-05"], missing) { $0[entry: base]["results"] = nil },
            StandingCase("another field asks for none", base, ["VN-05"], .notApplicable) {
                $0[entry: base]["results"] = nil
                $0[entry: base]["field"] = "culture_society"
            },
            StandingCase("in the story", base) { $0.tell("Sau một năm, **94,5 ha** chè cho thu nhập cao hơn.") },
            StandingCase("in the story, parted by marks", base) { $0.tell("Có **58** hộ cùng làm.") },
            StandingCase("in a list of the story", base) { $0.tell("- thêm việc;\n- bán 310 tấn rau;\n") },
            StandingCase("in a heading of the story", base) { $0.tell("## 27 hộ, 94 mảnh ruộng\n\nCùng làm.") },
            StandingCase("number and unit in two paragraphs", base, ["VN-05"], missing) { $0.tell("Có 58\n\nhộ cùng làm.") },
            StandingCase("only in an address", base, ["VN-05"], missing) { $0.tell("Xem [bài khác](https://example.vn/58 ha/5%25).") },
            StandingCase("only dates and decisions", base, ["VN-05"], missing) {
                $0.tell("Năm 2024, ngày 20/9/2024, Quyết định số 127/QĐ-UBND; giai đoạn 2021-2025; T6.")
            },
            StandingCase("the summary is not read unless the plan says so", base, ["VN-05"], missing) {
                $0[entry: base]["results"] = nil
                $0[entry: base]["summary"] = "\"Lãi 36,6 triệu đồng.\""
            },
            StandingCase("the summary, where the plan says so", base, ["VN-90": .pass, "VN-05": missing]) {
                $0.addToVanNinh("VN-90", "kind: quantified_results, sources: [summary]")
                $0[entry: base]["results"] = nil
                $0[entry: base]["summary"] = "\"Lãi 36,6 triệu đồng.\""
            },
            StandingCase("a unit of the plan's own", base, ["VN-90": .pass, "VN-05": missing]) {
                $0.addToVanNinh("VN-90", "kind: quantified_results, units: [\"ô lồng\"]")
                $0.setResults([("1.044", "ô lồng")])
            },
            StandingCase("two are asked for, two are there", base, ["VN-90": .pass]) {
                $0.addToVanNinh("VN-90", "kind: quantified_results, minimum: 2")
                $0.setResults([("58", "hộ")], "Lãi 36,6 triệu đồng.")
            },
            StandingCase("two are asked for, one is there twice", base, ["VN-90": missing]) {
                $0.addToVanNinh("VN-90", "kind: quantified_results, minimum: 2")
                $0.setResults([("58", "hộ")], "Có 58 hộ, đúng 58 hộ.")
            },
        ]

    private static let missing = StandingCase.Answer.fail("figures-missing", at: .key("subject"))

    /// What is there, but counts nothing, is named.
    @Test func whatIsThereIsNamed() async throws {
        var board = SampleBoard.standingBoard
        board.setResults([("14", "phút"), ("312", "lượt")])
        let found = try #require(try await board.check().findings("VN-05", of: base).first)
        #expect(found.message.vi.contains("14 phút; 312 lượt"))
    }
}

extension SampleBoard {
    /// The entry's results, and a story that states none unless it is given.
    fileprivate mutating func setResults(_ results: [(String, String)], _ story: String = "Nội dung.") {
        self[entry: Self.base]["results"] = "[" + results.map { "{value: \"\($0)\", unit: \"\($1)\"}" }.joined(separator: ", ") + "]"
        self[entry: Self.base].body = story + "\n"
    }

    /// A story, and no results beside it.
    fileprivate mutating func tell(_ story: String) {
        self[entry: Self.base]["results"] = nil
        self[entry: Self.base].body = story + "\n"
    }
}
