/// How much a finding weighs.
package enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Worth knowing; asks for nothing.
    case notice
    /// Somebody should look; holds nothing back.
    case warning
    /// Must be mended; holds the entry, or the whole build, back.
    case error

    /// By weight, notices first.
    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .notice: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// The clause of a plan that a finding rests on.
package struct Clause: Sendable, Hashable {
    /// The rule's id in its programme, such as `LN-10`.
    package var rule: String
    /// The clause as the plan numbers it, such as `III.2.1`.
    package var cite: String
    /// The plan, as people name it: `Kế hoạch số 29-KH/HU ngày 02/6/2021`.
    package var document: String

    package init(rule: String, cite: String, document: String) {
        self.rule = rule
        self.cite = cite
        self.document = document
    }

    /// A clause as one cites it: “mục III.2.1”, but a form or an annex by its own name.
    package static func section(_ cite: String) -> Message {
        let isNumber = cite.prefix { $0.isLetter || $0.isNumber }.allSatisfy { "IVXLC0123456789".contains($0) }
        return isNumber ? Message(vi: "mục \(cite)", en: "section \(cite)") : Message(cite)
    }
}

/// Something an author should know about what he or she wrote: a value, never thrown.
///
/// Whoever reports may give phrases; they become sentences here, so that all messages sound alike, and what they quote
/// is masked (`Printed`).
package struct Diagnostic: Sendable, Equatable {
    /// A further place or fact that helps to understand the finding.
    package struct Note: Sendable, Equatable {
        package var message: Message
        package var place: SourcePlace?

        package init(_ message: Message, at place: SourcePlace? = nil) {
            self.message = Printed.message(message)
            self.place = place
        }
    }

    package var severity: Severity
    /// A stable name in kebab case, such as `unknown-key`: for searching, never translated.
    package var code: String
    /// What was found, the most specific fact first.
    package var message: Message
    package var place: SourcePlace?
    package var clause: Clause?
    /// What the clause or the format asks for, where that is not plain from the message.
    package var required: Message?
    /// What to do about it.
    package var remedy: Message?
    package var notes: [Note]
    /// Whether the place holds something of a person's that no report may repeat: excerpts mask it, and the
    /// sentences never hold it.
    package var isSensitive = false

    package init(
        _ severity: Severity, _ code: String, _ message: Message, at place: SourcePlace?, clause: Clause? = nil,
        required: Message? = nil, remedy: Message? = nil, notes: [Note] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = Printed.message(message.asSentence)
        self.place = place
        self.clause = clause
        self.required = (required?.asSentence).map(Printed.message)
        self.remedy = (remedy?.asSentence).map(Printed.message)
        self.notes = notes
    }
}

/// What parsing gives: as much of a value as could be read, and all that was wrong with it.
package struct Diagnosed<Value> {
    package var value: Value
    package var diagnostics: [Diagnostic]

    package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }
}

extension Diagnosed: Sendable where Value: Sendable {}

extension Sequence where Element == Diagnostic {
    /// By file, then by place in it, then by weight and code: the order in which people read them.
    package func inReadingOrder() -> [Diagnostic] {
        sorted { left, right in
            switch (left.place, right.place) {
            case (nil, .some): return true
            case (.some, nil): return false
            case (let first?, let second?) where first < second: return true
            case (let first?, let second?) where second < first: return false
            default: break
            }
            if left.severity != right.severity { return left.severity > right.severity }
            if left.code != right.code { return left.code < right.code }
            return left.message.vi < right.message.vi
        }
    }

    package var hasErrors: Bool { contains { $0.severity == .error } }
}

extension Sequence where Element == Diagnostic {
    /// The lines that hold something sensitive, whichever finding shows them.
    package var sensitiveLines: Set<SourceLine> {
        Set(lazy.filter(\.isSensitive).compactMap { $0.place.flatMap(SourceLine.init) })
    }
}

extension Diagnostic {
    /// The same, with no digit and no mailbox in its words where it speaks of one of these lines: advice that gives a line
    /// as it should be written gives what stands on it. What a number was is on the disk for whoever may mend it.
    package func masked(on lines: Set<SourceLine>) -> Diagnostic {
        guard !lines.isEmpty, !isSensitive else { return self }
        func isAmong(_ place: SourcePlace?) -> Bool { place.flatMap(SourceLine.init).map(lines.contains) ?? false }
        guard isAmong(place) || notes.contains(where: { isAmong($0.place) }) else { return self }
        var masked = self
        masked.message = message.maskingDigits
        masked.remedy = remedy?.maskingDigits
        for index in notes.indices { masked.notes[index].message = notes[index].message.maskingDigits }
        return masked
    }
}

extension Message {
    fileprivate var maskingDigits: Message { Message(vi: Mask.masked(vi), en: Mask.masked(en)) }
}
