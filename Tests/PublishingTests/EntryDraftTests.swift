import Eligibility
import Foundation
import Publishing
import Registers
import TestSupport
import Testing

/// What `new` writes: every key with its value or with values to choose from.
@Suite struct EntryDraftTests {
    private static let plan = "content/programmes/mau-2024.yaml"

    private static func draft(_ site: SiteFixture) async throws -> String {
        let corpus = try await site.check().content.corpus
        let programme = try #require(corpus.programme("mau-2024"))
        return EntryDraft(
            programme: programme, vocabulary: corpus.vocabulary, registers: corpus.registers, id: "moi", year: 2024, subjectID: nil
        ).text
    }

    @Test func aPlanThatNamesNothingOffersNothingEmpty() async throws {
        let site = try SiteFixture()
        #expect(try await Self.draft(site).contains("field: …   # chọn một: new_rural"))
        for line in ["campaigns: [periodic]\n", "levels: [base, district]\n"] { try site.replace(in: Self.plan, line, "") }
        let plan = try site.read(Self.plan)
        let start = try #require(plan.range(of: "fields:\n")), end = try #require(plan.range(of: "rating_scale:"))
        try site.write(Self.plan, plan.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""))
        let text = try await Self.draft(site)
        #expect(!text.contains("chọn một: \n") && !text.contains("campaign:") && !text.contains("level:"))
        #expect(text.contains("field: …   # chọn một: economy (Kinh tế), "), "an entry has a field, whatever its plan says")
    }
}
