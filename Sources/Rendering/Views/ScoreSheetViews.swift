import Diagnostics
import Formats
import Programmes
import Templates

/// A score sheet, with what the programme's rules say of its criteria.
struct ScoreSheetModel: Sendable {
    let sheet: ScoreSheet
    /// The numbers of the criteria that must have all their points.
    let required: Set<Int>

    init(_ sheet: ScoreSheet, of programme: Programme) {
        self.sheet = sheet
        required = Set(programme.rules.filter { $0.kind.value == "criteria_at_maximum" }.flatMap { $0.criteria(for: sheet) })
    }

    /// The criteria under the parts that they belong to; a sheet without parts is one that has no name.
    var parts: [ScorePartModel] {
        guard !sheet.parts.isEmpty else { return [whole] }
        return sheet.parts.map { part in
            ScorePartModel(part: part, criteria: part.criteria.compactMap(sheet.criterion).map(model))
        }
    }

    private var whole: ScorePartModel { ScorePartModel(part: nil, criteria: sheet.criteria.map(model)) }

    private func model(_ criterion: ScoreSheet.Criterion) -> CriterionModel {
        CriterionModel(criterion: criterion, isRequired: required.contains(criterion.number))
    }
}

struct ScorePartModel: Sendable {
    /// Nil where the sheet has no parts.
    let part: ScoreSheet.Part?
    let criteria: [CriterionModel]
}

struct CriterionModel: Sendable {
    let criterion: ScoreSheet.Criterion
    let isRequired: Bool
}

extension RuleDeclaration {
    /// The criteria that the rule names, where it speaks of those who are scored on this sheet.
    fileprivate func criteria(for sheet: ScoreSheet) -> [Int] {
        let (kinds, scored) = (condition.values(of: .subjectKind), sheet.condition.values(of: .subjectKind))
        guard kinds.isEmpty || scored.isEmpty || !Set(kinds).isDisjoint(with: scored) else { return [] }
        guard case .mapping(let pairs) = node.content, let list = pairs.first(where: { $0.key.value == "criteria" })?.value else {
            return []
        }
        return list.scalars.compactMap { Int($0) }
    }
}

extension YAMLNode {
    /// A single text, or the texts of a list.
    fileprivate var scalars: [String] {
        switch content {
        case .scalar(let text, _): [text]
        case .sequence(let items): items.flatMap(\.scalars)
        case .mapping, .null: []
        }
    }
}

enum ScoreSheetView {
    static let view = View<ScoreSheetModel>(
        "score_sheet", Message(vi: "Một bảng điểm.", en: "A score sheet."),
        [
            .text("name", Message(vi: "Tên bảng.", en: "Its name.")) { $0.sheet.name },
            .text("total", Message(vi: "Tổng điểm tối đa.", en: "The maximum total.")) { Words.number($0.sheet.maximumTotal) },
            .list(
                "parts", partView,
                Message(
                    vi: "Các phần theo thứ tự; bảng không chia phần thì có một phần không tên.",
                    en: "Its parts in order; a sheet without parts has one that has no name.")
            ) { $0.parts },
            .flag(
                "has_required",
                Message(vi: "Có khi có tiêu chí phải đạt điểm tối đa.", en: "Set where some criteria must have all their points.")
            ) { !$0.required.isEmpty },
        ])

    static let partView = View<ScorePartModel>(
        "score_part", Message(vi: "Một phần của bảng điểm.", en: "A part of a score sheet."),
        [
            .text("name", Message(vi: "Tên phần.", en: "Its name.")) { $0.part?.name },
            .text("maximum", Message(vi: "Điểm tối đa của phần.", en: "Its maximum.")) { $0.part.map { Words.number($0.maximum) } },
            .list("criteria", CriterionView.view, Message(vi: "Các tiêu chí.", en: "The criteria.")) { $0.criteria },
        ])
}

enum CriterionView {
    static let view = View<CriterionModel>(
        "criterion", Message(vi: "Một tiêu chí.", en: "A criterion."),
        [
            .text("number", Message(vi: "Số thứ tự.", en: "Its number.")) { Words.number($0.criterion.number) },
            .text("text", Message(vi: "Nội dung.", en: "Its words.")) { $0.criterion.text },
            .text("maximum", Message(vi: "Điểm tối đa.", en: "Its maximum.")) { Words.number($0.criterion.maximum) },
            .flag("required", Message(vi: "Có khi phải đạt điểm tối đa.", en: "Set where it must have all its points.")) {
                $0.isRequired
            },
        ])
}
