import Browser
import Testing

/// The ways in which visitors come: on a phone or at a desk, with and without scripts.
struct Look: Sendable, CustomTestStringConvertible {
    var viewport: Viewport
    var hasScripts: Bool

    static let all = [Viewport.phone, .desktop].flatMap { [Look(viewport: $0, hasScripts: true), Look(viewport: $0, hasScripts: false)] }

    var testDescription: String { viewport.name + (hasScripts ? "" : " without scripts") }
}

extension Tag {
    @Tag static var browser: Self
}
