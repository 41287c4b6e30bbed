import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// What `check` tells people and programs, from the built program.
@Suite struct CheckReportTests {
    private static func run(_ command: String, _ site: SiteFixture, _ more: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run([command, "--root", site.root, "--as-of", SiteFixture.day.iso] + more)
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    // MARK: The closing table

    @Test func theTableOfASoundBoard() throws {
        #expect(
            try Self.run("check", SiteFixture()).output == """
                Kết quả đối chiếu, tính đến ngày 01/12/2025

                Mẫu 2024
                  3 bài: 3 được đăng.

                  Quy tắc       đạt  không đạt  chưa rõ  không áp dụng  được miễn
                  Cả 6 quy tắc    6          0        0             12          0

                  Số lượng    đợt       đề nghị  quy định
                  MA-07 (IV)  năm 2024        1  không quá 1

                  Thời hạn  việc         ngày  đến nay  đúng hạn  muộn  chưa có
                  MA-06     hồ sơ  15/11/2024  đã qua          1     0        0
                  MA-06     hồ sơ  15/11/2025  đã qua          0     0        0

                3 bài: 3 được đăng.
                0 lỗi, 0 cảnh báo, 0 lưu ý.

                """)
    }

    @Test func theTableNamesTheRulesThatAreNotMet() throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        try site.replace(in: "content/registers/dossiers.csv", "2024-10-10", "2024-11-20")
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "programme: mau-2024", "programme: mau-2042")
        let output = try Self.run("check", site, "--lang", "en").output
        let table = try #require(output.range(of: "The check in numbers"))
        #expect(
            output[table.lowerBound...] == """
                The check in numbers, as of 2025-12-01

                Mẫu 2024
                  2 entries: 1 published, 1 withheld.

                  Rule           met  not met  not known  not applicable  waived
                  All 6 rules      4        2          0               6       0
                  MA-02 (II.1)     0        1          0               1       0
                  MA-06 (III.2)    0        1          0               1       0

                  Quota       batch  proposed  allowed
                  MA-07 (IV)  2024          1  at most 1

                  Deadline  what                day  by now  in time  late  missing
                  MA-06     the dossier  2024-11-15  passed        0     1        0
                  MA-06     the dossier  2025-11-15  passed        0     0        0

                Of no known programme
                  1 entries: 1 withheld.

                3 entries: 1 published, 2 withheld.
                4 errors, 0 warnings, 0 notices.

                """)
    }

    @Test(arguments: ["vi", "en"]) func theTableFitsAnOrdinaryTerminalAndIsPlainInAPipe(language: String) throws {
        let output = try Self.run("check", SiteFixture.sampleBoard(), "--lang", language).output
        let heading = language == "vi" ? "Kết quả đối chiếu" : "The check in numbers"
        let table = try #require(output.range(of: heading))
        let lines = output[table.lowerBound...].split(separator: "\n")
        #expect(lines.count > 30)
        #expect(lines.filter { $0.count > 80 } == [])
        #expect(!output.contains("\u{1B}"))
    }

    @Test func quietLeavesTheTableOut() throws {
        let output = try Self.run("check", SiteFixture(), "--quiet").output
        #expect(output == "3 bài: 3 được đăng.\n0 lỗi, 0 cảnh báo, 0 lưu ý.\n")
    }

    // MARK: SARIF

    @Test func theSARIFIsTheReportAgain() throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        try site.replace(in: "content/entries/2024/tran-thi-vi-du-2024.md", "summary:", "sumary:")
        let report = try #require(try Self.object(Self.run("check", site, "--format", "json").output)["diagnostics"] as? [[String: Any]])
        let outcome = try Self.run("check", site, "--format", "sarif")
        #expect(outcome.status == 1 && outcome.errors.isEmpty)
        let run = try #require((try Self.object(outcome.output)["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(report.count >= 3)
        #expect(results.compactMap { ($0["message"] as? [String: String])?["text"] } == report.compactMap { $0["message"] as? String })
        #expect(results.contains { $0["ruleId"] as? String == "mau-2024/MA-02" })
        #expect(results.contains { $0["ruleId"] as? String == "unknown-key" })
    }

    /// No line of a file, no folder of this machine; the same bytes wherever the board lies.
    @Test func theSARIFHoldsNothingOfThisMachine() throws {
        let logs = try (1...2).map { _ in
            let site = try SiteFixture()
            try site.replace(in: "content/registers/ratings.csv", "good", "fair")
            let log = try Self.run("check", site, "--format", "sarif").output
            #expect(!log.contains(site.root) && !log.contains("snippet"))
            #expect(!log.contains("chi-bo-mau-a,2024"))
            return log
        }
        #expect(logs[0] == logs[1])
    }

    // MARK: Ten thousand findings

    /// A register with 6,000 wrong codes, and 1,000 entries with four mistakes each and more.
    private static func boardWithTenThousandMistakes() throws -> SiteFixture {
        let site = try SiteFixture()
        let rows = (1...6000).map { "chi-bo-mau-a,\(1946 + $0 % 70),party-4,khong-co-muc-nay,,,\n" }
        try site.append(to: "content/registers/ratings.csv", rows.joined())
        for number in 1...1000 {
            let entry = """
                ---
                title: "Bài thử số \(number)"
                programme: mau-2024
                subject: chi-bo-mau-a
                award: KT-khong-co
                place: xa-khong-co
                year: 2024
                field: new_rural
                sumary: "Tóm tắt."
                summary: "Tóm tắt."
                photos:
                  - {file: khong-co.jpg, role: portrait, alt: "Không có ảnh này"}
                publish: {status: ready}
                ---
                Một câu.
                """
            try site.write("content/entries/2024/bai-\(number).md", entry)
        }
        return site
    }

    @Test func tenThousandFindingsStayReadable() throws {
        let site = try Self.boardWithTenThousandMistakes()
        let report = try Self.object(Self.run("check", site, "--format", "json").output)
        let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.count >= 10_000)

        let outcome = try Self.run("check", site)
        #expect(outcome.status == 1)
        let lines = outcome.output.components(separatedBy: "\n")
        #expect(lines.count < 600, "\(lines.count) lines")
        // What is shown and what is counted are together all that was found.
        let codes = Set(diagnostics.compactMap { $0["code"] as? String })
        let findings = lines.filter { line in codes.contains { line.hasSuffix(" [\($0)]") } }
        let counted = findings.compactMap(Self.count)
        #expect(counted.count >= 5)
        #expect(findings.count - counted.count + counted.reduce(0, +) == diagnostics.count)
        #expect(counted.allSatisfy { $0 > 1 })
        #expect(findings.filter { Self.count($0) != nil }.allSatisfy { $0.contains("bangvang check --format json") })
        // In reading order: a count stands where the first of its findings would.
        let paths = findings.filter { $0.hasPrefix("content/") }.map { String($0.prefix { $0 != ":" }) }
        #expect(paths == paths.sorted() && paths.count > 20)
        let errors = diagnostics.count { $0["severity"] as? String == "error" }
        #expect(lines.contains { $0.hasPrefix(Self.grouped(errors) + " lỗi, ") })
    }

    @Test func aBuildThatRefusesThemIsReadableToo() throws {
        let outcome = try Self.run("build", try Self.boardWithTenThousandMistakes())
        #expect(outcome.status == 1)
        #expect(outcome.errors.components(separatedBy: "\n").count < 600)
        #expect(
            outcome.errors.contains(
                "Còn 5.995 thông báo cùng loại trong tệp này; xem đủ bằng: bangvang check --format json. [unknown-code]"))
    }

    /// The number in a line that only counts.
    private static func count(_ line: String) -> Int? {
        guard let start = line.range(of: ": Còn "), let end = line.range(of: " thông báo cùng loại") else { return nil }
        return Int(line[start.upperBound..<end.lowerBound].replacing(".", with: ""))
    }

    private static func grouped(_ number: Int) -> String {
        let digits = String(number)
        return digits.count > 3 ? digits.dropLast(3) + "." + digits.suffix(3) : digits
    }
}
