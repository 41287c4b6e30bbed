/// What fills the blocks of the templates that are being compiled, by the block's name.
struct BlockOverrides: Hashable {
    private var bodies: [String: TemplateBody] = [:]

    subscript(name: String) -> TemplateBody? { bodies[name] }

    /// These, and those of a further parent tag. The child has the last word over its ancestors:
    /// what is filled already stays.
    func adding(_ overrides: [TemplateNode.Override]) -> BlockOverrides {
        var all = self
        for override in overrides where all.bodies[override.name] == nil { all.bodies[override.name] = override.body }
        return all
    }

    static func == (left: BlockOverrides, right: BlockOverrides) -> Bool {
        left.bodies.count == right.bodies.count && left.bodies.allSatisfy { right.bodies[$0] === $1 }
    }

    func hash(into hasher: inout Hasher) {
        for name in bodies.keys.sorted() { hasher.combine(name) }
    }
}
