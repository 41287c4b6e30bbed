import Diagnostics
import Formats
import Programmes
import Registers

/// **Bảng điểm đầy đủ.** Bài có bảng điểm đúng mẫu của đối tượng, đã được thẩm định, chấm đủ mọi tiêu chí.
///
/// Mẫu là bảng đầu tiên trong `score_sheets` có điều kiện `applies_to` hợp với bài. Bảng phải của đúng đối tượng, kế
/// hoạch và năm, và là bảng đã thẩm định duy nhất; đối tượng có nhiều mô hình trong năm thì mỗi bảng ghi mã đăng ký
/// của mô hình ở cột `registration_id`. Chỉ những dòng `verified` được xét: điểm tự chấm không làm cho quy tắc nào đạt
/// và không xuất hiện trong thông báo nào. Dòng cộng của từng phần (`criterion` là mã phần) và dòng tổng cộng
/// (`criterion: total`) không bắt buộc; có thì phải khớp với các tiêu chí.
///
/// Kế hoạch nêu nhiều quy định về cùng bảng điểm thì chia việc bằng `checks`: `form` xét mẫu, đối tượng, năm và mọi
/// tiêu chí đều có điểm; `points` xét mỗi tiêu chí chấm đúng một lần, từ 0 đến điểm tối đa, đúng bước điểm
/// (`points: whole` hoặc `half` của mẫu), các dòng cộng khớp.
///
/// Đọc: bài, `scores.csv`, `subjects.csv`.
///
/// Khóa:
/// - `checks`: `form`, `points`, hoặc cả hai. Mặc định cả hai.
/// - `verified_by_one_of`: các cơ quan được thẩm định, mã trong `bodies`. Cột `verified_by` ghi mã hoặc tên cơ quan.
///
/// Ví dụ (VN-43):
/// ```yaml
/// kind: score_sheet_complete
/// verified_by_one_of: [mass_mobilisation_board, home_affairs_office]
/// ```
///
/// Thông báo:
/// - `score-sheet-wrong-form` (không đạt): bảng theo mẫu dành cho đối tượng khác.
/// - `score-sheet-of-another` (không đạt): bảng ghi đối tượng, kế hoạch, năm hoặc mô hình khác.
/// - `score-sheet-mixed` (không đạt): dưới một mã có dòng của hai bảng.
/// - `two-score-sheets` (không đạt): hai bảng đã thẩm định cho một lần xét.
/// - `criterion-scored-twice` (không đạt): một tiêu chí có hai dòng.
/// - `points-above-maximum` (không đạt): điểm vượt mức tối đa.
/// - `points-between-steps` (không đạt): điểm lẻ mà mẫu không cho.
/// - `criterion-not-on-form` (không đạt): mẫu không có tiêu chí hoặc phần ấy.
/// - `sum-disagrees` (không đạt): dòng cộng không khớp với các tiêu chí.
/// - `score-form-missing` (chưa rõ): kế hoạch không có mẫu cho bài, hoặc chưa biết mẫu nào.
/// - `score-sheet-missing` (chưa rõ): bài chưa ghi bảng điểm, hoặc sổ chưa có bảng ấy.
/// - `points-not-verified` (chưa rõ): mới có điểm tự chấm.
/// - `criterion-missing` (chưa rõ): có tiêu chí chưa có điểm đã thẩm định.
/// - `verifier-missing` (chưa rõ): chưa ghi cơ quan thẩm định.
/// - `verified-by-other-body` (chưa rõ): cơ quan khác thẩm định.
/// - `no-score-sheet` (lỗi của kế hoạch): kế hoạch không có bảng điểm cho những người mà quy tắc nói tới.
struct ScoreSheetCompleteRule: EntryRule {
    /// What of a sheet is looked at.
    enum Check: String, Sendable, CaseIterable { case form, points }

    static let kind = "score_sheet_complete"
    let checks: Set<Check>
    let verifiers: [String]
    private let verifierNames: Message
    var reads: [RuleSource] { [.entry, .register(.scores), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        let checks = keys.choices("checks", of: Check.allCases.map { ($0.rawValue, $0) }).map(\.value)
        self.checks = Set(checks.isEmpty ? Check.allCases : checks)
        verifiers = keys.terms("verified_by_one_of", .bodies, context.vocabulary, required: false)
        verifierNames = verifiers.map(context.vocabulary[.bodies].name(of:)).map { Message($0) }
            .joined(Message(vi: " hoặc ", en: " or "))
        guard context.hasForms(keys) else { return nil }
    }

    var requirement: Message {
        var parts: [Message] = []
        if checks.contains(.form) {
            parts.append(
                Message(
                    vi: "bảng điểm đã thẩm định, đúng mẫu, đúng đối tượng và năm, chấm đủ các tiêu chí",
                    en: "a verified score sheet on the right form, of this subject and year, with points for every criterion"))
        }
        if checks.contains(.points) {
            parts.append(
                Message(
                    vi: "mỗi tiêu chí được chấm đúng một lần, từ 0 đến điểm tối đa; các dòng cộng khớp",
                    en: "each criterion is scored exactly once, from 0 to its maximum; the sums agree"))
        }
        if !verifiers.isEmpty {
            parts.append(Message(vi: "do \(verifierNames.vi) thẩm định", en: "verified by \(verifierNames.en)"))
        }
        return parts.joined("; ")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        honour.judgeSheet(requirement, asksForSheet: checks.contains(.form)) { sheet in
            let problems = (checks.contains(.points) ? sheet.problems : []) + [sheet.missingRows()].compactMap { $0 }
            let found = problems + notVerifiedRightly(sheet, honour)
            return found.verdict(requirement) ?? .pass(sheet.rows)
        }
    }

    // MARK: Who verified

    private func notVerifiedRightly(_ sheet: FilledSheet, _ honour: HonourCase) -> [SheetProblem] {
        guard !verifiers.isEmpty else { return [] }
        let terms = verifiers.compactMap { honour.vocabulary[.bodies][$0] }
        let nobody = sheet.lines.filter { $0.verifiedBy == nil }
        let others = sheet.lines.filter { line in line.verifiedBy.map { body in !terms.contains { $0.isMeant(by: body) } } ?? false }
        return [
            problem(
                "verifier-missing", nobody, sheet, honour,
                Message(vi: "chưa ghi cơ quan thẩm định", en: "nobody is recorded as having verified")),
            problem(
                "verified-by-other-body", others, sheet, honour,
                Message(
                    vi: "“\(others.first?.verifiedBy ?? "")” thẩm định", en: "“\(others.first?.verifiedBy ?? "")” verified")),
        ].compactMap { $0 }
    }

    private func problem(
        _ code: String, _ lines: [FilledSheet.Line], _ sheet: FilledSheet, _ honour: HonourCase, _ words: Message
    ) -> SheetProblem? {
        guard let first = lines.first else { return nil }
        let criteria = lines.map(\.criterion).listed
        return SheetProblem(
            isContradiction: false, code: code,
            found: words
                + Message(
                    vi: " tiêu chí \(criteria.vi) của bảng “\(sheet.id)”", en: " criterion \(criteria.en) of the sheet “\(sheet.id)”"),
            remedy: Message(
                vi: "khi cơ quan có thẩm quyền đã thẩm định, ghi mã \(verifiers.joined(separator: " hoặc ")) vào cột verified_by",
                en: "once the right body has verified them, enter \(verifiers.joined(separator: " or ")) in verified_by"),
            place: honour.registers.place(of: first.row, column: "verified_by"), rows: lines.map(\.row))
    }
}
