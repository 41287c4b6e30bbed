import Diagnostics
import Formats
import Registers

/// What the check says: an outcome for every rule of every entry, and what becomes of each entry.
package struct CheckReport: Sendable {
    /// In the order of the corpus's entries.
    package var entries: [EntryReport]
    package var batches: [BatchReport]
    /// What organisations, and the staff themselves, were to do: reported, never held against an entry.
    package var targets: [TargetReport]
    /// What concerns no single entry: programmes, batches.
    package var diagnostics: [Diagnostic]

    package init(entries: [EntryReport], batches: [BatchReport], targets: [TargetReport], diagnostics: [Diagnostic]) {
        self.entries = entries
        self.batches = batches
        self.targets = targets
        self.diagnostics = diagnostics
        for index in entries.indices {
            let sensitive = entries[index].diagnostics.sensitiveLines
            guard !sensitive.isEmpty else { continue }
            self.entries[index].diagnostics = entries[index].diagnostics.map { $0.masked(on: sensitive) }
        }
    }

    /// The same with further findings about entries, such as those about their links, by the entry's index. One that is an
    /// error holds an entry back that would be shown.
    package func adding(_ found: [Int: [Diagnostic]]) -> CheckReport {
        var report = self
        for (index, diagnostics) in found {
            report.entries[index].diagnostics += diagnostics
            switch report.entries[index].fate {
            case .published, .scheduled: if diagnostics.hasErrors { report.entries[index].fate = .withheld }
            case .draft, .withheld, .underReview, .withdrawn, .revoked: break
            }
        }
        return report
    }

    /// How many entries share each fate. The counts add up to the number of entries.
    package var counts: [(fate: Fate, count: Int)] {
        Fate.allCases.map { fate in (fate, entries.count { $0.fate == fate }) }
    }
}

/// One entry's outcomes and fate.
package struct EntryReport: Sendable {
    /// In the order of the programme's rules; empty where the entry could not be held against them.
    package var outcomes: [RuleOutcome]
    /// Everything found about the entry, as much as it weighs for the entry's fate.
    package var diagnostics: [Diagnostic]
    package var fate: Fate
    /// Codes of what decided the fate besides the entry's own errors: `consent-withdrawn`, or a finding about a row
    /// that stands with another entry.
    package var reasons: [String]
    package var honour: HonourDecision?
    package var subject: Subject?

    package var hasErrors: Bool { diagnostics.hasErrors }
}

/// How far a quota is used.
package struct BatchReport: Sendable {
    package var programmeID: String
    package var ruleID: String
    package var batch: Batch
    /// How many were proposed, those with a waiver included.
    package var count: Int
    /// How many of them are honoured beyond the number by a decision of their own.
    package var waived: Int
    /// The number that the rule allows; nil where it can't be known.
    package var limit: Int?
    package var isOver: Bool
    /// The entries that were counted, as indices into the corpus's.
    package var members: [Int]
}

/// What one rule says of one organisation, or of the staff, in one year.
package struct TargetReport: Sendable {
    package var programmeID: String
    /// The rule's index in its programme.
    package var rule: Int
    package var ruleID: String
    package var year: Int
    /// Nil where the target is the staff's own.
    package var organisationID: String?
    package var status: OutcomeStatus
    package var evidence: [RowReference]
}

/// What the check depends on besides the corpus.
package struct CheckOptions: Sendable, Equatable {
    /// The day as of which entries are judged.
    package var asOf: CalendarDay
    /// Rule kinds of later versions that staff accept by name (`accepted_kinds` in `site.yaml`).
    package var acceptedKinds: Set<String>
    /// What the board's office decided about personal data.
    package var privacy: PrivacyPolicy

    package init(asOf: CalendarDay, acceptedKinds: Set<String>, privacy: PrivacyPolicy = PrivacyPolicy()) {
        self.asOf = asOf
        self.acceptedKinds = acceptedKinds
        self.privacy = privacy
    }
}
