/// A number that tells apart what differs: the 64-bit FNV-1a hash. It names and recognises things that
/// nobody has a reason to forge; it is no proof against somebody who does.
package struct Fingerprint: Sendable, Hashable {
    package private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    /// The fingerprint of some bytes.
    package init(_ bytes: some Sequence<UInt8>) {
        mix(bytes)
    }

    /// The fingerprint of a piece of a buffer. Other rooms can't specialise the generic initialiser: for the links of all
    /// pages it would look up a type's metadata a million times.
    package init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        mixStorage(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes)))
    }

    /// Takes in further bytes.
    package mutating func mix(_ bytes: some Sequence<UInt8>) {
        let mixed: Void? = bytes.withContiguousStorageIfAvailable { mixStorage(UnsafeRawBufferPointer($0)) }
        if mixed == nil { for byte in bytes { mix(byte) } }
    }

    /// Other rooms can't specialise `mix`; over their bytes in one piece it need not ask a protocol for each.
    private mutating func mixStorage(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes { mix(byte) }
    }

    private mutating func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Takes in a number.
    package mutating func mix(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { mix($0) }
    }

    /// Its digits, base 16, without leading zeros.
    package var digits: String { String(hash, radix: 16) }
}
