import Glibc
import Publishing
import TestSupport

/// The first thing in which what is remembered differs from what was made anew.
struct Difference: Error, CustomStringConvertible {
    /// A path, an address, or what else is meant.
    var place: String
    var words: String
    var description: String { "\(place): \(words)" }
}

/// Holds bytes, files and trees of files against one another.
enum FileComparison {
    static func require(_ warm: [UInt8], equals cold: [UInt8], at place: String) throws {
        guard !isSame(warm, cold) else { return }
        let offset = zip(warm, cold).enumerated().first { $1.0 != $1.1 }?.offset ?? min(warm.count, cold.count)
        func excerpt(_ bytes: [UInt8]) -> String {
            let range = max(0, offset - 60)..<min(bytes.count, offset + 60)
            return range.isEmpty ? "the end" : String(decoding: bytes[range], as: UTF8.self)
        }
        let words = "differs from byte \(offset) on (\(warm.count) and \(cold.count) bytes)"
        throw Difference(place: place, words: "\(words)\n  warm: \(excerpt(warm))\n  cold: \(excerpt(cold))")
    }

    static func require<Value: Equatable>(_ warm: Value, equals cold: Value, at place: String) throws {
        guard warm != cold else { return }
        throw Difference(place: place, words: "\n  warm: \(warm)\n  cold: \(cold)")
    }

    /// Names that only one of two lists has are named.
    static func require(names warm: some Sequence<String>, equal cold: some Sequence<String>, at place: String) throws {
        let (warm, cold) = (Set(warm), Set(cold))
        guard warm != cold else { return }
        throw Difference(
            place: place,
            words: "only warm: \(warm.subtracting(cold).sorted().prefix(10)), only cold: \(cold.subtracting(warm).sorted().prefix(10))")
    }

    /// - Parameter extra: files that only the first tree has, and should.
    static func require(tree warm: String, equals cold: String, besides extra: Set<String>) throws {
        let (ours, theirs) = (FileTree.files(in: warm), FileTree.files(in: cold))
        try require(names: ours.filter { !extra.contains($0) }, equal: theirs, at: "the published files")
        for file in theirs { try require(Disk.read(warm + "/" + file), equals: Disk.read(cold + "/" + file), at: file) }
    }

    private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count
            && one.withUnsafeBytes { one in
                other.withUnsafeBytes { other in one.isEmpty || memcmp(one.baseAddress!, other.baseAddress!, one.count) == 0 }
            }
    }
}
