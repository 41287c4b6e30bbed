/// Finds what a reference in an entry means, without ever leaving `content`.
package enum ContentPath {
    /// Why a reference means no file.
    package enum Failure: Error, Equatable {
        /// The reference climbs out of `content`.
        case leavesContent
        case empty
    }

    /// The path from `content` of a file that the document at `path` (from the board's root) names:
    /// relative to the document's folder, or to `content` where the reference begins with `/` or
    /// `media/`.
    package static func resolve(_ reference: some StringProtocol, from path: String) throws(Failure) -> String {
        let reference = String(reference)
        // Nearly all references are a bare name, or a path below `media/`: nothing to walk.
        if !needsWalk(reference) {
            if reference.hasPrefix("media/") { return reference }
            if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), let first = path.utf8.firstIndex(of: UInt8(ascii: "/")) {
                return first == slash ? reference : path[path.utf8.index(after: first)...slash] + reference
            }
        }
        // Bytes, as the disk has them: splitting by characters costs ten times as much.
        let slash = UInt8(ascii: "/")
        var parts: [Substring] = []
        if !reference.hasPrefix("/"), !reference.hasPrefix("media/") {
            parts = path.utf8.split(separator: slash).dropLast().dropFirst().map { Substring($0) }
        }
        for part in reference.utf8.split(separator: slash).lazy.map({ Substring($0) }) where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { throw .leavesContent }
            } else {
                parts.append(part)
            }
        }
        guard !parts.isEmpty else { throw .empty }
        return parts.joined(separator: "/")
    }

    /// Whether a reference has parts that must be looked at: a root, an empty part, `.` or `..`.
    private static func needsWalk(_ reference: String) -> Bool {
        var before: UInt8 = UInt8(ascii: "/")
        for byte in reference.utf8 {
            if before == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return true }
            before = byte
        }
        return before == UInt8(ascii: "/")
    }

    /// The text with `%41` and the like turned into what they stand for; unchanged where that is not
    /// UTF-8.
    package static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, rest.first != UInt8(ascii: "+"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? text
    }
}
