import Testing
import Vietnamese

@Suite struct NumeralsTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (1548, "1.548"), (-1548, "-1.548"), (1_234_567, "1.234.567"),
        (Int.min, "-9.223.372.036.854.775.808"),
    ])
    func groups(value: Int, text: String) {
        #expect(Numerals.formatted(value) == text)
    }

    @Test(
        arguments: [
            (68.5, 2, "68,5"), (1234, 2, "1.234"), (0, 2, "0"), (0.285, 2, "0,29"), (2.675, 2, "2,68"), (9.995, 2, "10"), (0.05, 1, "0,1"),
            (0.04, 1, "0"), (-0.04, 1, "0"),
            (-1234.5, 2, "-1.234,5"), (0.004, 2, "0"), (0.0004, 3, "0"), (0.0005, 3, "0,001"), (99.5, 0, "100"), (0.5, 0, "1"),
            (1e21, 2, "1.000.000.000.000.000.000.000"),
            (1.5e-7, 8, "0,00000015"), (100, 0, "100"), (12.10, 2, "12,1"), (1_000_000.25, 1, "1.000.000,3"),
        ] as [(Double, Int, String)])
    func writesDecimals(value: Double, decimals: Int, text: String) {
        #expect(Numerals.formatted(value, decimals: decimals) == text)
    }
}
