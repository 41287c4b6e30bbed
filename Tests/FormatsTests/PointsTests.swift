import Diagnostics
import Formats
import Testing

@Suite struct PointsTests {
    @Test(
        arguments: [
            ("10", 100), ("0", 0), ("9,5", 95), ("9.5", 95), ("09", 90), ("100", 1000), ("0,5", 5), ("999,9", 9999), ("", nil), (",5", nil),
            (".5", nil), ("5,", nil), ("9,,5", nil), ("9,55", nil), ("9,5,1", nil), ("-1", nil), ("-0", nil), ("+1", nil), ("9,+", nil),
            ("1e2", nil), ("1.000", nil), ("1 000", nil), ("mười", nil), ("٩", nil), ("9223372036854775807", nil),
            ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func areReadInTenths(_ text: String, _ expected: Int?) {
        #expect(Points(text)?.tenths == expected)
    }

    @Test(arguments: [(0, "0", "0"), (5, "0,5", "0.5"), (90, "9", "9"), (135, "13,5", "13.5"), (9999, "999,9", "999.9")])
    func areWrittenAsPeopleDo(_ tenths: Int, _ vi: String, _ en: String) {
        #expect(Points(tenths: tenths).words == Message(vi: vi, en: en))
    }

    @Test func addUpExactly() {
        #expect(Array(repeating: Points(tenths: 1), count: 10).sum == Points(1))
        #expect([Points]().sum == Points(0))
        #expect(Points(tenths: 135) < Points(14) && !(Points(14) < Points(tenths: 140)))
    }
}
