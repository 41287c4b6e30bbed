import Diagnostics
import Eligibility
import Formats
import Programmes
import Registers
import Testing

/// `explain`: the file that a careful official would keep.
@Suite struct ExplanationTests {
    private static func explainer(_ board: SampleBoard) async throws -> Explainer {
        let result = try await board.check()
        return Explainer(result.corpus, result.report, asOf: board.asOf)
    }

    private static func only(_ explainer: Explainer, _ id: String, as topic: Explainer.Topic? = nil) throws -> Explanation {
        let found = explainer.explanations(of: id, as: topic)
        #expect(found.count == 1)
        return try #require(found.first)
    }

    @Test func everyRuleOfAnEntryStandsInItsFileOnce() async throws {
        let board = SampleBoard()
        let explainer = try await Self.explainer(board)
        let programme = try await board.check().corpus.programmes[0]
        for id in [SampleBoard.committeeEntry, SampleBoard.secretaryEntry] {
            let file = try Self.only(explainer, id)
            let rules = (file.items("rules") + file.items("rules_not_applicable")).map { $0.code("rule") }
            #expect(rules.sorted() == programme.rules.map(\.id).sorted())
            #expect(file.code("fate") == "published")
            #expect(file.text("decision").contains("quyết định số 527-QĐ/HU ngày 15/9/2021"))
            // Each answer names the rows that it rests on, or the entry itself.
            for rule in file.items("rules") {
                #expect(rule.has("text") && rule.has("required"), "\(rule.code("rule"))")
                #expect(rule.has("change") || rule.has("quota"), "\(rule.code("rule")): what would change it")
            }
            for rule in file.items("rules_not_applicable") { #expect(rule.title.vi.contains(": "), "a reason") }
        }
    }

    @Test func evidenceIsCitedWithItsRow() async throws {
        let file = try Self.only(try await Self.explainer(SampleBoard()), SampleBoard.secretaryEntry)
        let rule = try #require(file.items("rules").first { $0.code("rule") == "LN-16" })
        #expect(rule.code("status") == "pass")
        let evidence = try #require(rule.items("evidence").first)
        #expect(
            evidence.title.vi
                == "Đảng bộ xã Mẫu An: Đảng bộ “Dân vận khéo” cấp xã, cấp huyện, năm 2020, quyết định số 418-QĐ/HU ngày 21/12/2020 của Ban Thường vụ Huyện ủy Lục Ngạn, còn hiệu lực"
        )
        #expect(evidence.text("place") == "content/registers/recognitions.csv:2:1")
    }

    @Test func whatIsMissingComesWithItsRemedy() async throws {
        var board = SampleBoard()
        board.remove(.ratings, [SampleBoard.committee, "2021H1"])
        let explainer = try await Self.explainer(board)
        let file = try Self.only(explainer, SampleBoard.committeeEntry)
        #expect(file.code("fate") == "withheld")
        let rule = try #require(file.items("rules").first { $0.code("rule") == "LN-10" })
        #expect(rule.code("status") == "unknown")
        #expect(rule.items("findings").map { $0.text("code") } == ["rating-missing"])
        #expect(rule.text("change").contains("ratings.csv"))
        // The rule itself names the entry as an example of what is not known.
        let page = try Self.only(explainer, "LN-10")
        #expect(page.items("examples_unknown").map(\.title.vi) == [SampleBoard.committeeEntry])
        #expect(page.text("clause") == "III.2.1" && page.text("rule_kind") == "rating_at_least")
        #expect(page.text("when") == "tập thể" && page.text("reads") == "ratings.csv, subjects.csv")
        #expect(page.text("required") == "6 tháng đầu năm 2021: hoàn thành tốt nhiệm vụ trở lên.")
    }

    @Test func aWaiverIsToldWhole() async throws {
        var board = SampleBoard()
        board[WaiverTests.rating] = "fair"
        board.add(.waivers, WaiverTests.waiver)
        let file = try Self.only(try await Self.explainer(board), SampleBoard.committeeEntry)
        let rule = try #require(file.items("rules").first { $0.code("rule") == "LN-10" })
        #expect(rule.code("status") == "waived")
        let words = try #require(rule.items("evidence").first).title.vi
        for part in ["12-QĐ/HU", "01/8/2021", "Ban Thường vụ Huyện ủy", "Xét thực tế sau bão"] { #expect(words.contains(part)) }
    }

    @Test func aPlaceIsToldThenAndNow() async throws {
        var board = SampleBoard()
        board.asOf = .init(year: 2026, month: 1, day: 1)!
        let page = try Self.only(try await Self.explainer(board), "xa-mau-an")
        #expect(page.text("days") == "đến hết ngày 30/6/2025")
        #expect(page.text("chain") == "Huyện Lục Ngạn, Tỉnh Bắc Giang")
        #expect(page.items("entries").count == 2)
    }

    @Test func anIdMayNameSeveralThings() async throws {
        var board = SampleBoard()
        board.places += "\nLN-10,,Trùng,Xã Trùng mã,commune,huyen-luc-ngan,,,\n"
        let explainer = try await Self.explainer(board)
        #expect(explainer.explanations(of: "LN-10").map { $0.code("kind") } == ["rule", "place"])
        #expect(explainer.explanations(of: "LN-10", as: .place).map { $0.code("kind") } == ["place"])
        #expect(explainer.explanations(of: "khong-co").isEmpty)
        #expect(explainer.explanations(of: "lucngan-2021").map { $0.code("kind") } == ["programme"])
    }
}

/// Reading an explanation by its keys.
extension Explanation {
    fileprivate func fact(_ key: String) -> Fact? {
        for case .fact(let fact) in parts where fact.key == key { return fact }
        return nil
    }

    fileprivate func has(_ key: String) -> Bool { fact(key) != nil }

    fileprivate func code(_ key: String) -> String {
        if case .code(let code, _)? = fact(key)?.value { code } else { "" }
    }

    fileprivate func text(_ key: String) -> String {
        if case .words(let words)? = fact(key)?.value { words.vi } else { "" }
    }

    fileprivate func items(_ key: String) -> [Explanation] {
        for case .group(let group) in parts where group.key == key { return group.items }
        return []
    }
}
