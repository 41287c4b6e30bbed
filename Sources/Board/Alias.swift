import Diagnostics
import Entries
import Formats

/// An address that an honour's page had before.
package struct Alias: Sendable {
    /// What answers there now.
    package enum Target: Sendable {
        /// The honour's page, to which visitors are led on; by index into the plan's honours.
        case honour(Int)
        /// The honour is no longer shown: what stands at its address stands here too, by index into the plan's
        /// tombstones. Leading on from here would print that address, and with it perhaps a name.
        case tombstone(Int)
    }

    /// Relative to the base: `cu/ong-a/` for a folder, `cu/ong-a.html` for a file.
    package let route: String
    package let target: Target

    /// Why a text can't be an old address for which a page can be made.
    enum Problem: Error {
        /// It holds a scheme or a host.
        case elsewhere
        /// A server that knows only files never sees what stands behind a question mark.
        case query
        /// It has `..`, an empty part, or letters that no file should have in its name.
        case unusable
        /// A file of that kind is not shown as a page.
        case ending
        /// Some server can't hold a folder or file of that name.
        case unservable(String)
    }

    /// The route that an author's words mean, in the form of the board's own routes.
    static func route(_ text: String) throws(Problem) -> String {
        guard !text.contains("://"), !text.hasPrefix("//") else { throw .elsewhere }
        guard !text.contains("?"), !text.contains("#") else { throw .query }
        let trimmed = text.hasPrefix("/") ? text.dropFirst() : text[...]
        let isFolder = trimmed.hasSuffix("/")
        let parts = (isFolder ? trimmed.dropLast() : trimmed).split(separator: "/", omittingEmptySubsequences: false)
        // A path longer than that no file system takes.
        guard trimmed.utf8.count <= 1000, parts.allSatisfy({ $0.utf8.count <= 200 && isName($0) }), let last = parts.last else {
            throw .unusable
        }
        // A folder with a dot in its name could stand in the way of a file such as feed.xml.
        guard parts.dropLast().allSatisfy({ !$0.contains(".") }) else { throw .ending }
        if let name = parts.first(where: { Self.isUnservable($0) }) { throw .unservable(String(name)) }
        // A folder's own file is the folder.
        if last == "index.html", !isFolder { return parts.dropLast().map { $0 + "/" }.joined() }
        let whole = parts.joined(separator: "/")
        guard last.contains(".") else { return whole + "/" }
        guard !isFolder, last.hasSuffix(".html") || last.hasSuffix(".htm") else { throw .ending }
        return whole
    }

    private static func isUnservable(_ part: Substring) -> Bool {
        switch ServableName.problem(ofFolder: part) {
        case .device, .trailingDot: true
        // What may stand behind a dot is looked at beside.
        case .looksLikeFile, nil: false
        }
    }

    private static func isName(_ part: Substring) -> Bool {
        !part.isEmpty && !part.hasPrefix(".")
            && part.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.~+,".unicodeScalars.contains($0)
            }
    }
}

extension SitePlan {
    /// Whether a page stands where an honour was and tells nothing of one: a tombstone, or what leads on from an old
    /// address.
    package func isStandIn(_ page: Page) -> Bool {
        switch page {
        case .tombstone, .alias: true
        default: false
        }
    }

    /// The ids that honours on the board had in the addresses of their pages before.
    package var formerIDs: Set<String> {
        Set(
            aliases.compactMap { alias in
                guard case .honour = alias.target, alias.route.hasPrefix(Route.entries) else { return nil }
                let parts = alias.route.split(separator: "/")
                return parts.count == 3 ? String(parts[2]) : nil
            })
    }
}

extension Alias {
    static func taken(_ text: String, at place: SourcePlace, by other: SourcePlace?) -> Diagnostic {
        Diagnostic(
            .error, "alias-taken",
            Message(
                vi: "địa chỉ cũ “\(text)” đã là địa chỉ của một trang khác trên bảng vàng",
                en: "the old address “\(text)” is that of another page of the board"),
            at: place,
            remedy: Message(
                vi: "bỏ dòng này; địa chỉ đang dùng thì không phải là địa chỉ cũ",
                en: "remove this line: an address in use is no old one"),
            notes: other.map { [Diagnostic.Note(Message(vi: "trang đang dùng địa chỉ ấy", en: "the page that has it"), at: $0)] } ?? [])
    }

    static func repeated(_ text: String, at place: SourcePlace, first: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "alias-repeated",
            Message(vi: "địa chỉ cũ “\(text)” ghi hai lần trong bài này", en: "the old address “\(text)” is written twice in this entry"),
            at: place, remedy: Message(vi: "bỏ một trong hai dòng", en: "remove one of the two"),
            notes: [Diagnostic.Note(Message(vi: "lần thứ nhất ở đây", en: "the first one is here"), at: first)])
    }

    static func ownAddress(_ text: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "alias-taken",
            Message(vi: "“\(text)” đang là địa chỉ của chính bài này", en: "“\(text)” is the address that this entry has now"), at: place,
            remedy: Message(
                vi: "bỏ dòng này; địa chỉ đang dùng thì không phải là địa chỉ cũ",
                en: "remove this line: an address in use is no old one"))
    }

    static func ofPreview(_ text: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "alias-taken",
            Message(
                vi: "“\(text)” nằm trong địa chỉ dành cho bản xem thử (bangvang serve)",
                en: "“\(text)” lies among the addresses of the preview (bangvang serve)"),
            at: place,
            remedy: Message(
                vi: "bỏ dòng này và nhờ người quản trị máy chủ chuyển hướng địa chỉ đó",
                en: "remove this line and ask whoever runs the server to redirect it"))
    }

    static func invalid(_ text: String, at place: SourcePlace, _ problem: Alias.Problem) -> Diagnostic {
        let (message, remedy): (Message, Message) =
            switch problem {
            case .elsewhere:
                (
                    Message(
                        vi: "địa chỉ cũ “\(text)” có tên máy chủ; bảng vàng chỉ trả lời ở địa chỉ của mình",
                        en: "the old address “\(text)” names a host; the board answers at its own only"),
                    Message(
                        vi: "chỉ ghi phần sau địa chỉ của bảng vàng, ví dụ vinh-danh/2023/ten-cu/",
                        en: "write what stands behind the board's own address, such as vinh-danh/2023/old-name/")
                )
            case .query:
                (
                    Message(
                        vi: "địa chỉ cũ “\(text)” có dấu ? hoặc #, trang dựng sẵn không phân biệt được phần sau các dấu ấy",
                        en: "the old address “\(text)” has a ? or #, behind which a site of files sees nothing"),
                    Message(
                        vi: "bỏ dòng này và nhờ người quản trị máy chủ chuyển hướng địa chỉ đó",
                        en: "remove this line and ask whoever runs the server to redirect it")
                )
            case .unusable:
                (
                    Message(
                        vi: "“\(text)” không phải là địa chỉ cũ dùng được", en: "“\(text)” can't be an old address"),
                    Message(
                        vi: "ghi như vinh-danh/2023/ten-cu/: chữ, số và - _ . ~ + , giữa các dấu /; không có .. và %",
                        en: "write it like vinh-danh/2023/old-name/: letters, digits and - _ . ~ + , between slashes; no .. and no %")
                )
            case .unservable(let name):
                (
                    Message(
                        vi: "địa chỉ cũ “\(text)” có tên “\(name)” mà máy chủ Windows không giữ được",
                        en: "the old address “\(text)” holds the name “\(name)”, which no Windows server can hold"),
                    Message(
                        vi: "bỏ dòng này và nhờ người quản trị máy chủ chuyển hướng địa chỉ đó",
                        en: "remove this line and ask whoever runs the server to redirect it")
                )
            case .ending:
                (
                    Message(
                        vi: "địa chỉ cũ “\(text)” không phải là địa chỉ của thư mục hay của tệp .html",
                        en: "the old address “\(text)” is neither a folder's nor that of an .html file"),
                    Message(
                        vi: "bỏ dòng này và nhờ người quản trị máy chủ chuyển hướng địa chỉ đó",
                        en: "remove this line and ask whoever runs the server to redirect it")
                )
            }
        return Diagnostic(.error, "alias-invalid", message, at: place, remedy: remedy)
    }
}
