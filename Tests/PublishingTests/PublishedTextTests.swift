import Diagnostics
import Publishing
import TestSupport
import Testing

/// faults: R2 (“published fields that are never read”) and D9: whatever field tells something of a person is found where
/// it stands, and no report repeats it.
@Suite struct PublishedTextTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var file: String
        var change: (old: String, new: String)
        var found: String
    }

    private static let awards = "content/registers/awards.csv"
    private static let subjects = "content/registers/subjects.csv"

    static let cases = [
        Case(
            testDescription: "who signed a decision", file: awards,
            change: ("Chủ tịch UBND xã Mẫu A", "Chủ tịch UBND xã Mẫu A (0912 345 678)"),
            found: "phone-number-shown"),
        Case(
            testDescription: "the site's description", file: "content/site.yaml",
            change: ("description: \"", "description: \"Gọi 0912 345 678. "), found: "phone-number-shown"),
        Case(
            testDescription: "a name of the vocabulary", file: "content/vocabulary.yaml",
            change: ("name: \"Kinh tế\"", "name: \"Kinh tế (hỏi mau@example.vn)\""), found: "email-shown"),
        Case(
            testDescription: "a place's name", file: "content/places.csv",
            change: ("Xã Mẫu A", "Xã Mẫu A - 0912.345.678"),
            found: "phone-number-shown"),
    ]

    @Test(arguments: cases) func isFoundWhereItStands(_ example: Case) async throws {
        let site = try SiteFixture()
        try site.replace(in: example.file, example.change.old, example.change.new)
        let found = try await site.check().diagnostics.filter { $0.code == example.found }
        #expect(found.map { $0.place?.path } == [example.file])
        #expect(found.first?.severity == .error && found.first?.isSensitive == true)
    }

    /// A template is a text of every page that it makes.
    @Test func aTemplateIsReadToo() async throws {
        let site = try SiteFixture()
        let path = "site-templates/partials/publisher.mustache"
        try site.append(to: path, "<p>Hỏi ông Mẫu: 0912&nbsp;<b>345</b> 678</p>\n")
        let found = try await site.check().diagnostics
        #expect(found.map(\.code) == ["phone-number-shown"] && found.first?.place?.path == path)
    }

    /// A text among the assets.
    @Test func anAssetIsReadToo() async throws {
        let site = try SiteFixture()
        try site.write("site-templates/assets/lien-he.txt", "Đầu mối: ông Mẫu,\nsố 0912\n345 678\n")
        #expect(
            try await site.check().diagnostics.map(\.oneLine) == [
                "site-templates/assets/lien-he.txt:2:4 error [phone-number-shown]"
            ])
    }

    /// A cell over two lines is one text to readers; the place is the line in the file.
    @Test func aCellOverTwoLines() async throws {
        let site = try SiteFixture()
        try site.replace(in: Self.subjects, "Trưởng thôn Mẫu B", "\"Trưởng thôn Mẫu B\nĐT 0912\n345 678\"")
        let found = try await site.check().diagnostics.filter { $0.code == "phone-number-shown" }
        #expect(found.map { $0.place?.description } == ["\(Self.subjects):4:4"])
    }

    // MARK: Reports

    /// The row before: `tran-thi-vi-du,individual,Trần Thị Ví Dụ,…`.
    private func hostileBoard() throws -> SiteFixture {
        let site = try SiteFixture()
        let entry = "content/entries/2024/tran-thi-vi-du-2024.md"
        try site.replace(in: Self.subjects, "Trần Thị Ví Dụ", "Trần Thị Ví Dụ 0912 345 678")
        // Another finding quotes the name: nobody agreed.
        try site.replace(in: entry, "covers: [name, photos]", "covers: [photos]")
        try site.append(to: Self.subjects, "nguoi-khac,individual,Lê Văn Mẫu,,,,,,12/3/1970,,\n")
        // A file named by a number, and one that is missing.
        try site.write("content/entries/2024/ong-0977000456.md", "---\ntitle: x\n---\n![a](0966000777.jpg)\n")
        return site
    }

    @Test(arguments: ["vi", "en"], ["text", "json", "sarif"]) func noReportRepeatsAnything(
        language: String, format: String
    ) throws {
        let site = try hostileBoard()
        let outcome = try BuiltProgram.run([
            "check", "--root", site.root, "--as-of", "2025-12-01", "--lang", language, "--format", format,
        ])
        #expect(outcome.status == 1)
        for secret in ["0912", "345 678", "12/3/1970", "0977000456", "0966000777"] {
            #expect(!outcome.output.contains(secret), "\(secret) in \(format)\n\(outcome.output)")
        }
        #expect(outcome.output.contains("••••"))
    }

    @Test(arguments: ["text", "json"]) func anExplanationRepeatsNothing(format: String) throws {
        let site = try hostileBoard()
        let outcome = try BuiltProgram.run([
            "explain", "tran-thi-vi-du-2024", "--as", "entry", "--root", site.root, "--as-of", "2025-12-01",
            "--format", format,
        ])
        #expect(outcome.output.contains("tran-thi-vi-du-2024"))
        #expect(!outcome.output.contains("345 678"), "\(outcome.output)")
    }
}
