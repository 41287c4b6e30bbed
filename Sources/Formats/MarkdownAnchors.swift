import Glibc
import Vietnamese

/// The names by which a document's headings can be linked to: `#ket-qua`.
package enum MarkdownAnchors {
    /// An id for each heading, from its words: the same words give the same id on every day and machine. Of equal ones the
    /// second gets `-2`, as does one that the page around the document has taken.
    ///
    /// - Parameters:
    ///   - titles: of all headings, in order.
    ///   - reserved: ids that the page around the document uses itself.
    package static func ids(of titles: [String], reserving reserved: Set<String>) -> [String] {
        guard !titles.isEmpty else { return [] }
        var taken = reserved
        return titles.map { title in
            let slug = shortened(Slug.make(title))
            let plain = slug.isEmpty ? "muc" : slug
            var id = plain
            var number = 2
            while !taken.insert(id).inserted {
                id = "\(plain)-\(number)"
                number += 1
            }
            return id
        }
    }

    /// The id that a link's fragment means: the very id, or a heading's words as its author wrote them down.
    ///
    /// - Parameter fragment: what stands behind `#`, `%C4%91` and the like resolved.
    package static func id(for fragment: String, among ids: [String]) -> String? {
        if ids.contains(fragment) { return fragment }
        let slug = shortened(Slug.make(fragment))
        return slug.isEmpty ? nil : ids.first { $0 == slug || $0 == slug + "-2" }
    }

    private static let longest = 80

    /// As many whole words as there is room for.
    private static func shortened(_ slug: String) -> String {
        guard slug.utf8.count > longest else { return slug }
        let start = slug.prefix(longest)
        return String(start.lastIndex(of: "-").map { start[..<$0] } ?? start)
    }

    /// The HTML that cmark wrote, with these ids on its headings. No text holds `<`: cmark escapes it.
    static func adding(_ ids: [String], to html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard let base = html.baseAddress else { return [] }
        var output: [UInt8] = []
        output.reserveCapacity(html.count + ids.reduce(0) { $0 + $1.utf8.count + 6 })
        var (copied, search, next) = (0, 0, 0)
        while next < ids.count, let hit = memchr(base + search, Int32(UInt8(ascii: "<")), html.count - search) {
            let start = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            search = start + 1
            guard start + 3 < html.count, html[start + 1] == UInt8(ascii: "h"), 0x31...0x36 ~= html[start + 2],
                html[start + 3] == UInt8(ascii: ">")
            else { continue }
            output += html[copied..<start + 3]
            output += " id=\"\(ids[next])\"".utf8
            copied = start + 3
            next += 1
        }
        output += html[copied...]
        return output
    }
}
