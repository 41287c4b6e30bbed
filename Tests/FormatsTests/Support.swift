import Testing
import Diagnostics
import Formats

/// A finding as tests compare it: `code line:column+length`.
func summary(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
        guard let place = diagnostic.place, let position = place.position else { return diagnostic.code }
        return "\(diagnostic.code) \(position.line):\(position.column)+\(place.length)"
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// One named case of a table; its name stands in the report of a failure.
struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var expected: [String]

    init(_ name: String, _ text: String, _ expected: String...) {
        self.name = name
        self.text = text
        self.expected = expected
    }

    var testDescription: String { name }
}
