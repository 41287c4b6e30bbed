import Diagnostics
import Formats
import Places
import Testing

/// Reads places and links as the board does.
func gazetteer(_ places: String, _ links: String? = nil) throws -> Diagnosed<Gazetteer> {
    let table = try #require(CSVTable.parse(SourceText(path: "places.csv", text: places)).value)
    let linkTable = links.flatMap { CSVTable.parse(SourceText(path: "place_links.csv", text: $0)).value }
    return GazetteerParser.parse(places: table, links: linkTable)
}

func day(_ iso: String) -> CalendarDay { try! CalendarDay.parse(iso) }

/// Two reforms, one split and one renaming, all invented: xã An and xã Bình became xã Cát in 2020, xã Cát
/// and xã Đức became xã Gia in 2025; xã Rộng was split in 2020 into Đông and Tây; xã Cũ was renamed.
@Suite struct GazetteerTests {
    static let places = """
        place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree
        tinh,01,Tỉnh,Tỉnh Mẫu,province,,,,
        huyen,001,Huyện,Huyện Mẫu,district,tinh,,2025-06-30,
        an,00001,An,Xã An,commune,huyen,,2019-12-31,1/NQ
        binh,00002,Bình,Xã Bình,commune,huyen,,2019-12-31,1/NQ
        cat,00001,Cát,Xã Cát,commune,huyen,2020-01-01,2025-06-30,1/NQ
        duc,00003,Đức,Xã Đức,commune,huyen,,2025-06-30,
        gia,00001,Gia,Xã Gia,commune,tinh,2025-07-01,,2/NQ
        rong,00004,Rộng,Xã Rộng,commune,huyen,,2019-12-31,
        dong,00004,Đông,Xã Đông,commune,huyen,2020-01-01,,
        tay,00005,Tây,Xã Tây,commune,huyen,2020-01-01,,
        """
    static let links = """
        from_place_id,to_place_id,effective,relation,part
        an,cat,2020-01-01,merged_into,whole
        binh,cat,01/01/2020,merged_into,whole
        cat,gia,2025-07-01,merged_into,whole
        duc,gia,2025-07-01,merged_into,
        rong,dong,2020-01-01,split_into,part
        rong,tay,2020-01-01,split_into,part
        """

    private func read() throws -> Gazetteer {
        let read = try gazetteer(Self.places, Self.links)
        #expect(read.diagnostics.isEmpty)
        return read.value
    }

    @Test func readsEveryColumn() throws {
        let gazetteer = try read()
        let place = try #require(gazetteer["cat"])
        #expect(place.officialCode == "00001", "codes are text")
        #expect((place.name, place.fullName, place.kind, place.parentID) == ("Cát", "Xã Cát", "commune", "huyen"))
        #expect(place.validFrom == day("2020-01-01") && place.validTo == day("2025-06-30"))
        #expect(place.decree == "1/NQ")
        #expect(place.source.description == "places.csv:6:1")
        #expect(gazetteer.places.count == 10 && gazetteer.links.count == 6)
        let link = gazetteer.links[1]
        #expect((link.from, link.to, link.relation, link.isWhole) == ("binh", "cat", .mergedInto, true))
        #expect(link.effective == day("2020-01-01"))
        #expect(gazetteer.links.map(\.isWhole) == [true, true, true, true, false, false])
        #expect(gazetteer["khong-co"] == nil)
        #expect(Set(gazetteer.ids).count == 10)
    }

    @Test func walksUp() throws {
        let gazetteer = try read()
        #expect(gazetteer.chain(from: "cat").map(\.id) == ["cat", "huyen", "tinh"])
        #expect(gazetteer.chain(from: "tinh").map(\.id) == ["tinh"])
        #expect(gazetteer.chain(from: "khong-co").isEmpty)
        #expect(gazetteer.ancestor(of: "cat", kind: "district")?.id == "huyen")
        #expect(gazetteer.ancestor(of: "huyen", kind: "district")?.id == "huyen")
        #expect(gazetteer.ancestor(of: "gia", kind: "district") == nil, "no districts after the reform")
        #expect(gazetteer.children(of: "huyen").map(\.id) == ["an", "binh", "cat", "dong", "duc", "rong", "tay"])
        #expect(gazetteer.children(of: "gia").isEmpty)
    }

    @Test(
        arguments: [
            ("an", "2019-12-31", ["an"]), ("an", "2020-01-01", ["cat"]), ("an", "2025-06-30", ["cat"]), ("an", "2025-07-01", ["gia"]),
            ("gia", "2026-01-01", ["gia"]), ("rong", "2026-01-01", ["dong", "tay"]), ("duc", "2026-01-01", ["gia"]),
            ("gia", "2019-01-01", []),
            ("khong-co", "2026-01-01", []),
        ])
    func becomes(_ id: String, _ date: String, _ expected: [String]) throws {
        #expect(try read().successors(of: id, on: day(date)).map(\.id) == expected)
    }

    @Test(arguments: [("gia", ["cat", "an", "binh", "duc"]), ("cat", ["an", "binh"]), ("dong", ["rong"]), ("an", []), ("khong-co", [])])
    func cameFrom(_ id: String, _ expected: [String]) throws {
        #expect(try read().predecessors(of: id).map(\.id) == expected)
    }

    @Test func placesThatWereJoinedAgainCountOnce() throws {
        let again = try gazetteer(
            Self.places + "\nmoi,,Mới,Xã Mới,commune,tinh,2026-01-01,,",
            Self.links.replacing(
                "rong,dong", with: "dong,moi,2026-01-01,merged_into,whole\ntay,moi,2026-01-01,merged_into,whole\nrong,dong"))
        // Đông and Tây have no end here: they are still what Rộng became.
        #expect(again.value.successors(of: "rong", on: day("2026-02-01")).map(\.id) == ["dong", "tay"])
        let ended = try gazetteer(
            Self.places.replacing("2020-01-01,,", with: "2020-01-01,2025-12-31,") + "\nmoi,,Mới,Xã Mới,commune,tinh,2026-01-01,,",
            Self.links + "\ndong,moi,2026-01-01,merged_into,whole\ntay,moi,2026-01-01,merged_into,whole")
        #expect(ended.value.successors(of: "rong", on: day("2026-02-01")).map(\.id) == ["moi"])
        #expect(ended.value.predecessors(of: "moi").map(\.id).sorted() == ["dong", "rong", "tay"])
    }

    @Test(
        arguments: [
            ("2019-12-31", 2019, true, true), ("2020-01-01", 2020, false, false),
        ])
    func existsInItsDays(_ date: String, _ year: Int, _ onDay: Bool, _ inYear: Bool) throws {
        let an = try #require(try read()["an"]), cat = try #require(try read()["cat"])
        #expect(an.exists(on: day(date)) == onDay && an.exists(inYear: year) == inYear)
        #expect(cat.exists(on: day(date)) == !onDay && cat.exists(inYear: year) == !inYear)
    }

    // MARK: What is wrong with a register of places

    @Test(
        arguments: [
            ("a parent that is not there", "a,,A,Xã A,commune,huyen-khac,,,", ["unknown-place 2:1"]),
            ("a place within itself", "a,,A,Xã A,commune,a,,,", ["circular-places 2:1"]),
            ("a circle of two", "a,,A,Xã A,commune,b,,,\nb,,B,Huyện B,district,a,,,", ["circular-places 2:1", "circular-places 3:1"]),
            ("a place below a circle", "c,,C,Xã C,commune,a,,,\na,,A,Huyện A,district,a,,,", ["circular-places 3:1"]),
            ("ends before it begins", "a,,A,Xã A,commune,,2020-01-02,2020-01-01,", ["place-ends-before-it-begins 2:1"]),
            ("one day", "a,,A,Xã A,commune,,2020-01-01,2020-01-01,", []),
            ("twice", "a,,A,Xã A,commune,,,,\na,,A,Xã A,commune,,,,", ["duplicate-place 3:1"]),
            ("no name", "a,,,Xã A,commune,,,,", ["empty-value 2:4"]),
            ("no such day", "a,,A,Xã A,commune,,31/02/2020,,", ["no-such-day 2:20"]),
            ("an id with diacritics", "xã-a,,A,Xã A,commune,,,,", ["invalid-identifier 2:1"]),
        ] as [(String, String, [String])])
    func refusesPlaces(_ name: String, _ rows: String, _ expected: [String]) throws {
        let read = try gazetteer("place_id,official_code,name,full_name,kind,parent_id,valid_from,valid_to,decree\n" + rows)
        #expect(summary(read.diagnostics) == expected, "\(name)")
        for id in ["a", "b", "c"] { #expect(read.value.chain(from: id).count <= 2, "circles end") }
    }

    @Test(
        arguments: [
            ("from nowhere", "x,cat,2020-01-01,merged_into,whole", ["unknown-place 2:1"]),
            ("to nowhere", "an,x,2020-01-01,merged_into,whole", ["unknown-place 2:1"]),
            ("an unknown relation", "an,cat,2020-01-01,joined,whole", ["unknown-value 2:19"]),
            ("an unknown part", "an,cat,2020-01-01,merged_into,half", ["unknown-value 2:31"]),
            ("no day", "an,cat,,merged_into,whole", ["empty-value 2:8"]),
        ])
    func refusesLinks(_ name: String, _ rows: String, _ expected: [String]) throws {
        let read = try gazetteer(Self.places, "from_place_id,to_place_id,effective,relation,part\n" + rows)
        #expect(summary(read.diagnostics) == expected, "\(name)")
    }

    @Test func linksInACircleEnd() throws {
        let read = try gazetteer(
            Self.places,
            "from_place_id,to_place_id,effective,relation,part\nan,binh,2020-01-01,merged_into,\nbinh,an,2020-01-01,merged_into,")
        #expect(read.value.successors(of: "an", on: day("2026-01-01")).isEmpty)
        #expect(read.value.predecessors(of: "an").map(\.id) == ["binh"])
    }

    @Test func columnsAreAskedForByName() throws {
        let read = try gazetteer("kind,place_id,name,full_name,parent,parent_id\ncommune,a,A,Xã A,,\n")
        #expect(summary(read.diagnostics) == ["csv-unknown-column 1:30"])
        #expect(read.value["a"]?.kind == "commune")
        let missing = try gazetteer("place_id,name,full_name,parent_id\na,A,Xã A,\n")
        #expect(summary(missing.diagnostics) == ["csv-missing-column 1:1"])
    }
}
