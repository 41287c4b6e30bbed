import Formats
import Testing

@Suite struct FingerprintTests {
    /// Test vectors of the hash's authors (FNV-1a, 64 bits).
    @Test(arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
    func isFNV1a(_ text: String, _ digits: String) {
        #expect(Fingerprint(text.utf8).digits == digits)
    }

    @Test func partsAreOneWhole() {
        var parts = Fingerprint("foo".utf8)
        parts.mix("bar".utf8)
        #expect(parts == Fingerprint("foobar".utf8))
        var number = Fingerprint()
        number.mix(258)
        #expect(number == Fingerprint([2, 1, 0, 0, 0, 0, 0, 0] as [UInt8]))
    }
}
