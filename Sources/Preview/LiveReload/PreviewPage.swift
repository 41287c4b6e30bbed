import Diagnostics

/// A page of the board on its way to a browser: with what the preview has to say above it, and with marks by which it
/// finds out whether it has become another.
package struct PreviewPage: Sendable {
    /// Something that the preview says on every page.
    package struct Notice: Sendable, Equatable {
        package var message: Message
        /// Lines of a file with a mark below what is meant.
        package var excerpt: String?
        /// Where more is said.
        package var address: String?
        /// Whether something has to be mended; not where it is only good to know.
        package var isTrouble: Bool

        package init(_ message: Message, excerpt: String? = nil, address: String? = nil, isTrouble: Bool = true) {
            (self.message, self.excerpt, self.address, self.isTrouble) = (message, excerpt, address, isTrouble)
        }
    }

    /// The page as templates made it.
    package var html: [UInt8]
    /// Changes when a picture or another file that the page shows does.
    package var media: UInt64
    package var notices: [Notice]

    package init(html: [UInt8], media: UInt64 = 0, notices: [Notice] = []) {
        (self.html, self.media, self.notices) = (html, media, notices)
    }

    /// The page's bytes.
    /// - Parameter number: the state of the board that it was made from, or an earlier one.
    package func bytes(number: UInt64, language: Language) -> [UInt8] {
        var page = html
        if !notices.isEmpty { insertNotices(into: &page, language) }
        let marks = PageMarks(page)
        let attributes =
            " data-number=\"\(number)\" data-content=\"\(String(marks.content, radix: 36))\""
            + " data-styles=\"\(String(marks.styles, radix: 36))\" data-media=\"\(String(media, radix: 36))\""
        let tag = "<script src=\"\(LiveReload.scriptPath)\"\(attributes) defer></script>"
        if let plain = page.firstRange(of: Array(LiveReload.scriptTag.utf8)) {
            page.replaceSubrange(plain, with: tag.utf8)
        } else {
            // A template of the board's own that leaves the script out.
            let end = page.firstRange(of: Array("</head>".utf8))?.lowerBound ?? page.endIndex
            page.insert(contentsOf: tag.utf8, at: end)
        }
        return page
    }

    private func insertNotices(into page: inout [UInt8], _ language: Language) {
        var markup = "<link rel=\"stylesheet\" href=\"\(PreviewStyle.path)\"><div class=\"bangvang-notices\" role=\"status\">"
        for notice in notices {
            markup += (notice.isTrouble ? "<p class=\"trouble\">" : "<p>") + Self.escaped(notice.message[language])
            if let address = notice.address {
                markup += " <a href=\"\(Self.escaped(address))\">" + Self.escaped(Self.more[language]) + "</a>"
            }
            markup += "</p>"
            if let excerpt = notice.excerpt { markup += "<pre>" + Self.escaped(excerpt) + "</pre>" }
        }
        markup += "</div>"
        page.insert(contentsOf: markup.utf8, at: Self.startOfBody(in: page))
    }

    /// Behind `<body …>`; behind the head, or at the start, where there is none.
    private static func startOfBody(in page: [UInt8]) -> Int {
        guard let body = page.firstRange(of: Array("<body".utf8)) else {
            return page.firstRange(of: Array("</head>".utf8))?.upperBound ?? page.startIndex
        }
        return page[body.upperBound...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? page.endIndex
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { output, character in
            switch character {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            default: output.append(character)
            }
        }
    }

    private static let more = Message(vi: "Xem tất cả", en: "See all")
}

/// Numbers that change when a page's text, or only the address of a style sheet in it, does.
struct PageMarks: Equatable {
    /// Of all but the elements that load style sheets.
    private(set) var content: UInt64 = 0xCBF2_9CE4_8422_2325
    /// Of these.
    private(set) var styles: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ html: [UInt8]) {
        let open = Array("<link ".utf8)
        let kind = Array("stylesheet".utf8)
        var rest = html[...]
        while let start = rest.firstRange(of: open)?.lowerBound {
            let end = rest[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? rest.endIndex
            let isStyle = rest[start..<end].firstRange(of: kind) != nil
            Self.mix(rest[..<start], into: &content)
            if isStyle { Self.mix(rest[start..<end], into: &styles) } else { Self.mix(rest[start..<end], into: &content) }
            rest = rest[end...]
        }
        Self.mix(rest, into: &content)
    }

    /// FNV-1a: nobody gains by making two pages look alike.
    private static func mix(_ bytes: ArraySlice<UInt8>, into mark: inout UInt64) {
        bytes.withUnsafeBufferPointer { buffer in
            for byte in buffer { mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
    }
}
