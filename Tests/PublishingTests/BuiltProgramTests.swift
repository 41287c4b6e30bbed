import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// The built program as people, schedules and servers run it.
@Suite struct BuiltProgramTests {
    private static func arguments(_ command: String, _ site: SiteFixture, _ more: String...) -> [String] {
        [command, "--root", site.root, "--as-of", SiteFixture.day.iso] + more
    }

    @Test func checkWritesNothing() throws {
        let site = try SiteFixture()
        let before = FileTree.files(in: site.root)
        let outcome = try BuiltProgram.run(Self.arguments("check", site))
        #expect(outcome.status == 0)
        #expect(outcome.output.hasSuffix("\n3 bài: 3 được đăng.\n0 lỗi, 0 cảnh báo, 0 lưu ý.\n"))
        #expect(FileTree.files(in: site.root) == before)
    }

    @Test func mistakesInTheContentEndWithOne() throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        let check = try BuiltProgram.run(Self.arguments("check", site))
        #expect(check.status == 1)
        #expect(check.output.contains("content/registers/ratings.csv:2:27: lỗi: "))
        let build = try BuiltProgram.run(Self.arguments("build", site, "--lang", "en"))
        #expect(build.status == 1)
        #expect(build.errors.contains("content/registers/ratings.csv:2:27: error: "))
        #expect(build.errors.contains("Nothing was written: the content has 1 errors."))
        #expect(!site.exists("public"))
    }

    @Test(arguments: [
        ["dựng"], ["build", "--as-of", "hôm nay"], ["build", "--base-url", "tinh.gov.vn"], ["take-down"], ["build", "--output", ""],
        ["check", "--output", " "], ["check", "--root", ""],
    ])
    func wrongUsageEndsWith64(arguments: [String]) throws {
        #expect(try BuiltProgram.run(arguments).status == 64)
    }

    /// One sentence, not a list of every file.
    @Test func aSiteThatWasRemovedIsSaidToBeSo() throws {
        let site = try SiteFixture()
        #expect(try BuiltProgram.run(Self.arguments("build", site)).status == 0)
        try site.remove("public")
        let outcome = try BuiltProgram.run(Self.arguments("build", site))
        #expect(outcome.status == 0 && (outcome.output + outcome.errors).contains("mọi tệp của trang trong"))
        #expect(!(outcome.output + outcome.errors).contains("index.html"))
    }

    @Test func theReportForProgramsIsJSON() throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        let outcome = try BuiltProgram.run(Self.arguments("check", site, "--format", "json"))
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let findings = object?["diagnostics"] as? [[String: Any]]
        #expect(findings?.count == 1)
        #expect((findings?.first?["clause"] as? [String: Any])?["rule"] as? String == "MA-02")
        #expect((findings?.first?["place"] as? [String: Any])?["line"] as? Int == 2)
    }

    @Test func takeDownMarksTheEntrysFile() throws {
        let site = try SiteFixture()
        #expect(try BuiltProgram.run(Self.arguments("build", site)).status == 0)
        let entry = "content/entries/2024/chi-bo-mau-a-2024/index.md"
        let text = try site.read(entry)
        try site.write("content/site.yaml", "rác: [")
        let outcome = try BuiltProgram.run(["take-down", "--root", site.root, "chi-bo-mau-a-2024"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try site.read(entry) == text.replacingOccurrences(of: "status: ready", with: "status: withdrawn"))
        #expect(try site.hasTombstone("vinh-danh/2024/chi-bo-mau-a-2024/"))
        #expect(try BuiltProgram.run(["take-down", "--root", site.root, "chi-bo-mau-a-2024"]).status == 1)
    }

    /// The disk refuses a page, then, on the second run, only the last and largest file that is written.
    @Test func aFullDiskChangesNothing() throws {
        let site = try SiteFixture()
        #expect(try BuiltProgram.run(Self.arguments("build", site)).status == 0)
        let before = site.published()
        let state = FileTree.identities(in: site.root + "/.bangvang")
        let snapshot = try #require(state["published"])
        let largestPage = try #require(before.values.map(\.size).max())
        try #require(largestPage + 1024 < snapshot.size)
        // Every page changes, and one is new.
        try site.replace(in: "content/site.yaml", "Bảng Vàng thử nghiệm", "Bảng Vàng đổi tên")
        try site.write("content/pages/moi.md", "---\ntitle: \"Trang mới\"\n---\nMột trang nữa.\n")

        for limit in [2048, Int(snapshot.size) - 512] {
            let outcome = try BuiltProgram.run(Self.arguments("build", site, "--lang", "en"), largestFile: limit)
            #expect(outcome.status == 74, "\(limit): \(outcome.errors)")
            #expect(site.published() == before, "\(limit)")
            #expect(FileTree.identities(in: site.root + "/.bangvang") == state, "\(limit)")
        }
        #expect(try BuiltProgram.run(Self.arguments("build", site)).status == 0)
        #expect(try site.page("").contains("Bảng Vàng đổi tên"))
    }

    /// The same inputs are the same bytes, in whatever folder, zone, language and on however many cores.
    @Test func theSameInputsAreTheSameBytes() throws {
        let first = try SiteFixture.sampleBoard()
        let second = try SiteFixture.sampleBoard()
        let one = try BuiltProgram.run(
            Self.arguments("build", first), environment: ["TZ": "Asia/Ho_Chi_Minh", "LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8"])
        let other = try BuiltProgram.run(
            Self.arguments("build", second), environment: ["TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "C"], onOneCore: true)
        #expect(one.status == 0 && other.status == 0, "\(one.errors)\n\(other.errors)")
        let (bytes, others) = (try first.publishedBytes(), try second.publishedBytes())
        #expect(bytes.count > 50)
        #expect(bytes.keys.sorted() == others.keys.sorted())
        #expect(bytes.filter { others[$0.key] != $0.value }.keys.sorted() == [])
    }
}
