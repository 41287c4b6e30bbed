import Diagnostics
import Formats

/// The rule set of one plan (kế hoạch): what it rests on, what it asks for, and the readings chosen
/// where its words leave room.
package final class Programme: Sendable {
    /// Which register holds the decision that an honour rests on.
    package enum Basis: String, Sendable, CaseIterable {
        case recognition, award
    }

    package let id: String
    package let title: String
    package let shortTitle: String
    package let summary: String
    package let document: PlanDocument
    package let validFrom: CalendarDay
    package let validTo: CalendarDay
    package let placeID: Located<String>
    package let basis: Basis
    package let campaigns: [String]
    package let levels: [String]
    package let subjectKinds: [String]
    /// The plan's own wording of the fields, in its order.
    package let fields: [ProgrammeField]
    package let ratingScale: String?
    package let readings: [Reading]
    package let contradictions: [Reading]
    /// Who may set its rules aside; nil where the programme does not say.
    package let waivers: WaiverTerms?
    package let rules: [RuleDeclaration]
    package let scoreSheets: [ScoreSheet]
    package let forms: [Form]
    package let path: String
    /// Where its id stands.
    package let idPlace: SourcePlace

    package init(
        id: String, title: String, shortTitle: String, summary: String, document: PlanDocument, validFrom: CalendarDay,
        validTo: CalendarDay, placeID: Located<String>, basis: Basis, campaigns: [String], levels: [String], subjectKinds: [String],
        fields: [ProgrammeField], ratingScale: String?, readings: [Reading], contradictions: [Reading], waivers: WaiverTerms?,
        rules: [RuleDeclaration], scoreSheets: [ScoreSheet], forms: [Form], path: String, idPlace: SourcePlace
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.summary = summary
        self.document = document
        self.validFrom = validFrom
        self.validTo = validTo
        self.placeID = placeID
        self.basis = basis
        self.campaigns = campaigns
        self.levels = levels
        self.subjectKinds = subjectKinds
        self.fields = fields
        self.ratingScale = ratingScale
        self.readings = readings
        self.contradictions = contradictions
        self.waivers = waivers
        self.rules = rules
        self.scoreSheets = scoreSheets
        self.forms = forms
        self.path = path
        self.idPlace = idPlace
    }

    /// The clause that a rule rests on.
    package func clause(of rule: RuleDeclaration) -> Clause {
        Clause(rule: rule.id, cite: rule.cite, document: document.citation)
    }

    /// The plan's wording of a field, or nil where it does not name it.
    package func fieldName(_ id: String) -> String? {
        fields.first { $0.id == id }?.name
    }
}

/// The plan itself, as it was signed. What the printed text leaves out is a gap, said in words.
package struct PlanDocument: Sendable {
    package var name: String
    package var number: String?
    package var date: CalendarDay?
    /// The date as printed, where it is not whole.
    package var printedDate: String?
    package var issuer: String
    package var gaps: [String]

    /// The plan as one would cite it: `Kế hoạch số 29-KH/HU ngày 02/6/2021 của Ban Thường vụ …`.
    package var citation: String {
        var words = name
        if let number { words += " số \(number)" }
        if let date {
            words += " ngày \(date.vietnamese)"
        } else if let printedDate {
            words += " \(printedDate)"
        }
        return words + " của \(issuer)"
    }
}

/// A field in the plan's own words.
package struct ProgrammeField: Sendable {
    package var id: String
    package var name: String
    package var note: String?
}

/// What was decided where the plan leaves room, or where it contradicts itself.
package struct Reading: Sendable {
    /// The rules that it speaks of, where the file names them.
    package var references: [Located<String>]
    package var text: String
    /// The score sheet that it speaks of, and which of its criteria.
    package var scoreSheet: Located<String>?
    package var criteria: [Located<Int>] = []

    /// The ids of the rules that it speaks of.
    package var rules: [String] { references.map(\.value) }
}

/// One rule as its programme declares it; a class, since every entry's outcome and page speaks of it. What the kind's own keys mean is known to the rule of that
/// name in `Eligibility`.
package final class RuleDeclaration: Sendable {
    /// What a rule speaks about. Only entry rules, and a batch's ceilings, decide an entry's fate.
    package enum Scope: String, Sendable, CaseIterable {
        case entry, organisation, batch, programme
    }

    package let id: String
    package let kind: Located<String>
    package let scope: Scope
    /// The clause as the plan numbers it.
    package let cite: String
    package let severity: Severity
    /// The rule in one sentence.
    package let text: String
    /// Whom it speaks of.
    package let condition: Condition
    /// Rules that the plan wrote against this one.
    package let conflicts: [Located<String>]
    /// The whole mapping, for the kind's own keys.
    package let node: YAMLNode

    package init(
        id: String, kind: Located<String>, scope: Scope, cite: String, severity: Severity, text: String, condition: Condition,
        conflicts: [Located<String>], node: YAMLNode
    ) {
        self.id = id
        self.kind = kind
        self.scope = scope
        self.cite = cite
        self.severity = severity
        self.text = text
        self.condition = condition
        self.conflicts = conflicts
        self.node = node
    }

}

/// A form that the plan prints: kept so that reports can follow it.
package struct Form: Sendable {
    package var id: String
    package var name: String
    package var note: String
    package var columns: [String]
    package var order: [String]
    /// What the form's list is sorted by, the first key deciding first; empty for a form that is no list.
    package var sortedBy: [SortKey]

    /// What a list can be sorted by.
    package enum SortKey: String, Sendable, CaseIterable {
        /// The organisation's name, as Vietnamese orders names.
        case organisation
        case status, field
    }
}
