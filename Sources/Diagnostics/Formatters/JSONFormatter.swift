/// Turns diagnostics into JSON for other programs; `docs/du-lieu.md` describes the shape.
package enum JSONFormatter {
    /// One diagnostic as a JSON object.
    package static func value(for diagnostic: Diagnostic, in language: Language) -> JSONValue {
        .object([
            ("severity", .string(diagnostic.severity.rawValue)),
            ("code", .string(diagnostic.code)),
            ("message", .string(diagnostic.message[language])),
            ("place", diagnostic.place.map(value(for:)) ?? .null),
            (
                "clause",
                diagnostic.clause.map {
                    .object([("rule", .string($0.rule)), ("cite", .string($0.cite)), ("document", .string($0.document))])
                } ?? .null
            ),
            ("required", JSONValue(diagnostic.required?[language])),
            ("remedy", JSONValue(diagnostic.remedy?[language])),
            (
                "notes",
                .array(
                    diagnostic.notes.map {
                        .object([("message", .string($0.message[language])), ("place", $0.place.map(value(for:)) ?? .null)])
                    })
            ),
        ])
    }

    private static func value(for place: SourcePlace) -> JSONValue {
        .object([
            ("path", .string(Printed.path(place.path))),
            ("line", place.position.map { .integer(Int($0.line)) } ?? .null),
            ("column", place.position.map { .integer(Int($0.column)) } ?? .null),
            ("length", place.position == nil ? .null : .integer(Int(place.length))),
        ])
    }
}
