import Diagnostics
import Places
import Programmes
import Registers
import Vietnamese

/// Finds ids in registers that nobody declares: subjects, organisations, programmes, rules and places. Such
/// a row satisfies nothing and would never say why.
///
/// One finding for each column, however many rows are concerned. Awards and recognitions may name a plan
/// that the board does not keep: what was given under an earlier plan still counts.
struct UnknownIDCheck {
    let corpus: Corpus
    private var registers: Registers { corpus.registers }
    private var rows: RegisterRows { corpus.registers.rows }

    /// How many ids of one column are worth a search for the nearest known one.
    private static let idsWorthComparing = 20

    /// What a column's ids lead to.
    private struct Target {
        var code: String
        /// What the ids are called.
        var item: Message
        /// The file that declares them.
        var file: String
        var severity: Severity = .warning
        var isKnown: (String) -> Bool
        var known: () -> [String]
    }

    func check() -> [Diagnostic] { subjects() + organisations() + programmes() + rules() + places() }

    // MARK: The columns

    private func subjects() -> [Diagnostic] {
        var target = Target(
            code: "unknown-subject", item: Message(vi: "đối tượng", en: "subject"), file: RegisterName.subjects.path,
            isKnown: registers.hasSubject, known: { Array(registers.subjectIDs) })
        let column = "subject_id"
        var found = [
            check(rows.recognitions, column, target, \.row) { $0.subjectID }, check(rows.awards, column, target, \.row) { $0.subjectID },
            check(rows.ratings, column, target, \.row) { $0.subjectID }, check(rows.registrations, column, target, \.row) { $0.subjectID },
            check(rows.scores, column, target, \.row) { $0.subjectID }, check(rows.reviews, column, target, \.row) { $0.subjectID },
            check(rows.dossiers, column, target, \.row) { $0.subjectID },
        ]
        // Somebody would be honoured whom this row was to keep back.
        target.severity = .error
        found.append(check(rows.holds, column, target, \.row) { $0.subjectID })
        return found.compactMap { $0 }
    }

    private func organisations() -> [Diagnostic] {
        let target = Target(
            code: "unknown-organisation", item: Message(vi: "tổ chức", en: "organisation"), file: RegisterName.subjects.path,
            isKnown: registers.hasSubject, known: { Array(registers.subjectIDs) })
        return [
            check(rows.subjects, "organisation_id", target, \.row) { $0.organisationID },
            check(rows.registrations, "organisation_id", target, \.row) { $0.organisationID },
        ].compactMap { $0 }
    }

    private func programmes() -> [Diagnostic] {
        let target = Target(
            code: "unknown-programme", item: Message(vi: "kế hoạch", en: "programme"), file: "content/programmes",
            isKnown: { corpus.programme($0) != nil }, known: { corpus.programmes.map(\.id) })
        let column = "programme_id"
        return [
            check(rows.registrations, column, target, \.row) { $0.programmeID },
            check(rows.scores, column, target, \.row) { $0.programmeID },
            check(rows.reviews, column, target, \.row) { $0.programmeID }, check(rows.dossiers, column, target, \.row) { $0.programmeID },
        ].compactMap { $0 }
    }

    private func rules() -> [Diagnostic] {
        corpus.programmes.compactMap { programme in
            let ids = Set(programme.rules.map(\.id))
            let target = Target(
                code: "unknown-rule", item: Message(vi: "quy tắc", en: "rule"), file: programme.path, isKnown: ids.contains,
                known: { Array(ids) })
            return check(rows.reviews, "rule", target, \.row) { $0.programmeID == programme.id ? $0.ruleID : nil }
        }
    }

    private func places() -> [Diagnostic] {
        let target = Target(
            code: "unknown-place", item: Message(vi: "địa bàn", en: "place"), file: "content/places.csv",
            isKnown: { corpus.gazetteer[$0] != nil }, known: { Array(corpus.gazetteer.ids) })
        let column = "place_id"
        return [
            check(rows.subjects, column, target, \.row) { $0.placeID }, check(rows.recognitions, column, target, \.row) { $0.placeID },
            check(rows.awards, column, target, \.row) { $0.placeID }, check(rows.registrations, column, target, \.row) { $0.placeID },
        ].compactMap { $0 }
    }

    // MARK: One column

    private func check<Row>(
        _ rows: [Row], _ column: String, _ target: Target, _ reference: (Row) -> RowReference, _ id: (Row) -> String?
    ) -> Diagnostic? {
        guard !corpus.isUnread(target.file) else { return nil }
        var unknown: [String: (count: Int, first: RowReference)] = [:]
        // Rows of one plan, and often of one place, stand one behind the other.
        var lastKnown = ""
        for row in rows {
            guard let id = id(row), id != lastKnown, !id.isEmpty else { continue }
            guard !target.isKnown(id) else {
                lastKnown = id
                continue
            }
            unknown[id, default: (0, reference(row))].count += 1
        }
        return unknown.isEmpty ? nil : report(unknown, column, target)
    }

    private func report(_ unknown: [String: (count: Int, first: RowReference)], _ column: String, _ target: Target) -> Diagnostic {
        let ids = unknown.sorted { $0.key < $1.key }
        let rows = ids.reduce(0) { $0 + $1.value.count }
        let first = ids.map(\.value.first).min { $0.row < $1.row }!
        let known = ids.count > Self.idsWorthComparing ? [] : target.known()
        let candidates = known.count > ReferenceCheck.candidatesWorthComparing ? [] : known.sorted()
        let nearest = ids.map { Suggestion.nearest(to: $0.key, among: candidates) }
        let place = registers.place(of: first, column: column)
        if ids.count == 1 {
            return Diagnostic(
                target.severity, target.code,
                Message(
                    vi: "không có \(target.item.vi) “\(ids[0].key)” trong \(target.file)"
                        + (rows > 1 ? "; \(Numerals.formatted(rows)) dòng ghi mã này" : ""),
                    en: "there is no \(target.item.en) “\(ids[0].key)” in \(target.file)" + (rows > 1 ? "; \(rows) rows name it" : "")),
                at: place,
                remedy: nearest[0].map { Message(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") } ?? advice(target))
        }
        return Diagnostic(
            target.severity, target.code,
            Message(
                vi:
                    "\(Numerals.formatted(ids.count)) mã \(target.item.vi) ở cột \(column), trong \(Numerals.formatted(rows)) dòng, không có trong \(target.file)",
                en: "\(ids.count) \(target.item.en) ids in \(column), in \(rows) rows, are not in \(target.file)"),
            at: place, remedy: advice(target),
            notes: zip(ids, nearest).map { id, nearest in
                let guess = nearest.map { Message(vi: ", có phải là “\($0)”?", en: ", did you mean “\($0)”?") } ?? Message("")
                return Diagnostic.Note(
                    Message(vi: "“\(id.key)”, \(Numerals.formatted(id.value.count)) dòng", en: "“\(id.key)”, \(id.value.count) rows")
                        + guess,
                    at: registers.place(of: id.value.first, column: column))
            })
    }

    private func advice(_ target: Target) -> Message {
        Message(
            vi: "kiểm tra mã, hoặc bổ sung \(target.item.vi) này vào \(target.file)",
            en: "check the id, or add the \(target.item.en) to \(target.file)")
    }
}
