import Diagnostics

/// A tag as it was found in a template, and how it sits on its line.
struct TemplateTag: Sendable {
    /// What the tag asks for, by the sign that it opens with.
    enum Kind: Sendable {
        /// `{{name}}`
        case escaped
        /// `{{{name}}}` or `{{&name}}`
        case unescaped
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{>name}}`
        case partial
        /// `{{<name}}`
        case parent
        /// `{{$name}}`
        case block
        /// `{{/name}}`
        case close
        /// `{{! … }}`
        case comment
        /// `{{=<% %>=}}`
        case delimiters
    }

    let kind: Kind
    /// What stands in the tag, without its sign and the spaces around.
    let name: String
    /// The tag's bytes, delimiters included.
    let range: Range<Int>
    /// The line or lines that the tag stands on, the line end included.
    let lines: Range<Int>
    /// Nothing but spaces stands before the tag on its line.
    let isFirst: Bool
    /// Nothing but spaces stands after the tag on its line.
    let isLast: Bool
    let place: SourcePlace

    /// Alone on its line, a tag other than an interpolation takes the line with it.
    var isAlone: Bool { isFirst && isLast && kind != .escaped && kind != .unescaped }
}
