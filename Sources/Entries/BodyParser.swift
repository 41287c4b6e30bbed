import Diagnostics
import Formats

/// Parses and renders the story of an entry or the text of a page, once, when it is read.
package enum BodyParser {
    /// - Parameters:
    ///   - bytes: the Markdown.
    ///   - path: the document's path from the board's root.
    ///   - firstLine: the number of the body's first line in its file.
    package static func parse(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int) -> Diagnosed<Entry.Body> {
        let document = MarkdownDocument(bytes, path: path, firstLine: firstLine)
        var diagnostics = document.diagnostics
        var targets: [Entry.Target] = []
        var linksToPageParts = false
        // The document asks for links first, then for pictures, each in its own order.
        var links = document.links.makeIterator()
        var images = document.images.makeIterator()
        let headingIDs = MarkdownAnchors.ids(of: document.headingTitles, reserving: Entry.Body.pageIDs)
        let html = document.renderHTML(headingBase: 2, headingIDs: headingIDs) { destination, isImage in
            // An address that was refused is not asked for: skip to the reference that is meant.
            var reference = isImage ? images.next() : links.next()
            while let current = reference, current.destination != destination { reference = isImage ? images.next() : links.next() }
            if let reference, destination.isEmpty || destination == "#" {
                diagnostics.append(Self.leadsNowhere(reference, isImage: isImage, at: reference.place(in: path)))
                return .unchanged
            }
            if !isImage, let reference, destination.hasPrefix("#") {
                let resolution = anchor(reference, among: headingIDs, in: path, &diagnostics)
                if resolution == .unchanged { linksToPageParts = true }
                return resolution
            }
            guard let reference, let (kind, rest) = kind(of: destination, isImage: isImage) else {
                if isImage, let reference { diagnostics.append(Self.pictureElsewhere(destination, at: reference.place(in: path))) }
                return .unchanged
            }
            let end = fragmentStart(of: rest, isFile: kind == .file, isImage: isImage)
            var target = Entry.Target(
                kind: kind, path: String(rest[..<end]), fragment: String(rest[end...]), position: reference.position,
                length: reference.length, isImage: isImage, text: reference.text, title: reference.title)
            if kind != .address {
                do throws(ContentPath.Failure) {
                    target.path = try ContentPath.resolve(ContentPath.percentDecoded(target.path), from: path)
                } catch {
                    diagnostics.append(Self.leavesContent(destination, at: reference.place(in: path)))
                    return .unchanged
                }
            }
            targets.append(target)
            return .deferred(targets.count - 1)
        }
        let sections = sections(document.headings)
        let parsed = Entry.Body(
            html: html, targets: targets, words: document.totalWords, sections: sections, headingIDs: headingIDs,
            linksToPageParts: linksToPageParts)
        return Diagnosed(parsed, diagnostics)
    }

    /// A link to a place on its own page: to a heading, by its id or its words, or to something of the page around it.
    private static func anchor(
        _ reference: MarkdownReference, among ids: [String], in path: String, _ diagnostics: inout [Diagnostic]
    ) -> LinkResolution {
        let fragment = ContentPath.percentDecoded(String(reference.destination.dropFirst()))
        if fragment.isEmpty || fragment == "top" { return .unchanged }
        if let id = MarkdownAnchors.id(for: fragment, among: ids) { return .address("#" + id) }
        if Entry.Body.pageIDs.contains(fragment) { return .unchanged }
        diagnostics.append(unknownHeading(fragment, among: ids, at: reference.place(in: path)))
        return .unchanged
    }

    /// A link to a heading that is not there.
    package static func unknownHeading(_ fragment: String, among ids: [String], at place: SourcePlace) -> Diagnostic {
        let nearest = Suggestion.nearest(to: fragment, among: ids)
        let known = ids.prefix(8).map { "#" + $0 }.joined(separator: ", ")
        return Diagnostic(
            .error, "unknown-heading",
            Message(
                vi: "liên kết tới mục “#\(fragment)”, trong bài không có đề mục nào như thế",
                en: "the link leads to “#\(fragment)”, and no heading is called so"),
            at: place,
            remedy: nearest.map { Message(vi: "có phải là “#\($0)”?", en: "did you mean “#\($0)”?") }
                ?? (ids.isEmpty
                    ? Message(
                        vi: "thêm đề mục, ví dụ “## Kết quả” để liên kết bằng #ket-qua; hoặc bỏ phần từ dấu #",
                        en: "add a heading, such as “## Kết quả” for #ket-qua; or remove what begins with #")
                    : Message(
                        vi: "dùng một trong: \(known); hoặc bỏ phần từ dấu #", en: "use one of \(known); or remove what begins with #")))
    }

    /// Showing it would tell another's server of every visitor; the site's own policy forbids browsers to ask.
    private static func pictureElsewhere(_ address: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "picture-elsewhere",
            Message(
                vi: "ảnh “\(address)” nằm ở trang khác nên không hiện được", en: "the picture “\(address)” lies elsewhere and is not shown"),
            at: place,
            remedy: Message(
                vi: "tải ảnh về, đặt cạnh bài rồi ghi tên tệp; nhớ xin phép người chụp",
                en: "put the picture beside the entry, with its author's leave, and name the file"))
    }

    /// `[chữ]()`, `[chữ](#)`: what an author meant to fill in later.
    private static func leadsNowhere(_ reference: MarkdownReference, isImage: Bool, at place: SourcePlace) -> Diagnostic {
        let text = reference.text
        return Diagnostic(
            isImage ? .error : .warning, isImage ? "picture-without-file" : "link-leads-nowhere",
            isImage
                ? Message(vi: "ảnh “\(text)” chưa có tên tệp", en: "the picture “\(text)” names no file")
                : Message(
                    vi: "liên kết “\(text)” chưa có địa chỉ, bấm vào không đến đâu",
                    en: "the link “\(text)” has no address and leads nowhere"),
            at: place,
            remedy: isImage
                ? Message(
                    vi: "ghi tên tệp trong ngoặc tròn: ![\(text)](anh.jpg); nếu chưa có ảnh thì xóa chỗ này",
                    en: "name the file in the parentheses: ![\(text)](picture.jpg); delete this where there is none")
                : Message(
                    vi: "ghi địa chỉ trong ngoặc tròn: [\(text)](https://…); nếu không cần liên kết thì viết: \(text)",
                    en: "write the address in the parentheses: [\(text)](https://…); for no link, write: \(text)"))
    }

    static func leavesContent(_ reference: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "link-leaves-content",
            Message(vi: "đường dẫn “\(reference)” ra ngoài thư mục content", en: "the path “\(reference)” leaves the folder content"),
            at: place,
            remedy: Message(
                vi: "chép tệp vào thư mục của bài viết hoặc vào content/media rồi sửa đường dẫn",
                en: "copy the file into the entry's folder or into content/media, then mend the path"))
    }

    /// What an address leads to: nil where it leaves the board or stays on the page.
    private static func kind(of destination: String, isImage: Bool) -> (Entry.Target.Kind, Substring)? {
        if destination.isEmpty || destination.hasPrefix("#") || destination.hasPrefix("//") || hasScheme(destination) { return nil }
        let path = destination.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        if path.suffix(3).elementsEqual(".md".utf8) { return (.document, destination[...]) }
        let slash = UInt8(ascii: "/")
        let last = path.lastIndex(of: slash).map { path[path.index(after: $0)...] } ?? path
        if !isImage, path.first == slash, !last.contains(UInt8(ascii: ".")) { return (.address, destination[...]) }
        return (.file, destination[...])
    }

    /// Where the part of an address begins that names a place on a page. A picture has none, and `ảnh#1.jpg` is a file's
    /// name: people number their files so.
    private static func fragmentStart(of address: Substring, isFile: Bool, isImage: Bool) -> Substring.Index {
        guard let sign = address.utf8.firstIndex(of: UInt8(ascii: "#")) else { return address.endIndex }
        if isImage { return address.endIndex }
        let dot = UInt8(ascii: ".")
        let name = address.utf8[..<sign].reversed().prefix { $0 != UInt8(ascii: "/") }
        return isFile && !name.contains(dot) && address.utf8[sign...].contains(dot) ? address.endIndex : sign
    }

    private static func hasScheme(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return text.utf8[..<colon].allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
    }

    private static func sections(_ headings: [MarkdownHeading]) -> [Entry.Section] {
        headings.indices.map { index in
            let inner = headings[(index + 1)...].prefix { $0.level > headings[index].level }
            let words = inner.reduce(headings[index].ownWords) { $0 + $1.titleWords + $1.ownWords }
            return Entry.Section(title: headings[index].title, words: words, position: headings[index].position)
        }
    }
}
