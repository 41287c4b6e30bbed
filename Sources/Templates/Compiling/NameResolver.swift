import Diagnostics

/// Turns the names in tags into addresses that the interpreter understands.
///
/// The compiler is written once for two resolvers: `ShapeResolver` knows every name beforehand,
/// `DynamicResolver` leaves the search to the rendering, as Mustache was first conceived.
protocol NameResolver {
    /// What is known of the values around a tag. Equal scopes give equal programs.
    associatedtype Scope: Hashable
    associatedtype Frames: RenderFrames

    /// Whether an unknown template or block is an error; otherwise it prints nothing.
    var isStrict: Bool { get }

    /// The address of a value to print, or why it can't be printed so.
    mutating func value(of variable: TemplateNode.Variable, in scope: Scope) -> Resolution<Frames.Address>

    /// The address of a section's value and what its inside sees.
    mutating func section(_ section: TemplateNode.Section, in scope: Scope) -> Resolution<SectionTarget<Self>>
}

/// Either what was sought or the reason why not.
enum Resolution<Found> {
    case found(Found)
    case refused(Diagnostic)
}

/// What a section is over.
struct SectionTarget<Resolver: NameResolver> {
    let address: Resolver.Frames.Address
    /// Where the section puts the value, or each element of it, while its inside is rendered.
    let frame: TemplateFrame
    /// What its inside sees.
    let inside: Resolver.Scope
    /// Whether rendering within the section is a step towards an end, because its value is a part
    /// of another one: recursion without such a step never ends.
    let descends: Bool
}

/// The frames of one rendering: the values that names are looked up in.
protocol RenderFrames {
    associatedtype Address: Sendable
    /// What a program must keep to read its addresses.
    associatedtype Table: Sendable
    /// What a frame held before another value took its place.
    associatedtype Saved

    init(root: TemplateValue, table: Table)

    func value(at address: Address) -> TemplateValue
    func save(_ frame: TemplateFrame) -> Saved
    /// Puts a value into a frame; false where it isn't what the program was compiled for.
    mutating func enter(_ value: TemplateValue, _ frame: TemplateFrame) -> Bool
    mutating func enter(_ record: Record, _ frame: TemplateFrame) -> Bool
    mutating func restore(_ saved: Saved, _ frame: TemplateFrame)
}

/// Which frame a section's value goes to.
enum TemplateFrame: Sendable {
    /// None: a flag decides and is not itself seen.
    case none
    /// That of the innermost plain value, `{{.}}`.
    case plain
    /// That of the innermost record of one shape.
    case record(UInt16)
    /// A new one on top of all others.
    case pushed
}
