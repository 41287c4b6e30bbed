import Diagnostics
import Formats

/// The rows of all registers as they were read.
package struct RegisterRows: Sendable {
    package var subjects: [Subject] = []
    package var recognitions: [Recognition] = []
    package var awards: [Award] = []
    package var ratings: [Rating] = []
    package var registrations: [Registration] = []
    package var scores: [Score] = []
    package var reviews: [Review] = []
    package var waivers: [Waiver] = []
    package var dossiers: [DossierDocument] = []
    package var totals: [ReportedTotal] = []
    package var holds: [Hold] = []
    /// The tables as they were read, for pointing at their cells.
    package var tables: [RegisterName: CSVTable] = [:]

    package init() {}
}

/// All registers, indexed by what rules ask them for. A class, since every entry's evaluation holds it.
package final class Registers: Sendable {
    package let rows: RegisterRows

    private let subjectsByID: GroupedIndex
    private let recognitionsByID: GroupedIndex
    private let recognitionsBySubject: GroupedIndex
    private let awardsByID: GroupedIndex
    private let awardsBySubject: GroupedIndex
    private let ratingsBySubject: GroupedIndex
    private let registrationsByID: GroupedIndex
    private let registrationsBySubject: GroupedIndex
    private let registrationsByOrganisation: GroupedIndex
    private let scoresBySheet: GroupedIndex
    private let scoresBySubject: GroupedIndex
    private let reviewsBySubject: GroupedIndex
    private let waiversByEntry: GroupedIndex
    private let dossiersBySubject: GroupedIndex
    private let holdsBySubject: GroupedIndex

    package init(_ rows: RegisterRows) {
        self.rows = rows
        subjectsByID = GroupedIndex(rows.subjects, by: \.id)
        recognitionsByID = GroupedIndex(rows.recognitions, by: \.id)
        recognitionsBySubject = GroupedIndex(rows.recognitions, by: \.subjectID)
        awardsByID = GroupedIndex(rows.awards, by: \.id)
        awardsBySubject = GroupedIndex(rows.awards, by: \.subjectID)
        ratingsBySubject = GroupedIndex(rows.ratings, by: \.subjectID)
        registrationsByID = GroupedIndex(rows.registrations, by: \.id)
        registrationsBySubject = GroupedIndex(rows.registrations, by: \.subjectID)
        registrationsByOrganisation = GroupedIndex(rows.registrations, by: \.organisationOrSubject)
        scoresBySheet = GroupedIndex(rows.scores, by: \.sheetID)
        scoresBySubject = GroupedIndex(rows.scores, by: \.subjectID)
        reviewsBySubject = GroupedIndex(rows.reviews, by: \.subjectID)
        waiversByEntry = GroupedIndex(rows.waivers, by: \.entryID)
        dossiersBySubject = GroupedIndex(rows.dossiers, by: \.subjectID)
        holdsBySubject = GroupedIndex(rows.holds, by: \.subjectID)
    }

    /// The subject's row in force on that day; where none covers the day, the nearest there is, since
    /// a unit that has ended was honoured all the same. Without a day, the latest row. The order of the
    /// register plays no part.
    package func subject(_ id: String, on day: CalendarDay?) -> Subject? {
        let found = subjectsByID[id]
        guard let first = found.first else { return nil }
        guard found.count > 1 else { return rows.subjects[Int(first)] }
        let candidates = found.map { rows.subjects[Int($0)] }
        guard let day else { return candidates.max { Self.begins($0, before: $1) } }
        return candidates.min { left, right in
            let (near, far) = (left.days(from: day), right.days(from: day))
            return near == far ? Self.begins(right, before: left) : near < far
        }
    }

    private static func begins(_ left: Subject, before right: Subject) -> Bool {
        (left.from?.daysSinceEpoch ?? .min) < (right.from?.daysSinceEpoch ?? .min)
    }

    /// All rows of a subject: one for each position over time.
    package func subjectRows(_ id: String) -> [Subject] { subjectsByID[id].map { rows.subjects[Int($0)] } }
    package var subjectIDs: some Sequence<String> { subjectsByID.keys }
    /// Whether the register of subjects has that id.
    package func hasSubject(_ id: String) -> Bool { !subjectsByID[id].isEmpty }

    /// The recognition with that id.
    package func recognition(_ id: String) -> Recognition? { recognitionsByID[id].first.map { rows.recognitions[Int($0)] } }
    package var recognitionIDs: some Sequence<String> { recognitionsByID.keys }
    /// The subject's recognitions, in the register's order.
    package func recognitions(of subject: String) -> some Sequence<Recognition> {
        recognitionsBySubject[subject].lazy.map { [self] in rows.recognitions[Int($0)] }
    }

    /// The award with that id.
    package func award(_ id: String) -> Award? { awardsByID[id].first.map { rows.awards[Int($0)] } }
    package var awardIDs: some Sequence<String> { awardsByID.keys }
    /// The subject's awards, in the register's order.
    package func awards(of subject: String) -> some Sequence<Award> { awardsBySubject[subject].lazy.map { [self] in rows.awards[Int($0)] } }

    /// Whether the subject was given more than one.
    package func hasSeveralAwards(_ subject: String) -> Bool { awardsBySubject[subject].count > 1 }

    /// The subject's ratings, in the register's order.
    package func ratings(of subject: String) -> some Sequence<Rating> {
        ratingsBySubject[subject].lazy.map { [self] in rows.ratings[Int($0)] }
    }

    /// The registration with that id.
    package func registration(_ id: String) -> Registration? { registrationsByID[id].first.map { rows.registrations[Int($0)] } }
    /// The subject's registrations, in the register's order.
    package func registrations(of subject: String) -> some Sequence<Registration> {
        registrationsBySubject[subject].lazy.map { [self] in rows.registrations[Int($0)] }
    }
    /// What belongs to an organisation: registered by it, or by somebody for it.
    package func registrations(ofOrganisation id: String) -> some Sequence<Registration> {
        registrationsByOrganisation[id].lazy.map { [self] in rows.registrations[Int($0)] }
    }
    package var registrationIDs: some Sequence<String> { registrationsByID.keys }

    /// The points on one filled-in score sheet.
    package func scores(onSheet id: String) -> some Sequence<Score> { scoresBySheet[id].lazy.map { [self] in rows.scores[Int($0)] } }
    /// The points on all sheets of a subject, in the register's order.
    package func scores(of subject: String) -> some Sequence<Score> {
        scoresBySubject[subject].lazy.map { [self] in rows.scores[Int($0)] }
    }
    package var scoreSheetIDs: some Sequence<String> { scoresBySheet.keys }

    /// What was judged of the subject.
    package func reviews(of subject: String) -> some Sequence<Review> {
        reviewsBySubject[subject].lazy.map { [self] in rows.reviews[Int($0)] }
    }
    /// What was waived for the entry.
    package func waivers(for entry: String) -> some Sequence<Waiver> { waiversByEntry[entry].lazy.map { [self] in rows.waivers[Int($0)] } }
    /// The documents of the subject's dossiers, of all programmes and years.
    package func dossier(of subject: String) -> some Sequence<DossierDocument> {
        dossiersBySubject[subject].lazy.map { [self] in rows.dossiers[Int($0)] }
    }

    /// The times during which the subject may not be honoured.
    package func holds(of subject: String) -> some Sequence<Hold> { holdsBySubject[subject].lazy.map { [self] in rows.holds[Int($0)] } }

    /// Where a row stands, or one of its cells.
    package func place(of row: RowReference, column: String? = nil) -> SourcePlace {
        guard let table = rows.tables[row.register] else { return SourcePlace(path: row.register.path) }
        guard let column, let index = table.header.firstIndex(where: { $0.value == column }) else {
            return table.place(ofRow: Int(row.row))
        }
        return table.place(Int(row.row), index)
    }
}
