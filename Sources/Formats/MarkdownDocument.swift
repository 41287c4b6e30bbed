import CCMark
import Diagnostics
import Glibc
import Vietnamese

/// A CommonMark 0.30 document as cmark parsed it.
///
/// Raw HTML is not shown, and dangerous addresses are refused; both are in `diagnostics`. All places are
/// those of the file. The tree can be changed by rendering, so a document stays with the task that made it.
package final class MarkdownDocument {
    /// The headings that open sections, in order.
    package let headings: [MarkdownHeading]
    package let links: [MarkdownReference]
    package let images: [MarkdownReference]
    /// All words (syllables) that a reader sees: text, headings, code; not the descriptions of pictures.
    package let totalWords: Int
    package let diagnostics: [Diagnostic]

    private let root: OpaquePointer
    private let linkNodes: [OpaquePointer]
    private let imageNodes: [OpaquePointer]
    /// Every heading, nested ones too, its level as written and its text.
    private let headingNodes: [(node: OpaquePointer, level: Int, title: String)]
    private let isReference: Bool
    private let source: ArraySlice<UInt8>
    /// What the source does not hold but by design.
    private lazy var placeholder = Array("~~\(String(Self.hash(source), radix: 36))~".utf8)

    /// Parses bytes of a `SourceText` whose first line has the number `firstLine` in the file.
    package convenience init(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int = 1) {
        self.init(bytes, path: path, firstLine: firstLine, isReference: false)
    }

    /// With `isReference`, the document keeps raw HTML and dangerous addresses: for comparing with the
    /// specification's own examples only.
    init(_ bytes: ArraySlice<UInt8>, path: String, firstLine: Int, isReference: Bool) {
        let accepted = MarkdownLimits.accepts(bytes) ? bytes : []
        let (root, survey) = accepted.withUnsafeBufferPointer { buffer in
            let root = buffer.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
            guard let root else { fatalError("no memory for a Markdown document") }
            var survey = MarkdownSurvey(buffer, path: path, firstLine: firstLine, looksForLeftovers: !isReference)
            survey.walk(root)
            return (root, survey)
        }
        self.root = root
        headings = survey.headings
        links = survey.links
        images = survey.images
        totalWords = survey.totalWords
        diagnostics = survey.diagnostics + (accepted.isEmpty && !bytes.isEmpty ? [MarkdownProblem.tooManyPictures(path, firstLine)] : [])
        linkNodes = survey.linkNodes
        imageNodes = survey.imageNodes
        headingNodes = survey.headingNodes
        self.isReference = isReference
        source = bytes
        if !isReference {
            for node in survey.htmlNodes { RawHTML.remove(node) }
            SubList.nest(survey.adjoiningLists)
        }
    }

    deinit { cmark_node_free(root) }

    // MARK: Words

    /// The words of the first section with this title, from below its heading to the next heading of the
    /// same or a higher level, sub-headings counted; nil where there is no such section. Case and blanks at
    /// the ends of the title don't count.
    package func words(inSectionTitled title: String) -> Int? {
        let wanted = MarkdownSurvey.plain(title.utf8).lowercased()
        guard let first = headings.firstIndex(where: { $0.title.lowercased() == wanted }) else { return nil }
        let inner = headings[(first + 1)...].prefix { $0.level > headings[first].level }
        return inner.reduce(headings[first].ownWords) { $0 + $1.titleWords + $1.ownWords }
    }

    // MARK: Rendering

    /// The document as HTML.
    ///
    /// The highest heading gets the level `headingBase`, the others follow, none below 6; nil leaves the
    /// levels as written. `headingIDs` are the ids that headings get, in order: see `MarkdownAnchors`. `resolve` is asked for
    /// every link and picture (but the refused ones).
    package func renderHTML(
        headingBase: Int? = 2, headingIDs: [String] = [],
        resolve: (_ destination: String, _ isImage: Bool) -> LinkResolution = { _, _ in .unchanged }
    ) -> RenderedHTML {
        if let headingBase, let highest = headingNodes.lazy.map(\.level).min() {
            for (node, level, _) in headingNodes {
                _ = cmark_node_set_heading_level(node, Int32(min(6, max(1, level - highest + headingBase))))
            }
        }
        var targets: [Int] = []
        resolveAll(links, linkNodes, isImage: false, resolve, &targets)
        resolveAll(images, imageNodes, isImage: true, resolve, &targets)

        guard let html = cmark_render_html(root, isReference ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT) else {
            fatalError("no memory for the HTML of a Markdown document")
        }
        defer { free(html) }
        let output = UnsafeBufferPointer<UInt8>(cString: html)
        guard !headingIDs.isEmpty else { return rendered(output, targets) }
        return MarkdownAnchors.adding(headingIDs, to: output).withUnsafeBufferPointer { rendered($0, targets) }
    }

    private func rendered(_ html: UnsafeBufferPointer<UInt8>, _ targets: [Int]) -> RenderedHTML {
        targets.isEmpty ? RenderedHTML(bytes: Array(html), insertions: []) : withoutPlaceholders(html, targets)
    }

    /// The texts of all headings, nested ones too, in order.
    package var headingTitles: [String] { headingNodes.map(\.title) }

    private func resolveAll(
        _ references: [MarkdownReference], _ nodes: [OpaquePointer], isImage: Bool,
        _ resolve: (String, Bool) -> LinkResolution, _ targets: inout [Int]
    ) {
        for (reference, node) in zip(references, nodes) {
            let address: String
            if !isReference, LinkScheme.refused(in: reference.destination) != nil {
                address = ""
            } else {
                switch resolve(reference.destination, isImage) {
                case .unchanged: address = reference.destination
                case .address(let other): address = other
                case .deferred(let target):
                    address = String(decoding: placeholder, as: UTF8.self) + "\(targets.count)~"
                    targets.append(target)
                }
            }
            _ = cmark_node_set_url(node, address)
        }
    }

    /// Takes the placeholders out of the HTML and remembers where they stood.
    private func withoutPlaceholders(_ html: UnsafeBufferPointer<UInt8>, _ targets: [Int]) -> RenderedHTML {
        guard let base = html.baseAddress else { return RenderedHTML(bytes: [], insertions: []) }
        var rendered = RenderedHTML(bytes: [], insertions: [])
        rendered.bytes.reserveCapacity(html.count)
        var copied = 0
        var search = 0
        while let hit = memchr(base + search, Int32(UInt8(ascii: "~")), html.count - search) {
            let start = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            search = start + 1
            guard html[start...].starts(with: placeholder) else { continue }
            let digits = html[(start + placeholder.count)...].prefix { 0x30...0x39 ~= $0 }
            guard let number = Int(String(decoding: digits, as: UTF8.self)), targets.indices.contains(number) else { continue }
            let end = digits.endIndex + 1
            let whole = Self.imageElement(around: start..<end, in: html) ?? start..<end
            rendered.bytes += html[copied..<whole.lowerBound]
            rendered.insertions.append(.init(offset: rendered.bytes.count, target: targets[number]))
            copied = whole.upperBound
            search = copied
        }
        rendered.bytes += html[copied...]
        return rendered
    }

    /// The whole `<img … />` whose address lies there; nil where it is a link's. cmark escapes `>` within attributes.
    private static func imageElement(around address: Range<Int>, in html: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let opening = "<img src=\"".utf8
        let start = address.lowerBound - opening.count
        guard start >= 0, html[start..<address.lowerBound].elementsEqual(opening),
            let end = html[address.upperBound...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return start..<end + 1
    }

    /// FNV-1a, eight bytes at a time: the same placeholders on every machine.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
                hash = (hash ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))) &* 0x100_0000_01B3
            }
            return hash ^ UInt64(bytes.count)
        }
    }
}

/// One walk over a document: its sections and words, its links and pictures, what is not accepted.
private struct MarkdownSurvey {
    private(set) var headings: [MarkdownHeading] = []
    private(set) var links: [MarkdownReference] = []
    private(set) var images: [MarkdownReference] = []
    private(set) var totalWords = 0
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var linkNodes: [OpaquePointer] = []
    private(set) var imageNodes: [OpaquePointer] = []
    private(set) var headingNodes: [(node: OpaquePointer, level: Int, title: String)] = []
    private(set) var htmlNodes: [OpaquePointer] = []
    /// Lists that follow a list at once.
    private(set) var adjoiningLists: [SubList] = []

    private let path: String
    private var locator: ReferenceLocator
    /// The text since the last border of a section, as a reader sees it, line ends between blocks. Words are
    /// counted here and not node by node: `**Dân** vận (*khéo*)` has many nodes and three words.
    private var text: [UInt8] = []
    private var alt: [UInt8] = []
    private var linkStart = 0
    private var headingStart = 0
    private var imageDepth = 0
    private var htmlCount = 0
    /// Nil for the specification's own examples.
    private var look: StoryLook?
    /// Where the text of the paragraph or heading at hand begins, and what was seen in it.
    private var blockStart = 0
    private var seen = StoryLook.Seen()
    private var emphasisStarts: [Int] = []

    /// As many pieces of raw HTML are named one by one; the rest are only counted.
    private static let htmlNamed = 20

    init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int, looksForLeftovers: Bool) {
        self.path = path
        locator = ReferenceLocator(bytes, firstLine: firstLine)
        look = looksForLeftovers ? StoryLook(bytes, path: path, firstLine: firstLine) : nil
        text.reserveCapacity(bytes.count)
    }

    mutating func walk(_ root: OpaquePointer) {
        guard let iterator = cmark_iter_new(root) else { fatalError("no memory for a Markdown document") }
        defer { cmark_iter_free(iterator) }
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_ENTER: enter(cmark_iter_get_node(iterator))
            case CMARK_EVENT_EXIT: exit(cmark_iter_get_node(iterator))
            default:
                closeSection()
                if let leftovers = look?.finish() { diagnostics += leftovers }
                if htmlCount > Self.htmlNamed, let first = diagnostics.firstIndex(where: { $0.code == MarkdownProblem.rawHTMLCode }) {
                    // Of many findings a report shows only the first ones.
                    diagnostics[first].notes.append(MarkdownProblem.furtherHTML(htmlCount - Self.htmlNamed))
                }
                return
            }
        }
    }

    private mutating func enter(_ node: OpaquePointer?) {
        guard let node else { return }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            append(cmark_node_get_literal(node))
        case CMARK_NODE_CODE:
            seen.holdsCode = true
            append(cmark_node_get_literal(node))
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
            if imageDepth > 0 { alt.append(0x20) } else { text.append(0x0A) }
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
            emphasisStarts.append(text.count)
        case CMARK_NODE_PARAGRAPH:
            text.append(0x0A)
            enterBlock(node)
        case CMARK_NODE_LIST:
            enterList(node)
        case CMARK_NODE_ITEM:
            look?.enterItem(Self.block(node))
        case CMARK_NODE_HEADING:
            if isTopLevel(node) { closeSection() } else { text.append(0x0A) }
            headingNodes.append((node, Int(cmark_node_get_heading_level(node)), ""))
            headingStart = text.count
            enterBlock(node)
        case CMARK_NODE_CODE_BLOCK:
            text.append(0x0A)
            append(cmark_node_get_literal(node))
            look?.codeBlock(Self.block(node))
        case CMARK_NODE_LINK:
            linkStart = text.count
        case CMARK_NODE_IMAGE:
            if imageDepth == 0 { alt.removeAll(keepingCapacity: true) }
            imageDepth += 1
        case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
            html(node)
        default: break
        }
    }

    private mutating func exit(_ node: OpaquePointer?) {
        guard let node else { return }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH:
            seen.isItem = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM && cmark_node_previous(node) == nil
            look?.paragraph(Self.block(node), text[blockStart...], seen)
        case CMARK_NODE_HEADING:
            look?.heading(Self.block(node), text[blockStart...], seen)
            let title = Self.plain(text[headingStart...])
            headingNodes[headingNodes.count - 1].title = title
            if isTopLevel(node) { closeTitle(node, title) }
        case CMARK_NODE_LIST:
            look?.exitList()
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
            if let start = emphasisStarts.popLast(), imageDepth == 0, isOfSigns(from: start) { seen.holdsVanished = true }
        case CMARK_NODE_LINK where imageDepth == 0:
            linkNodes.append(node)
            links.append(reference(node, text: text[linkStart...]))
        case CMARK_NODE_IMAGE:
            imageDepth -= 1
            guard imageDepth == 0 else { return }
            imageNodes.append(node)
            images.append(reference(node, text: alt[...]))
        default: break
        }
    }

    private mutating func append(_ literal: UnsafePointer<CChar>?) {
        let bytes = UnsafeBufferPointer<UInt8>(cString: literal)
        if imageDepth > 0 { alt.append(contentsOf: bytes) } else { text.append(contentsOf: bytes) }
    }

    /// Whether the emphasis whose text begins there is none: `(*) … (*)`, `__/__`, `2*3*4`.
    private func isOfSigns(from start: Int) -> Bool {
        let inner = text[start...]
        guard let first = inner.first, let last = inner.last else { return false }
        if first == UInt8(ascii: ")") || last == UInt8(ascii: "(") { return true }
        if StoryByte.isDigit(first), start > 0, StoryByte.isDigit(text[start - 1]) { return true }
        return inner.allSatisfy { $0 < 0x80 && !StoryByte.isASCIILetter($0) && !StoryByte.isDigit($0) }
    }

    private mutating func enterList(_ node: OpaquePointer) {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let before = cmark_node_previous(node)
        if let before, cmark_node_get_type(before) == CMARK_NODE_LIST { adjoiningLists.append(SubList(node, after: before)) }
        let isFirst = before == nil && cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM
        if let mark = look?.enterList(isOrdered: isOrdered, isFirstOfItem: isFirst, Self.block(node)) {
            SubList.remember(mark: mark, of: node)
        }
    }

    // MARK: Sections

    private func isTopLevel(_ node: OpaquePointer) -> Bool {
        cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT
    }

    /// Counts what stands since the last heading.
    private mutating func closeSection() {
        let words = text.withUnsafeBufferPointer(Syllables.count)
        totalWords += words
        if !headings.isEmpty { headings[headings.count - 1].ownWords += words }
        text.removeAll(keepingCapacity: true)
    }

    private mutating func closeTitle(_ node: OpaquePointer, _ title: String) {
        let words = text.withUnsafeBufferPointer(Syllables.count)
        totalWords += words
        headings.append(
            MarkdownHeading(
                level: Int(cmark_node_get_heading_level(node)), title: title,
                position: place(of: node).position, titleWords: words, ownWords: 0))
        text.removeAll(keepingCapacity: true)
    }

    /// Text with single spaces for blanks and none at its ends.
    static func plain(_ text: some Collection<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        for byte in text where byte > 0x20 || !(plain.isEmpty || plain.last == 0x20) { plain.append(max(byte, 0x20)) }
        if plain.last == 0x20 { plain.removeLast() }
        return String(decoding: plain, as: UTF8.self)
    }

    // MARK: Places

    private mutating func enterBlock(_ node: OpaquePointer) {
        locator.enterBlock(lines: Self.block(node).lines)
        (blockStart, seen) = (text.count, StoryLook.Seen())
    }

    private static func block(_ node: OpaquePointer) -> StoryLook.Block {
        let first = Int(max(1, cmark_node_get_start_line(node)))
        return StoryLook.Block(
            lines: first...max(first, Int(cmark_node_get_end_line(node))), column: Int(max(1, cmark_node_get_start_column(node))))
    }

    /// Where cmark says that the node starts, or the first line of its block.
    private mutating func place(of node: OpaquePointer) -> Located<Void> {
        let range = locator.restOfLine(Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
        return locator.located((), range ?? locator.firstLineOfBlock)
    }

    private mutating func reference(_ node: OpaquePointer, text: ArraySlice<UInt8>) -> MarkdownReference {
        let address = UnsafeBufferPointer<UInt8>(cString: cmark_node_get_url(node))
        var found = locator.findDestination(address)
        // cmark puts this before the address in <bangvang@example.vn>.
        if found == nil, address.starts(with: "mailto:".utf8) {
            found = locator.findDestination(UnsafeBufferPointer(rebasing: address[7...]))
        }
        let place = if let found { locator.located((), found) } else { place(of: node) }
        let reference = MarkdownReference(
            destination: String(decoding: address, as: UTF8.self), text: Self.plain(text),
            title: String(decoding: UnsafeBufferPointer<UInt8>(cString: cmark_node_get_title(node)), as: UTF8.self),
            position: place.position, length: place.length)
        if let scheme = LinkScheme.refused(in: reference.destination) {
            diagnostics.append(MarkdownProblem.unsafeAddress(scheme, at: reference.place(in: path)))
        }
        return reference
    }

    private mutating func html(_ node: OpaquePointer) {
        htmlNodes.append(node)
        let literal = UnsafeBufferPointer<UInt8>(cString: cmark_node_get_literal(node))
        let isInline = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE
        let found = isInline ? locator.find(literal) : nil
        if RawHTML.partsWords(literal, isInline: isInline) { if imageDepth > 0 { alt.append(0x20) } else { text.append(0x20) } }
        // A closing tag comes with its opening one; a comment is not meant to be shown.
        guard !literal.starts(with: "</".utf8), !literal.starts(with: "<!--".utf8) else { return }
        htmlCount += 1
        guard htmlCount <= Self.htmlNamed else { return }
        let isBreak = RawHTML.isBreak(literal)
        let place = if let found { locator.located((), found) } else { place(of: node) }
        diagnostics.append(MarkdownProblem.rawHTML(literal, isBreak: isBreak, at: place.place(in: path)))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes of a C string, without their NUL.
    init(cString: UnsafePointer<CChar>?) {
        guard let cString else {
            self.init(start: nil, count: 0)
            return
        }
        self.init(start: UnsafeRawPointer(cString).assumingMemoryBound(to: UInt8.self), count: strlen(cString))
    }
}
