import Diagnostics

/// Builds a template's tree from its tags, by the white space rules of the Mustache specification.
struct TemplateParser {
    /// Sections and blocks may stand this deep in each other: far more than anybody can read, and
    /// few enough for the recursive walks over the tree.
    private static let maximumNesting = 20

    private let source: SourceLines
    private var scanner: TemplateScanner
    /// What is open, the outermost first; the template itself is at the bottom.
    private var stack = [OpenElement(tag: nil, role: .template)]
    /// Up to where the source has become nodes.
    private var cursor = 0
    /// Names whose elements were ended by another's closing tag: their own, when it comes, is not
    /// an error of its own.
    private var abandoned: Set<String> = []
    private var diagnostics: [Diagnostic] = []

    /// The tree of a template, and all that is wrong with its syntax. There is always a tree.
    static func parse(_ bytes: [UInt8], path: String) -> Diagnosed<TemplateBody> {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(byteOrderMark.count)) : bytes
        var parser = TemplateParser(SourceLines(path: path, bytes: bytes))
        return parser.parse()
    }

    private init(_ source: SourceLines) {
        self.source = source
        self.scanner = TemplateScanner(source)
    }

    private mutating func parse() -> Diagnosed<TemplateBody> {
        if String(validating: source.bytes, as: UTF8.self) == nil {
            diagnostics.append(.notUTF8(at: SourcePlace(path: source.path)))
        }
        while nesting <= Self.maximumNesting, let tag = scanner.next() {
            take(tag)
        }
        if nesting > Self.maximumNesting, let tag = stack.last?.tag {
            diagnostics.append(.nestedTooDeep(tag, limit: Self.maximumNesting))
        } else {
            appendText(upTo: source.bytes.count)
            for element in stack { element.tag.map { diagnostics.append(.unclosedElement($0)) } }
        }
        return Diagnosed(TemplateBody(stack[0].nodes), (scanner.diagnostics + diagnostics).inReadingOrder())
    }

    /// How many elements are open, without the template itself.
    private var nesting: Int { stack.count - 1 }

    private mutating func take(_ tag: TemplateTag) {
        switch tag.kind {
        case .escaped, .unescaped:
            appendText(upTo: tag.range.lowerBound)
            let startsLine = tag.range.lowerBound == tag.lines.lowerBound
            let variable = TemplateNode.Variable(
                name: NamePath(tag.name), isEscaped: tag.kind == .escaped, startsLine: startsLine, place: tag.place)
            append(.variable(variable), tag)
            cursor = tag.range.upperBound
        case .comment, .delimiters:
            _ = appendTextBefore(tag)
        case .partial:
            let placement = appendTextBefore(tag)
            append(.partial(.init(name: tag.name, placement: placement, place: tag.place)), tag)
        case .section, .inverted:
            stack.append(OpenElement(tag: tag, role: .section(appendTextBefore(tag))))
        case .block where stack.last?.role == .parent:
            openOverride(tag)
        case .block:
            let placement = appendTextBefore(tag, indentationApart: true)
            stack.append(OpenElement(tag: tag, role: .block(placement)))
        case .parent:
            appendText(upTo: tag.isFirst ? tag.lines.lowerBound : tag.range.lowerBound)
            stack.append(OpenElement(tag: tag, role: .parent))
            cursor = tag.range.upperBound
        case .close:
            close(tag)
        }
    }

    // MARK: Opening

    /// Appends the text before a tag and moves on behind it, by the rule for tags alone on their
    /// line. With `indentationApart`, the white space before a tag that begins its line is left to
    /// the tag, and not appended.
    private mutating func appendTextBefore(_ tag: TemplateTag, indentationApart: Bool = false) -> TemplateNode.Placement {
        let indentation = Array(source.bytes[tag.lines.lowerBound..<tag.range.lowerBound])
        if tag.isAlone {
            appendText(upTo: tag.lines.lowerBound)
            cursor = tag.lines.upperBound
            return .standalone(indentation)
        }
        let isLeading = tag.isFirst && (indentationApart || indentation.isEmpty)
        appendText(upTo: isLeading ? tag.lines.lowerBound : tag.range.lowerBound)
        cursor = tag.range.upperBound
        return isLeading ? .leading(indentation) : .midLine
    }

    /// What fills a parent's block begins on the next line if nothing follows the tag on its own.
    private mutating func openOverride(_ tag: TemplateTag) {
        appendText(upTo: tag.range.lowerBound)
        stack.append(OpenElement(tag: tag, role: .override))
        cursor = tag.isLast ? tag.lines.upperBound : tag.range.upperBound
    }

    // MARK: Closing

    private mutating func close(_ tag: TemplateTag) {
        guard let index = stack.lastIndex(where: { $0.tag?.name == tag.name }) else {
            closeNothing(tag)
            return
        }
        if let open = stack.last?.tag, index < stack.count - 1 {
            diagnostics.append(.mismatchedClose(tag, innermost: open))
            for element in stack[(index + 1)...] { element.tag.map { _ = abandoned.insert($0.name) } }
        }
        switch stack[index].role {
        case .template, .section, .block:
            _ = appendTextBefore(tag)
        case .override:
            // Spaces before the tag belong to its line; what follows it stands outside all blocks.
            appendText(upTo: tag.isFirst ? tag.lines.lowerBound : tag.range.lowerBound)
            cursor = tag.range.upperBound
        case .parent:
            appendText(upTo: tag.range.lowerBound)
            cursor = tag.range.upperBound
        }
        while stack.count > index + 1 { fold(stack.removeLast()) }
        finish(stack.removeLast(), with: tag)
    }

    /// A closing tag that closes nothing: misspelt, if it is near to what is open.
    private mutating func closeNothing(_ tag: TemplateTag) {
        _ = appendTextBefore(tag)
        guard abandoned.remove(tag.name) == nil else { return }
        if let open = stack.last?.tag, Suggestion.nearest(to: tag.name, among: [open.name]) != nil {
            diagnostics.append(.mismatchedClose(tag, innermost: open))
            fold(stack.removeLast())
        } else {
            diagnostics.append(.strayClose(tag, open: stack.last?.tag))
        }
    }

    /// Ends an element with its own closing tag. A parent has its line for itself if nothing stands
    /// before its opening and after its closing tag; what is between does not matter.
    private mutating func finish(_ element: OpenElement, with close: TemplateTag) {
        guard case .parent = element.role, let tag = element.tag else {
            fold(element)
            return
        }
        let indentation = Array(source.bytes[tag.lines.lowerBound..<tag.range.lowerBound])
        var placement = TemplateNode.Placement.midLine
        if tag.isFirst, close.isLast {
            placement = .standalone(indentation)
            cursor = close.lines.upperBound
        } else if tag.isFirst {
            placement = indentation.isEmpty ? .leading([]) : .midLine
            if !indentation.isEmpty { append(.text(.init(bytes: indentation, startsLine: true)), tag) }
        }
        append(.parent(.init(name: tag.name, placement: placement, overrides: element.overrides, place: tag.place)), tag)
    }

    /// Makes a node of an element that has ended, within the element around it.
    private mutating func fold(_ element: OpenElement) {
        guard let tag = element.tag else { return }
        switch element.role {
        case .template:
            break
        case .section(let placement):
            let section = TemplateNode.Section(
                name: NamePath(tag.name), isInverted: tag.kind == .inverted, placement: placement, nodes: element.nodes, place: tag.place)
            append(.section(section), tag)
        case .block(let placement):
            append(.block(.init(name: tag.name, placement: placement, nodes: element.nodes, place: tag.place)), tag)
        case .override:
            // Written on the tag's own line, it may still come to begin one where it is shown.
            let nodes =
                tag.isLast ? element.nodes.removing(element.nodes.intrinsicIndentation ?? []) : element.nodes.beginningLine()
            let top = stack.count - 1
            if let first = stack[top].overrides.first(where: { $0.name == tag.name }) {
                diagnostics.append(.duplicateBlock(tag, first: first.place))
            }
            stack[top].overrides.append(.init(name: tag.name, body: TemplateBody(nodes), place: tag.place))
        case .parent:
            append(.parent(.init(name: tag.name, placement: .midLine, overrides: element.overrides, place: tag.place)), tag)
        }
    }

    // MARK: Nodes

    private mutating func append(_ node: TemplateNode, _ tag: TemplateTag) {
        if stack[stack.count - 1].role == .parent {
            diagnostics.append(.outsideBlocks(at: tag.place, in: stack.last?.tag))
        } else {
            stack[stack.count - 1].nodes.append(node)
        }
    }

    /// Appends the source from the cursor to `end`. Directly within a parent it is never printed.
    private mutating func appendText(upTo end: Int) {
        guard cursor < end else { return }
        let bytes = source.bytes[cursor..<end]
        if stack[stack.count - 1].role == .parent {
            if let first = bytes.firstIndex(where: { !$0.isSpace }), let last = bytes.lastIndex(where: { !$0.isSpace }) {
                diagnostics.append(.outsideBlocks(at: source.place(of: first..<last + 1), in: stack.last?.tag))
            }
        } else {
            let startsLine = cursor == 0 || source.bytes[cursor - 1] == .newline
            stack[stack.count - 1].nodes.append(.text(.init(bytes: Array(bytes), startsLine: startsLine)))
        }
        cursor = end
    }
}

/// An element whose closing tag has not come yet.
private struct OpenElement {
    enum Role: Equatable {
        case template
        case section(TemplateNode.Placement)
        case parent
        /// What fills a block of the parent around it.
        case override
        case block(TemplateNode.Placement)
    }

    let tag: TemplateTag?
    let role: Role
    var nodes: [TemplateNode] = []
    /// Of a parent: the blocks that were filled.
    var overrides: [TemplateNode.Override] = []
}
