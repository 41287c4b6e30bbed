/// Which part of a file a request asks for: the `Range` field of RFC 9110, section 14.
enum ByteRange: Equatable {
    /// All of it: no range, or one that servers are to ignore (another unit, several ranges, bad syntax).
    case whole
    case part(Range<Int>)
    /// A range that begins behind the end: status 416.
    case unsatisfiable

    init(_ field: String?, size: Int) {
        let prefix = "bytes="
        guard let field, field.lowercased().hasPrefix(prefix) else {
            self = .whole
            return
        }
        let ends = field.dropFirst(prefix.count).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            self = .whole
            return
        }
        // A number too large for 64 bits lies behind the end of any file.
        let first = ends[0].isEmpty ? nil : Int(ends[0]) ?? .max
        let last = ends[1].isEmpty ? nil : Int(ends[1]) ?? .max
        switch (first, last) {
        case (nil, nil): self = .whole
        case (nil, let count?): self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
        case (let first?, let last):
            if let last, last < first {
                self = .whole
            } else if first >= size {
                self = .unsatisfiable
            } else {
                self = .part(first..<min(last ?? size - 1, size - 1) + 1)
            }
        }
    }
}
