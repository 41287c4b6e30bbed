import Diagnostics
import Publishing
import TestSupport
import Testing

/// Somebody has to leave the board at once, whatever state everything else is in.
@Suite struct TakeDownTests {
    private static let id = "chi-bo-mau-a-2024"
    private static let entry = "content/entries/2024/chi-bo-mau-a-2024/index.md"
    private static let ratings = "content/registers/ratings.csv"

    @Test func thePageGoesWithItsPicturesCardsAndFeed() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        #expect(try site.publishedText().contains(Self.id))
        guard case .done(let summary, let path) = try await site.takeDown(Self.id) else {
            throw SiteFixture.Mistake(words: "nothing was taken down")
        }
        #expect(path == Self.entry)
        #expect(summary.removed >= 3)
        #expect(try site.hasTombstone("vinh-danh/2024/\(Self.id)/"))
        #expect(try !site.publishedText().contains(Self.id))
        #expect(site.hasPage("vinh-danh/2024/tran-thi-vi-du-2024/"), "the others stay")
    }

    /// Each breaks something else that a build needs.
    @Test(arguments: [
        ("content/site.yaml", "{{{ rác"),
        ("content/vocabulary.yaml", "fields: ["),
        ("content/programmes/mau-2024.yaml", ""),
        ("content/registers/awards.csv", "\""),
        ("content/entries/2024/tran-thi-vi-du-2024.md", "không có phần đầu"),
        ("content/entries/2024/chi-bo-mau-a-2024/index.md", "---\nhỏng"),
        ("site-templates/pages/entry.mustache", "{{#hỏng}}"),
    ])
    func itWorksWhileOtherThingsAreBroken(path: String, text: String) async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let before = site.published()
        try site.write(path, text)
        #expect(try await site.build().refusal != nil)
        #expect(site.published() == before)

        guard case .done = try await site.takeDown(Self.id) else { throw SiteFixture.Mistake(words: "nothing was taken down") }
        #expect(try !site.publishedText().contains(Self.id))
        #expect(try site.page("vinh-danh/2024/tran-thi-vi-du-2024/").contains("giữ ngõ sạch"))
    }

    @Test func whoWasTakenDownStaysDown() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        _ = try await site.takeDown(Self.id)
        // The entry's own file still says that it is ready.
        _ = try await site.build().summary()
        #expect(try !site.publishedText().contains(Self.id))
        guard case .notPublished(let advice) = try await site.takeDown(Self.id) else {
            throw SiteFixture.Mistake(words: "taken down twice")
        }
        #expect(advice.gone == Self.id && advice.meant == nil && advice.message.vi.contains("đã được gỡ từ trước"))
    }

    /// What people in a hurry type: other letters, an address, a path, somebody who is gone.
    @Test(
        arguments: [
            ("Tran-Thi-Vi-Du-2024", "tran-thi-vi-du-2024", nil), ("TRAN-THI-VI-DU-2024 ", "tran-thi-vi-du-2024", nil),
            ("https://bangvang.example.vn/vinh-danh/2024/tran-thi-vi-du-2024/?x=1#dau", "tran-thi-vi-du-2024", nil),
            ("vinh-danh/2024/tran-thi-vi-du-2024/index.html", "tran-thi-vi-du-2024", nil),
            ("content/entries/2024/tran-thi-vi-du-2024.md", "tran-thi-vi-du-2024", nil),
            ("content\\entries\\2024\\tran-thi-vi-du-2024\\index.md", "tran-thi-vi-du-2024", nil),
            ("tran-thi-vi-du-204", "tran-thi-vi-du-2024", nil),
            ("content/entries/2024/chi-bo-mau-a-2024/index.md", nil, "chi-bo-mau-a-2024"),
            ("Chi-Bo-Mau-A-2024", nil, "chi-bo-mau-a-2024"), ("khong-co-ai", nil, nil), ("", nil, nil), ("/", nil, nil),
        ] as [(String, String?, String?)])
    func whatWasMeantIsSaid(written: String, meant: String?, gone: String?) {
        let advice = TakeDownAdvice(
            written: written, published: ["ho-le-van-mau-2023", "tran-thi-vi-du-2024"], gone: ["chi-bo-mau-a-2024"])
        #expect(advice.meant == meant && advice.gone == gone)
        if let meant { #expect(advice.message.vi.hasSuffix("Có phải là “\(meant)” không? Nếu đúng, chạy: bangvang take-down \(meant)")) }
    }

    /// Once the file itself said so, the file alone decides.
    @Test func whoWasTakenDownCanComeBack() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        _ = try await site.takeDown(Self.id)
        try site.replace(in: Self.entry, "status: ready", "status: withdrawn")
        _ = try await site.build().summary()
        try site.replace(in: Self.entry, "status: withdrawn", "status: ready")
        _ = try await site.build().summary()
        #expect(try site.hasHonour("vinh-danh/2024/\(Self.id)/"))
        #expect(site.exists("public/vinh-danh/2024/\(Self.id)/chan-dung-16.jpg"))
    }

    /// A trial in another folder, with drafts, is not what is published.
    @Test func aTrialElsewhereIsNotWhatIsPublished() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/entries/2024/tran-thi-vi-du-2024.md", "status: ready", "status: draft")
        _ = try await site.build().summary()
        var options = site.options(drafts: true)
        options.output = site.root + "/thu"
        _ = try await BuildPipeline(options).build().summary()
        #expect(site.exists("thu/vinh-danh/2024/tran-thi-vi-du-2024/index.html"))

        guard case .done = try await site.takeDown(Self.id) else { throw SiteFixture.Mistake(words: "nothing was taken down") }
        #expect(!site.hasPage("vinh-danh/2024/tran-thi-vi-du-2024/"))
        #expect(site.exists("thu/vinh-danh/2024/\(Self.id)/index.html"), "the trial is nobody's concern")
    }

    @Test func twoCanBeTakenDownOneAfterTheOther() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        _ = try await site.takeDown(Self.id)
        _ = try await site.takeDown("tran-thi-vi-du-2024")
        let text = try site.publishedText()
        #expect(!text.contains(Self.id) && !text.contains("tran-thi-vi-du-2024"))
        #expect(text.contains("ho-le-van-mau-2023"))
    }

    @Test func whatWasPublishedIsMadeAgainAsItWas() async throws {
        let site = try SiteFixture()
        _ = try await site.build(base: "https://tinh.gov.vn/bangvang/").summary()
        let before = try site.publishedBytes()
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "một buổi chiều", "một buổi sáng chưa ai duyệt")
        _ = try await site.takeDown(Self.id)
        #expect(try site.page("vinh-danh/2023/ho-le-van-mau-2023/").contains("một buổi chiều"))
        #expect(try site.page("").contains("href=\"/bangvang/"))
        let design = { (files: [String: [UInt8]]) in files.filter { $0.key.hasPrefix("giao-dien/") } }
        #expect(try design(site.publishedBytes()) == design(before))
        #expect(design(before).count >= 2)
    }

    @Test func nobodyIsTakenDownWhoIsNotPublished() async throws {
        let site = try SiteFixture()
        guard case .noSnapshot = try await site.takeDown(Self.id) else { throw SiteFixture.Mistake(words: "there was nothing to go by") }
        _ = try await site.build().summary()
        let before = site.published()
        guard case .notPublished = try await site.takeDown("nguyen-van-a-2024") else {
            throw SiteFixture.Mistake(words: "somebody was taken down")
        }
        #expect(site.published() == before)
    }

    /// A full disk may cut a take-down off after it was noted: running it again must still do it.
    @Test func aTakeDownThatWasCutOffCanBeRunAgain() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        try site.write(".bangvang/taken-down", "tran-thi-vi-du-2024\n")
        guard case .done = try await site.takeDown("tran-thi-vi-du-2024") else {
            throw SiteFixture.Mistake(words: "nothing was taken down")
        }
        #expect(try site.hasTombstone("vinh-danh/2024/tran-thi-vi-du-2024/"))
        guard case .notPublished = try await site.takeDown("tran-thi-vi-du-2024") else {
            throw SiteFixture.Mistake(words: "it was taken down twice")
        }
    }

    /// Who is not on the board now does not come back because somebody else leaves it.
    @Test func takingOneDownPutsNobodyBack() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        _ = try await site.takeDown("tran-thi-vi-du-2024")
        try site.write(".bangvang/taken-down", "")
        _ = try await site.takeDown("chi-bo-mau-a-2024")
        #expect(try site.hasTombstone("vinh-danh/2024/tran-thi-vi-du-2024/"))
        #expect(try !site.page("vinh-danh/").contains("tran-thi-vi-du-2024"))
    }
}
