import Diagnostics

/// A heading that opens a section: one within a quotation or a list opens none.
package struct MarkdownHeading: Sendable, Equatable {
    /// 1 to 6, as written.
    package var level: Int
    /// Its text without marks, blanks at its ends taken away.
    package var title: String
    package var position: SourcePosition
    /// Words (syllables) of the title.
    package var titleWords: Int
    /// Words between this heading and the next one, of whatever level.
    package var ownWords: Int
}

/// A link or picture of a document. Links within a picture's description are none: nobody can follow them.
package struct MarkdownReference: Sendable, Equatable {
    /// The address as its author means it, escapes resolved.
    package var destination: String
    /// The text of a link, the description (alt) of a picture; without marks.
    package var text: String
    /// What stands in quotes behind the destination; empty where nothing does.
    package var title: String
    /// The destination where it stands in the text; the link itself where the destination is defined elsewhere.
    package var position: SourcePosition
    /// How many Unicode scalars stand there.
    package var length: Int32

    /// Its place, in a file.
    package func place(in path: String) -> SourcePlace {
        SourcePlace(path: path, position: position, length: Int(length))
    }
}

/// What becomes of a link's or picture's address.
package enum LinkResolution: Sendable, Equatable {
    /// It stays as written.
    case unchanged
    /// This address instead, not yet escaped for HTML.
    case address(String)
    /// Not known yet: the HTML gets an insertion point with this number, in place of a link's address, or in
    /// place of a picture's whole element.
    case deferred(Int)
}

/// The HTML of a document, with gaps for what was not known when it was made: the addresses of links, and whole pictures.
package struct RenderedHTML: Sendable, Equatable {
    /// A gap that an address, or the element of a picture, goes into.
    package struct Insertion: Sendable, Equatable {
        /// What is inserted goes before this byte; several gaps are in order.
        package var offset: Int
        /// The number that `LinkResolution.deferred` gave.
        package var target: Int
    }

    /// UTF-8, without the deferred addresses and pictures.
    package var bytes: [UInt8]
    package var insertions: [Insertion]

    /// Appends the HTML with every gap filled by what `content` gives: for a link an address, escaped for a quoted
    /// attribute already; for a picture its element.
    package func append(to output: inout [UInt8], content: (_ target: Int) -> [UInt8]) {
        var start = 0
        for insertion in insertions {
            output += bytes[start..<insertion.offset]
            output += content(insertion.target)
            start = insertion.offset
        }
        output += bytes[start...]
    }
}
