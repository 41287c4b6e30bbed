import Diagnostics
import Entries
import Formats
import Places
import Programmes
import Registers

/// The row that an honour rests on, whichever register it stands in.
package struct HonourDecision: Sendable {
    package var decision: Decision
    package var subjectID: String
    package var programmeID: String?
    package var placeID: String?
    package var level: String?
    package var year: Int
    package var status: DecisionStatus
    package var publicFrom: CalendarDay?
    package var revokedOn: CalendarDay?
    package var revokedBy: String?
    /// What was given: a code of `award_forms`, or of `recognition_titles`.
    package var given: String
    package var row: RowReference

    package init(_ recognition: Recognition) {
        decision = recognition.decision
        subjectID = recognition.subjectID
        programmeID = recognition.programmeID
        placeID = recognition.placeID
        level = recognition.level
        year = recognition.year
        status = recognition.status
        revokedOn = recognition.revokedOn
        revokedBy = recognition.revokedBy
        given = recognition.title
        row = recognition.row
    }

    package init(_ award: Award) {
        decision = award.decision
        subjectID = award.subjectID
        programmeID = award.programmeID
        placeID = award.placeID
        level = award.level
        year = award.year
        status = award.status
        publicFrom = award.publicFrom
        revokedOn = award.revokedOn
        revokedBy = award.revokedBy
        given = award.form
        row = award.row
    }

    package init?(_ basis: Entry.Basis, in registers: Registers) {
        switch basis {
        case .recognition(let id):
            guard let row = registers.recognition(id.value) else { return nil }
            self.init(row)
        case .award(let id):
            guard let row = registers.award(id.value) else { return nil }
            self.init(row)
        }
    }
}

/// One entry beside everything that rules hold it against.
package struct HonourCase: Sendable {
    package let entry: Entry
    package let programme: Programme
    package let vocabulary: Vocabulary
    package let registers: Registers
    package let gazetteer: Gazetteer
    /// The subject's row on the day of the decision.
    package let subject: Subject
    /// Nil where the register has no such row.
    package let honour: HonourDecision?
    /// The entry's score sheet, read once for all rules about it; nil where the programme has no score sheets.
    private var sheet: SheetReading?

    /// Nil where the register does not know the subject: there is nothing to hold rules against.
    init?(entry: Entry, programme: Programme, corpus: Corpus) {
        let honour = HonourDecision(entry.basis, in: corpus.registers)
        guard let subject = corpus.registers.subject(entry.subjectID.value, on: honour?.decision.date) else { return nil }
        self.entry = entry
        self.programme = programme
        self.honour = honour
        self.subject = subject
        vocabulary = corpus.vocabulary
        registers = corpus.registers
        gazetteer = corpus.gazetteer
        sheet = nil
        if !programme.scoreSheets.isEmpty { sheet = SheetReader(self).read() }
    }

    /// The entry's score sheet, or why there is none to judge.
    var sheetReading: SheetReading { sheet ?? SheetReader(self).read() }

    package var level: String? { programme.level(of: entry, resting: honour) }

    package var campaign: String? {
        entry.campaign?.value ?? (programme.campaigns.count == 1 ? programme.campaigns[0] : nil)
    }

    /// Where the entry names its subject.
    var subjectPlace: SourcePlace { entry.place(entry.subjectID) }

    /// Whose rows a rule reads: the subject's own, or those of the organisation where he or she works.
    func holderID(_ holder: Holder) -> String? {
        switch holder {
        case .subject: entry.subjectID.value
        case .organisation: subject.organisationID
        }
    }

    /// The name of a subject, for messages.
    func name(of id: String) -> String { registers.subject(id, on: honour?.decision.date)?.name ?? id }

    /// The documents of this entry's dossier, in the register's order.
    var dossier: [DossierDocument] {
        registers.dossier(of: entry.subjectID.value).filter {
            $0.programmeID == programme.id && ($0.year == nil || $0.year == entry.year.value)
        }
    }

    /// The answer where a rule needs the organisation and the register does not name one.
    func organisationMissing(_ required: Message) -> Verdict {
        .unknown(
            [subject.row],
            Finding(
                "organisation-missing",
                found: Message(
                    vi: "sổ đối tượng chưa ghi nơi công tác của “\(subject.name)”",
                    en: "the register of subjects names no organisation for “\(subject.name)”"),
                required: required,
                remedy: Message(
                    vi: "điền mã tổ chức nơi công tác vào cột organisation_id của sổ subjects.csv",
                    en: "enter the organisation's id in the column organisation_id of subjects.csv"),
                at: registers.place(of: subject.row, column: "organisation_id")))
    }
}

/// Whose rows a rule reads.
package enum Holder: String, Sendable, CaseIterable {
    case subject, organisation
}

extension Programme {
    /// The level of an honour: the entry's word, else the decision's, else the plan's only one.
    package func level(of entry: Entry, resting honour: HonourDecision?) -> String? {
        entry.level?.value ?? honour?.level ?? (levels.count == 1 ? levels[0] : nil)
    }
}
