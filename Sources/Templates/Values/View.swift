import Diagnostics

/// What templates can see of a model.
///
/// Each field is stated once, with its name, its documentation and the code that reads it, so the
/// three can't drift apart:
///
///     static let view = View<Card>("card", Message(vi: "Một thẻ trong danh sách.", en: "A card in a list."), [
///         .text("title", Message(vi: "Tên bài.", en: "The entry's title.")) { $0.title },
///         .list("photos", PhotoView.view, Message(vi: "Các ảnh.", en: "The photos.")) { $0.photos },
///     ])
package struct View<Model>: Sendable {
    package let shape: Shape
    private let readers: [@Sendable (Model) -> TemplateValue]
    /// The slots of the lists; each has a flag behind the fields, in this order.
    private let listSlots: [Int]

    /// A list brings a flag with it, `has_` and its name: a section over the list repeats, so a heading
    /// that is to stand above it once needs the flag.
    package init(_ name: String, _ doc: Message, _ fields: [ViewField<Model>]) {
        listSlots = fields.indices.filter { fields[$0].field.kind == .list || fields[$0].field.kind == .texts }
        let flags = listSlots.map { slot in
            let list = fields[slot].field.name
            return Shape.Field(
                "has_\(list)", .flag, Message(vi: "Có khi `\(list)` có ít nhất một mục.", en: "Set where `\(list)` has at least one item."))
        }
        shape = Shape(name, doc, fields: fields.map(\.field) + flags)
        readers = fields.map(\.read)
    }

    /// The model as a template meets it; every field is read at once.
    package func record(of model: Model) -> Record {
        var values: [TemplateValue] = []
        values.reserveCapacity(shape.fields.count)
        for read in readers { values.append(read(model)) }
        for slot in listSlots { values.append(.flag(values[slot].isTrue)) }
        return Record(shape, values)
    }
}

/// One name of a view, and how its value is read from the model.
///
/// Nested views are autoclosures: a view may contain itself, as a place contains places. (Its type
/// must then be written out, `static let view: View<Place> = View(…)`, for Swift to infer the rest.)
package struct ViewField<Model>: Sendable {
    let field: Shape.Field
    let read: @Sendable (Model) -> TemplateValue

    /// Text, escaped when printed. None prints nothing and is false in a section, as an empty one is.
    package static func text(_ name: String, _ doc: Message, _ read: @escaping @Sendable (Model) -> String?) -> Self {
        Self(field: Shape.Field(name, .text, doc)) { read($0).map(TemplateValue.text) ?? .absent }
    }

    /// HTML made by the program, UTF-8, which templates print with `{{{name}}}`.
    package static func html(_ name: String, _ doc: Message, _ read: @escaping @Sendable (Model) -> [UInt8]?) -> Self {
        Self(field: Shape.Field(name, .html, doc)) { read($0).map(TemplateValue.html) ?? .absent }
    }

    /// Yes or no, for sections only.
    package static func flag(_ name: String, _ doc: Message, _ read: @escaping @Sendable (Model) -> Bool) -> Self {
        Self(field: Shape.Field(name, .flag, doc)) { .flag(read($0)) }
    }

    /// Plain texts, each `{{.}}` in a section over them.
    package static func texts(_ name: String, _ doc: Message, _ read: @escaping @Sendable (Model) -> [String]) -> Self {
        Self(field: Shape.Field(name, .texts, doc)) { .list(read($0).map(TemplateValue.text)) }
    }

    /// Another model, or none, seen through its own view.
    package static func record<Other>(
        _ name: String, _ view: @autoclosure @escaping @Sendable () -> View<Other>, _ doc: Message,
        _ read: @escaping @Sendable (Model) -> Other?
    ) -> Self {
        Self(field: Shape.Field(name, .record, doc, nested: { view().shape })) { model in
            read(model).map { .record(view().record(of: $0)) } ?? .absent
        }
    }

    /// Models of one kind, each seen through its own view.
    package static func list<Element>(
        _ name: String, _ view: @autoclosure @escaping @Sendable () -> View<Element>, _ doc: Message,
        _ read: @escaping @Sendable (Model) -> [Element]
    ) -> Self {
        Self(field: Shape.Field(name, .list, doc, nested: { view().shape })) { model in
            let view = view()
            return .records(read(model).map(view.record(of:)))
        }
    }

    /// A record that was made before, such as the site's own, which every page shows.
    package static func shared(
        _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape, _ doc: Message,
        _ read: @escaping @Sendable (Model) -> Record?
    ) -> Self {
        Self(field: Shape.Field(name, .record, doc, nested: shape)) { read($0).map(TemplateValue.record) ?? .absent }
    }

    /// Records that were made before, such as cards that stand on many pages.
    package static func records(
        _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape, _ doc: Message,
        _ read: @escaping @Sendable (Model) -> [Record]
    ) -> Self {
        Self(field: Shape.Field(name, .list, doc, nested: shape)) { .records(read($0)) }
    }

    private init(field: Shape.Field, read: @escaping @Sendable (Model) -> TemplateValue) {
        self.field = field
        self.read = read
    }
}
