import Formats

// One type a register, one stored property a column. A row knows where it stands: every finding can
// name its file, row and cell.

/// Who can be honoured.
package enum SubjectKind: String, Sendable, CaseIterable {
    case collective, individual, household
}

/// Whether a recognition or an award still stands.
package enum DecisionStatus: String, Sendable, CaseIterable {
    case valid
    /// Cancelled by a later decision (Luật Thi đua, khen thưởng 06/2022/QH15, Điều 93 khoản 2).
    case revoked
    /// Held while a complaint, a discipline or an investigation is open.
    case underReview = "under_review"
}

/// A unit or a person, on the days between `from` and `to`: a person who changes position has a
/// further row with the same id.
package struct Subject: Sendable {
    package var id: String
    package var kind: SubjectKind
    package var name: String
    /// The name in the order in which it sorts, where the rule for Vietnamese names would be wrong.
    package var sortName: String?
    package var organisationType: String?
    package var position: String?
    package var positionText: String?
    /// The subject id of the organisation where the person works, or above the unit.
    package var organisationID: String?
    package var birthYear: Int?
    /// Where an organisation belongs, so that a plan's targets reach those of its own place only.
    package var placeID: String?
    package var from: CalendarDay?
    package var to: CalendarDay?
    package var row: RowReference

    /// Whether the row holds on that day.
    package func covers(_ day: CalendarDay) -> Bool { days(from: day) == 0 }

    /// How many days lie between a day and the row's own days; 0 where it is one of them.
    func days(from day: CalendarDay) -> Int {
        if let from, day < from { return from - day }
        if let to, to < day { return day - to }
        return 0
    }
}

/// A decision: number, date and authority together are its key, since numbers alone repeat in every
/// commune, every year.
package struct Decision: Sendable, Hashable {
    package var number: String
    package var date: CalendarDay
    /// Who issued it, with the name of the place, so far as the board's records tell it.
    package var authority: String
    /// The authority as the register has it: within an office “Chủ tịch UBND huyện” will do.
    package private(set) var writtenAuthority: String

    package init(number: String, date: CalendarDay, authority: String) {
        self.number = number
        self.date = date
        self.authority = authority
        writtenAuthority = authority
    }

    package static func == (left: Decision, right: Decision) -> Bool {
        left.date == right.date && TextKey(left.number) == TextKey(right.number)
            && TextKey(left.authority) == TextKey(right.authority)
            && TextKey(left.writtenAuthority) == TextKey(right.writtenAuthority)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(TextKey(number))
        hasher.combine(date)
        hasher.combine(TextKey(authority))
    }

    /// The same decision, its authority's name completed.
    package func completed(with authority: String) -> Decision {
        var decision = self
        decision.authority = authority
        return decision
    }
}

/// A decision that recognised a unit, a person or a model.
package struct Recognition: Sendable {
    package var id: String
    package var subjectID: String
    package var programmeID: String?
    package var title: String
    package var level: String?
    package var year: Int
    package var placeID: String?
    package var decision: Decision
    package var status: DecisionStatus
    package var revokedOn: CalendarDay?
    package var revokedBy: String?
    package var row: RowReference
}

/// A commendation given to a unit or a person.
package struct Award: Sendable {
    package var id: String
    package var subjectID: String
    package var programmeID: String
    package var campaign: String?
    package var level: String
    package var form: String
    package var year: Int
    package var placeID: String
    package var decision: Decision
    package var signer: String?
    package var reason: String?
    package var status: DecisionStatus
    package var revokedOn: CalendarDay?
    package var revokedBy: String?
    /// The first day on which it may be shown.
    package var publicFrom: CalendarDay?
    package var row: RowReference
}

/// How a unit or a person was rated over a period: a year (`2020`) or half of one (`2021H1`).
package struct Rating: Sendable {
    package var subjectID: String
    package var period: String
    package var scale: String
    package var rating: String
    package var decisionNumber: String?
    package var ratedBy: String?
    package var ratedOn: CalendarDay?
    package var row: RowReference
}

/// A model registered at the start of a year.
package struct Registration: Sendable {
    package var id: String
    package var programmeID: String
    package var year: Int
    package var subjectID: String
    package var organisationID: String?
    package var modelTitle: String?
    package var quantity: Int?
    package var placeID: String?
    package var placeText: String?
    package var lead: String?
    package var field: String?
    package var scale: String?
    package var status: String?
    package var registeredOn: CalendarDay?
    package var maintainedSince: Int?
    /// What the registration asks for: the award that is hoped for, and from whom.
    package var awardRequest: String?
    /// When the model is carried out, in words.
    package var implementationPeriod: String?
    package var confirmedBy: [String]
    package var row: RowReference

    /// The organisation that the model belongs to; the subject itself where the row names none.
    package var organisationOrSubject: String { organisationID ?? subjectID }
}

/// The points of one line on one filled-in score sheet.
package struct Score: Sendable {
    /// Who gave the points. Only verified ones count.
    package enum Kind: String, Sendable, CaseIterable { case `self`, verified }

    /// What the points are given for.
    package enum Line: Sendable, Hashable {
        case criterion(Int)
        /// A sum that the paper shows: of a part, by the part's id, or `total`. It is no evidence, only a check
        /// that the criteria were copied right.
        case sum(String)
    }

    package var sheetID: String
    package var programmeID: String
    /// The programme's sheet that was filled in.
    package var formID: String
    package var subjectID: String
    package var year: Int
    /// The model that was scored, where the subject has several in the year.
    package var registrationID: String?
    package var kind: Kind
    package var line: Line
    package var points: Points
    package var evidence: String?
    /// Who verified the points: a code of `bodies`, or the body's name.
    package var verifiedBy: String?
    package var verifiedOn: CalendarDay?
    package var row: RowReference
}

/// A judgement that only people can make, by the body that may make it.
package struct Review: Sendable {
    /// What was judged.
    package enum Verdict: String, Sendable, CaseIterable {
        case met
        case notMet = "not_met"
    }

    package var programmeID: String
    package var ruleID: String
    package var subjectID: String
    package var year: Int?
    package var verdict: Verdict
    package var body: String
    package var reviewedOn: CalendarDay
    package var note: String?
    package var row: RowReference
}

/// A decision that sets one rule aside for one entry.
package struct Waiver: Sendable {
    package var id: String
    package var programmeID: String
    package var ruleID: String
    package var entryID: String
    package var decisionNumber: String
    package var decidedBy: String
    package var decidedOn: CalendarDay
    package var expiresOn: CalendarDay?
    package var reason: String
    package var row: RowReference
}

/// One document of a dossier.
package struct DossierDocument: Sendable {
    package var programmeID: String
    /// Empty where the document is the programme's own: a report or a list that its staff send.
    package var subjectID: String
    package var year: Int?
    package var document: String
    package var submittedOn: CalendarDay
    package var confirmedBy: [String]
    package var copies: Int?
    package var file: String?
    package var row: RowReference
}

/// One line of sums that an official list prints, as it was reported.
package struct ReportedTotal: Sendable {
    /// What the line counts by.
    package enum Key: String, Sendable, CaseIterable {
        /// All models of the list.
        case all
        case field
        case subjectKind = "subject_kind"
        case status
    }

    package var programmeID: String
    package var year: Int
    /// The programme's form that the list follows.
    package var formID: String
    package var key: Key
    /// Which field, kind or status is counted; empty for `all`.
    package var value: String
    package var count: Int
    package var row: RowReference
}

/// A time during which nobody may be honoured: a discipline is being considered or served, an investigation
/// or inspection is under way, or a complaint is being verified (Nghị định 152/2025/NĐ-CP, the principles of
/// awarding). Staff's own record: nothing of it ever stands on the site.
package struct Hold: Sendable {
    /// What is under way.
    package enum Kind: String, Sendable, CaseIterable { case discipline, investigation, complaint }

    package var subjectID: String
    package var kind: Kind
    package var from: CalendarDay
    /// The last day of it; nil while it is still under way.
    package var until: CalendarDay?
    package var decisionNumber: String?
    package var authority: String?
    package var row: RowReference

    /// Whether it is under way on that day.
    package func covers(_ day: CalendarDay) -> Bool { from <= day && until.map { day <= $0 } ?? true }
}
