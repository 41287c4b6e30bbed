import Diagnostics
import Formats
import Places
import Programmes
import Registers

/// Holds the codes in registers and places against the vocabulary: a code that nobody knows would
/// otherwise satisfy nothing and never say why.
package struct RegisterCodes {
    private let registers: Registers
    private let gazetteer: Gazetteer
    private let vocabulary: Vocabulary

    package init(_ registers: Registers, _ gazetteer: Gazetteer, _ vocabulary: Vocabulary) {
        self.registers = registers
        self.gazetteer = gazetteer
        self.vocabulary = vocabulary
    }

    /// An error for each cell with an unknown code.
    package func diagnostics() -> [Diagnostic] {
        let rows = registers.rows
        var found: [Diagnostic] = []
        check(rows.subjects, \.row, "organisation_type", .organisationTypes, { $0.organisationType }, &found)
        check(rows.subjects, \.row, "position", .positions, { $0.position }, &found)
        check(rows.recognitions, \.row, "title", .recognitionTitles, { $0.title }, &found)
        check(rows.recognitions, \.row, "level", .levels, { $0.level }, &found)
        check(rows.awards, \.row, "level", .levels, { $0.level }, &found)
        check(rows.awards, \.row, "form", .awardForms, { $0.form }, &found)
        check(rows.awards, \.row, "campaign", .campaigns, { $0.campaign }, &found)
        check(rows.registrations, \.row, "field", .fields, { $0.field }, &found)
        check(rows.registrations, \.row, "status", .modelStatuses, { $0.status }, &found)
        check(rows.dossiers, \.row, "document", .documents, { $0.document }, &found)
        check(rows.reviews, \.row, "body", .bodies, { $0.body }, &found)
        check(rows.totals, \.row, "value", .fields, { $0.key == .field ? $0.value : nil }, &found)
        check(rows.totals, \.row, "value", .subjectKinds, { $0.key == .subjectKind ? $0.value : nil }, &found)
        check(rows.totals, \.row, "value", .modelStatuses, { $0.key == .status ? $0.value : nil }, &found)
        for document in rows.dossiers {
            for body in document.confirmedBy where !vocabulary[.bodies].contains(body) {
                found.append(unknown(body, .bodies, at: registers.place(of: document.row, column: "confirmed_by")))
            }
        }
        for place in gazetteer.places where !vocabulary[.placeKinds].contains(place.kind) {
            found.append(unknown(place.kind, .placeKinds, at: place.source))
        }
        checkRatings(&found)
        return found
    }

    private func check<Row>(
        _ rows: [Row], _ reference: (Row) -> RowReference, _ column: String, _ list: Vocabulary.List, _ code: (Row) -> String?,
        _ found: inout [Diagnostic]
    ) {
        let known = vocabulary[list]
        for row in rows {
            guard let code = code(row), !known.contains(code) else { continue }
            found.append(unknown(code, list, at: registers.place(of: reference(row), column: column)))
        }
    }

    private func checkRatings(_ found: inout [Diagnostic]) {
        for row in registers.rows.ratings {
            guard let scale = vocabulary.ratingScales[row.scale] else {
                let known = vocabulary.ratingScales.keys.sorted()
                found.append(
                    report(
                        row.scale, Message(vi: "thang xếp loại", en: "rating scale"), known,
                        at: registers.place(of: row.row, column: "scale")))
                continue
            }
            if !scale.grades.contains(row.rating) {
                found.append(
                    report(
                        row.rating, Message(vi: "mức xếp loại", en: "grade"), scale.grades.ids,
                        at: registers.place(of: row.row, column: "rating")))
            }
            if !RatingPeriod.isPeriod(row.period) {
                found.append(
                    Diagnostic(
                        .error, "wrong-period",
                        Message(vi: "kỳ xếp loại “\(row.period)” không đúng dạng", en: "“\(row.period)” is not a rating period"),
                        at: registers.place(of: row.row, column: "period"),
                        remedy: Message(
                            vi: "ghi một năm (2020) hoặc nửa năm (2021H1, 2021H2)",
                            en: "write a year (2020) or half a year (2021H1, 2021H2)")))
            }
        }
    }

    private func unknown(_ code: String, _ list: Vocabulary.List, at place: SourcePlace) -> Diagnostic {
        report(code, list.item, vocabulary[list].ids, at: place)
    }

    private func report(_ code: String, _ item: Message, _ known: [String], at place: SourcePlace) -> Diagnostic {
        let strange = CharacterName.strange(in: code, allowing: \.isASCII)
        let latin = CharacterName.withLatinLetters(code)
        if latin != code, known.contains(latin) {
            return Diagnostic(
                .error, "unknown-code",
                Message(vi: "không có \(item.vi) “\(code)”\(strange.vi)", en: "there is no \(item.en) “\(code)”\(strange.en)"), at: place,
                remedy: Message(vi: "gõ lại cả từ bằng chữ Latinh: \(latin)", en: "type the word anew in Latin letters: \(latin)"))
        }
        let nearest = Suggestion.nearest(to: latin, among: known)
        return Diagnostic(
            .error, "unknown-code",
            Message(vi: "không có \(item.vi) “\(code)”\(strange.vi)", en: "there is no \(item.en) “\(code)”\(strange.en)"), at: place,
            remedy: nearest.map { Message(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                ?? Message(
                    vi: "dùng một mã trong content/vocabulary.yaml: \(known.joined(separator: ", "))",
                    en: "use one of: \(known.joined(separator: ", "))"))
    }
}
