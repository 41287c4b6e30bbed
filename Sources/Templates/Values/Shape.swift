import Diagnostics

/// What a template can name in one kind of value: the fields, their kinds and their meaning.
///
/// A shape is compared by identity. Templates are compiled against it, so a field's slot in the
/// shape is all that remains of its name when a page is rendered.
package final class Shape: Sendable {
    /// What a field holds, and with it what a template may do with the field.
    package enum Kind: Sendable, Hashable {
        /// Plain text, escaped when printed; true in a section unless empty or absent.
        case text
        /// HTML that the program made, printed as it is with `{{{name}}}`.
        case html
        /// Yes or no, for sections only.
        case flag
        /// Another value, or none; a section over it opens its names.
        case record
        /// Values of one shape; a section over them repeats.
        case list
        /// Plain texts; a section over them repeats with each text as `{{.}}`.
        case texts
    }

    /// One name that a template may use.
    package struct Field: Sendable {
        package let name: String
        package let kind: Kind
        /// What the field means, in a sentence for those who write templates.
        package let doc: Message
        /// Made on first use, so that a shape may contain itself.
        private let makeNested: (@Sendable () -> Shape)?

        package init(_ name: String, _ kind: Kind, _ doc: Message, nested: (@Sendable () -> Shape)? = nil) {
            precondition((nested != nil) == (kind == .record || kind == .list), "records and lists, and only they, have a nested shape")
            self.name = name
            self.kind = kind
            self.doc = doc
            self.makeNested = nested
        }

        /// The shape of the record, or of each element of the list.
        package var nested: Shape? { makeNested?() }
    }

    package let name: String
    /// What values of this shape are, in a sentence.
    package let doc: Message
    /// In slot order.
    package let fields: [Field]
    private let slots: [String: Int]

    /// Two fields of one name are a fault of the program and stop it.
    package init(_ name: String, _ doc: Message, fields: [Field]) {
        self.name = name
        self.doc = doc
        self.fields = fields
        self.slots = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
    }

    /// The position of a field in every record of this shape.
    package func slot(named name: some StringProtocol) -> Int? {
        slots[String(name)]
    }
}
