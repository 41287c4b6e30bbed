import Foundation
import Publishing
import TestSupport
import Testing

/// What is internal never reaches the site: neither its words nor any trace of them.
@Suite struct NothingInternalTests {
    private static let marker = "NỘI-BỘ-7431"

    /// A register with one column filled with a mark in the rows that a test picks.
    private static func mark(_ site: SiteFixture, _ register: String, _ column: String, where isMarked: ([String]) -> Bool = { _ in true })
        throws
    {
        let path = "content/registers/\(register).csv"
        var rows = try site.read(path).components(separatedBy: "\n").filter { !$0.isEmpty }.map(cells)
        let index = try #require(rows[0].firstIndex(of: column))
        for row in rows.indices.dropFirst() where isMarked(rows[row]) { rows[row][index] += " " + marker }
        guard rows.contains(where: { $0.count == rows[0].count && $0[index].hasSuffix(marker) }) else {
            throw SiteFixture.Mistake(words: "nothing was marked in \(path)")
        }
        try site.write(path, rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n") + "\n")
    }

    /// The cells of a line of the sample's registers, which hold no quotes within a cell.
    private static func cells(_ line: String) -> [String] {
        line.components(separatedBy: "\"").enumerated().reduce(into: [""]) { cells, piece in
            let parts = piece.offset % 2 == 0 ? piece.element.components(separatedBy: ",") : [piece.element]
            cells[cells.count - 1] += parts[0]
            cells += parts.dropFirst()
        }
    }

    private static let selfScores = """
        TU-CHAM,yenbai-khoi-2024,yb-2024-collective,yb-chi-bo-thu-vien-mau-huong,2024,self,1,4.7,\(marker),\(marker),2024-10-01

        """
    private static let draft = """
        ---
        title: "\(marker)"
        programme: mauson-2026
        subject: ho-ba-mau-thi-hien
        award: KT-MS-2026-003
        place: xa-mau-son-moi
        year: 2026
        field: economy
        summary: "\(marker)"
        corrections: [{on: 2025-01-01, text: "\(marker)"}]
        publish: {status: draft}
        ---
        \(marker)

        """

    /// The sample board with marks in everything internal gives, byte for byte, the site without them.
    @Test func marksInInternalDataChangeNothing() async throws {
        let plain = try SiteFixture.sampleBoard()
        _ = try await plain.build().summary()
        let site = try SiteFixture.sampleBoard()
        try Self.mark(site, "reviews", "note")
        try Self.mark(site, "scores", "evidence")
        // Vạn Ninh names the bodies that may verify.
        try Self.mark(site, "scores", "verified_by") { $0[1] == "yenbai-khoi-2024" }
        try Self.mark(site, "dossiers", "file")
        try Self.mark(site, "awards", "signer")
        try Self.mark(site, "subjects", "sort_name") { $0[0] == "ho-ba-mau-thi-hien" }
        try Self.mark(site, "subjects", "name") { $0[0] == "ho-ba-mau-thi-hien" }
        try Self.mark(site, "awards", "reason") { $0[0] == "KT-MS-2026-003" }
        try site.append(to: "content/registers/scores.csv", Self.selfScores)
        try site.append(to: "content/registers/subjects.csv", "nguoi-moi,individual,\(Self.marker),,,,,,,,\n")
        try site.write("content/entries/2026/ban-nhap-2026.md", Self.draft)
        let revoked = "content/entries/2026/ho-ba-mau-thi-hien-2026.md"
        try site.write(revoked, try site.read(revoked).replacing("Gia đình", with: Self.marker).replacing("Nhường", with: Self.marker))
        _ = try await site.build().summary()

        let (expected, found) = (try plain.publishedBytes(), try site.publishedBytes())
        #expect(found.keys.sorted() == expected.keys.sorted())
        #expect(found.filter { expected[$0.key] != $0.value }.keys.sorted() == [])
        #expect(try !site.publishedText().contains(Self.marker))
        #expect(!found.keys.contains { $0.contains("ban-nhap") })
    }

    /// Whatever keeps an entry from the board keeps its words from every file, its address from every list.
    @Test(arguments: [
        ("content/entries/2024/chi-bo-mau-a-2024/index.md", "status: ready", "status: draft"),
        ("content/entries/2024/chi-bo-mau-a-2024/index.md", "status: ready", "status: withdrawn"),
        ("content/entries/2024/chi-bo-mau-a-2024/index.md", "{status: ready}", "{status: ready, from: 20/12/2025}"),
        ("content/registers/ratings.csv", "good", "fair"),
        ("content/registers/awards.csv", "“Dân vận khéo”,valid", "“Dân vận khéo”,revoked"),
        ("content/registers/awards.csv", "“Dân vận khéo”,valid", "“Dân vận khéo”,under_review"),
        ("content/registers/awards.csv", "“Dân vận khéo”,valid,,,", "“Dân vận khéo”,valid,,,2025-12-20"),
    ])
    func whoIsNotShownIsNotNamed(file: String, old: String, new: String) async throws {
        let site = try SiteFixture()
        try site.replace(in: file, old, new)
        _ = try await site.build(withholding: true).summary()
        let text = try site.publishedText()
        for words in ["Mẫu A:", "thôn Mẫu A", "chi-bo-mau-a", "trồng hoa", "10/QĐ-UBND", "DK-001", "05-QĐ/ĐU"] {
            #expect(!text.contains(words), "\(words)")
        }
        #expect(text.contains("tran-thi-vi-du-2024"))
    }

    @Test func theWaiversOwnIDIsInternal() async throws {
        let site = try SiteFixture()
        try site.replace(in: "content/registers/ratings.csv", "good", "fair")
        try site.write(
            "content/registers/waivers.csv",
            """
            waiver_id,programme_id,rule,entry_id,decision_no,decided_by,decided_on,expires_on,reason
            NOI-BO-7431,mau-2024,MA-02,chi-bo-mau-a-2024,31-QĐ/HU,Ban Thường vụ Huyện ủy Mẫu,2024-12-25,,Để thử
            NOI-BO-7432,mau-2024,MA-05,chi-bo-mau-a-2024,32-QĐ/HU \(Self.marker),Ban Thường vụ Huyện ủy Mẫu,2024-12-25,,\(Self.marker)

            """)
        _ = try await site.build().summary()
        let text = try site.publishedText()
        #expect(text.contains("31-QĐ/HU") && !text.contains("NOI-BO"))
        #expect(!text.contains(Self.marker), "a waiver of what is met anyway sets nothing aside")
    }
}
