import CCMark

/// Takes raw HTML out of a document so that what stands around it stays readable.
enum RawHTML {
    /// Removes a node: `<br>` becomes a line end, and what parts words a blank, so that `một<br>hai` is not “mộthai”.
    static func remove(_ node: OpaquePointer) {
        let literal = bytes(of: node)
        let isInline = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE
        if isBreak(literal), isInline, cmark_node_next(node) != nil, cmark_node_previous(node) != nil {
            if cmark_node_get_type(cmark_node_next(node)) != CMARK_NODE_SOFTBREAK, let lineEnd = cmark_node_new(CMARK_NODE_LINEBREAK) {
                _ = cmark_node_insert_before(node, lineEnd)
            }
        } else if partsWords(literal, isInline: isInline), isInline, let blank = cmark_node_new(CMARK_NODE_TEXT) {
            _ = cmark_node_set_literal(blank, " ")
            _ = cmark_node_insert_before(node, blank)
        }
        cmark_node_unlink(node)
        cmark_node_free(node)
    }

    /// Whether it is `<br>`, in any of its spellings.
    static func isBreak(_ literal: UnsafeBufferPointer<UInt8>) -> Bool { name(of: literal).elementsEqual("br".utf8) }

    /// Whether browsers would show the words before and behind it apart: not so a tag within a line, or a comment.
    static func partsWords(_ literal: UnsafeBufferPointer<UInt8>, isInline: Bool) -> Bool {
        guard isInline else { return true }
        let name = name(of: literal)
        return !name.isEmpty && !withinWords.contains(String(decoding: name, as: UTF8.self))
    }

    /// The name of the tag, in small letters; empty for a comment.
    private static func name(of literal: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        literal.dropFirst().drop { $0 == UInt8(ascii: "/") }
            .prefix { StoryByte.isASCIILetter($0) || StoryByte.isDigit($0) }
            .map { StoryByte.isASCIILetter($0) ? $0 | 0x20 : $0 }
    }

    /// Elements that stand within words and lines (HTML Standard, 4.5).
    private static let withinWords: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "nobr", "o",
        "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]

    private static func bytes(of node: OpaquePointer) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(cString: cmark_node_get_literal(node))
    }
}
