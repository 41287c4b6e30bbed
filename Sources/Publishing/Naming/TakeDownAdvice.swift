import Diagnostics

/// What to tell somebody whose take-down named no entry of the site: people in a hurry type capitals, paste an address or
/// the path of a file, or name whoever is gone already.
package struct TakeDownAdvice: Sendable, Equatable {
    /// What was typed.
    package let written: String
    /// The entry on the site that was probably meant.
    package let meant: String?
    /// The entry that was taken down, withdrawn or revoked before and is what was typed.
    package let gone: String?

    /// - Parameters:
    ///   - published: the ids on the site, sorted.
    ///   - gone: those of entries that left a note at their address.
    package init(written: String, published: [String], gone: Set<String>) {
        self.written = written
        let id = Self.id(in: written)
        func same(_ other: String) -> Bool { other.lowercased() == id.lowercased() }
        self.gone = gone.sorted().first(where: same)
        meant = published.first(where: same) ?? (self.gone == nil ? Suggestion.nearest(to: id, among: published) : nil)
    }

    /// The id in an id, an address or a path: `https://example.vn/vinh-danh/2024/ho-mau/`,
    /// `content/entries/2024/ho-mau/index.md`.
    private static func id(in text: String) -> String {
        let address = text.prefix { $0 != "?" && $0 != "#" }
        let parts = address.split { $0 == "/" || $0 == "\\" || $0.isWhitespace }
        let last = parts.last { !["index.md", "index.html"].contains($0.lowercased()) } ?? address
        for ending in [".md", ".html"] where last.lowercased().hasSuffix(ending) { return String(last.dropLast(ending.count)) }
        return String(last)
    }

    package var message: Message {
        if let meant {
            return Message(
                vi:
                    "Không có bài “\(written)” trên trang đã xuất bản. Có phải là “\(meant)” không? Nếu đúng, chạy: bangvang take-down \(meant)",
                en: "No entry “\(written)” is published. Did you mean “\(meant)”? If so, run: bangvang take-down \(meant)")
        }
        if let gone {
            return Message(
                vi: "Bài “\(gone)” đã được gỡ từ trước: địa chỉ cũ chỉ còn dòng báo bài không còn ở đây. Không phải làm gì thêm.",
                en: "The entry “\(gone)” was taken down before: at its address only a note is left. There is nothing more to do.")
        }
        return Message(
            vi: "Không có bài “\(written)” trên trang đã xuất bản. Mã của bài là phần cuối của địa chỉ trang, ví dụ vinh-danh/2024/MÃ/.",
            en: "No entry “\(written)” is published. An entry's id is the last part of its page's address, as in vinh-danh/2024/ID/.")
    }
}
