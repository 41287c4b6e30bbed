import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// Finds the rows of the score sheet that an entry names, and makes sure that they are one sheet: of the
/// right form, of this subject, programme and year, and the only verified one.
struct SheetReader {
    private let honour: HonourCase
    private var registers: Registers { honour.registers }

    init(_ honour: HonourCase) { self.honour = honour }

    func read() -> SheetReading {
        switch form() {
        case .problem(let problem): .problem(problem)
        case .form(let form): read(form)
        }
    }

    private func read(_ form: ScoreSheet) -> SheetReading {
        guard let id = honour.entry.scoreSheetID else { return .problem(noSheet()) }
        let rows = Array(registers.scores(onSheet: id.value))
        guard let first = rows.first else { return .problem(noRows(id.value)) }
        if let problem = foreignRows(rows, of: form) { return .problem(problem) }
        let verified = rows.filter { $0.kind == .verified }
        guard !verified.isEmpty else { return .problem(notVerified(first)) }
        if let other = otherSheet(than: first) { return .problem(twoSheets(first, other)) }
        return .filled(SheetLines(verified, of: form, registers).sheet(id.value, at: honour.entry.place(id)))
    }

    // MARK: The form

    private enum FormChoice {
        case form(ScoreSheet)
        case problem(SheetProblem)
    }

    /// The first form of the programme whose condition holds of the entry.
    private func form() -> FormChoice {
        for form in honour.programme.scoreSheets {
            switch honour.holds(form.condition) {
            case true?: return .form(form)
            case nil: return .problem(noForm(isKnown: false))
            case false?: continue
            }
        }
        return .problem(noForm(isKnown: true))
    }

    private func noForm(isKnown: Bool) -> SheetProblem {
        SheetProblem(
            isContradiction: false, code: "score-form-missing",
            found: isKnown
                ? Message(vi: "kế hoạch không có bảng điểm dành cho bài này", en: "the programme has no score sheet for this entry")
                : Message(
                    vi: "chưa đủ dữ liệu để biết bảng điểm nào dành cho bài này",
                    en: "what is recorded does not tell which score sheet is for this entry"),
            remedy: Message(
                vi: "đối chiếu điều kiện applies_to của các bảng trong score_sheets với bài và sổ",
                en: "compare applies_to of the programme's score_sheets with the entry and the registers"),
            place: honour.subjectPlace)
    }

    // MARK: The rows

    private func noSheet() -> SheetProblem {
        SheetProblem(
            isContradiction: false, code: "score-sheet-missing",
            found: Message(vi: "bài chưa ghi bảng điểm", en: "the entry names no score sheet"),
            remedy: otherSheet(than: nil).map(nameIt)
                ?? Message(
                    vi: "nhập bảng điểm đã thẩm định vào scores.csv, rồi ghi mã bảng vào khóa score_sheet của bài",
                    en: "enter the verified sheet in scores.csv, then name it in score_sheet"),
            place: honour.subjectPlace)
    }

    private func noRows(_ id: String) -> SheetProblem {
        SheetProblem(
            isContradiction: false, code: "score-sheet-missing",
            found: Message(vi: "sổ điểm chưa có dòng nào của bảng “\(id)”", en: "the register of scores has no row of the sheet “\(id)”"),
            remedy: otherSheet(than: nil).map(nameIt)
                ?? Message(
                    vi: "nhập bảng điểm đã thẩm định vào scores.csv, hoặc sửa khóa score_sheet",
                    en: "enter the verified sheet in scores.csv, or mend score_sheet"),
            place: sheetKey)
    }

    private func notVerified(_ first: Score) -> SheetProblem {
        let other = otherSheet(than: first)
        return SheetProblem(
            isContradiction: false, code: "points-not-verified",
            found: Message(
                vi: "bảng điểm “\(first.sheetID)” mới có điểm tự chấm",
                en: "the score sheet “\(first.sheetID)” holds self-scored points only"),
            remedy: other.map(nameIt)
                ?? Message(
                    vi: "chờ thẩm định, rồi nhập điểm đã thẩm định (kind: verified) vào scores.csv",
                    en: "wait for the verification, then enter its points (kind: verified) in scores.csv"),
            place: other == nil ? registers.place(of: first.row, column: "kind") : sheetKey, rows: [first.row])
    }

    private func nameIt(_ row: Score) -> Message {
        Message(
            vi: "sổ có bảng đã thẩm định “\(row.sheetID)” của đối tượng này: nếu đúng là bảng ấy thì ghi score_sheet: \(row.sheetID)",
            en: "the register has the verified sheet “\(row.sheetID)” of this subject: if it is the one, write score_sheet: \(row.sheetID)")
    }

    private var sheetKey: SourcePlace { honour.entry.scoreSheetID.map(honour.entry.place) ?? honour.subjectPlace }

    // MARK: Rows of something else

    /// Rows under the sheet's id that speak of another form, subject, programme, year or model.
    private func foreignRows(_ rows: [Score], of form: ScoreSheet) -> SheetProblem? {
        let foreign = rows.compactMap { row in difference(row, form).map { (row, $0) } }
        guard let (row, column) = foreign.first else { return nil }
        let isMixed = foreign.count < rows.count
        return isMixed ? mixed(row, column) : otherHonour(row, column, form)
    }

    /// The first column in which a row differs from what the entry needs.
    private func difference(_ row: Score, _ form: ScoreSheet) -> ScoreColumn? {
        if row.programmeID != honour.programme.id { return .programme }
        if row.subjectID != honour.entry.subjectID.value { return .subject }
        if row.year != honour.entry.year.value { return .year }
        if row.formID != form.id { return .form(form.name) }
        if let model = row.registrationID, let own = honour.entry.registrationID, model != own.value { return .registration }
        return nil
    }

    /// A column that tells one sheet from another.
    private enum ScoreColumn {
        case programme, subject, year, registration
        /// With the name of the right form.
        case form(String)

        var name: String {
            switch self {
            case .programme: "programme_id"
            case .subject: "subject_id"
            case .year: "year"
            case .form: "sheet_id"
            case .registration: "registration_id"
            }
        }
    }

    private func words(_ row: Score, _ column: ScoreColumn) -> Message {
        switch column {
        case .programme: Message(vi: "kế hoạch “\(row.programmeID)”", en: "the programme “\(row.programmeID)”")
        case .subject: Message(vi: "đối tượng “\(honour.name(of: row.subjectID))”", en: "the subject “\(honour.name(of: row.subjectID))”")
        case .year: Message(vi: "năm \(row.year)", en: "the year \(row.year)")
        case .form: Message(vi: "mẫu “\(row.formID)”", en: "the form “\(row.formID)”")
        case .registration:
            Message(vi: "mô hình đăng ký “\(row.registrationID ?? "")”", en: "the registration “\(row.registrationID ?? "")”")
        }
    }

    private func otherHonour(_ row: Score, _ column: ScoreColumn, _ form: ScoreSheet) -> SheetProblem {
        let what = words(row, column)
        var problem = SheetProblem(
            isContradiction: true, code: "score-sheet-of-another",
            found: Message(vi: "bảng điểm “\(row.sheetID)” ghi \(what.vi)", en: "the score sheet “\(row.sheetID)” is of \(what.en)"),
            remedy: Message(
                vi: "kiểm tra mã bảng ở khóa score_sheet của bài; nếu đúng bảng ấy thì đối chiếu bảng giấy rồi sửa cột \(column.name)",
                en: "check score_sheet; if it is the right sheet, compare the paper and mend \(column.name)"),
            place: registers.place(of: row.row, column: column.name), rows: [row.row])
        if case .form(let name) = column {
            problem.code = "score-sheet-wrong-form"
            problem.remedy = Message(
                vi: "đối chiếu bảng giấy; nếu sổ ghi nhầm thì sửa cột sheet_id thành \(form.id), nếu đúng thì cần bảng chấm theo “\(name)”",
                en: "compare the paper; if the register is wrong, set sheet_id to \(form.id), else the subject must be scored on “\(name)”")
        }
        return problem
    }

    private func mixed(_ row: Score, _ column: ScoreColumn) -> SheetProblem {
        let what = words(row, column)
        return SheetProblem(
            isContradiction: true, code: "score-sheet-mixed",
            found: Message(
                vi: "dưới mã “\(row.sheetID)” có dòng của một bảng khác, ghi \(what.vi)",
                en: "under the id “\(row.sheetID)” stands a row of another sheet, of \(what.en)"),
            remedy: Message(
                vi: "mỗi bảng đã chấm một mã riêng: đối chiếu bảng giấy rồi sửa ô này, hoặc đổi score_sheet_id của dòng này",
                en: "give each sheet an id of its own: compare the paper, then mend this cell or the row's score_sheet_id"),
            place: registers.place(of: row.row, column: column.name), rows: [row.row])
    }

    // MARK: A second sheet

    /// A row of another verified sheet of the same honour. Sheets of two models that the subject registered are two
    /// honours.
    private func otherSheet(than own: Score?) -> Score? {
        let model = own?.registrationID ?? honour.entry.registrationID?.value
        return registers.scores(of: honour.entry.subjectID.value).first { row in
            row.kind == .verified && row.sheetID != own?.sheetID && row.programmeID == honour.programme.id
                && row.year == honour.entry.year.value && (row.registrationID == nil || model == nil || row.registrationID == model)
        }
    }

    private func twoSheets(_ own: Score, _ other: Score) -> SheetProblem {
        let name = honour.name(of: own.subjectID)
        return SheetProblem(
            isContradiction: true, code: "two-score-sheets",
            found: Message(
                vi: "“\(name)” có hai bảng điểm đã thẩm định cho năm \(own.year): “\(own.sheetID)” và “\(other.sheetID)”",
                en: "“\(name)” has two verified score sheets of \(own.year): “\(own.sheetID)” and “\(other.sheetID)”"),
            remedy: Message(
                vi: "giữ bảng đúng; nếu là bảng của hai mô hình thì ghi mã đăng ký của từng mô hình vào cột registration_id",
                en: "keep the right one; for two models, enter each one's registration in registration_id"),
            place: registers.place(of: other.row, column: "score_sheet_id"), rows: [own.row, other.row],
            notes: [
                Diagnostic.Note(
                    Message(vi: "bảng mà bài ghi", en: "the sheet that the entry names"),
                    at: registers.place(of: own.row, column: "score_sheet_id"))
            ])
    }
}
