import Diagnostics
import Registers

/// What a rule says of an entry.
package enum OutcomeStatus: String, Sendable, CaseIterable {
    case pass
    /// A row contradicts what the rule asks for.
    case fail
    /// No row tells, or this version does not know the rule's kind. Never shown as a pass.
    case unknown
    case notApplicable = "not_applicable"
    /// A decision set the rule aside for this entry.
    case waived
}

/// What a rule found, in words.
package struct Finding: Sendable, Equatable {
    package var code: String
    package var found: Message
    package var required: Message
    package var remedy: Message
    package var place: SourcePlace
    package var notes: [Diagnostic.Note]

    package init(
        _ code: String, found: Message, required: Message, remedy: Message, at place: SourcePlace, notes: [Diagnostic.Note] = []
    ) {
        self.code = code
        self.found = found
        self.required = required
        self.remedy = remedy
        self.place = place
        self.notes = notes
    }
}

/// A rule's answer for one entry.
package struct Verdict: Sendable {
    package var status: OutcomeStatus
    /// The rows that the answer rests on.
    package var evidence: [RowReference]
    package var finding: Finding?

    /// The rule is met.
    package static func pass(_ evidence: [RowReference] = []) -> Verdict {
        Verdict(status: .pass, evidence: evidence, finding: nil)
    }

    /// The rule asks nothing of this entry; the rows say why.
    package static func notApplicable(_ evidence: [RowReference] = []) -> Verdict {
        Verdict(status: .notApplicable, evidence: evidence, finding: nil)
    }

    /// The rule is met, but somebody should look.
    package static func pass(_ evidence: [RowReference], but finding: Finding) -> Verdict {
        Verdict(status: .pass, evidence: evidence, finding: finding)
    }

    /// A row, or the entry itself, contradicts the rule.
    package static func fail(_ evidence: [RowReference] = [], _ finding: Finding) -> Verdict {
        Verdict(status: .fail, evidence: evidence, finding: finding)
    }

    /// Nothing tells whether the rule is met.
    package static func unknown(_ evidence: [RowReference] = [], _ finding: Finding) -> Verdict {
        Verdict(status: .unknown, evidence: evidence, finding: finding)
    }
}

/// A rule's answer as the report keeps it: most are passes, so the words stand apart.
package struct RuleOutcome: Sendable {
    /// The rule's index in its programme.
    package var rule: Int
    package var status: OutcomeStatus
    /// True where the kind is not built in this version and `site.yaml` accepts it by name.
    package var acceptedUnsupported = false
    package var evidence: [RowReference]

    /// The row of the decision that set the rule aside; nil where none did. `Registers.waiver(at:)` has its
    /// number, body, day and reason.
    package var waiver: RowReference? { status == .waived ? evidence.first { $0.register == .waivers } : nil }
}

/// What becomes of an entry: exactly one of these.
package enum Fate: String, Sendable, CaseIterable {
    case published, draft, scheduled, withheld
    case underReview = "under_review"
    case withdrawn, revoked

    package var name: Message {
        switch self {
        case .published: Message(vi: "được đăng", en: "published")
        case .draft: Message(vi: "bản nháp", en: "draft")
        case .scheduled: Message(vi: "chờ đến ngày đăng", en: "scheduled")
        case .withheld: Message(vi: "giữ lại", en: "withheld")
        case .underReview: Message(vi: "đang xem xét", en: "under review")
        case .withdrawn: Message(vi: "đã rút", en: "withdrawn")
        case .revoked: Message(vi: "đã thu hồi", en: "revoked")
        }
    }
}
