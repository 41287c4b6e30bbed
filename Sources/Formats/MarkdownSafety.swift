import Glibc

/// What keeps a document from taking cmark too long.
enum MarkdownLimits {
    static let pictures = 5000

    /// cmark before 0.30.3 takes quadratic time for `![[]()` many times over (CVE-2023-22486). Without that
    /// many `![`, it can't take long.
    static func accepts(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return true }
            var (count, search) = (0, 0)
            while let hit = memchr(base + search, Int32(UInt8(ascii: "!")), bytes.count - search) {
                search = UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
                if search < bytes.count, bytes[search] == UInt8(ascii: "[") { count += 1 }
            }
            return count <= pictures
        }
    }
}
