import Board
import Diagnostics
import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// Taken down, and still named elsewhere (faults: R8, of the kind of csoh#1430).
@Suite struct MentionTests {
    private static let id = "tran-thi-vi-du-2024"
    private static let route = "vinh-danh/2024/tran-thi-vi-du-2024/"
    private static let household = "content/entries/2023/ho-le-van-mau-2023.md"

    /// A board on which somebody is named wherever one can be.
    private static func board() throws -> SiteFixture {
        let site = try SiteFixture()
        try site.replace(in: household, "lùi hàng rào\"", "cùng bà TRẦN THỊ VÍ DỤ\"")
        try site.replace(in: household, "120 m² đất vườn", "120 m² như bà Trần Thị Ví Dụ")
        try site.replace(
            in: household, "summary:",
            "photos:\n  - {file: ../../media/tran-thi-vi-du.jpg, role: activity, alt: \"Bà Trần Thị Ví Dụ\", caption: \"Trần Thị Ví Dụ đứng giữa\"}\nsummary:"
        )
        try site.append(to: household, "\nTheo [bà **Trần Thị**\nVí Dụ](../2024/tran-thi-vi-du-2024.md), xem [ở đây](/\(route)).\n")
        try site.write("content/media/tran-thi-vi-du.jpg", SamplePicture.jpeg)
        try site.append(to: "content/pages/gioi-thieu.md", "Ban gồm bà Trần&nbsp;Thị Ví Dụ.\n")
        try site.replace(in: "content/programmes/mau-2024.yaml", "Kế hoạch để thử chương trình.", "Do bà Trần Thị Ví Dụ soạn.")
        try site.replace(in: "content/site.yaml", "tagline: \"Dữ liệu", "tagline: \"Bà Trần Thị Ví Dụ: dữ liệu")
        try site.replace(
            in: "content/registers/awards.csv",
            "KT-003,ho-le-van-mau,mau-2024,periodic,base,certificate_of_merit,2023,xa-mau-b,12/QĐ-UBND,2023-11-21,Chủ tịch UBND xã Mẫu B,,,",
            "KT-003,ho-le-van-mau,mau-2024,periodic,base,certificate_of_merit,2023,xa-mau-b,12/QĐ-UBND,2023-11-21,Chủ tịch UBND xã Mẫu B,,Cùng bà Trần Thị Ví Dụ,"
        )
        return site
    }

    private static func places(_ mentions: Mentions) -> [String] {
        mentions.inContent.map { "\($0.place.description) \($0.kind.rawValue)" }
    }

    @Test func everyPlaceInTheContentIsListed() async throws {
        let site = try Self.board()
        _ = try await site.build().summary()
        guard case .done = try await site.takeDown(Self.id) else { throw SiteFixture.Mistake(words: "nothing was taken down") }
        let places = Self.places(try await Mentions.left(of: Self.id, site.options()))
        let expected = [
            "\(Self.household):2:36 name", "content/media/tran-thi-vi-du.jpg file_name", "content/pages/gioi-thieu.md:7:12 name",
            "content/site.yaml:2:14 name",
        ]
        for place in expected { #expect(places.contains(place), "\(place) of \(places)") }
        // The picture's file, description and caption; the summary; the link's words and the two links.
        #expect(places.count { $0.hasPrefix(Self.household) } == 8, "\(places)")
        #expect(
            places.contains { $0.hasPrefix("content/programmes/mau-2024.yaml:") }
                && places.contains { $0.hasPrefix("content/registers/awards.csv:4:") })
        // Their own file and rows are no news.
        #expect(!places.contains { $0.hasPrefix("content/entries/2024/tran-thi-vi-du-2024.md") || $0.contains("subjects.csv") })
    }

    /// Whatever the site still says of the person is listed, and nothing that does not: looked for here without our finder.
    @Test func everythingThatNamesThePersonOnTheSiteIsListed() async throws {
        let site = try Self.board()
        _ = try await site.build().summary()
        guard case .done = try await site.takeDown(Self.id) else { throw SiteFixture.Mistake(words: "nothing was taken down") }
        let mentions = try await Mentions.left(of: Self.id, site.options())
        let listed = Set(mentions.onSite.filter { $0.kind != .link }.map(\.place.path))
        var naming: Set<String> = []
        for (file, bytes) in try site.publishedBytes() {
            // Tags away and blanks made one: as a person reads the file, or searches it.
            let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(
                of: "&nbsp;|\u{A0}", with: " ", options: .regularExpression
            )
            .replacingOccurrences(of: "</?(strong|b|em|a)\\b[^>]*>", with: "", options: .regularExpression)
            .replacingOccurrences(of: "\\s+", with: " ", options: .regularExpression).lowercased()
            if text.contains("trần thị ví dụ") || text.contains("tran-thi-vi-du") || file.contains("tran-thi-vi-du") { naming.insert(file) }
        }
        naming.remove(Self.route + "index.html")
        #expect(naming.count > 10)
        let linking = Set(mentions.onSite.filter { $0.kind == .link }.map(\.place.path))
        #expect(listed.union(linking) == naming)
        #expect(linking.contains("vinh-danh/2023/ho-le-van-mau-2023/index.html"))
    }

    /// A name in front of which the register says “Hộ ông” is looked for without it too; namesakes are said.
    /// What can't be read is not passed for silent.
    @Test func aFileThatCannotBeReadIsNamed() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        let page = "content/pages/to-trinh.md"
        try (Data([0xFF, 0xFE]) + #require("Trần Thị Ví Dụ".data(using: .utf16LittleEndian))).write(
            to: URL(fileURLWithPath: site.root + "/" + page))
        let outcome = try BuiltProgram.run(["take-down", "--root", site.root, "--lang", "en", Self.id])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("1 files could not be read, so nobody knows whether they name the honouree: \(page)."))
        #expect(!outcome.output.contains("Nothing else on the site or in the content"))
        #expect(try await Mentions.left(of: Self.id, site.options()).unread.inContent == [page])
    }

    @Test func householdsAndNamesakes() async throws {
        let site = try SiteFixture()
        try site.append(to: "content/registers/subjects.csv", "nguoi-khac,individual,Lê Văn Mẫu,,,,,,,,\n")
        try site.append(to: "content/pages/gioi-thieu.md", "Cùng ông Lê Văn Mẫu.\n")
        _ = try await site.build().summary()
        _ = try await site.takeDown("ho-le-van-mau-2023")
        let mentions = try await Mentions.left(of: "ho-le-van-mau-2023", site.options())
        #expect(Self.places(mentions).filter { !$0.contains("subjects.csv") } == ["content/pages/gioi-thieu.md:7:10 name"])
        #expect(mentions.namesakes == ["nguoi-khac"])
    }

    @Test func aBoardThatIsCleanHasNothingLeft() async throws {
        let site = try SiteFixture()
        _ = try await site.build().summary()
        _ = try await site.takeDown(Self.id)
        let mentions = try await Mentions.left(of: Self.id, site.options())
        #expect(mentions.onSite.isEmpty && mentions.inContent.isEmpty && mentions.hasName)
    }

    // MARK: The check

    @Test(arguments: ["withdrawn", "revoked"])
    func theCheckSaysWhereSomebodyIsStillNamed(how: String) async throws {
        let site = try Self.board()
        if how == "withdrawn" {
            try site.replace(in: "content/entries/2024/tran-thi-vi-du-2024.md", "status: ready", "status: withdrawn")
        } else {
            try site.replace(
                in: "content/registers/awards.csv", "Chủ tịch UBND xã Mẫu B,,,valid,,,\nKT-003",
                "Chủ tịch UBND xã Mẫu B,,,revoked,2025-01-10,01/QĐ-UBND,\nKT-003")
        }
        let evaluation = try await site.check().addingStillNamed(in: BoardFolder(root: site.root))
        let found = evaluation.diagnostics.filter { $0.code == "still-named" }
        #expect(found.count == 11, "\(found.map(\.oneLine))")
        #expect(found.allSatisfy { $0.severity == .warning && !$0.message.vi.contains("Ví Dụ") })
        #expect(found.map(\.oneLine).contains("content/pages/gioi-thieu.md:7:12 warning [still-named]"))
        // A build says the same, and holds nothing back.
        guard case .written(let built, _) = try await site.build() else { throw SiteFixture.Mistake(words: "refused") }
        #expect(built.diagnostics.filter { $0.code == "still-named" } == found)
    }

    /// Who is shown by another entry may be named, and nobody is looked for where nobody is gone.
    @Test func whoIsShownMayBeNamed() async throws {
        let site = try Self.board()
        let whole = try await site.check().addingStillNamed(in: BoardFolder(root: site.root))
        #expect(!whole.diagnostics.contains { $0.code == "still-named" })
        let sample = try SiteFixture.sampleBoard()
        let evaluation = try await sample.check().addingStillNamed(in: BoardFolder(root: sample.root))
        #expect(evaluation.diagnostics.filter { $0.code == "still-named" } == [])
    }

    // MARK: The program

    @Test func takeDownPrintsWhatIsLeftAndWhatLiesOutside() throws {
        let site = try Self.board()
        let build = try BuiltProgram.run(["build", "--root", site.root, "--as-of", SiteFixture.day.iso])
        #expect(build.status == 0, "\(build.errors)")
        let before = try site.publishedBytes()
        let outcome = try BuiltProgram.run(["take-down", "--root", site.root, Self.id])
        #expect(outcome.status == 0, "\(outcome.errors)")
        for line in [
            "content/pages/gioi-thieu.md:7:12: nêu tên", "public/gioi-thieu/index.html: nêu tên", "máy tìm kiếm", "web.archive.org", "Zalo",
            "nguồn tin",
        ] { #expect(outcome.output.contains(line), "\(line) in \(outcome.output)") }
        // What was counted is what happened (faults: “sửa 34 trang” counted files).
        let after = try site.publishedBytes()
        let changed = after.filter { before[$0.key] != nil && before[$0.key] != $0.value }
        #expect(outcome.errors.contains("viết lại \(changed.count) tệp, trong đó \(changed.count { $0.key.hasSuffix(".html") }) trang"))
    }

    @Test func theReportForProgramsIsJSON() throws {
        let site = try Self.board()
        #expect(try BuiltProgram.run(["build", "--root", site.root, "--as-of", SiteFixture.day.iso]).status == 0)
        let outcome = try BuiltProgram.run(["take-down", "--root", site.root, "--format", "json", Self.id])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["id"] as? String == Self.id && object["path"] as? String == "content/entries/2024/\(Self.id).md")
        #expect((object["in_content"] as? [Any])?.count ?? 0 > 10 && (object["on_site"] as? [Any])?.count ?? 0 > 10)
        #expect((object["outside"] as? [Any])?.count == 6)
        guard SchemaValidator.isAvailable else { return }
        let schema = Repository.root + "/docs/schema/take-down.schema.json"
        #expect(try SchemaValidator.violations(of: [("take-down", outcome.output)], schema: schema) == [])
    }
}
