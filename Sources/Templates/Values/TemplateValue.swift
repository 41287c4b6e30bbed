/// One value as a template meets it.
package enum TemplateValue: Sendable {
    /// Prints nothing and is false in a section.
    case absent
    case flag(Bool)
    /// Escaped when printed.
    case text(String)
    /// Trusted UTF-8, printed as it is.
    case html([UInt8])
    case record(Record)
    case records([Record])
    /// Values of any kinds: texts, or what came from outside without a shape.
    case list([TemplateValue])

    /// Whether a section over the value is rendered. An empty text counts as none, so that
    /// `{{#caption}}…{{/caption}}` guards a caption that was left blank.
    var isTrue: Bool {
        switch self {
        case .absent: false
        case .flag(let flag): flag
        case .text(let text): !text.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .record: true
        case .records(let records): !records.isEmpty
        case .list(let values): !values.isEmpty
        }
    }
}

/// The values of one thing, in the order of its shape's fields.
package struct Record: Sendable {
    package let shape: Shape
    package let values: [TemplateValue]

    /// A number of values other than the shape's fields is a fault of the program and stops it.
    package init(_ shape: Shape, _ values: [TemplateValue]) {
        precondition(values.count == shape.fields.count, "a record has one value for each field of its shape")
        self.shape = shape
        self.values = values
    }
}
