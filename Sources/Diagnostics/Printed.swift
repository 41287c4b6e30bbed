/// The one step that all words of reports take before they are printed: as text, JSON, SARIF, an explanation, a page
/// of the preview or a line of an error.
///
/// `Diagnostic` and its notes take it when they are made; whatever else is written for people takes it where it is
/// written. Reports are copied into tickets and kept by build servers: what must not stand on the board must not
/// stand there either.
package enum Printed {
    /// Words that may quote what an author wrote.
    package static func words(_ words: String) -> String { Mask.maskedLongNumbers(words) }

    /// As above, in both languages.
    package static func message(_ message: Message) -> Message {
        Message(vi: words(message.vi), en: words(message.en))
    }

    /// A path or an id. Cameras name files by long numbers, and a path must lead to its file: only what is built like
    /// a telephone or an identity number is masked, and mailboxes.
    package static func path(_ path: String) -> String { Mask.maskedPersonalNumbers(path) }
}

extension JSONValue {
    /// The same value with every text taking the step that paths take; texts of diagnostics have taken theirs.
    package var printed: JSONValue {
        switch self {
        case .string(let text): .string(Printed.path(text))
        case .array(let items): .array(items.map(\.printed))
        case .object(let members): .object(members.map { ($0.key, $0.value.printed) })
        case .null, .bool, .integer: self
        }
    }
}
