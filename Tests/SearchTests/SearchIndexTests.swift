import Foundation
import Testing

@testable import Search

/// The files of the index, without a browser.
@Suite struct SearchIndexTests {
    private static func files(_ content: SearchContent) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: SearchIndexBuilder.files(for: content).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private static func lines(_ kind: String, _ files: [String: String]) -> [String: [String]] {
        let lines = files.filter { $0.key.hasPrefix(kind) }.values.joined().split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                return (parts[0], Array(parts.dropFirst()))
            })
    }

    /// The numbers in a text, by the format as `docs/tim-kiem.md` describes it.
    private static func numbers(_ text: String) -> [Int] {
        var high = 0
        return text.utf8.compactMap { byte in
            if byte >= 96 {
                high = high * 28 + Int(byte) - 96
                return nil
            }
            defer { high = 0 }
            return high * 63 + Int(byte) - 33
        }
    }

    private static func documents(_ list: String) -> [Int] {
        numbers(list).reduce(into: []) { $0.append(($0.last ?? -1) + $1 + 1) }
    }

    @Test func aWordCountsWhereItStandsFirst() {
        let content = SearchContent.sample([
            ("Trần Thị An", "Bà An giữ ngõ sạch", "An cư"), ("Lê Văn Mẫu", "Ngõ sạch", "Ông An giúp"), ("Tổ hòa giải", "An ninh", ""),
        ])
        let lines = Self.lines("am-", Self.files(content))
        #expect(lines["0an"]?.map(Self.documents) == [[0], [2], [], [1]])
        #expect(lines["3mâu"]?.map(Self.documents) == [[1], [], [0, 2]], "the place is in the words of all")
        #expect(lines["5sach"]?.map(Self.documents) == [[], [0, 1]])
        #expect(lines["02024"]?.map(Self.documents) == [[], [], [0, 1, 2]])
    }

    @Test func pairsAreOfOneTextOnly() {
        let lines = Self.lines("cap-", Self.files(.sample([("Trần Thị An", "Bà An", "")])))
        #expect(lines["1trân 5thi"]?.map(Self.documents) == [[0]])
        #expect(lines["0an 1ba"] == nil)
        #expect(lines["0kinh 4tê"]?.map(Self.documents) == [[], [], [0]])
    }

    @Test(arguments: [0, 1, 62, 63, 64, 1763, 1764, 1765, 49_000, 100_000, 5_000_000])
    func numbersOfAnySizeAreWritten(number: Int) {
        var bytes: [UInt8] = []
        for value in [number, 7, number] { NumberText.append(value, to: &bytes) }
        #expect(Self.numbers(String(decoding: bytes, as: UTF8.self)) == [number, 7, number])
        #expect(bytes.allSatisfy { (33..<127).contains($0) && $0 != UInt8(ascii: "|") })
    }

    @Test func theSameContentGivesTheSameBytes() {
        let content = SyntheticContent.make(700)
        let (one, other) = (SearchIndexBuilder.files(for: content), SearchIndexBuilder.files(for: content))
        #expect(one.map(\.name) == other.map(\.name))
        #expect(one.map(\.bytes) == other.map(\.bytes))
    }

    @Test func anotherContentIsAnotherEdition() throws {
        func edition(_ text: String) throws -> String {
            let file = try #require(Self.files(.sample([("Tổ hòa giải", "Làng yên", text)]))["muc-luc.json"])
            let json = try #require(try JSONSerialization.jsonObject(with: Data(file.utf8)) as? [String: Any])
            return try #require(json["ban"] as? String)
        }
        #expect(try edition("một") == edition("một"))
        #expect(try edition("một") != edition("hai"))
    }

    /// Seed 2 of `Scripts/walk`: a province that lies in itself took all memory of a preview.
    @Test func placesInACircleEndTheWalk() throws {
        var content = SearchContent.sample([("Trần Thị An", "Bà An", "")])
        content.places = [(0, "tự"), (2, "một"), (1, "hai"), (1, "ngoài")].map { parent, id in
            SearchPlace(id: id, name: id, parent: parent, hasEnded: false)
        }
        content.spots = [SearchSpot(text: "tự", places: [0]), SearchSpot(text: "ngoài", places: [3, 1])]
        let file = try #require(Self.files(content)["noi.json"])
        let json = try #require(try JSONSerialization.jsonObject(with: Data(file.utf8)) as? [String: Any])
        #expect(json["diem"] as? [[Int]] == [[0], [3]])
    }

    @Test func anEmptyBoardHasAnIndexToo() throws {
        var content = SearchContent.sample([])
        content.years = []
        let files = Self.files(content)
        #expect(Set(files.keys) == ["muc-luc.json", "loc.json", "noi.json"])
        for file in files.values { _ = try JSONSerialization.jsonObject(with: Data(file.utf8)) }
    }

    /// A first query fetches the directory, a file for each word and each two neighbours, and up to ten files of results.
    @Test func filesKeepTheirSize() throws {
        let files = SearchIndexBuilder.files(for: SyntheticContent.make(3_000))
        var counted = 0
        for file in files where file.name.hasPrefix("am-") || file.name.hasPrefix("cap-") {
            let keys = Set(String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map { $0.prefix { $0 != "|" } }.map(Self.key))
            #expect(file.bytes.count <= 8_192 || keys.count == 1, "\(file.name)")
            counted += 1
        }
        #expect(counted > 20)
        let directory = try #require(files.first { $0.name == "muc-luc.json" })
        #expect(directory.bytes.count < 4_096)
        for file in files where file.name.hasPrefix("bai-") { #expect(file.bytes.count < 12_000) }
    }

    private static func key(_ written: Substring) -> String {
        written.split(separator: " ").map { $0.dropFirst().folding(options: .diacriticInsensitive, locale: nil) }
            .joined(separator: " ").replacingOccurrences(of: "đ", with: "d")
    }

    @Test func everyJSONFileIsJSONWhateverTheTextsSay() throws {
        let hostile = "</script><script>alert(\"1\")</script>\\\u{0}\n\t\u{2028}👩‍🌾 שלום \u{202E}"
        for (name, text) in Self.files(.sample([(hostile, hostile, hostile)])) where name.hasSuffix(".json") {
            let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
            if name.hasPrefix("bai-") { #expect((json as? [[Any]])?.first?[1] as? String == hostile) }
        }
    }
}
