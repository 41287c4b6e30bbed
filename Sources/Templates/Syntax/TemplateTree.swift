import Diagnostics

/// A run of nodes that can be rendered by itself: a template file, or what fills a block.
///
/// A class for its identity: the compiler compiles one body once for each setting it meets.
final class TemplateBody: Sendable {
    let nodes: [TemplateNode]

    init(_ nodes: [TemplateNode]) {
        self.nodes = nodes
    }
}

/// A piece of a template.
enum TemplateNode: Sendable {
    case text(Text)
    case variable(Variable)
    case section(Section)
    case partial(Partial)
    case parent(Parent)
    case block(Block)

    /// Where a node stands on its line. Spaces before a tag in the middle of a line belong to the text.
    enum Placement: Sendable, Equatable {
        /// Something else stands before it on its line.
        case midLine
        /// It is the first thing on its line, after this indentation, and more follows.
        case leading([UInt8])
        /// Its tag has the line for itself, after this indentation; the line is not printed.
        case standalone([UInt8])
    }

    /// Literal bytes. A line start inside is wherever a byte follows a line end.
    struct Text: Sendable {
        var bytes: [UInt8]
        /// Whether the first byte is the first of its line.
        var startsLine: Bool
    }

    struct Variable: Sendable {
        let name: NamePath
        let isEscaped: Bool
        var startsLine: Bool
        let place: SourcePlace
    }

    struct Section: Sendable {
        let name: NamePath
        let isInverted: Bool
        var placement: Placement
        var nodes: [TemplateNode]
        let place: SourcePlace
    }

    struct Partial: Sendable {
        let name: String
        var placement: Placement
        let place: SourcePlace
    }

    struct Parent: Sendable {
        let name: String
        var placement: Placement
        /// What fills the parent's blocks.
        let overrides: [Override]
        let place: SourcePlace
    }

    struct Override: Sendable {
        let name: String
        /// Without the indentation of its first line.
        let body: TemplateBody
        let place: SourcePlace
    }

    /// A place that children may fill, with what stands there otherwise.
    struct Block: Sendable {
        let name: String
        var placement: Placement
        var nodes: [TemplateNode]
        let place: SourcePlace
    }
}
