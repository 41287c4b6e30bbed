import Foundation
import Testing
import Vietnamese

@Suite struct FoldTests {
    @Test(arguments: [
        ("Đặng Thị Hoè", "dang thi hoe"), ("THỦY TIÊN", "thuy tien"), ("Y Nô Niê Kđăm", "y no nie kdam"), ("Ðắk Lắk", "dak lak"),
        ("ƯỚC MƠ", "uoc mo"), ("café, Ñandú, garçon", "cafe, nandu, garcon"), ("Ê̆, Č, ƀ", "e, c, b"),
        ("Straße Æsop Øre", "strasse aesop ore"),
        ("5.000 ₫ – “hộ”", "5.000 ₫ – “ho”"), ("m² × 2", "m² × 2"), ("", ""), ("Ώρα", "ωρα"), ("Ǆ", "ǆ"),
        ("🏅 Huân chương", "🏅 huan chuong"),
    ])
    func folds(text: String, expected: String) {
        #expect(Fold.folded(text) == expected)
        var bytes: [UInt8] = []
        Array(text.utf8).withUnsafeBufferPointer { Fold.append($0, to: &bytes) }
        #expect(bytes == Array(expected.utf8))
    }

    @Test func decomposedTextFoldsAlike() {
        var generator = SeededGenerator(state: 7)
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x24F, 0x1E00...0x1EFF, 0x300...0x36F, 0x370...0x3FF, 0x1F00...0x1FFF, 0x2000...0x214F, 0xAC00...0xAC80,
        ]
        for _ in 0..<3000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                scalars.append(Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &generator)!, using: &generator))!)
            }
            let text = String(scalars)
            let folded = Fold.folded(text.precomposedStringWithCanonicalMapping)
            #expect(Array(Fold.folded(text.decomposedStringWithCanonicalMapping).utf8) == Array(folded.utf8), "\(Array(scalars))")
            #expect(Array(folded.precomposedStringWithCanonicalMapping.utf8) == Array(folded.utf8))
        }
    }
}
