import Foundation
import Testing
import Vietnamese

@Suite struct NameFinderTests {
    private static func found(_ names: [String], in text: String) -> [String] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            NameFinder(names).matches(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        }
    }

    struct NameCase: Sendable, CustomTestStringConvertible {
        var text: String
        var found: [String]
        var testDescription: String { text }

        init(_ text: String, _ found: String...) { (self.text, self.found) = (text, found) }
    }

    @Test(arguments: [
        NameCase("Bà Trần Thị Hòa giữ ngõ sạch.", "Trần Thị Hòa"),
        NameCase("bà TRẦN THỊ HOÀ", "TRẦN THỊ HOÀ"),
        NameCase("trần thị hoà, trần thị hòa", "trần thị hoà", "trần thị hòa"),
        NameCase("Trần Thị\nHòa", "Trần Thị\nHòa"),
        NameCase("> Trần\n> Thị Hòa", "Trần\n> Thị Hòa"),
        NameCase("**Trần Thị** *Hòa*", "Trần Thị** *Hòa"),
        NameCase("Trần\u{A0}Thị Hòa", "Trần\u{A0}Thị Hòa"),
        NameCase("“Trần Thị Hòa”", "Trần Thị Hòa"),
        NameCase("![](tran-thi-hoa.jpg)", "tran-thi-hoa"),
        NameCase("/vinh-danh/2024/tran_thi_hoa/", "tran_thi_hoa"),
        // Another tone is another person; so is another word, a longer one, one that is apart.
        NameCase("Trần Thị Hóa"), NameCase("Trân Thị Hòa"), NameCase("Trần Thị Hòan"), NameCase("Trần Văn Hòa"),
        NameCase("Trần Thị. Hòa"), NameCase("Trần Thị, Hòa"), NameCase("Trần Thị\n\nHòa"), NameCase("Tran Thi Hoa"), NameCase("Hòa"),
        NameCase("tran-thi hoa"), NameCase(""),
    ])
    func aNameIsFoundAsPeopleWriteIt(_ name: NameCase) {
        #expect(Self.found(["Trần Thị Hòa"], in: name.text) == name.found)
        let text = name.text.decomposedStringWithCanonicalMapping
        #expect(Self.found(["Trần Thị Hòa"], in: text) == name.found.map(\.decomposedStringWithCanonicalMapping))
    }

    @Test func ofTwoNamesAtOnePlaceTheLongerCounts() {
        let names = ["Hộ ông Lê Văn Mẫu", "Lê Văn Mẫu"]
        #expect(Self.found(names, in: "Hộ ông Lê Văn Mẫu và ông Lê Văn Mẫu") == ["Hộ ông Lê Văn Mẫu", "Lê Văn Mẫu"])
    }

    @Test func aNameOfOneWordIsNotLookedFor() {
        #expect(NameFinder(["Sương", ""]).isEmpty)
        #expect(!NameFinder(["Bà Sương"]).isEmpty)
    }
}
