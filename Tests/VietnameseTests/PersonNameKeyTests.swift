import Testing
import Vietnamese

@Suite struct PersonNameKeyTests {
    private struct Person: CustomStringConvertible {
        let name: String
        var sortName: String?
        var description: String { name }
        var key: PersonNameKey { PersonNameKey(name, sortName: sortName) }
    }

    @Test(arguments: [
        ["Trần Văn An", "Đặng Thị Ánh", "Lê Bình", "Hờ Thị Dung", "Đỗ Văn Đức", "Y Nô Niê"],
        // Every Hòa before every Hóa, by surname among themselves, under both habits of spelling.
        ["Đặng Hoà", "Lê Văn Hòa", "Trần Hoà", "Bùi Hóa", "Lê Hoá"],
        // Surname before the middle.
        ["Dương Xuân An", "Đặng Bá An", "Đặng Xuân An"],
        // A tone of the surname decides before the middle does.
        ["Nguyên Xuân Ý", "Nguyễn Bá Ý"],
        ["An", "Lê An", "Lê Văn An", "Lê Văn Bá An"],
    ])
    func keepsOrder(names: [String]) {
        #expect(Array(names.reversed()).sorted { PersonNameKey($0) < PersonNameKey($1) } == names)
    }

    @Test(arguments: ["Nô Niê Y", "Nô, Niê, Y", "Nô,Niê,Y", " nô niê  y "])
    func sortNameTakesThePlaceOfTheName(sortName: String) {
        let people = [
            Person(name: "Trần Thị Nga"), Person(name: "Y Nô Niê", sortName: sortName), Person(name: "Lê Văn Nở"),
            Person(name: "Lê Văn Phú"),
        ]
        #expect(people.reversed().sorted { $0.key < $1.key }.map(\.name) == people.map(\.name))
    }

    @Test func sortNameStandsAmongNamesOfTheSameOrder() {
        // As given name, surname and middle, the sort name compares like a name built the usual way.
        let people = [Person(name: "Mai Nô"), Person(name: "Y Nô Niê", sortName: "Nô Niê Y"), Person(name: "Phan Nô")]
        #expect(people.reversed().sorted { $0.key < $1.key }.map(\.name) == people.map(\.name))
    }

    @Test(arguments: [nil, "", "  ", " , "] as [String?])
    func blankSortNameDecidesNothing(sortName: String?) {
        #expect(PersonNameKey("Lê Văn An", sortName: sortName) == PersonNameKey("Lê Văn An"))
    }

    @Test(arguments: ["", " ", "\u{A0}", ","])
    func oddNamesComeFirst(name: String) {
        #expect(PersonNameKey(name) < PersonNameKey("A"))
    }

    @Test func noBreakSpacesPartNames() {
        #expect(!(PersonNameKey("Lê Văn\u{A0}An") < PersonNameKey("Lê Thị An")))
        #expect(PersonNameKey("Lê\u{A0}Văn\u{A0}An") < PersonNameKey("Bùi Bình"))
    }
}
