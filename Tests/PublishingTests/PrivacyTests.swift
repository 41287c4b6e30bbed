import Diagnostics
import Eligibility
import Formats
import Publishing
import Rendering
import TestSupport
import Testing

/// What a text tells of people, from the file to the board and to every report.
@Suite struct PrivacyTests {
    private static let individual = "content/entries/2024/tran-thi-vi-du-2024.md"
    private static let page = "vinh-danh/2024/tran-thi-vi-du-2024/"
    private static let summary = "Mỗi sáng thứ bảy bà gõ cửa từng nhà."

    private func board(_ summary: String) throws -> SiteFixture {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, Self.summary, summary)
        return site
    }

    // MARK: What becomes of an entry

    @Test func aNumberStopsTheBuildUnlessItsEntryIsWithheld() async throws {
        let site = try board("Ai cần thì gọi bà, 0912 345 678.")
        #expect(try await site.build().refusal?.filter { $0.severity == .error }.map(\.code) == ["phone-number-shown"])
        #expect(!site.exists("public"))

        let summary = try await site.build(withholding: true).summary()
        #expect(summary.ledger.lines.first { $0.id == "tran-thi-vi-du-2024" }?.reasons == ["phone-number-shown"])
        #expect(!site.hasPage(Self.page) && site.hasPage("vinh-danh/2023/ho-le-van-mau-2023/"))
        #expect(try !site.publishedText().contains("0912"))
    }

    /// Advice that gives a line as it should be written gives what stands on it.
    @Test(arguments: [
        "##Ông sinh ngày 12/5/1970", "-Sinh ngày 12/5/1970\n-Nhà ông Mẫu ở số 17 ngõ 95 phố Mẫu", "**Sinh ngày:**12/5/1970",
        "Gọi 09**12** 345 678.", "Họ tên\tNgày sinh\tĐịa chỉ\nLê Mẫu Quân\t12/5/1970\tsố 17 ngõ 95 phố Mẫu",
        "| Họ tên | Ngày sinh |\n| --- | --- |\n| Lê Mẫu Quân | 12/5/1970 |", "Ông[^1] ở.\n\n[^1]: ông Mẫu ở số 17 ngõ 95 phố Mẫu.",
    ])
    func adviceTellsNothingEither(text: String) async throws {
        let site = try SiteFixture()
        try site.append(to: Self.individual, "\n\n" + text + "\n")
        let found = try await site.check().diagnostics
        #expect(
            found.contains(where: \.isSensitive) && found.contains { !$0.isSensitive && $0.severity == .warning }, "\(found.map(\.oneLine))"
        )
        for finding in found {
            let words = [finding.message, finding.remedy, finding.required].compactMap { $0 } + finding.notes.map(\.message)
            for word in words {
                #expect(
                    !["12/5", "1970", "345", "678", "17", "95"].contains { word.vi.contains($0) || word.en.contains($0) }, "\(word.vi)")
            }
        }
    }

    /// Whoever mends ten of thirty must not think that it is done.
    @Test(arguments: [30, 1005]) func everyNumberIsNamedOrCounted(count: Int) async throws {
        let numbers = (1...count).map { "Người thứ \($0): 0912 345 \(100 + $0 % 900).\n" }.joined(separator: "\n")
        let site = try SiteFixture()
        try site.append(to: Self.individual, "\n" + numbers)
        let found = try await site.check().diagnostics.filter { $0.severity == .error }
        #expect(found.count { $0.code == "phone-number-shown" } == min(count, 1000))
        let further = found.filter { $0.code == "personal-data-uncounted" }
        #expect(further.count == (count > 1000 ? 1 : 0) && further.allSatisfy { $0.message.vi.contains("còn \(count - 1000) chỗ nữa") })
    }

    @Test func anOfficesOwnNumberIsShown() async throws {
        let site = try board("Ai cần thì gọi Hội Phụ nữ xã, 0912.345.678, hoặc viết cho hoi@mau.example.vn.")
        try site.replace(
            in: "content/site.yaml", "sample: true", "sample: true\nprivacy: {public_contacts: [\"+84 912 345 678\", \"@mau.example.vn\"]}")
        _ = try await site.build().summary()
        #expect(try site.page(Self.page).contains("0912.345.678"))
    }

    @Test func thePublishersContactIsPublic() async throws {
        let site = try board("Bài viết gửi về lienhe@bangvang.example.vn.")
        #expect(try await site.check().diagnostics.map(\.oneLine) == [])
    }

    /// A warning until the reason is written down and the person agreed; then nothing.
    @Test func somethingSensitiveGoesWithAReasonAndConsent() async throws {
        let site = try board("Bà Ví Dụ, dân tộc Tày, dịch lời cán bộ cho bà con.")
        let warnings = try await site.check().diagnostics
        #expect(warnings.map(\.code) == ["ethnicity-shown"] && warnings.map(\.severity) == [.warning])
        #expect(warnings[0].remedy?.vi.contains("publish.sensitive") == true && warnings[0].remedy?.vi.contains("covers") == true)

        try site.replace(in: Self.individual, "covers: [name, photos]", "covers: [name, photos, ethnicity]")
        let halfway = try await site.check().diagnostics
        #expect(halfway.map(\.code) == ["ethnicity-shown"])
        #expect(halfway[0].remedy?.vi.contains("publish.sensitive") == true && halfway[0].remedy?.vi.contains("covers") == false)

        try site.replace(
            in: Self.individual, "{status: ready,", "{status: ready, sensitive: [{kind: ethnicity, reason: \"bà dịch tiếng Tày\"}],")
        #expect(try await site.check().diagnostics.map(\.oneLine) == [])
        _ = try await site.build().summary()
        #expect(try site.page(Self.page).contains("dân tộc Tày"))
        #expect(try !site.publishedText().contains("bà dịch tiếng Tày"), "the reason is the office's own")
    }

    /// Health holds the entry back until then, and a child's data need the guardian.
    @Test func healthHoldsBackAndChildrenNeedTheirGuardian() async throws {
        let site = try board("Bà Ví Dụ, người khuyết tật, cùng cháu Lê Mẫu An, 8 tuổi, giữ ngõ sạch.")
        #expect(try await site.check().diagnostics.map { "\($0.severity) \($0.code)" } == ["error health-shown", "warning minor-shown"])
        try site.replace(
            in: Self.individual, "{status: ready,",
            "{status: ready, sensitive: [{kind: health, reason: \"bà kể về mình\"}, {kind: minor, reason: \"cháu cùng làm\"}],")
        try site.replace(in: Self.individual, "covers: [name, photos]", "covers: [name, photos, health, minor]")
        #expect(try await site.check().diagnostics.map(\.code) == ["minor-shown"])
        try site.replace(in: Self.individual, "covers:", "guardian: true, covers:")
        #expect(try await site.check().diagnostics.map(\.oneLine) == [])
    }

    /// What somebody was punished for, earns or owes is told with a reason and consent, as peoples and faiths are; a plate
    /// and a land certificate never are.
    @Test func offencesAndMoneyGoWithAReasonAndConsent() async throws {
        let site = try board("Bà Ví Dụ từng bị kỷ luật khiển trách; nay bà lĩnh lương hưu 6.120.000 đồng mỗi tháng.")
        let warnings = ["warning offence-shown", "warning finance-shown"]
        #expect(try await site.check().diagnostics.map { "\($0.severity) \($0.code)" } == warnings)
        try site.replace(
            in: Self.individual, "{status: ready,",
            "{status: ready, sensitive: [{kind: offence, reason: \"bà kể\"}, {kind: finance, reason: \"bà góp từ đó\"}],")
        try site.replace(in: Self.individual, "covers: [name, photos]", "covers: [name, photos, offence, finance]")
        #expect(try await site.check().diagnostics.map(\.oneLine) == [])
        let plate = try board("Bà Ví Dụ chở thuốc bằng xe máy biển số 98B1-345.67.")
        let found = try await plate.check().diagnostics.map { "\($0.severity) \($0.code)" }
        #expect(found == ["error property-number-shown"])
    }

    @Test func consentThatTheOfficeAsksForHoldsBack() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, ", consent: {given_by: \"Bà Trần Thị Ví Dụ\", on: 2024-11-01, covers: [name, photos]}", "")
        _ = try await site.build().summary()
        #expect(site.hasPage(Self.page), "a warning holds nothing back")
        try site.replace(in: "content/site.yaml", "sample: true", "sample: true\nprivacy: {consent: required}")
        #expect(try await site.build().refusal?.contains { $0.code == "consent-missing" && $0.severity == .error } == true)
    }

    // MARK: Withdrawal

    /// From its day on, everything of the entry is gone: page, lists, feed, sitemap; and the ledger says why.
    @Test func aWithdrawnConsentTakesTheEntryDownOnItsDay() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        #expect(try site.publishedText().contains("tran-thi-vi-du-2024"))
        try site.replace(in: Self.individual, "on: 2024-11-01,", "on: 2024-11-01, withdrawn_on: 2025-12-02,")
        _ = try await site.build().summary()
        #expect(try site.hasHonour(Self.page), "not yet")

        let summary = try await site.build(asOf: CalendarDay(year: 2025, month: 12, day: 2)!).summary()
        #expect(try site.hasTombstone(Self.page), "whoever kept the address learns that the page is gone, and nothing else")
        let text = try site.publishedText()
        #expect(!text.contains("tran-thi-vi-du") && !text.contains("Ví Dụ"))
        let line = try #require(summary.ledger.lines.first { $0.id == "tran-thi-vi-du-2024" })
        #expect(line.fate == .withdrawn && line.reasons == ["consent-withdrawn"])
    }

    @Test func whoWithdrewIsShownToNoReviewerEither() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.individual, "{status: ready, consent: {", "{status: draft, consent: {withdrawn_on: 2025-01-01, ")
        _ = try await site.build(drafts: true).summary()
        #expect(!site.hasPage(Self.page), "not even what says that something is gone: it never was there")
    }

    // MARK: Registers

    /// Two entries that show one row: its number is told once, and holds both back.
    @Test func aRowIsToldOnceAndHoldsBackAllThatShowIt() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/subjects.csv", "Trưởng thôn Mẫu B", "Trưởng thôn Mẫu B 0912345678")
        let awards = "content/registers/awards.csv"
        try site.replace(in: awards, "KT-003,ho-le-van-mau,", "KT-003,tran-thi-vi-du,")
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "subject: ho-le-van-mau", "subject: tran-thi-vi-du")
        let evaluation = try await site.check()
        #expect(evaluation.diagnostics.map(\.oneLine) == ["content/registers/subjects.csv:3:74 error [phone-number-shown]"])
        #expect(evaluation.diagnostics[0].notes.compactMap { $0.place?.path } == ["content/entries/2024/tran-thi-vi-du-2024.md"])
        let summary = try await site.build(withholding: true).summary()
        #expect(summary.ledger.lines.filter { $0.reasons == ["phone-number-shown"] }.map(\.fate) == [.withheld, .withheld])
        #expect(try !site.publishedText().contains("0912345678"))
    }

    @Test func aRowThatNobodyShowsIsAWarning() async throws {
        let site = try SiteFixture()
        try site.append(to: "content/registers/subjects.csv", "nguoi-khac,individual,Lê Thị Mẫu 0912345678,,,,,,,,\n")
        #expect(try await site.check().diagnostics.map(\.oneLine) == ["content/registers/subjects.csv:5:34 warning [phone-number-shown]"])
        _ = try await site.build().summary()
    }

    // MARK: Reports

    /// Nothing of a person's stands in any report: not in text, not in JSON, not in the preview; not even where
    /// another finding shows the same line or quotes the same words.
    @Test(arguments: ["vi", "en"]) func reportsRepeatNothing(language: String) async throws {
        let site = try board("Gọi 0912 345 678, mau.le@example.vn, CCCD 024070001234, sinh ngày 12/3/1970, STK 98765432109.")
        try site.replace(in: Self.individual, "summary:", "nơi_ở 0355123456: mau\nsummary:")
        try site.replace(in: Self.individual, "(/nam/)", "(/nam/0866123456/)")
        let secrets = ["0912", "345 678", "mau.le", "024070001234", "1970", "98765432109", "0866123456"]
        for format in ["text", "json"] {
            let outcome = try BuiltProgram.run([
                "check", "--root", site.root, "--as-of", "2025-12-01", "--lang", language, "--format", format,
            ])
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("phone-number-shown"))
            for secret in secrets { #expect(!outcome.output.contains(secret), "\(secret) in \(format)") }
        }
        let preview = PreviewBoard(site.options())
        try await preview.refresh()
        guard case .page(let bytes, _) = try preview.answer(FindingsPage.path) else { throw SiteFixture.Mistake(words: "no page") }
        let page = String(decoding: bytes, as: UTF8.self)
        #expect(page.contains("số điện thoại “•••• ••• •••”"))
        for secret in secrets { #expect(!page.contains(secret), "\(secret) in the preview") }
    }

    /// Drafts are not shown, so what they tell is worth a warning; they are read all the same.
    @Test func aDraftIsReadToo() async throws {
        let site = try board("Gọi 0912 345 678.")
        try site.replace(in: Self.individual, "status: ready", "status: draft")
        #expect(try await site.check().diagnostics.map(\.oneLine) == ["\(Self.individual):11:15 warning [phone-number-shown]"])
    }

    /// A file that can't be read as an entry may hold a number too.
    @Test func anUnreadableEntryIsReadToo() async throws {
        let site = try board("Gọi 0912 345 678.")
        try site.replace(in: Self.individual, "field: culture_society\n", "")
        #expect(try await site.check().diagnostics.map(\.code).sorted() == ["missing-key", "phone-number-shown"])
    }

    /// The sample board tells nothing of anybody, and everybody on it agreed.
    @Test func theSampleBoardIsClean() async throws {
        let codes = try await SiteFixture.sampleBoard().check().diagnostics.map(\.code)
        #expect(codes.filter { $0.hasSuffix("-shown") || $0.contains("consent") } == [])
    }
}
