import Diagnostics
import Formats
import Programmes
import Registers

/// **Tiêu chí đạt điểm tối đa.** Những tiêu chí được nêu phải đạt điểm tối đa, theo điểm đã thẩm định.
///
/// Một tiêu chí thấp hơn mức tối đa thì không đạt. Không tiêu chí nào thấp hơn, mà chưa có bảng điểm dùng được hoặc có
/// tiêu chí được nêu chưa có điểm dùng được thì chưa rõ, với cùng thông báo như `score_sheet_complete`.
///
/// Đọc: bài, `scores.csv`, `subjects.csv`.
///
/// Khóa:
/// - `criteria` (bắt buộc): số thứ tự các tiêu chí; mọi mẫu mà quy tắc nói tới đều phải có những số ấy.
///
/// Ví dụ (YB-16):
/// ```yaml
/// kind: criteria_at_maximum
/// criteria: [2, 7, 9, 11, 15]
/// ```
///
/// Thông báo:
/// - `criterion-below-maximum` (không đạt): có tiêu chí chưa đạt điểm tối đa.
struct CriteriaAtMaximumRule: EntryRule {
    static let kind = "criteria_at_maximum"
    let criteria: [Int]
    var reads: [RuleSource] { [.entry, .register(.scores), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        let criteria = context.criteria("criteria", of: keys, required: true)
        guard context.hasForms(keys), let criteria else { return nil }
        self.criteria = criteria
    }

    var requirement: Message {
        let list = criteria.listed
        return Message(
            vi: "các tiêu chí \(list.vi) đạt điểm tối đa", en: "criteria \(list.en) at their maximum")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        honour.judgeSheet(requirement) { sheet in
            let test = FilledSheet.Test(
                criteria: criteria, code: "criterion-below-maximum", column: "points", required: { requirement },
                remedy: Message(
                    vi:
                        "đối chiếu bảng giấy; nếu sổ ghi nhầm thì sửa ô này, nếu đúng thì bài không đủ điều kiện: chuyển publish.status thành draft",
                    en: "compare the paper; mend this cell if it is wrong, else the entry is not eligible: set publish.status to draft"),
                isMet: { $0.points == Points($0.maximum) },
                words: {
                    Message(
                        vi: "tiêu chí \($0.criterion): \($0.points.words.vi)/\($0.maximum) điểm",
                        en: "criterion \($0.criterion): \($0.points.words.en) of \($0.maximum) points")
                })
            return sheet.verdict(test, honour.registers)
        }
    }
}
