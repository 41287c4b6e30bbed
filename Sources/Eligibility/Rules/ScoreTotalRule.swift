import Diagnostics
import Formats
import Programmes
import Registers

/// **Tổng điểm.** Tổng điểm đã thẩm định của bảng điểm đạt từ một mức trở lên.
///
/// Tổng chỉ được tính khi mọi tiêu chí của mẫu đều có đúng một dòng điểm hợp lệ. Chưa có bảng điểm dùng được, thiếu một
/// tiêu chí, hoặc bảng tự mâu thuẫn thì chưa rõ, với cùng thông báo như `score_sheet_complete`. Điểm tự chấm không
/// được tính.
///
/// Đọc: bài, `scores.csv`, `subjects.csv`.
///
/// Khóa:
/// - `minimum` (bắt buộc): số điểm, có thể lẻ một chữ số (`67,5`); hoặc các trường hợp có `when`.
///
/// Ví dụ (YB-15):
/// ```yaml
/// kind: score_total
/// minimum: 75
/// ```
///
/// Thông báo:
/// - `total-too-low` (không đạt): tổng điểm thấp hơn mức yêu cầu.
/// - `not-points` (lỗi của kế hoạch): mức ghi không phải là điểm.
/// - `threshold-above-maximum` (lỗi của kế hoạch): mức cao hơn tổng điểm tối đa của bảng.
struct ScoreTotalRule: EntryRule {
    static let kind = "score_total"
    let minimum: Conditional<Points>
    private let vocabulary: Vocabulary
    var reads: [RuleSource] { [.entry, .register(.scores), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        vocabulary = context.vocabulary
        let maxima = context.forms.map(\.maximumTotal)
        let minimum = Conditional("minimum", of: keys, vocabulary) { reader, key in
            // One threshold for all must be within reach on every sheet, a threshold of some cases on one of them.
            Self.threshold(key, of: reader, atMost: (reader === keys ? maxima.min() : maxima.max()) ?? 1000)
        }
        guard context.hasForms(keys), let minimum else { return nil }
        self.minimum = minimum
    }

    private static func threshold(_ key: String, of keys: MappingReader, atMost maximum: Int) -> Points? {
        guard let text = keys.string(key, required: true) else { return nil }
        guard let points = Points(text.value) else {
            keys.collector.append(
                Diagnostic(
                    .error, "not-points",
                    Message(vi: "“\(text.value)” không phải là điểm", en: "“\(text.value)” is not a number of points"),
                    at: text.place(in: keys.path),
                    remedy: Message(vi: "ghi số, ví dụ 75 hoặc 67,5", en: "write a number, such as 75 or 67,5")))
            return nil
        }
        guard points <= Points(maximum) else {
            keys.collector.append(
                Diagnostic(
                    .error, "threshold-above-maximum",
                    Message(
                        vi: "mức \(points.words.vi) điểm cao hơn tổng điểm tối đa \(maximum) của bảng điểm",
                        en: "\(points.words.en) points are more than the \(maximum) that the score sheet can give"),
                    at: text.place(in: keys.path),
                    remedy: Message(
                        vi: "đối chiếu kế hoạch: sửa minimum, hoặc max_total của bảng điểm",
                        en: "check the plan: mend minimum, or the sheet's max_total")))
            return nil
        }
        return points
    }

    var requirement: Message { required(minimum.words(vocabulary, \.words)) }

    private func required(_ minimum: Message) -> Message {
        Message(
            vi: "tổng điểm đã thẩm định từ \(minimum.vi) điểm trở lên", en: "a verified total of at least \(minimum.en) points")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        guard let minimum = minimum.value(for: honour) else { return honour.undecided(requirement) }
        return honour.judgeSheet(required(minimum.words)) { sheet in
            if let unknown = sheet.gaps().verdict(required(minimum.words), asUnknown: true) { return unknown }
            let total = sheet.lines.map(\.points).sum
            if total >= minimum { return .pass(sheet.rows) }
            return .fail(
                sheet.rows,
                Finding(
                    "total-too-low",
                    found: Message(
                        vi: "tổng điểm đã thẩm định của bảng “\(sheet.id)”: \(total.words.vi)",
                        en: "the verified total of the sheet “\(sheet.id)”: \(total.words.en)"),
                    required: required(minimum.words),
                    remedy: Message(
                        vi:
                            "đối chiếu bảng giấy; nếu sổ ghi nhầm thì sửa điểm trong scores.csv, nếu đúng thì bài không đủ điều kiện: chuyển publish.status thành draft",
                        en: "compare the paper; mend scores.csv if it is wrong, else the entry is not eligible: set publish.status to draft"
                    ),
                    at: sheet.place))
        }
    }
}
