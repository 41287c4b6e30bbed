/// SHA-256 (FIPS 180-4): a name for bytes that no two different files share.
///
/// Ours, since the system's libraries for it are large and change; a file is read once, so a few
/// hundred megabytes a second are enough.
package struct SHA256: Sendable, Hashable {
    /// The eight words of the digest.
    private let words: [UInt32]

    /// The digest of these bytes.
    package init(of bytes: some Collection<UInt8>) {
        words =
            bytes.withContiguousStorageIfAvailable { Self.digest(UnsafeRawBufferPointer($0)) }
            ?? Array(bytes).withUnsafeBytes(Self.digest)
    }

    /// A digest from its 64 hexadecimal digits, as `hex` writes them; nil where the text is none.
    package init?(hex: some StringProtocol) {
        guard hex.utf8.count == 64, hex.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }) else { return nil }
        var rest = Substring(hex)
        var words: [UInt32] = []
        while !rest.isEmpty {
            words.append(UInt32(rest.prefix(8), radix: 16)!)
            rest = rest.dropFirst(8)
        }
        self.words = words
    }

    /// 64 hexadecimal digits, small letters.
    package var hex: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for word in words {
            for shift in stride(from: 28, through: 0, by: -4) { digits.append(Self.hexDigits[Int(word >> shift & 15)]) }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The 32 bytes of the digest.
    package var bytes: [UInt8] {
        words.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)

    // MARK: The algorithm

    private static func digest(_ message: UnsafeRawBufferPointer) -> [UInt32] {
        var state: [UInt32] = [
            0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
        ]
        let whole = message.count / 64 * 64
        // What is left, a one bit, zeros, and the length in bits: one block or two.
        var tail = Array(message[whole...])
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        state.withUnsafeMutableBufferPointer { state in
            compress(UnsafeRawBufferPointer(rebasing: message[..<whole]), into: state)
            tail.withUnsafeBytes { compress($0, into: state) }
        }
        return state
    }

    /// Takes in whole blocks of 64 bytes.
    private static func compress(_ blocks: UnsafeRawBufferPointer, into state: UnsafeMutableBufferPointer<UInt32>) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            roundConstants.withUnsafeBufferPointer { constants in
                for offset in stride(from: 0, to: blocks.count, by: 64) {
                    compress(blocks, at: offset, state, schedule, constants)
                }
            }
        }
    }

    @inline(__always)
    private static func compress(
        _ blocks: UnsafeRawBufferPointer, at offset: Int, _ state: UnsafeMutableBufferPointer<UInt32>,
        _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
    ) {
        for index in 0..<16 {
            schedule[index] = UInt32(bigEndian: blocks.loadUnaligned(fromByteOffset: offset + index * 4, as: UInt32.self))
        }
        for index in 16..<64 {
            let (far, near) = (schedule[index - 15], schedule[index - 2])
            let first = turned(far, 7) ^ turned(far, 18) ^ far >> 3
            let second = turned(near, 17) ^ turned(near, 19) ^ near >> 10
            schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let choice = e & f ^ ~e & g
            let majority = a & b ^ a & c ^ b & c
            let first = h &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ choice &+ constants[index] &+ schedule[index]
            let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ second)
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
    }

    @inline(__always)
    private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let roundConstants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}
