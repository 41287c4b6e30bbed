import Formats
import Testing

@Suite struct FingerprintTableTests {
    @Test func holdsWhatASetWouldHold() {
        var table = FingerprintTable()
        var set: Set<Fingerprint> = []
        // More than its first room, many of them twice.
        for number in 0..<20_000 {
            let fingerprint = Fingerprint("/vinh-danh/\(number % 7_919)/".utf8)
            #expect(table.insert(fingerprint) == set.insert(fingerprint).inserted)
        }
        #expect(set.count == 7_919)
    }

    @Test func aSliceIsItsBytes() {
        let bytes = Array("href=/nam/2024/".utf8)
        bytes.withUnsafeBufferPointer { buffer in
            let slice: Slice<UnsafeBufferPointer<UInt8>> = buffer[5..<15]
            #expect(Fingerprint(slice) == Fingerprint("/nam/2024/".utf8))
            #expect(Fingerprint(buffer[0..<0]) == Fingerprint())
        }
    }
}
