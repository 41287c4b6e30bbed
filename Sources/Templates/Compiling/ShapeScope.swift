/// What a strict template knows of the values around a tag: the shapes of the records, innermost
/// first, each once.
///
/// A name belongs to the innermost record whose shape has it. So of two records of one shape the
/// outer is out of sight, and of `[Page, Place, Place]` only `[Page, Place]` remains: a partial that
/// walks down a tree meets itself in the same scope and is compiled once.
struct ShapeScope: Hashable {
    /// The innermost value where that isn't a record: a section over text or HTML is inside it.
    enum Plain: Hashable {
        case text
        case html
    }

    private(set) var shapes: [Shape]
    private(set) var plain: Plain?

    init(_ root: Shape) {
        shapes = [root]
    }

    func entering(_ shape: Shape) -> ShapeScope {
        var inside = self
        inside.shapes.removeAll { $0 === shape }
        inside.shapes.insert(shape, at: 0)
        inside.plain = nil
        return inside
    }

    func entering(_ plain: Plain) -> ShapeScope {
        var inside = self
        inside.plain = plain
        return inside
    }

    static func == (left: ShapeScope, right: ShapeScope) -> Bool {
        left.plain == right.plain && left.shapes.elementsEqual(right.shapes, by: ===)
    }

    func hash(into hasher: inout Hasher) {
        for shape in shapes { hasher.combine(ObjectIdentifier(shape)) }
        hasher.combine(plain)
    }
}
