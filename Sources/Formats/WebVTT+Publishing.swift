// What browsers take for markup in captions, and what their author meant.
//
// A browser's parser drops whatever stands between `<` and `>` and is no tag of WebVTT's, drops all words from a `<`
// without a `>` to the caption's end, and ends a caption at a line with `-->` (https://www.w3.org/TR/webvtt1/, 6.1, 6.4).
// Programs that make captions out of SubRip escape nothing. So the published file says what was written.

extension WebVTT {
    /// The file as it is published: the words of captions escaped where a browser would drop them; all else, and a file
    /// that holds nothing of the kind, byte for byte as it is.
    package static func published(_ bytes: [UInt8]) -> [UInt8] {
        guard let captions = try? WebVTT(bytes) else { return bytes }
        var result: [UInt8] = []
        var copied = 0
        for line in captions.textLines {
            let shown = escaped(line.text)
            guard shown != line.text else { continue }
            result += bytes[copied..<line.range.lowerBound]
            result += shown.utf8
            copied = line.range.upperBound
        }
        return copied == 0 ? bytes : result + bytes[copied...]
    }

    /// A line of a caption as a browser must read it to show what was written.
    static func escaped(_ line: String) -> String {
        guard line.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) || line.contains("-->") else { return line }
        var result = ""
        var rest = line[...]
        while let first = rest.first {
            if first == "<" {
                let tag = tag(at: rest)
                switch tag.meaning {
                case .caption: result += rest[..<tag.end]
                case .foreign: break
                case .lineBreak:
                    // An empty line would end the caption.
                    let isInside = result.contains { !$0.isWhitespace } && rest[tag.end...].contains { !$0.isWhitespace }
                    if isInside, result.last != "\n" { result += "\n" }
                case .words: result += "&lt;"
                }
                rest = rest[tag.end...]
            } else if first == "&" {
                result += isReference(rest) ? "&" : "&amp;"
                rest = rest.dropFirst()
            } else if rest.hasPrefix("-->") {
                result += "--&gt;"
                rest = rest.dropFirst(3)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    // MARK: Tags

    private enum Meaning {
        /// A tag of WebVTT's.
        case caption
        /// A tag of HTML's, as SubRip has them: browsers leave it out and show what stands in it.
        case foreign
        case lineBreak
        /// No tag at all.
        case words
    }

    /// What a `<` begins, and where that ends; words end behind the sign itself.
    private static func tag(at text: Substring) -> (meaning: Meaning, end: Substring.Index) {
        let inside = text.dropFirst()
        guard let close = inside.firstIndex(of: ">") else { return (.words, inside.startIndex) }
        let content = inside[..<close]
        let end = text.index(after: close)
        // An arrow within would end the caption all the same.
        guard !content.hasSuffix("--"), !content.contains("<") else { return (.words, inside.startIndex) }
        if isOfCaptions(content) { return (.caption, end) }
        let name = content.drop { $0 == "/" }.prefix { $0.isASCII && $0.isLetter }.lowercased()
        let behind = content.drop { $0 == "/" }.dropFirst(name.count)
        guard behind.isEmpty || behind.first == " " || behind == "/" else { return (.words, inside.startIndex) }
        if name == "br" { return (.lineBreak, end) }
        return foreignTags.contains(name) ? (.foreign, end) : (.words, inside.startIndex)
    }

    private static let foreignTags: Set = ["font", "s", "strike", "strong", "em", "span", "div", "p", "small", "big", "sub", "sup", "tt"]

    /// Whether it is a tag as WebVTT writes it: a name with classes; who speaks, or the language; or a time.
    private static func isOfCaptions(_ content: Substring) -> Bool {
        if content.first?.isNumber == true { return isTime(content) }
        let isEnd = content.first == "/"
        let words = content.drop { $0 == "/" }.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "\t" }
        let name = words.first?.split(separator: ".").first ?? ""
        if isEnd { return words.count == 1 && (plainTags.contains(String(name)) || ["v", "lang"].contains(name)) }
        if words.count == 1 { return plainTags.contains(String(name)) }
        return ["v", "lang"].contains(name) && words[1].contains { !$0.isWhitespace }
    }

    private static let plainTags: Set = ["c", "i", "b", "u", "ruby", "rt"]

    private static func isTime(_ text: Substring) -> Bool { text.wholeMatch(of: /(\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}/) != nil }

    /// Whether an ampersand begins what HTML reads as one letter: `&amp;`, `&#7843;`.
    private static func isReference(_ text: Substring) -> Bool {
        text.prefixMatch(of: /&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/) != nil
    }
}
