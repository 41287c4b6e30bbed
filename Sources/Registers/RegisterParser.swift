import Diagnostics
import Formats

/// Reads one register into typed rows.
///
/// Codes are kept as text: whether they stand in the vocabulary is checked by `RegisterCodes`, once for
/// each code rather than once for each row.
package struct RegisterParser {
    private let name: RegisterName
    private let table: CSVTable
    private let collector = DiagnosticCollector()

    private init(_ name: RegisterName, _ table: CSVTable) {
        self.name = name
        self.table = table
    }

    /// Adds the table's rows to `rows` and returns what was wrong with them.
    package static func parse(_ name: RegisterName, _ table: CSVTable, into rows: inout RegisterRows) -> [Diagnostic] {
        let parser = RegisterParser(name, table)
        rows.tables[name] = table
        switch name {
        case .subjects: rows.subjects = parser.subjects()
        case .recognitions: rows.recognitions = parser.recognitions()
        case .awards: rows.awards = parser.awards()
        case .ratings: rows.ratings = parser.ratings()
        case .registrations: rows.registrations = parser.registrations()
        case .scores: rows.scores = parser.scores()
        case .reviews: rows.reviews = parser.reviews()
        case .waivers: rows.waivers = parser.waivers()
        case .dossiers: rows.dossiers = parser.dossiers()
        case .totals: rows.totals = parser.totals()
        case .holds: rows.holds = parser.holds()
        }
        return parser.collector.diagnostics
    }

    private func reference(_ row: RowReader) -> RowReference { RowReference(name, row.row) }

    private func read<Row>(_ reader: CSVReader, _ make: (RowReader) -> Row?) -> [Row] {
        reader.finishHeader()
        var rows: [Row] = []
        rows.reserveCapacity(table.rowCount)
        for row in reader.rows {
            if let value = make(row) { rows.append(value) }
        }
        return rows
    }

    /// The row's id must be its own: entries point at it.
    private func reportRepeated<Row>(_ rows: [Row], id: (Row) -> String, row: (Row) -> RowReference, column: String) {
        var first: [String: RowReference] = [:]
        first.reserveCapacity(rows.count)
        let index = table.header.firstIndex { $0.value == column } ?? 0
        for item in rows {
            guard let other = first.updateValue(row(item), forKey: id(item)) else { continue }
            collector.append(
                Diagnostic(
                    .error, "duplicate-row-id", Message(vi: "mã “\(id(item))” có hai dòng", en: "the id “\(id(item))” has two rows"),
                    at: table.place(Int(row(item).row), index),
                    remedy: Message(vi: "mỗi dòng một mã riêng: sửa mã của dòng thêm sau", en: "give each row an id of its own"),
                    notes: [Diagnostic.Note(Message(vi: "dòng trước", en: "the first row"), at: table.place(Int(other.row), index))]))
        }
    }

    // MARK: The registers

    private func subjects() -> [Subject] {
        let reader = CSVReader(table, into: collector)
        let id = reader.column("subject_id"), kind = reader.column("kind"), name = reader.column("name")
        let sortName = reader.column("sort_name", required: false), type = reader.column("organisation_type", required: false)
        let position = reader.column("position", required: false), positionText = reader.column("position_text", required: false)
        let organisation = reader.column("organisation_id", required: false), birthYear = reader.column("birth_year", required: false)
        let place = reader.column("place_id", required: false)
        let from = reader.column("from", required: false), to = reader.column("to", required: false)
        let kinds = SubjectKind.allCases.map { ($0.rawValue, $0) }
        let rows = read(reader) { row -> Subject? in
            guard let id = row.identifier(id, required: true), let kind = row.choice(kind, of: kinds, required: true),
                let name = row.string(name, required: true)
            else { return nil }
            return Subject(
                id: id.value, kind: kind.value, name: name.value, sortName: row.string(sortName)?.value,
                organisationType: row.string(type)?.value,
                position: row.string(position)?.value, positionText: row.string(positionText)?.value,
                organisationID: row.string(organisation)?.value,
                birthYear: row.integer(birthYear, in: 1880...2100, isPersonal: true)?.value,
                placeID: row.identifier(place)?.value, from: row.date(from)?.value, to: row.date(to)?.value, row: reference(row))
        }
        reportOverlaps(rows)
        return rows
    }

    /// A subject may have several rows, one after the other. Two that hold on one day contradict each other,
    /// and most often are two people under one id.
    private func reportOverlaps(_ rows: [Subject]) {
        let groups = GroupedIndex(rows, by: \.id)
        let index = table.header.firstIndex { $0.value == "subject_id" } ?? 0
        for id in groups.keys where groups[id].count > 1 {
            let periods = groups[id].map { rows[Int($0)] }.sorted {
                ($0.from?.daysSinceEpoch ?? .min, $0.row.row) < ($1.from?.daysSinceEpoch ?? .min, $1.row.row)
            }
            for (earlier, later) in zip(periods, periods.dropFirst()) {
                if let end = earlier.to, let start = later.from, end < start { continue }
                collector.append(
                    Diagnostic(
                        .error, "overlapping-rows",
                        Message(vi: "hai dòng của “\(id)” có chung ngày hiệu lực", en: "two rows of “\(id)” hold on the same days"),
                        at: table.place(Int(later.row.row), index),
                        remedy: Message(
                            vi:
                                "nếu là hai người thì đặt hai mã; nếu là một người đổi chức vụ thì ghi from, to để dòng sau bắt đầu khi dòng trước đã hết",
                            en: "give two people two ids; for one person's next position, let from and to part the rows"),
                        notes: [Diagnostic.Note(Message(vi: "dòng kia", en: "the other row"), at: table.place(Int(earlier.row.row), index))]
                    ))
            }
        }
    }

    private func recognitions() -> [Recognition] {
        let reader = CSVReader(table, into: collector)
        let id = reader.column("recognition_id"), subject = reader.column("subject_id")
        let programme = reader.column("programme_id", required: false), title = reader.column("title")
        let level = reader.column("level", required: false), year = reader.column("year"),
            place = reader.column("place_id", required: false)
        let decision = DecisionColumns(reader)
        let rows = read(reader) { row -> Recognition? in
            let standing = decision.read(row)
            guard let id = row.identifier(id, required: true), let subject = row.identifier(subject, required: true),
                let title = row.string(title, required: true), let year = row.integer(year, in: 1945...2100, required: true), let standing
            else { return nil }
            return Recognition(
                id: id.value, subjectID: subject.value, programmeID: row.string(programme)?.value, title: title.value,
                level: row.string(level)?.value, year: year.value, placeID: row.string(place)?.value, decision: standing.decision,
                status: standing.status, revokedOn: standing.revokedOn, revokedBy: standing.revokedBy, row: reference(row))
        }
        reportRepeated(rows, id: \.id, row: \.row, column: "recognition_id")
        return rows
    }

    private func awards() -> [Award] {
        let reader = CSVReader(table, into: collector)
        let id = reader.column("award_id"), subject = reader.column("subject_id"), programme = reader.column("programme_id")
        let campaign = reader.column("campaign", required: false), level = reader.column("level"), form = reader.column("form")
        let year = reader.column("year"), place = reader.column("place_id"), decision = DecisionColumns(reader)
        let signer = reader.column("signer", required: false), reason = reader.column("reason", required: false)
        let publicFrom = reader.column("public_from", required: false)
        let rows = read(reader) { row -> Award? in
            let standing = decision.read(row)
            guard let id = row.identifier(id, required: true), let subject = row.identifier(subject, required: true),
                let programme = row.identifier(programme, required: true), let level = row.string(level, required: true),
                let form = row.string(form, required: true), let year = row.integer(year, in: 1945...2100, required: true),
                let place = row.identifier(place, required: true), let standing
            else { return nil }
            return Award(
                id: id.value, subjectID: subject.value, programmeID: programme.value, campaign: row.string(campaign)?.value,
                level: level.value,
                form: form.value, year: year.value, placeID: place.value, decision: standing.decision, signer: row.string(signer)?.value,
                reason: row.string(reason)?.value, status: standing.status, revokedOn: standing.revokedOn, revokedBy: standing.revokedBy,
                publicFrom: row.date(publicFrom)?.value, row: reference(row))
        }
        reportRepeated(rows, id: \.id, row: \.row, column: "award_id")
        return rows
    }

    private func ratings() -> [Rating] {
        let reader = CSVReader(table, into: collector)
        let subject = reader.column("subject_id"), period = reader.column("period"), scale = reader.column("scale"),
            rating = reader.column("rating")
        let number = reader.column("decision_no", required: false), by = reader.column("rated_by", required: false)
        let on = reader.column("rated_on", required: false)
        return read(reader) { row in
            guard let subject = row.identifier(subject, required: true), let period = row.string(period, required: true),
                let scale = row.string(scale, required: true), let rating = row.string(rating, required: true)
            else { return nil }
            return Rating(
                subjectID: subject.value, period: period.value, scale: scale.value, rating: rating.value,
                decisionNumber: row.string(number)?.value,
                ratedBy: row.string(by)?.value, ratedOn: row.date(on)?.value, row: reference(row))
        }
    }

    private func registrations() -> [Registration] {
        let reader = CSVReader(table, into: collector)
        let id = reader.column("registration_id"), programme = reader.column("programme_id"), year = reader.column("year")
        let subject = reader.column("subject_id"), organisation = reader.column("organisation_id", required: false)
        let title = reader.column("model_title", required: false), quantity = reader.column("quantity", required: false)
        let place = reader.column("place_id", required: false), placeText = reader.column("place_text", required: false)
        let lead = reader.column("lead", required: false), field = reader.column("field", required: false)
        let scale = reader.column("scale", required: false), status = reader.column("status", required: false)
        let on = reader.column("registered_on", required: false), since = reader.column("maintained_since", required: false)
        let request = reader.column("award_request", required: false), period = reader.column("implementation_period", required: false)
        let confirmed = reader.column("confirmed_by", required: false)
        let rows = read(reader) { row -> Registration? in
            guard let id = row.identifier(id, required: true), let programme = row.identifier(programme, required: true),
                let year = row.integer(year, in: 1945...2100, required: true), let subject = row.identifier(subject, required: true)
            else { return nil }
            return Registration(
                id: id.value, programmeID: programme.value, year: year.value, subjectID: subject.value,
                organisationID: row.string(organisation)?.value,
                modelTitle: row.string(title)?.value, quantity: row.integer(quantity, in: 0...1_000_000)?.value,
                placeID: row.string(place)?.value,
                placeText: row.string(placeText)?.value, lead: row.string(lead)?.value, field: row.string(field)?.value,
                scale: row.string(scale)?.value, status: row.string(status)?.value, registeredOn: row.date(on)?.value,
                maintainedSince: row.integer(since, in: 1945...2100)?.value, awardRequest: row.string(request)?.value,
                implementationPeriod: row.string(period)?.value, confirmedBy: row.list(confirmed).map(\.value),
                row: reference(row))
        }
        reportRepeated(rows, id: \.id, row: \.row, column: "registration_id")
        return rows
    }

    private func scores() -> [Score] {
        let reader = CSVReader(table, into: collector)
        let sheet = reader.column("score_sheet_id"), programme = reader.column("programme_id"), form = reader.column("sheet_id")
        let subject = reader.column("subject_id"), year = reader.column("year"), kind = reader.column("kind")
        let registration = reader.column("registration_id", required: false)
        let criterion = reader.column("criterion"), points = reader.column("points"), evidence = reader.column("evidence", required: false)
        let by = reader.column("verified_by", required: false), on = reader.column("verified_on", required: false)
        let kinds = Score.Kind.allCases.map { ($0.rawValue, $0) }
        return read(reader) { row in
            guard let sheet = row.identifier(sheet, required: true), let programme = row.identifier(programme, required: true),
                let form = row.identifier(form, required: true), let subject = row.identifier(subject, required: true),
                let year = row.integer(year, in: 1945...2100, required: true), let kind = row.choice(kind, of: kinds, required: true),
                let line = scoreLine(row, criterion), let points = row.string(points, required: true)
            else { return nil }
            guard let given = Points(points.value) else {
                collector.append(
                    Diagnostic(
                        .error, "not-points",
                        Message(vi: "“\(points.value)” không phải là điểm", en: "“\(points.value)” is not a number of points"),
                        at: points.place(in: table.path),
                        remedy: Message(vi: "ghi số, ví dụ 10 hoặc 9,5", en: "write a number, such as 10 or 9,5")))
                return nil
            }
            return Score(
                sheetID: sheet.value, programmeID: programme.value, formID: form.value, subjectID: subject.value, year: year.value,
                registrationID: row.identifier(registration)?.value, kind: kind.value, line: line, points: given,
                evidence: row.string(evidence)?.value, verifiedBy: row.string(by)?.value, verifiedOn: row.date(on)?.value,
                row: reference(row))
        }
    }

    /// A criterion's number, or the name of a sum: a part's id, or `total`.
    private func scoreLine(_ row: RowReader, _ column: CSVColumn) -> Score.Line? {
        guard let text = row.string(column, required: true) else { return nil }
        if text.value.utf8.first.map({ 0x30...0x39 ~= $0 }) == true {
            return row.integer(column, in: 1...1000).map { .criterion($0.value) }
        }
        return row.identifier(column).map { .sum($0.value) }
    }

    private func reviews() -> [Review] {
        let reader = CSVReader(table, into: collector)
        let programme = reader.column("programme_id"), rule = reader.column("rule"), subject = reader.column("subject_id")
        let year = reader.column("year", required: false), verdict = reader.column("verdict"), body = reader.column("body")
        let on = reader.column("reviewed_on"), note = reader.column("note", required: false)
        let verdicts = Review.Verdict.allCases.map { ($0.rawValue, $0) }
        return read(reader) { row in
            guard let programme = row.identifier(programme, required: true), let rule = row.identifier(rule, required: true),
                let verdict = row.choice(verdict, of: verdicts, required: true), let body = row.string(body, required: true),
                let day = row.date(on, required: true)
            else { return nil }
            return Review(
                programmeID: programme.value, ruleID: rule.value, subjectID: row.string(subject)?.value ?? "",
                year: row.integer(year, in: 1945...2100)?.value, verdict: verdict.value, body: body.value, reviewedOn: day.value,
                note: row.string(note)?.value, row: reference(row))
        }
    }

    private func waivers() -> [Waiver] {
        let reader = CSVReader(table, into: collector)
        let id = reader.column("waiver_id"), programme = reader.column("programme_id"), rule = reader.column("rule")
        let entry = reader.column("entry_id"), number = reader.column("decision_no"), by = reader.column("decided_by")
        let on = reader.column("decided_on"), expires = reader.column("expires_on", required: false), reason = reader.column("reason")
        let rows = read(reader) { row -> Waiver? in
            guard let id = row.identifier(id, required: true), let programme = row.identifier(programme, required: true),
                let rule = row.identifier(rule, required: true), let entry = row.identifier(entry, required: true),
                let number = row.string(number, required: true), let by = row.string(by, required: true),
                let on = row.date(on, required: true),
                let reason = row.string(reason, required: true)
            else { return nil }
            let last = row.date(expires)
            reportReversed(from: on, to: last)
            return Waiver(
                id: id.value, programmeID: programme.value, ruleID: rule.value, entryID: entry.value, decisionNumber: number.value,
                decidedBy: by.value, decidedOn: on.value, expiresOn: last?.value, reason: reason.value, row: reference(row))
        }
        reportRepeated(rows, id: \.id, row: \.row, column: "waiver_id")
        return rows
    }

    private func dossiers() -> [DossierDocument] {
        let reader = CSVReader(table, into: collector)
        let programme = reader.column("programme_id"), subject = reader.column("subject_id"), year = reader.column("year", required: false)
        let document = reader.column("document"), on = reader.column("submitted_on"),
            confirmed = reader.column("confirmed_by", required: false)
        let copies = reader.column("copies", required: false), file = reader.column("file", required: false)
        return read(reader) { row in
            guard let programme = row.identifier(programme, required: true),
                let document = row.string(document, required: true), let on = row.date(on, required: true)
            else { return nil }
            return DossierDocument(
                programmeID: programme.value, subjectID: row.identifier(subject)?.value ?? "",
                year: row.integer(year, in: 1945...2100)?.value, document: document.value,
                submittedOn: on.value, confirmedBy: row.list(confirmed).map(\.value), copies: row.integer(copies, in: 1...1000)?.value,
                file: row.string(file)?.value, row: reference(row))
        }
    }

    private func holds() -> [Hold] {
        let reader = CSVReader(table, into: collector)
        let subject = reader.column("subject_id"), kind = reader.column("kind"), from = reader.column("from")
        let until = reader.column("until", required: false), number = reader.column("decision_no", required: false)
        let authority = reader.column("authority", required: false)
        let kinds = Hold.Kind.allCases.map { ($0.rawValue, $0) }
        return read(reader) { row in
            guard let subject = row.identifier(subject, required: true), let kind = row.choice(kind, of: kinds, required: true),
                let from = row.date(from, required: true)
            else { return nil }
            let last = row.date(until)
            reportReversed(from: from, to: last)
            return Hold(
                subjectID: subject.value, kind: kind.value, from: from.value, until: last?.value, decisionNumber: row.string(number)?.value,
                authority: row.string(authority)?.value, row: reference(row))
        }
    }

    /// Two days of which the second comes before the first: the row would never hold.
    private func reportReversed(from first: Located<CalendarDay>, to last: Located<CalendarDay>?) {
        guard let last, last.value < first.value else { return }
        collector.append(
            Diagnostic(
                .error, "row-ends-before-it-begins",
                Message(
                    vi: "ngày cuối \(last.value.vietnamese) đứng trước ngày đầu \(first.value.vietnamese)",
                    en: "the last day, \(last.value.iso), comes before the first, \(first.value.iso)"),
                at: last.place(in: table.path),
                remedy: Message(vi: "đối chiếu văn bản rồi sửa một trong hai ngày", en: "check the document and mend one of the two days")))
    }
}

extension RegisterParser {
    private func totals() -> [ReportedTotal] {
        let reader = CSVReader(table, into: collector)
        let programme = reader.column("programme_id"), year = reader.column("year"), form = reader.column("form")
        let key = reader.column("by"), value = reader.column("value"), count = reader.column("count")
        let keys = ReportedTotal.Key.allCases.map { ($0.rawValue, $0) }
        return read(reader) { row in
            guard let programme = row.identifier(programme, required: true), let year = row.integer(year, in: 1945...2100, required: true),
                let form = row.identifier(form, required: true), let key = row.choice(key, of: keys, required: true),
                let count = row.integer(count, in: 0...1_000_000, required: true)
            else { return nil }
            // The line of all models has nothing to name.
            let value = row.identifier(value, required: key.value != .all)
            if key.value != .all, value == nil { return nil }
            return ReportedTotal(
                programmeID: programme.value, year: year.value, formID: form.value, key: key.value, value: value?.value ?? "",
                count: count.value, row: reference(row))
        }
    }
}

/// The columns that say which decision a row rests on and whether it still stands.
private struct DecisionColumns {
    struct Standing {
        var decision: Decision
        var status: DecisionStatus
        var revokedOn: CalendarDay?
        var revokedBy: String?
    }

    private let number, date, authority, status, revokedOn, revokedBy: CSVColumn

    init(_ reader: CSVReader) {
        number = reader.column("decision_no")
        date = reader.column("decision_date")
        authority = reader.column("authority")
        status = reader.column("status")
        revokedOn = reader.column("revoked_on", required: false)
        revokedBy = reader.column("revoked_by", required: false)
    }

    func read(_ row: RowReader) -> Standing? {
        guard let number = row.string(number, required: true), let date = row.date(date, required: true),
            let authority = row.string(authority, required: true),
            let status = row.choice(status, of: DecisionStatus.allCases.map { ($0.rawValue, $0) }, required: true)
        else { return nil }
        return Standing(
            decision: Decision(number: number.value, date: date.value, authority: authority.value), status: status.value,
            revokedOn: row.date(revokedOn)?.value, revokedBy: row.string(revokedBy)?.value)
    }
}
