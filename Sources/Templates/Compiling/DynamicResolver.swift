/// Leaves every name to the rendering and refuses none: the behaviour that the Mustache
/// specification describes, kept so that the engine can be held against its official cases.
struct DynamicResolver: NameResolver {
    typealias Frames = DynamicFrames

    /// Every scope is like every other: nothing is known.
    struct Scope: Hashable {}

    let isStrict = false

    func value(of variable: TemplateNode.Variable, in scope: Scope) -> Resolution<NamePath> {
        .found(variable.name)
    }

    func section(_ section: TemplateNode.Section, in scope: Scope) -> Resolution<SectionTarget<DynamicResolver>> {
        let frame: TemplateFrame = section.isInverted ? .none : .pushed
        return .found(.init(address: section.name, frame: frame, inside: scope, descends: true))
    }
}
