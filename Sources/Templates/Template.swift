import Diagnostics

/// The templates of one kind of page, compiled against its shape: every name in them is known, and
/// rendering searches for nothing.
package struct Template: Sendable {
    /// Where the page's template stands.
    package let path: String
    /// What the template renders.
    package let shape: Shape
    let program: TemplateProgram<ShapeFrames>

    /// Appends the page to `output`, as UTF-8.
    ///
    /// On an error, `output` holds what was written up to there.
    package func render(_ record: Record, into output: inout [UInt8]) throws(TemplateError) {
        guard record.shape === shape else { throw TemplateError(.wrongShape, at: SourcePlace(path: path)) }
        var interpreter = TemplateInterpreter(program, root: .record(record))
        try interpreter.run(into: &output)
    }
}

/// A template whose names are looked up while it is rendered, after the letter of the Mustache
/// specification: what is missing prints nothing.
package struct LenientTemplate: Sendable {
    let program: TemplateProgram<DynamicFrames>

    /// Appends the page to `output`, as UTF-8.
    package func render(_ value: TemplateValue, into output: inout [UInt8]) throws(TemplateError) {
        var interpreter = TemplateInterpreter(program, root: value)
        try interpreter.run(into: &output)
    }
}

extension TemplateValue {
    /// A record without a shape of its own, for `LenientTemplate`.
    package static func object(_ members: [String: TemplateValue]) -> TemplateValue {
        let names = members.keys.sorted()
        let shape = Shape("object", "", fields: names.map { Shape.Field($0, .text, "") })
        return .record(Record(shape, names.map { members[$0] ?? .absent }))
    }
}
