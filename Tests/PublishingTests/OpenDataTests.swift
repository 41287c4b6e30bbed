import Diagnostics
import Entries
import Foundation
import Publishing
import TestSupport
import Testing

@testable import Board
@testable import Rendering

/// The data behind the pages.
@Suite struct OpenDataTests {
    private typealias Object = [String: Any]

    private static func json(_ site: SiteFixture, _ route: String) throws -> Object {
        try #require(try JSONSerialization.jsonObject(with: Data(try site.bytes("public/" + route))) as? Object)
    }

    /// The rows of a CSV file, read by the book (RFC 4180), without the byte order mark.
    private static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        try #require(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "spreadsheets read Vietnamese wrong without a byte order mark")
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var rest = bytes.dropFirst(3)
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && rest.first == byte:
                cell.append(byte)
                rest = rest.dropFirst()
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
            case 0x0D where !isQuoted:
                #expect(rest.popFirst() == 0x0A, "lines end with CRLF")
                rows.append(row + [String(decoding: cell, as: UTF8.self)])
                (row, cell) = ([], [])
            default: cell.append(byte)
            }
        }
        #expect(row.isEmpty && cell.isEmpty && !isQuoted)
        return rows
    }

    @Test func anHonourWithAllThatItsPageTells() async throws {
        let site = try SiteFixture()
        try site.replace(
            in: "content/entries/2024/tran-thi-vi-du-2024.md", "summary:",
            "results:\n  - {value: \"1.200\", unit: \"hộ\", what: \"tham gia\"}\ncorrections: [{on: 2025-03-04, text: \"Sáu năm.\"}]\nsummary:"
        )
        _ = try await site.build(base: "https://tinh.gov.vn/bang-vang/").summary()
        let file = try Self.json(site, "du-lieu/vinh-danh.json")
        #expect(file["count"] as? Int == 3 && file["sample"] as? Bool == true && file["updated"] as? String == "2025-03-04")
        let honours = try #require(file["honours"] as? [Object])
        let honour = try #require(honours.first { $0["id"] as? String == "tran-thi-vi-du-2024" })
        #expect(honour["url"] as? String == "https://tinh.gov.vn/bang-vang/vinh-danh/2024/tran-thi-vi-du-2024/")
        #expect(honour["position"] as? String == "Trưởng thôn Mẫu B")
        #expect((honour["places"] as? [Object])?.map { $0["name"] as? String } == ["Xã Mẫu B", "Huyện Mẫu", "Tỉnh Mẫu"])
        #expect((honour["places_today"] as? [Object])?.map { $0["id"] as? String } == ["xa-mau-moi"])
        #expect(honour["decision_number"] as? String == "11/QĐ-UBND" && honour["decision_date"] as? String == "2024-11-20")
        #expect((honour["results"] as? [Object])?.first?["value"] as? String == "1.200")
        #expect((honour["corrections"] as? [Object])?.first?["date"] as? String == "2025-03-04")
        #expect(honour["model"] is NSNull)
        #expect(!honour.keys.contains { $0.contains("birth") })

        let rows = try Self.rows(try site.bytes("public/du-lieu/vinh-danh.csv"))
        #expect(rows.count == 4 && rows.allSatisfy { $0.count == rows[0].count })
        let row = try #require(rows.first { $0[0] == "tran-thi-vi-du-2024" })
        let cells = Dictionary(uniqueKeysWithValues: zip(rows[0], row))
        #expect(cells["places"] == "Xã Mẫu B, Huyện Mẫu, Tỉnh Mẫu")
        #expect(cells["results"] == "tham gia: 1.200 hộ")
        #expect(cells["corrections"] == "2025-03-04: Sáu năm.")
        #expect(cells["year"] == "2024" && cells["model"] == "")
    }

    @Test func bothFormsTellTheSame() async throws {
        let site = try SiteFixture.sampleBoard()
        _ = try await site.build().summary()
        let honours = try #require(try Self.json(site, "du-lieu/vinh-danh.json")["honours"] as? [Object])
        let rows = try Self.rows(try site.bytes("public/du-lieu/vinh-danh.csv"))
        #expect(rows.count == honours.count + 1 && honours.count == 26)
        #expect(rows[0] == OpenDataColumn.all.map(\.name))
        for (row, honour) in zip(rows.dropFirst(), honours) {
            #expect(Set(honour.keys) == Set(rows[0]))
            for (name, cell) in zip(rows[0], row) {
                if let text = honour[name] as? String { #expect(cell == text, "\(name)") }
                if let number = honour[name] as? Int { #expect(cell == String(number), "\(name)") }
                if honour[name] is NSNull { #expect(cell.isEmpty, "\(name)") }
                if let list = honour[name] as? [Object] { #expect(list.isEmpty == cell.isEmpty, "\(name)") }
            }
        }
    }

    @Test(.enabled(if: SchemaValidator.isAvailable, Comment(rawValue: SchemaValidator.absence)))
    func theFilesAreWhatTheirSchemaSays() async throws {
        for site in [try SiteFixture(), try SiteFixture.sampleBoard()] {
            _ = try await site.build().summary()
            let text = try site.page("du-lieu/vinh-danh.json")
            let schema = site.root + "/public/du-lieu/vinh-danh.schema.json"
            #expect(try SchemaValidator.violations(of: [("data", text)], schema: schema) == [])
            let broken = text.replacing("\"kind\":\"collective\",", with: "")
            #expect(try !SchemaValidator.violations(of: [("data", broken)], schema: schema).isEmpty, "a schema that finds nothing")
        }
    }

    @Test func thePageLeadsToEveryFile() async throws {
        let site = try SiteFixture()
        _ = try await site.build(base: "https://tinh.gov.vn/bang-vang/").summary()
        let page = try site.page("du-lieu/")
        for file in ["vinh-danh.json", "vinh-danh.csv", "muc-luc.json", "vinh-danh.schema.json", "cot.csv-metadata.json"] {
            #expect(page.contains("href=\"/bang-vang/du-lieu/\(file)\""), "\(file)")
            #expect(site.exists("public/du-lieu/\(file)"))
        }
        for column in OpenDataColumn.all { #expect(page.contains("<code>\(column.name)</code>")) }
        let index = try Self.json(site, "du-lieu/muc-luc.json")
        #expect((index["files"] as? [Object])?.compactMap { $0["url"] as? String }.count == 2)
        let columns = try Self.json(site, "du-lieu/cot.csv-metadata.json")
        let listed = ((columns["tableSchema"] as? Object)?["columns"] as? [Object])?.compactMap { $0["name"] as? String }
        #expect(listed == OpenDataColumn.all.map(\.name))
        #expect(try site.page("").contains("href=\"/bang-vang/du-lieu/\""))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+84", "'+84"), ("-5%", "'-5%"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("＝1", "'＝1"),
        ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""), ("a=b", "a=b"), ("Mẫu, A", "\"Mẫu, A\""), ("hai\ndòng", "\"hai\ndòng\""),
        ("", ""),
    ])
    func noCellIsAFormula(text: String, written: String) {
        var bytes: [UInt8] = []
        OpenDataCSV.append(text, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == written)
    }

    @Test func aLargeBoardHasAFileForEachYear() async throws {
        let site = try SiteFixture.sampleBoard()
        let plan = try #require(try await site.check().plan)
        let whole = OpenDataFiles(plan.honours)
        #expect(whole.parts.map(\.json) == ["du-lieu/vinh-danh.json"])
        let split = OpenDataFiles(plan.honours, honoursPerFile: 25)
        let years = Set(plan.honours.map(\.entry.year.value)).sorted(by: >)
        #expect(split.parts.map(\.year) == years)
        #expect(split.parts.flatMap(\.honours) == Array(plan.honours.indices))
        #expect(split.parts.first?.csv == "du-lieu/\(years[0]).csv")
        #expect(OpenDataFiles(plan.honours, honoursPerFile: 26).parts.count == 1)
    }

    @Test func aLargeSitemapIsInParts() async throws {
        let site = try SiteFixture.sampleBoard()
        let plan = try #require(try await site.check().plan)
        let listed = plan.pages.count(where: \.isListed)
        let documents = SitemapRenderer.documents(plan, addressesPerFile: 40)
        #expect(documents.map(\.route) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"])
        let texts = documents.map { String(decoding: $0.render(), as: UTF8.self) }
        #expect(texts.dropLast().map { $0.components(separatedBy: "<url>").count - 1 } == [40, 40, listed - 80])
        let index = try #require(texts.last)
        #expect(index.components(separatedBy: "<sitemap><loc>https://bangvang.example.vn/sitemap-").count == 4)
        #expect(index.components(separatedBy: "<lastmod>").count == 4)
    }

    @Test func aBoardWithoutHonoursHasEmptyFiles() async throws {
        let site = try SiteFixture()
        for entry in ["2024/chi-bo-mau-a-2024", "2024/tran-thi-vi-du-2024.md", "2023/ho-le-van-mau-2023.md"] {
            try site.remove("content/entries/" + entry)
        }
        _ = try await site.build().summary()
        #expect((try Self.json(site, "du-lieu/vinh-danh.json")["honours"] as? [Object])?.isEmpty == true)
        #expect(try Self.rows(try site.bytes("public/du-lieu/vinh-danh.csv")).count == 1)
        #expect(try site.page("nhung/").contains("Chưa có lượt vinh danh nào."))
    }
}
