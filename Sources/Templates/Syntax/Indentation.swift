/// The indentation rules of blocks: the text that fills one loses the indentation that it has where
/// it is written and gets that of the place where it is shown (Mustache specification, inheritance,
/// "block reindentation").
extension [TemplateNode] {
    /// The white space before the first thing that stands on a line of its own right, or nil where
    /// nothing does.
    var intrinsicIndentation: [UInt8]? {
        for node in self {
            switch node {
            case .text(let text):
                guard text.startsLine else { return [] }
                if let indentation = text.firstIndentation { return indentation }
            case .variable:
                return []
            case .section(let section):
                guard case .standalone = section.placement else { return [] }
                if let indentation = section.nodes.intrinsicIndentation { return indentation }
            case .partial(let partial):
                return partial.placement.indentation
            case .parent(let parent):
                return parent.placement.indentation
            case .block(let block):
                return block.placement.indentation
            }
        }
        return nil
    }

    /// The same nodes, each line without as much of `indentation` as it begins with.
    func removing(_ indentation: [UInt8]) -> [TemplateNode] {
        indentation.isEmpty ? self : map { $0.removing(indentation) }
    }

    /// The same nodes, the first of them first on its line.
    func beginningLine() -> [TemplateNode] {
        var nodes = self
        if let first { nodes[0] = first.beginningLine() }
        return nodes
    }
}

extension TemplateNode {
    fileprivate func removing(_ indentation: [UInt8]) -> TemplateNode {
        switch self {
        case .text(var text):
            text.bytes = text.removing(indentation)
            return .text(text)
        case .variable:
            return self
        case .section(var section):
            section.nodes = section.nodes.removing(indentation)
            return .section(section)
        case .partial(var partial):
            partial.placement = partial.placement.removing(indentation)
            return .partial(partial)
        case .parent(var parent):
            parent.placement = parent.placement.removing(indentation)
            return .parent(parent)
        case .block(var block):
            block.placement = block.placement.removing(indentation)
            block.nodes = block.nodes.removing(indentation)
            return .block(block)
        }
    }
}

extension TemplateNode {
    fileprivate func beginningLine() -> TemplateNode {
        switch self {
        case .text(var text):
            text.startsLine = true
            return .text(text)
        case .variable(var variable):
            variable.startsLine = true
            return .variable(variable)
        case .section(var section):
            section.placement.beginLine()
            return .section(section)
        case .partial(var partial):
            partial.placement.beginLine()
            return .partial(partial)
        case .parent(var parent):
            parent.placement.beginLine()
            return .parent(parent)
        case .block(var block):
            block.placement.beginLine()
            return .block(block)
        }
    }
}

extension TemplateNode.Placement {
    fileprivate mutating func beginLine() {
        if self == .midLine { self = .leading([]) }
    }

    var indentation: [UInt8] {
        switch self {
        case .midLine: []
        case .leading(let indentation), .standalone(let indentation): indentation
        }
    }

    fileprivate func removing(_ indentation: [UInt8]) -> Self {
        switch self {
        case .midLine: self
        case .leading(let own): .leading(Array(own.dropFirst(own.commonPrefixCount(with: indentation))))
        case .standalone(let own): .standalone(Array(own.dropFirst(own.commonPrefixCount(with: indentation))))
        }
    }
}

extension TemplateNode.Text {
    /// The white space that opens the first line with more than white space. A last line without
    /// its end counts too: a tag follows it.
    fileprivate var firstIndentation: [UInt8]? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let indentation = rest.prefix(while: \.isBlank)
            let after = rest.dropFirst(indentation.count)
            guard let byte = after.first, byte.isSpace else { return Array(indentation) }
            rest = after.drop { $0 != .newline }.dropFirst()
        }
        return nil
    }

    fileprivate func removing(_ indentation: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var atLineStart = startsLine
        var rest = bytes[...]
        while !rest.isEmpty {
            if atLineStart { rest = rest.dropFirst(rest.commonPrefixCount(with: indentation)) }
            let lineEnd = rest.firstIndex(of: .newline).map { $0 + 1 } ?? rest.endIndex
            output += rest[..<lineEnd]
            rest = rest[lineEnd...]
            atLineStart = true
        }
        return output
    }
}

extension Collection<UInt8> {
    fileprivate func commonPrefixCount(with other: some Collection<UInt8>) -> Int {
        zip(self, other).prefix { $0 == $1 }.count
    }
}
