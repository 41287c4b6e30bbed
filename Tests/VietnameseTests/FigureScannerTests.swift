import Testing

@testable import Vietnamese

/// Figures as real pages write them.
@Suite struct FigureScannerTests {
    /// A text with one figure: what is read of it.
    struct Example: Sendable, CustomTestStringConvertible {
        var text: String
        var lower: String
        var upper: String
        var unit: String
        var kind: FigureUnits.Kind
        /// The part of the text that states it.
        var stated: String

        init(_ text: String, _ number: String, to upper: String? = nil, _ unit: String, _ kind: FigureUnits.Kind, _ stated: String) {
            (self.text, self.lower, self.upper, self.unit, self.kind, self.stated) = (text, number, upper ?? number, unit, kind, stated)
        }

        var testDescription: String { text }
    }

    private static let examples: [Example] = [
        Example("Vận động được 1.548 hộ.", "1.548", "hộ", .households, "1.548 hộ"),
        Example("tuyến đường dài 3,796km", "3,796", "km", .length, "3,796km"),
        Example("nuôi 300 - 500 con gà", "300", to: "500", "con", .heads, "300 - 500 con"),
        Example("nuôi 300-500 con", "300", to: "500", "con", .heads, "300-500 con"),
        Example("nuôi 300–500 con", "300", to: "500", "con", .heads, "300–500 con"),
        Example("từ 300 đến 500 con vịt", "300", to: "500", "con", .heads, "300 đến 500 con"),
        Example("trị giá 36,6 triệu đồng", "36.600.000", "đồng", .money, "36,6 triệu đồng"),
        Example("Đóng góp 5,3 tỷ.", "5.300.000.000", "đồng", .money, "5,3 tỷ"),
        Example("hơn 2 tỉ để mở đường", "2.000.000.000", "đồng", .money, "2 tỉ"),
        Example("gần 1.000m2 đất", "1.000", "m2", .area, "1.000m2"),
        Example("1.150 m² đất rừng", "1.150", "m²", .area, "1.150 m²"),
        Example("tăng 10%", "10", "%", .percent, "10%"),
        Example("đạt 98,7 % kế hoạch", "98,7", "%", .percent, "98,7 %"),
        Example("trồng 2 ha keo", "2", "ha", .area, "2 ha"),
        Example("trồng 2HA keo", "2", "ha", .area, "2HA"),
        Example("trồng 1,5 héc-ta", "1,5", "héc-ta", .area, "1,5 héc-ta"),
        Example("05 hộ nghèo", "5", "hộ", .households, "05 hộ"),
        Example("giúp 12 Hộ nghèo", "12", "hộ", .households, "12 Hộ"),
        Example("57/62 hộ tự nguyện", "57", "hộ", .households, "57/62 hộ"),
        Example("giá 7.800 đồng/kg", "7.800", "đồng", .money, "7.800 đồng"),
        Example("lãi 18,4 triệu đồng/sào/năm", "18.400.000", "đồng", .money, "18,4 triệu đồng"),
        Example("lãi 20.000đ mỗi con", "20.000", "đ", .money, "20.000đ"),
        Example("vốn 5 nghìn tỷ đồng", "5.000.000.000.000", "đồng", .money, "5 nghìn tỷ đồng"),
        Example("bán 2,5 triệu con giống", "2.500.000", "con", .heads, "2,5 triệu con"),
        Example("thu 5 - 7 triệu đồng", "5.000.000", to: "7.000.000", "đồng", .money, "5 - 7 triệu đồng"),
        Example("thu 500 nghìn - 1 triệu đồng", "500.000", to: "1.000.000", "đồng", .money, "500 nghìn - 1 triệu đồng"),
        Example("thu 300 triệu đến 500 triệu đồng", "300.000.000", to: "500.000.000", "đồng", .money, "300 triệu đến 500 triệu đồng"),
        Example("mỗi tháng 5 triệu đồng", "5.000.000", "đồng", .money, "5 triệu đồng"),
        Example("mỗi năm 300 triệu", "300.000.000", "đồng", .money, "300 triệu"),
        Example("mỗi ngày 20 kg", "20", "kg", .weight, "20 kg"),
        Example("sản lượng 1.036 tấn búp tươi", "1.036", "tấn", .weight, "1.036 tấn"),
        Example("đường 4 mét", "4", "mét", .length, "4 mét"),
        Example("(12,4 ha)", "12,4", "ha", .area, "12,4 ha"),
        Example("“31 hộ”", "31", "hộ", .households, "31 hộ"),
        Example("giảm -5%", "5", "%", .percent, "5%"),
        Example("58\u{A0}hộ", "58", "hộ", .households, "58\u{A0}hộ"),
        Example("58\nhộ", "58", "hộ", .households, "58\nhộ"),
        Example("Năm 2024 có 12 hộ", "12", "hộ", .households, "12 hộ"),
        Example("ngày 20/9/2024, 31 hộ ký", "31", "hộ", .households, "31 hộ"),
        Example("2.024 hộ", "2.024", "hộ", .households, "2.024 hộ"),
        Example("2000 con gà", "2000", "con", .heads, "2000 con"),
    ]

    @Test(arguments: examples) func reads(_ example: Example) throws {
        let figures = FigureScanner.figures(in: example.text, units: .economic)
        let figure = try #require(figures.first)
        #expect(figures.count == 1)
        #expect(figure.lower == WrittenNumber(example.lower) && figure.upper == WrittenNumber(example.upper))
        #expect(figure.unit == example.unit && figure.kind == example.kind)
        #expect(String(decoding: Array(example.text.utf8)[figure.range], as: UTF8.self) == example.stated)
    }

    @Test(
        arguments: [
            "", "không có số nào", "năm 2024", "Năm 2024 hộ ông Mẫu thoát nghèo", "giai đoạn 2021-2025 hộ nào cũng đủ ăn",
            "từ 2021 đến 2025 hộ nào cũng đủ ăn", "ngày 20/9 hộ ông Mẫu", "20/9 hộ ông Mẫu", "tháng 11/2023 hộ ông Mẫu",
            "11/2023 hộ ông Mẫu",
            "9.2019 hộ ông Mẫu", "23-10 hộ ông Mẫu", "19/11/2025 hộ ông Mẫu", "2018-09-28 hộ ông Mẫu", "T6 hộ ông Mẫu",
            "tháng 5 hộ ông Mẫu",
            "ngày 5-6 hộ ông Mẫu", "lúc 7:30 hộ ông Mẫu", "Quyết định số 127/QĐ-UBND", "số 29-KH/HU", "QĐ/2024 hộ", "0905123456 hộ",
            "0905.123.456 hộ", "Covid-19 hộ", "CO2 hộ", "1.5 ha", "05 đồng chí", "2 đồng ý", "3 con đường", "hai con suối, 2 con sông",
            "12 hộ khẩu",
            "3 triệu lượt người xem", "5 nghìn người", "14 phút", "42 đảng viên", "15 mươi", "1.548\n\nhộ", "1.548, hộ ông Mẫu",
            "5 maximum", "2 hat",
            "5 monster", "7 conga", "1.044 ô lồng",
        ])
    func findsNone(_ text: String) {
        #expect(FigureScanner.figures(in: text, units: .economic).isEmpty)
    }

    @Test func findsAllInOrder() {
        let text = "Tăng từ 10,9 lên 18,4 triệu đồng; tỷ lệ từ 31% lên 78%, dài 860 m, rộng 3,5m. Có 300 triệu và 12 hộ."
        let found = FigureScanner.figures(in: text, units: .economic)
        #expect(found.map(\.kind) == [.money, .percent, .percent, .length, .length, .money, .households])
        #expect(found.map(\.range.lowerBound) == found.map(\.range.lowerBound).sorted())
        var two: [Figure] = []
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            FigureScanner.scan(bytes, units: .economic) {
                two.append($0)
                return two.count < 2
            }
        }
        #expect(two == Array(found.prefix(2)))
    }

    @Test func knowsAddedUnits() {
        let units = FigureUnits.economic.adding(["ô lồng", "Việc Làm"])
        let found = FigureScanner.figures(in: "dời 1.044 ô lồng, thêm 27 việc làm, 9 ô", units: units)
        #expect(found.map(\.unit) == ["ô lồng", "Việc Làm"])
        #expect(found.allSatisfy { $0.kind == .other })
    }

    @Test func anAddedUnitMayTakeWhatIsExcluded() {
        let units = FigureUnits.economic.adding(["con đường"])
        #expect(FigureScanner.figures(in: "mở 3 con đường", units: units).map(\.unit) == ["con đường"])
    }

    @Test func zeroIsZero() {
        #expect(FigureScanner.figures(in: "bản vẽ 0 đồng", units: .economic).map(\.isZero) == [true])
        #expect(FigureScanner.figures(in: "0 - 5 hộ", units: .economic).map(\.isZero) == [false])
    }

    /// Any bytes at all: the scanner ends, stays within the text and finds nothing without a digit.
    @Test func staysWithinAnyText() {
        var generator = SeededGenerator(state: 34)
        let pieces = [
            "1", "5", "0", "2024", ".", ",", "/", "-", "–", ":", " ", "\n", "\u{A0}", "hộ", "ha", "m", "m2", "%", "triệu", "tỷ", "đồng",
            "con", "đến",
            "năm", "tháng", "Đ", "²", "🏅", "“", "ộ",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
            let bytes = Array(text.utf8)
            var last = 0
            for figure in FigureScanner.figures(in: text, units: .economic) {
                #expect(figure.range.lowerBound >= last && figure.range.upperBound <= bytes.count, "\(text)")
                #expect(!(figure.upper < figure.lower), "\(text)")
                #expect(String(validating: bytes[figure.range], as: UTF8.self) != nil, "\(text)")
                last = figure.range.upperBound
            }
        }
        // Bytes cut short are no text, and harm nothing.
        for count in 0..<16 {
            let cut = Array(Array("5\u{A0}hộ 3–5 tỷ đồng".utf8).prefix(count))
            cut.withUnsafeBufferPointer { bytes in
                FigureScanner.scan(bytes, units: .economic) {
                    #expect($0.range.upperBound <= count)
                    return true
                }
            }
        }
    }
}
