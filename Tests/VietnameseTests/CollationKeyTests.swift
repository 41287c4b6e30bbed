import Foundation
import Testing
import Vietnamese

@Suite struct CollationKeyTests {
    @Test(arguments: [
        [
            "", "1", "a", "A", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "ậ", "b", "c", "d", "đ", "e", "ê", "f", "g", "i", "o", "ô", "ơ", "p",
            "u", "ư", "v", "w", "x", "y", "z",
        ],
        ["Dương", "Đặng", "Đăng Khoa", "Đông"],
        ["Hoa", "Hòa", "Hỏa", "Hõa", "Hóa", "Họa", "Hoàn"],
        ["thôn 2", "thôn 6", "thôn 12", "thôn 100", "thôn Đông"],
        ["Tổ 1", "Tổ 01B", "Tổ 2", "Tổ dân phố 1"],
        ["An Bình", "Anh"],
        ["Nguyễn An", "Nguyên Bình", "Nguyễn Bình"],
        ["Buôn Êa", "Buôn Êa Kao", "Buôn Ga"],
        ["Ea Kar", "Ea Súp", "Ê-ban", "Ê Đê"],
        ["Ko", "Kŏ", "Kô"],
        ["Chi bộ thôn Bắc", "Chi bộ \"thôn Đông\"", "Chi bộ thôn Nam"],
        ["Zét", "Ωmega", "日"],
    ])
    func keepsOrder(texts: [String]) {
        var generator = SeededGenerator(state: 11)
        #expect(texts.shuffled(using: &generator).sorted { CollationKey($0) < CollationKey($1) } == texts)
    }

    @Test func tonePlacementDoesNotPartNames() {
        let names = ["Hóa", "Hoà", "Hoá", "Hòa"].sorted { CollationKey($0) < CollationKey($1) }
        #expect(names.map { Fold.comparable($0) } == ["Hòa", "Hòa", "Hóa", "Hóa"])
    }

    @Test func decomposedTextHasTheSameKey() {
        #expect(CollationKey("Đặng Thị Huệ".decomposedStringWithCanonicalMapping) == CollationKey("Đặng Thị Huệ"))
    }

    @Test func orderAgreesWithFoundation() {
        let names = Array(Set(NameGenerator.names(4000, seed: 2026))).sorted()
        #expect(names.count > 2000)
        var generator = SeededGenerator(state: 5)
        let vietnamese = Locale(identifier: "vi_VN")
        let keys = names.map { CollationKey($0) }
        let order = names.indices.sorted { keys[$0] < keys[$1] }
        func expectOracle(_ left: Int, _ right: Int) {
            let result = names[left].compare(names[right], locale: vietnamese)
            #expect((result == .orderedAscending) == (keys[left] < keys[right]), "\(names[left]) | \(names[right])")
        }
        for (left, right) in zip(order, order.dropFirst()) { expectOracle(left, right) }
        for _ in 0..<3000 {
            let (left, right) = (names.indices.randomElement(using: &generator)!, names.indices.randomElement(using: &generator)!)
            if left != right { expectOracle(left, right) }
        }
    }

    @Test func orderIsTotal() {
        var generator = SeededGenerator(state: 99)
        let letters = Array("aAàÀáÃăằâđĐdêệoơ bz 019-'–,ñæΩ\u{306}日".unicodeScalars)
        let texts = (0..<400).map { _ in
            Fold.comparable(
                String(
                    String.UnicodeScalarView(
                        (0..<Int.random(in: 0...5, using: &generator)).map { _ in letters.randomElement(using: &generator)! })))
        }
        let keys = texts.map { CollationKey($0) }
        for left in keys.indices {
            for right in keys.indices {
                let (less, more, equal) = (keys[left] < keys[right], keys[right] < keys[left], keys[left] == keys[right])
                #expect([less, more, equal].count { $0 } == 1)
                #expect(equal == (texts[left] == texts[right]))
            }
        }
        let sorted = keys.sorted()
        for first in stride(from: 0, to: sorted.count, by: 7) {
            for second in first..<sorted.count { #expect(!(sorted[second] < sorted[first])) }
        }
    }

    @Test func longestKeysFitTheirRoom() {
        #expect(CollationKey(String(repeating: "1 ", count: 3000)) < CollationKey(String(repeating: "a1", count: 3000)))
        #expect(CollationKey(String(repeating: "9", count: 400)) > CollationKey(String(repeating: "9", count: 200)))
        #expect(PersonNameKey(String(repeating: "Nguyễn ", count: 500), sortName: "A") < PersonNameKey("B"))
    }
}
