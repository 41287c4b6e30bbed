import Foundation
import Testing
import Vietnamese

@Suite struct NameKeyTests {
    @Test(arguments: [
        ("Hoà", "Hòa"), ("Hoá", "Hóa"), ("khoẻ", "khỏe"), ("uỷ ban", "ủy ban"), ("Thuý", "Thúy"), ("HOÀ", "HÒA"), ("HoÀ", "HòA"),
        ("Nguyễn Văn Hoạ, Huỵ", "Nguyễn Văn Họa, Hụy"),
        ("“Sao vàng”", "\"Sao vàng\""), ("H’Hen", "H'Hen"), ("  Trần \t Thị\u{A0}\u{A0}Ví Dụ\n", "Trần Thị Ví Dụ"), ("Hoa\u{300}", "Hòa"),
        ("Lê\u{200B} Na", "Lê Na"), ("toè", "tòe"), ("loã", "lõa"), ("luỹ", "lũy"), ("oà", "òa"),
    ])
    func spellingsAreEqual(one: String, other: String) {
        #expect(NameKey(one) == NameKey(other))
        #expect(Array(Fold.comparable(one).utf8) == Array(Fold.comparable(other).utf8))
        #expect(Fold.comparable(other) == Fold.comparable(Fold.comparable(other)))
        #expect(NameKey(one.decomposedStringWithCanonicalMapping) == NameKey(other))
    }

    @Test(arguments: [
        "quý", "Quỳ", "toàn", "ngoài", "khuỷu", "hỏa hoạn", "thuở", "huệ", "uýt", "người",
        "já",
    ])
    func staysAsItIs(name: String) {
        #expect(Array(Fold.comparable(name).utf8) == Array(name.utf8))
    }

    @Test(arguments: [("Hòa", "Hóa"), ("Hoa", "Hòa"), ("Đặng", "Dặng"), ("Vân Anh", "VânAnh"), ("Hòa", "hòa")])
    func namesStayApart(one: String, other: String) {
        #expect(NameKey(one) != NameKey(other))
    }

    @Test func caseMayBeIgnored() {
        #expect(NameKey("NGUYỄN THỊ HOÀ", ignoringCase: true) == NameKey("Nguyễn Thị Hòa", ignoringCase: true))
    }
}
