/// A set of fingerprints for hot loops: fingerprints are spread evenly already, so it uses their bits as they are, where
/// `Set` would hash each once more.
package struct FingerprintTable: Sendable {
    /// Open addressing; 0 marks an empty slot. The count is a power of two, at most half of it taken.
    private var slots = [UInt64](repeating: 0, count: 1024)
    private var count = 0

    package init() {}

    /// Adds a fingerprint; returns whether it was not there.
    package mutating func insert(_ fingerprint: Fingerprint) -> Bool {
        // A fingerprint of 0, one in 2^64, is taken for another.
        let hash = max(fingerprint.hash, 1)
        guard Self.place(hash, in: &slots) else { return false }
        count += 1
        if count * 2 > slots.count { grow() }
        return true
    }

    /// Puts a hash into a table that has room; returns whether it was not there.
    private static func place(_ hash: UInt64, in slots: inout [UInt64]) -> Bool {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[index] != 0 {
            if slots[index] == hash { return false }
            index = (index + 1) & mask
        }
        slots[index] = hash
        return true
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        for hash in slots where hash != 0 { _ = Self.place(hash, in: &larger) }
        slots = larger
    }
}
