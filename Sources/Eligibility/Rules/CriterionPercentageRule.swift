import Diagnostics
import Formats
import Programmes
import Registers

/// **Tỷ lệ từng tiêu chí.** Mỗi tiêu chí đạt ít nhất một tỷ lệ phần trăm điểm tối đa của nó, theo điểm đã thẩm định.
///
/// Không làm tròn xuống: 90% của 15 điểm là 13,5 điểm, 13 điểm là không đạt. Khi chấm điểm nguyên thì phải 14 điểm, nên
/// tổng điểm thực tế phải cao hơn tỷ lệ ấy: yêu cầu nêu rõ tổng đó, tính từ mẫu bảng điểm. Chưa có bảng điểm dùng
/// được, hoặc có tiêu chí chưa có điểm dùng được thì chưa rõ, với cùng thông báo như `score_sheet_complete`.
///
/// Đọc: bài, `scores.csv`, `subjects.csv`.
///
/// Khóa:
/// - `minimum_percent` (bắt buộc): từ 1 đến 100; hoặc các trường hợp có `when`.
/// - `criteria`: số thứ tự các tiêu chí được xét; không ghi thì xét mọi tiêu chí của mẫu.
///
/// Ví dụ (VN-41):
/// ```yaml
/// kind: criterion_percentage
/// minimum_percent: 90
/// ```
///
/// Thông báo:
/// - `criterion-below-percentage` (không đạt): có tiêu chí thấp hơn tỷ lệ.
struct CriterionPercentageRule: EntryRule {
    static let kind = "criterion_percentage"
    let percent: Conditional<Int>
    let criteria: [Int]?
    private let vocabulary: Vocabulary
    private let forms: [ScoreSheet]
    var reads: [RuleSource] { [.entry, .register(.scores), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        (vocabulary, forms) = (context.vocabulary, context.forms)
        criteria = context.criteria("criteria", of: keys)
        let percent = Conditional("minimum_percent", of: keys, vocabulary) { $0.integer($1, in: 1...100, required: true)?.value }
        guard context.hasForms(keys), let percent else { return nil }
        self.percent = percent
    }

    var requirement: Message {
        let words = required(percent.words(vocabulary) { Message("\($0)%") })
        guard percent.values.contains(where: { value in forms.contains { isRounded(value, on: $0) } }) else { return words }
        return words + inWholePoints(percent.words(vocabulary, totals))
    }

    private func required(_ percent: Message) -> Message {
        let list = criteria.map(\.listed)
        return Message(
            vi: "\(list.map { "các tiêu chí \($0.vi)" } ?? "mỗi tiêu chí") đạt ít nhất \(percent.vi) điểm tối đa",
            en: "\(list.map { "criteria \($0.en)" } ?? "each criterion") at \(percent.en) of its maximum or more")
    }

    // MARK: What the percentage comes to

    private func inWholePoints(_ totals: Message) -> Message {
        Message(
            vi: "; chấm điểm nguyên thì tổng\(criteria == nil ? "" : " các tiêu chí này") ít nhất \(totals.vi)",
            en: "; in whole points\(criteria == nil ? "" : " these add up to") at least \(totals.en)")
    }

    /// On each form: “93 điểm (tập thể), 92 điểm (cá nhân)”.
    private func totals(_ percent: Int) -> Message {
        forms.map { form in
            let total = total(percent, on: form)
            guard !form.condition.isAlways else { return total }
            let whom = form.condition.words(vocabulary)
            return Message(vi: "\(total.vi) (\(whom.vi))", en: "\(total.en) (\(whom.en))")
        }.joined(Message(vi: ", ", en: ", "))
    }

    private func total(_ percent: Int, on form: ScoreSheet) -> Message {
        let words = asked(of: form).map { ScoreSheet.Step.whole.fewest(percent: percent, of: $0.maximum) }.sum.words
        return Message(vi: "\(words.vi) điểm", en: "\(words.en) points")
    }

    /// Whether the percentage of some criterion lies between two whole points.
    private func isRounded(_ percent: Int, on form: ScoreSheet) -> Bool {
        asked(of: form).contains { !($0.maximum * percent).isMultiple(of: 100) }
    }

    private func asked(of form: ScoreSheet) -> [ScoreSheet.Criterion] {
        form.criteria.filter { criteria?.contains($0.number) ?? true }
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        guard let percent = percent.value(for: honour) else { return honour.undecided(requirement) }
        return honour.judgeSheet(required(Message("\(percent)%"))) { sheet in
            sheet.verdict(test(percent, sheet.form), honour.registers)
        }
    }

    private func test(_ percent: Int, _ form: ScoreSheet) -> FilledSheet.Test {
        FilledSheet.Test(
            criteria: criteria, code: "criterion-below-percentage", column: "points",
            required: {
                let words = required(Message("\(percent)%"))
                return isRounded(percent, on: form) ? words + inWholePoints(total(percent, on: form)) : words
            },
            remedy: Message(
                vi:
                    "đối chiếu bảng giấy; nếu sổ ghi nhầm thì sửa ô này, nếu đúng thì bài không đủ điều kiện: chuyển publish.status thành draft",
                en: "compare the paper; mend this cell if it is wrong, else the entry is not eligible: set publish.status to draft"),
            // Compared as whole numbers: nothing is rounded.
            isMet: { $0.points.tenths * 100 >= $0.maximum * 10 * percent },
            words: { line in
                let (given, needed) = (line.points.words, form.step.fewest(percent: percent, of: line.maximum).words)
                return Message(
                    vi: "tiêu chí \(line.criterion): \(given.vi)/\(line.maximum) điểm, cần ít nhất \(needed.vi)",
                    en: "criterion \(line.criterion): \(given.en) of \(line.maximum) points, \(needed.en) are needed")
            })
    }
}
