import Board
import Diagnostics
import Formats
import Rendering
import Templates

/// The links that templates hold, each with its place: those that are the same on every page are checked here, without
/// rendering any; of the others it is known which words on a page they may have made.
struct TemplateLinks {
    /// One link of a template.
    private struct Link {
        let place: SourcePlace
        /// What stands before, between and behind the names in it; one piece where it holds none.
        let pieces: [[UInt8]]

        /// The whole link, where it is the same on every page.
        var constant: [UInt8]? { pieces.count == 1 ? pieces[0] : nil }

        /// How many letters of a page's link it accounts for; nil where it can't have made that link.
        func likeness(to link: [UInt8]) -> Int? {
            guard link.starts(with: pieces[0]), pieces.count > 1 || link.count == pieces[0].count else { return nil }
            let last = pieces[pieces.count - 1]
            let literal = pieces.reduce(0) { $0 + $1.count }
            guard literal <= link.count, link.suffix(last.count).elementsEqual(last) else { return nil }
            return literal
        }
    }

    private var links: [Link] = []

    /// - Parameters:
    ///   - library: the templates; those that stand for assets give addresses.
    ///   - site: what `site` offers on every page, by name.
    init(_ library: TemplateLibrary, site: [String: String]) {
        let assets = Dictionary(
            library.files.filter { $0.name.hasPrefix(Self.assetPrefix) }.map { ($0.name, $0.bytes) },
            uniquingKeysWith: { first, _ in first })
        for file in library.files where !file.name.hasPrefix(Self.assetPrefix) && !file.name.hasPrefix("integrity/") {
            read(file, assets, site)
        }
    }

    private static let assetPrefix = "assets/"

    private mutating func read(_ file: TemplateFile, _ assets: [String: [UInt8]], _ site: [String: String]) {
        let bytes = Self.whatVisitorsGet(file.bytes)
        var found: [(offset: Int, value: [UInt8])] = []
        LinkScanner.scan(bytes) { finding in
            if case .link(let value) = finding { found.append((value.startIndex, Array(value))) }
        }
        guard !found.isEmpty else { return }
        var line = 1
        var (lineStart, index) = (0, 0)
        for (offset, value) in found {
            while index < offset {
                if bytes[index] == 0x0A { (line, lineStart) = (line + 1, index + 1) }
                index += 1
            }
            let column = 1 + String(decoding: bytes[lineStart..<offset], as: UTF8.self).unicodeScalars.count
            let length = String(decoding: value, as: UTF8.self).unicodeScalars.count
            let place = SourcePlace(path: file.path, position: SourcePosition(line: line, column: column), length: max(1, length))
            links.append(Link(place: place, pieces: Self.pieces(of: value, assets, site)))
        }
    }

    /// The bytes with blanks in the place of what no visitor ever gets, Mustache comments and what a preview alone shows, so
    /// that offsets stay.
    private static func whatVisitorsGet(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for (opening, closing) in [("{{!", "}}"), ("{{#site.preview}}", "{{/site.preview}}")] {
            var index = 0
            while index < bytes.count {
                guard bytes[index] == UInt8(ascii: "{"), bytes[index...].starts(with: opening.utf8) else {
                    index += 1
                    continue
                }
                while index < bytes.count, !bytes[index...].starts(with: closing.utf8) {
                    if bytes[index] != 0x0A { bytes[index] = 0x20 }
                    index += 1
                }
            }
        }
        return bytes
    }

    /// A link cut at the names whose values differ from page to page.
    private static func pieces(of value: [UInt8], _ assets: [String: [UInt8]], _ site: [String: String]) -> [[UInt8]] {
        var pieces: [[UInt8]] = [[]]
        var rest = value[...]
        while let byte = rest.first {
            guard byte == UInt8(ascii: "{"), rest.dropFirst().first == byte else {
                pieces[pieces.count - 1].append(byte)
                rest.removeFirst()
                continue
            }
            let tag = rest.drop { $0 == UInt8(ascii: "{") }.prefix { $0 != UInt8(ascii: "}") }
            rest = rest[tag.endIndex...].drop { $0 == UInt8(ascii: "}") }
            let name = String(decoding: tag, as: UTF8.self).filter { $0 != " " && $0 != "&" }
            if name.hasPrefix(">"), let asset = assets[String(name.dropFirst())] {
                let inner = Self.pieces(of: asset, [:], site)
                pieces[pieces.count - 1] += inner[0]
                pieces += inner.dropFirst()
            } else if name.hasPrefix("site."), let text = site[String(name.dropFirst("site.".count))] {
                pieces[pieces.count - 1] += text.utf8
            } else {
                pieces.append([])
            }
        }
        return pieces
    }

    // MARK: Answers

    /// Where the template stands that made a link of a page; nil where none is like it.
    func place(of link: [UInt8]) -> SourcePlace? {
        var best: (likeness: Int, place: SourcePlace)?
        for candidate in links {
            guard let likeness = candidate.likeness(to: link), likeness > max(best?.likeness ?? 0, 1) else { continue }
            best = (likeness, candidate.place)
        }
        return best?.place
    }

    /// The links that are the same on every page and lead nowhere.
    func findings(_ base: BaseAddress, hasFile: (String) -> Bool) -> [Diagnostic] {
        links.compactMap { link in
            guard let value = link.constant, let first = value.first else { return nil }
            // What else there is depends on the page: it is looked at on pages.
            guard first == UInt8(ascii: "/") || value.starts(with: "http".utf8) else { return nil }
            guard case .board(let route, _) = LinkTarget(value, on: "", base: base) else { return nil }
            guard !hasFile(String(decoding: route, as: UTF8.self)) else { return nil }
            return Self.broken(String(decoding: value, as: UTF8.self), at: link.place)
        }
    }
}

extension TemplateLinks {
    private static func broken(_ link: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "page-link-broken",
            Message(
                vi: "mẫu có liên kết “\(link)” không dẫn tới đâu cả", en: "the template's link “\(link)” leads nowhere"),
            at: place,
            remedy: Message(
                vi: "sửa liên kết này; địa chỉ của bảng vàng nên viết bằng tên như {{site.years_url}}",
                en: "mend it; addresses of the board are best written by names such as {{site.years_url}}"))
    }
}
