import Board
import Diagnostics
import Publishing
import Vietnamese

/// What is left to do once somebody was taken down: the places that still name or link to him or her, and what lies outside of
/// the site.
struct TakeDownReport {
    let id: String
    /// The entry's file; nil where it is not known.
    let path: String?
    let mentions: Mentions
    let options: BoardOptions

    // MARK: For people

    var text: Message {
        let vietnamese = lines(.vietnamese).joined(separator: "\n"), english = lines(.english).joined(separator: "\n")
        return Message(vi: vietnamese, en: english)
    }

    private func lines(_ language: Language) -> [String] {
        var lines: [String] = []
        if !mentions.hasName { lines.append(Self.noName[language]) }
        let pages = mentions.onSite.reduce(into: [(file: String, kinds: [Mention.Kind])]()) { pages, mention in
            if pages.last?.file != mention.place.path { pages.append((mention.place.path, [])) }
            pages[pages.count - 1].kinds.append(mention.kind)
        }
        if pages.isEmpty && mentions.inContent.isEmpty {
            lines.append((unread.isEmpty ? Self.nothingLeft : Self.nothingFound)[language])
        } else {
            lines.append(Self.onSite(pages.count)[language])
            lines += pages.map { page in "  \(options.output)/\(page.file): \(page.kinds.map { $0.name[language] }.joined(separator: ", "))"
            }
            lines.append(Self.inContent(mentions.inContent.count)[language])
            lines += mentions.inContent.map { "  \($0.place.description): \($0.kind.name[language])" }
            if !mentions.inContent.isEmpty { lines.append(Self.toMend[language]) }
        }
        if !unread.isEmpty { lines.append(Self.notRead(unread)[language]) }
        if !mentions.namesakes.isEmpty { lines.append(Self.namesakes(mentions.namesakes)[language]) }
        lines.append(Self.outside[language])
        return lines + Self.outsidePlaces.map { "  - \($0.what[language]): \($0.remedy[language])" }
    }

    /// What could not be looked through, as the report names files.
    private var unread: [String] { mentions.unread.onSite.map { options.output + "/" + $0 } + mentions.unread.inContent }

    // MARK: For programs

    /// `docs/schema/take-down.schema.json` describes it.
    func json(_ language: Language) -> JSONValue {
        .object([
            ("id", .string(id)), ("path", JSONValue(path)),
            (
                "on_site",
                .array(
                    mentions.onSite.map { mention in
                        .object([("file", .string(mention.place.path)), ("kind", .string(mention.kind.rawValue))])
                    })
            ),
            (
                "in_content",
                .array(
                    mentions.inContent.map { mention in
                        .object([
                            ("path", .string(mention.place.path)),
                            ("line", mention.place.position.map { .integer(Int($0.line)) } ?? .null),
                            ("column", mention.place.position.map { .integer(Int($0.column)) } ?? .null),
                            ("kind", .string(mention.kind.rawValue)),
                        ])
                    })
            ),
            ("unread", .array(unread.map { .string($0) })),
            ("namesakes", .array(mentions.namesakes.map { .string($0) })),
            (
                "outside",
                .array(
                    Self.outsidePlaces.map { place in
                        .object([("what", .string(place.what[language])), ("remedy", .string(place.remedy[language]))])
                    })
            ),
        ])
    }
}

// MARK: Words

extension Mention.Kind {
    fileprivate var name: Message {
        switch self {
        case .name: Message(vi: "nêu tên", en: "names")
        case .attribute: Message(vi: "nêu tên trong tiêu đề, lời tả ảnh hoặc liên kết", en: "names in a title, a description or a link")
        case .link: Message(vi: "dẫn tới bài", en: "links to the entry")
        case .fileName: Message(vi: "tên tệp có tên người, đơn vị", en: "the file's name holds the name")
        }
    }
}

extension TakeDownReport {
    private static let noName = Message(
        vi: "Không đọc được tên người, đơn vị trong bài (hoặc tên chỉ có một chữ), nên chỉ tìm được các liên kết.",
        en: "The honouree's name can't be read (or is of one word), so only links were looked for.")
    private static let nothingLeft = Message(
        vi: "Trên trang và trong nội dung không còn chỗ nào khác nêu tên hoặc dẫn tới bài.",
        en: "Nothing else on the site or in the content names the honouree or links to the entry.")

    private static let nothingFound = Message(
        vi: "Trong những tệp đọc được không còn chỗ nào khác nêu tên hoặc dẫn tới bài.",
        en: "In the files that could be read nothing else names the honouree or links to the entry.")

    private static func notRead(_ files: [String]) -> Message {
        let list = files.prefix(10).joined(separator: ", ") + (files.count > 10 ? ", …" : "")
        return Message(
            vi: "Có \(Numerals.formatted(files.count)) tệp không đọc được, nên chưa biết có nêu tên hay không: \(list). Xin mở từng tệp "
                + "để xem.",
            en: "\(files.count) files could not be read, so nobody knows whether they name the honouree: \(list). Please look into each.")
    }

    private static func onSite(_ count: Int) -> Message {
        Message(
            vi: "Trang đã xuất bản còn nêu tên hoặc dẫn tới bài ở \(Numerals.formatted(count)) tệp:",
            en: "\(count) published files still name the honouree or link to the entry:")
    }

    private static func inContent(_ count: Int) -> Message {
        Message(vi: "Trong nội dung có \(Numerals.formatted(count)) chỗ:", en: "\(count) places in the content:")
    }

    private static let toMend = Message(
        vi: "Sửa từng chỗ, rồi chạy: bangvang build", en: "Mend each of them, then run: bangvang build")

    private static func namesakes(_ ids: [String]) -> Message {
        let list = ids.prefix(10).joined(separator: ", ")
        return Message(
            vi: "Trong sổ có đối tượng khác cùng tên (\(list)): xem từng chỗ nói về ai rồi hãy sửa.",
            en: "Other subjects of the register bear the same name (\(list)): see of whom each place speaks.")
    }

    private static let outside = Message(
        vi: "Ngoài trang này, tên và bài có thể còn ở:", en: "Outside of this site, name and entry may still stand with:")

    private static let outsidePlaces: [(what: Message, remedy: Message)] = [
        (
            Message(vi: "máy tìm kiếm (Google, Bing, Cốc Cốc)", en: "search engines (Google, Bing, Cốc Cốc)"),
            Message(
                vi: "gửi yêu cầu xóa địa chỉ cũ trong công cụ dành cho quản trị trang của từng máy",
                en: "ask for the old address to be removed in the tools that each has for webmasters")
        ),
        (
            Message(vi: "kho lưu trữ web (web.archive.org)", en: "web archives (web.archive.org)"),
            Message(vi: "viết thư đề nghị gỡ bản lưu của địa chỉ cũ", en: "write and ask for the copies of the old address to be removed")
        ),
        (
            Message(vi: "bài đã chia sẻ trên Facebook, Zalo", en: "what was shared on Facebook and Zalo"),
            Message(
                vi: "đề nghị người chia sẻ xóa; bản xem trước do các mạng ấy giữ thì yêu cầu lấy lại từ địa chỉ cũ",
                en: "ask those who shared it to delete it, and have the networks fetch their previews of the old address anew")
        ),
        (
            Message(vi: "trình đọc tin, hộp thư của người theo dõi nguồn tin", en: "feed readers and their mail"),
            Message(
                vi: "nguồn tin đã bỏ bài; bản mà máy của họ đã tải thì chỉ họ xóa được",
                en: "the feed has dropped the entry; what their programs have fetched only they can delete")
        ),
        (
            Message(vi: "nơi nhúng trang hoặc đã tải dữ liệu mở", en: "who embeds the board or fetched its open data"),
            Message(
                vi: "báo cho cổng thông tin và đơn vị dùng dữ liệu để họ tải lại",
                en: "tell the portals and offices that use them to fetch them again")
        ),
        (
            Message(vi: "bộ nhớ đệm của máy chủ, CDN và các bản sao lưu", en: "caches of servers and CDNs, and backups"),
            Message(
                vi: "xóa bộ nhớ đệm ngay; ghi lại để bản sao lưu không đưa bài trở lại",
                en: "purge the caches now, and note it so that no backup brings the entry back")
        ),
    ]
}
