import Diagnostics
import Formats
import Vietnamese

/// Holds the score sheets of a programme against themselves: sums, numbers, parts, and criteria that a
/// form prints twice.
struct ScoreSheetLint {
    private let sheets: [ScoreSheet]
    private let readings: [Reading]
    private let path: String

    /// - Parameter readings: what the programme says of its own readings and contradictions.
    init(_ sheets: [ScoreSheet], _ readings: [Reading], path: String) {
        self.sheets = sheets
        self.readings = readings
        self.path = path
    }

    func diagnostics() -> [Diagnostic] {
        let ofSheets = sheets.flatMap { sheet in
            let repeated = repeatedNumbers(sheet)
            // Parts name criteria by their numbers: these must be clear first.
            return sums(sheet) + (repeated.isEmpty ? parts(sheet) : repeated) + repeatedTexts(sheet)
        }
        return repeatedSheets() + ofSheets + readingsOfNothing()
    }

    // MARK: Sums

    private func sums(_ sheet: ScoreSheet) -> [Diagnostic] {
        let sum = sheet.criteria.reduce(0) { $0 + $1.maximum }
        guard sum != sheet.maximumTotal else { return [] }
        return [
            wrongSum(
                Message(
                    vi: "tổng điểm các tiêu chí là \(sum), không phải \(sheet.maximumTotal)",
                    en: "the criteria add up to \(sum), not \(sheet.maximumTotal)"), at: sheet.totalPlace)
        ]
    }

    private func wrongSum(_ found: Message, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "score-sheet-sum", found, at: place,
            remedy: Message(vi: "đối chiếu bảng điểm của kế hoạch", en: "check the plan's score sheet"))
    }

    /// Where a sheet has parts, each criterion belongs to one of them, and each part adds up.
    private func parts(_ sheet: ScoreSheet) -> [Diagnostic] {
        guard !sheet.parts.isEmpty else { return [] }
        var found: [Diagnostic] = []
        var ids: Set<String> = [ScoreSheet.totalID]
        var owners: [Int: Int] = [:]
        for part in sheet.parts {
            if !ids.insert(part.id).inserted {
                found.append(
                    Diagnostic(
                        .error, "duplicate-part",
                        Message(vi: "mã phần “\(part.id)” đã được dùng", en: "the part's id “\(part.id)” is taken"), at: part.place,
                        remedy: Message(
                            vi: "mỗi phần một mã riêng, khác “\(ScoreSheet.totalID)”",
                            en: "give each part an id of its own, other than “\(ScoreSheet.totalID)”")))
            }
            for number in part.criteria {
                owners[number, default: 0] += 1
                guard sheet.criterion(number) == nil else { continue }
                found.append(
                    Diagnostic(
                        .error, "criterion-not-on-form",
                        Message(vi: "bảng điểm không có tiêu chí \(number)", en: "the sheet has no criterion \(number)"), at: part.place,
                        remedy: Message(vi: "kiểm tra khóa criteria của phần này", en: "check criteria of this part")))
            }
            let sum = part.criteria.compactMap(sheet.criterion).reduce(0) { $0 + $1.maximum }
            if sum != part.maximum {
                found.append(
                    wrongSum(
                        Message(
                            vi: "tổng điểm các tiêu chí của phần \(part.id) là \(sum), không phải \(part.maximum)",
                            en: "the criteria of part \(part.id) add up to \(sum), not \(part.maximum)"), at: part.place))
            }
        }
        return found
            + sheet.criteria.filter { owners[$0.number] != 1 }.map { criterion in
                Diagnostic(
                    .error, "criterion-not-in-one-part",
                    Message(
                        vi: "tiêu chí \(criterion.number) thuộc \(owners[criterion.number] ?? 0) phần",
                        en: "criterion \(criterion.number) belongs to \(owners[criterion.number] ?? 0) parts"),
                    at: criterion.place,
                    remedy: Message(
                        vi: "ghi số tiêu chí này vào criteria của đúng một phần", en: "name it in criteria of exactly one part"))
            }
    }

    // MARK: What stands twice

    private func repeatedSheets() -> [Diagnostic] {
        var first: [String: ScoreSheet] = [:]
        return sheets.compactMap { sheet in
            guard let other = first[sheet.id] else {
                first[sheet.id] = sheet
                return nil
            }
            return Diagnostic(
                .error, "duplicate-score-sheet",
                Message(vi: "bảng điểm “\(sheet.id)” được khai báo hai lần", en: "the score sheet “\(sheet.id)” is declared twice"),
                at: sheet.place, remedy: Message(vi: "đổi mã hoặc bỏ một trong hai", en: "rename or remove one of the two"),
                notes: [Diagnostic.Note(Message(vi: "khai báo trước", en: "declared here first"), at: other.place)])
        }
    }

    private func repeatedNumbers(_ sheet: ScoreSheet) -> [Diagnostic] {
        var first: [Int: ScoreSheet.Criterion] = [:]
        return sheet.criteria.compactMap { criterion in
            guard let other = first[criterion.number] else {
                first[criterion.number] = criterion
                return nil
            }
            return Diagnostic(
                .error, "duplicate-criterion",
                Message(vi: "bảng điểm có hai tiêu chí số \(criterion.number)", en: "the sheet has two criteria \(criterion.number)"),
                at: criterion.place, remedy: Message(vi: "đánh số lại theo kế hoạch", en: "number them as the plan does"),
                notes: [Diagnostic.Note(Message(vi: "tiêu chí kia", en: "the other one"), at: other.place)])
        }
    }

    /// A form that prints one criterion twice most often lost another one in copying. Whoever has seen it says
    /// so among the contradictions, where readers find it.
    private func repeatedTexts(_ sheet: ScoreSheet) -> [Diagnostic] {
        let said = Set(readings.filter { $0.scoreSheet?.value == sheet.id }.flatMap { $0.criteria.map(\.value) })
        var first: [String: ScoreSheet.Criterion] = [:]
        return sheet.criteria.compactMap { criterion in
            let text = Fold.comparable(criterion.text, ignoringCase: true)
            guard let other = first[text] else {
                first[text] = criterion
                return nil
            }
            guard !said.isSuperset(of: [other.number, criterion.number]) else { return nil }
            return Diagnostic(
                .warning, "duplicate-criterion-text",
                Message(
                    vi: "tiêu chí \(other.number) và tiêu chí \(criterion.number) giống hệt nhau",
                    en: "criteria \(other.number) and \(criterion.number) read the same"),
                at: criterion.place,
                remedy: Message(
                    vi:
                        "đối chiếu bản có chữ ký; nếu kế hoạch in như vậy thì khai vào contradictions, ghi score_sheet: \(sheet.id) và criteria: [\(other.number), \(criterion.number)]",
                    en:
                        "check the signed plan; if it reads so, say it in contradictions, with score_sheet: \(sheet.id) and criteria: [\(other.number), \(criterion.number)]"
                ),
                notes: [Diagnostic.Note(Message(vi: "tiêu chí kia", en: "the other one"), at: other.place)])
        }
    }

    // MARK: Readings

    /// A reading or a contradiction that names a sheet or a criterion must name one that there is.
    private func readingsOfNothing() -> [Diagnostic] {
        readings.flatMap { reading -> [Diagnostic] in
            guard let id = reading.scoreSheet else { return [] }
            guard let sheet = sheets.first(where: { $0.id == id.value }) else {
                let nearest = Suggestion.nearest(to: id.value, among: sheets.map(\.id))
                return [
                    Diagnostic(
                        .error, "unknown-score-sheet",
                        Message(vi: "kế hoạch không có bảng điểm “\(id.value)”", en: "the programme has no score sheet “\(id.value)”"),
                        at: id.place(in: path),
                        remedy: nearest.map { Message(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                            ?? Message(vi: "ghi id của một bảng trong score_sheets", en: "name one of score_sheets"))
                ]
            }
            return reading.criteria.filter { sheet.criterion($0.value) == nil }.map { number in
                Diagnostic(
                    .error, "criterion-not-on-form",
                    Message(
                        vi: "bảng điểm “\(sheet.id)” không có tiêu chí \(number.value)",
                        en: "the score sheet “\(sheet.id)” has no criterion \(number.value)"),
                    at: number.place(in: path), remedy: Message(vi: "kiểm tra khóa criteria", en: "check criteria"))
            }
        }
    }
}
