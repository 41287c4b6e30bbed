/// A number that changes when bytes are lost or damaged on a disk: 64 bits, eight bytes at a step, some gigabytes a
/// second. It is no proof against somebody who forges bytes; `SHA256` is.
package struct Checksum: Sendable, Hashable {
    package let value: UInt64

    /// The checksum of these bytes.
    package init(of bytes: [UInt8]) {
        value = bytes.withUnsafeBytes(Self.value)
    }

    /// A checksum from the digits that `hex` writes; nil where the text is none.
    package init?(hex: some StringProtocol) {
        guard let value = UInt64(hex, radix: 16) else { return nil }
        self.value = value
    }

    /// Its digits, base 16, without leading zeros.
    package var hex: String { String(value, radix: 16) }

    private static func value(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        // Two lanes, so that one multiplication need not wait for the other. Each step maps a lane one to one: no single
        // changed word can leave it as it was.
        var even: UInt64 = 0x9E37_79B9_7F4A_7C15
        var odd: UInt64 = 0xD1B5_4A32_D192_ED03
        let whole = bytes.count / 16 * 16
        for offset in stride(from: 0, to: whole, by: 16) {
            even = mixed(even, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            odd = mixed(odd, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
        }
        for byte in bytes[whole...] { even = mixed(even, UInt64(byte)) }
        return mixed(mixed(even, odd), UInt64(bytes.count))
    }

    @inline(__always)
    private static func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let product = (lane ^ word) &* 0xFF51_AFD7_ED55_8CCD
        return product ^ product >> 32
    }
}
