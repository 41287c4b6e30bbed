import Diagnostics
import Formats
import Programmes
import Registers
import Vietnamese

/// **Tài liệu kiểm chứng.** Mỗi tiêu chí đã thẩm định có ghi tài liệu kiểm chứng kèm theo.
///
/// Ô `evidence` của dòng điểm nêu tài liệu; để trống, chỉ có dấu gạch, hoặc ghi “không có” là không có tài liệu. Nội
/// dung tài liệu là việc của cơ quan thẩm định. Chưa có bảng điểm dùng được, hoặc có tiêu chí chưa có dòng điểm dùng
/// được thì chưa rõ, với cùng thông báo như `score_sheet_complete`.
///
/// Đọc: bài, `scores.csv`, `subjects.csv`.
///
/// Khóa:
/// - `criteria`: số thứ tự các tiêu chí phải có tài liệu; không ghi thì mọi tiêu chí của mẫu.
///
/// Ví dụ (VN-42):
/// ```yaml
/// kind: criterion_evidence
/// ```
///
/// Thông báo:
/// - `evidence-missing` (không đạt): có tiêu chí không ghi tài liệu kiểm chứng.
struct CriterionEvidenceRule: EntryRule {
    static let kind = "criterion_evidence"
    let criteria: [Int]?
    var reads: [RuleSource] { [.entry, .register(.scores), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        criteria = context.criteria("criteria", of: keys)
        guard context.hasForms(keys) else { return nil }
    }

    var requirement: Message {
        let list = criteria.map(\.listed)
        return Message(
            vi: "\(list.map { "các tiêu chí \($0.vi)" } ?? "mỗi tiêu chí") có tài liệu kiểm chứng kèm theo",
            en: "evidence is named for \(list.map { "criteria \($0.en)" } ?? "each criterion")")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        honour.judgeSheet(requirement) { sheet in
            let test = FilledSheet.Test(
                criteria: criteria, code: "evidence-missing", column: "evidence", required: { requirement },
                remedy: Message(
                    vi: "ghi tên tài liệu kèm theo bảng giấy vào cột evidence; chưa có tài liệu thì đề nghị bổ sung hồ sơ",
                    en: "name in evidence what came with the paper; if nothing did, ask for it"),
                isMet: { $0.evidence.map(Self.names) ?? false },
                words: {
                    Message(
                        vi: "tiêu chí \($0.criterion) không ghi tài liệu kiểm chứng", en: "criterion \($0.criterion) names no evidence")
                })
            return sheet.verdict(test, honour.registers)
        }
    }

    /// Whether a cell names something.
    private static func names(_ text: String) -> Bool {
        let folded = Fold.folded(text)
        return folded.contains { $0.isLetter || $0.isNumber } && !["khong", "khong co", "chua", "chua co"].contains(folded)
    }
}
