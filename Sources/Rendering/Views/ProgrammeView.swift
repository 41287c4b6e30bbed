import Board
import Diagnostics
import Eligibility
import Formats
import Programmes
import Templates

/// A plan as its page shows it.
struct ProgrammeModel: Sendable {
    let programme: Programme
    let context: RenderContext

    var rules: [RuleModel] {
        let accepted = Set(context.plan.configuration.acceptedKinds)
        return programme.rules.map { rule in
            RuleModel(
                rule: rule, isUnchecked: !RuleCatalogue.builtKinds.contains(rule.kind.value),
                isAccepted: accepted.contains(rule.kind.value))
        }
    }
}

enum ProgrammeView {
    static let view = View<ProgrammeModel>(
        "programme", Message(vi: "Một kế hoạch.", en: "A programme."),
        [
            .text("title", Message(vi: "Tên kế hoạch.", en: "Its title.")) { $0.programme.title },
            .text("summary", Message(vi: "Giới thiệu ngắn.", en: "What it is about.")) { $0.programme.summary },
            .text("citation", Message(vi: "Số, ngày, cơ quan ban hành.", en: "The plan as one cites it.")) {
                $0.programme.document.citation
            },
            .texts("gaps", Message(vi: "Những chỗ văn bản để trống.", en: "What the printed plan leaves out.")) {
                $0.programme.document.gaps
            },
            .text("from", Message(vi: "Có hiệu lực từ ngày.", en: "Valid from.")) { $0.programme.validFrom.vietnamese },
            .text("to", Message(vi: "Có hiệu lực đến ngày.", en: "Valid to.")) { $0.programme.validTo.vietnamese },
            .list("fields", ProgrammeFieldView.view, Message(vi: "Các lĩnh vực theo thứ tự của kế hoạch.", en: "The fields, in its order."))
            { $0.programme.fields },
            .list("required_rules", RuleView.view, Message(vi: "Các quy định bắt buộc.", en: "The hard rules.")) { model in
                model.rules.filter { $0.rule.severity == .error }
            },
            .list(
                "other_rules", RuleView.view, Message(vi: "Nội dung định hướng, khuyến khích.", en: "What the plan encourages or explains.")
            ) { model in
                model.rules.filter { $0.rule.severity != .error }
            },
            .list("readings", ReadingView.view, Message(vi: "Cách hiểu đã chọn ở những chỗ kế hoạch để ngỏ.", en: "The readings chosen.")) {
                $0.programme.readings
            },
            .list(
                "contradictions", ReadingView.view,
                Message(vi: "Những chỗ kế hoạch chưa thống nhất.", en: "Where the plan contradicts itself.")
            ) {
                $0.programme.contradictions
            },
            .list("score_sheets", ScoreSheetView.view, Message(vi: "Các bảng điểm.", en: "The score sheets.")) { $0.programme.scoreSheets },
            .list("quotas", QuotaView.view, Message(vi: "Số lượng đã đề nghị.", en: "The quotas and how far they are used.")) { model in
                model.context.plan.report.batches.filter { $0.programmeID == model.programme.id }
                    .map { batch in QuotaModel(batch: batch, rule: model.programme.rules.first { $0.id == batch.ruleID }) }
            },
        ])
}

enum ProgrammeFieldView {
    static let view = View<ProgrammeField>(
        "programme_field", Message(vi: "Một lĩnh vực của kế hoạch.", en: "A field of the plan."),
        [
            .text("name", Message(vi: "Tên theo kế hoạch.", en: "Its name in the plan.")) { $0.name },
            .text("note", Message(vi: "Ghi chú.", en: "A note.")) { $0.note },
        ])
}

struct RuleModel: Sendable {
    let rule: RuleDeclaration
    let isUnchecked: Bool
    let isAccepted: Bool
}

enum RuleView {
    static let view = View<RuleModel>(
        "rule", Message(vi: "Một quy định của kế hoạch.", en: "A rule of the plan."),
        [
            .text("id", Message(vi: "Mã quy định.", en: "Its id.")) { $0.rule.id },
            .text("cite", Message(vi: "Điểm, mục.", en: "The clause.")) { $0.rule.cite },
            .text("text", Message(vi: "Nội dung.", en: "The rule in words.")) { $0.rule.text },
            .flag("unchecked", Message(vi: "Có khi phần mềm chưa kiểm tra được.", en: "Set where the program can't check it yet.")) {
                $0.isUnchecked
            },
            .flag("accepted", Message(vi: "Có khi cán bộ nhận tự đối chiếu quy định đó.", en: "Set where staff check it on paper.")) {
                $0.isAccepted
            },
        ])
}

enum ReadingView {
    static let view = View<Reading>(
        "reading", Message(vi: "Một cách hiểu, hoặc một chỗ chưa thống nhất.", en: "A reading, or a contradiction."),
        [
            .text("rules", Message(vi: "Mã các quy định liên quan.", en: "The rules concerned.")) { $0.rules.joined(separator: ", ") },
            .text("text", Message(vi: "Nội dung.", en: "Its words.")) { $0.text },
        ])
}

enum ScoreSheetView {
    static let view = View<ScoreSheet>(
        "score_sheet", Message(vi: "Một bảng điểm.", en: "A score sheet."),
        [
            .text("name", Message(vi: "Tên bảng.", en: "Its name.")) { $0.name },
            .text("total", Message(vi: "Tổng điểm tối đa.", en: "The maximum total.")) { Words.number($0.maximumTotal) },
            .list("criteria", CriterionView.view, Message(vi: "Các tiêu chí.", en: "The criteria.")) { $0.criteria },
        ])
}

enum CriterionView {
    static let view = View<ScoreSheet.Criterion>(
        "criterion", Message(vi: "Một tiêu chí.", en: "A criterion."),
        [
            .text("number", Message(vi: "Số thứ tự.", en: "Its number.")) { Words.number($0.number) },
            .text("text", Message(vi: "Nội dung.", en: "Its words.")) { $0.text },
            .text("maximum", Message(vi: "Điểm tối đa.", en: "Its maximum.")) { Words.number($0.maximum) },
        ])
}

struct QuotaModel: Sendable {
    let batch: BatchReport
    let rule: RuleDeclaration?
}

enum QuotaView {
    static let view = View<QuotaModel>(
        "quota", Message(vi: "Một số lượng và mức đã dùng.", en: "A quota and how far it is used."),
        [
            .text("rule", Message(vi: "Mã quy định.", en: "The rule's id.")) { $0.batch.ruleID },
            .text("text", Message(vi: "Nội dung quy định.", en: "The rule in words.")) { $0.rule?.text },
            .text("batch", Message(vi: "Đợt, năm.", en: "The batch.")) { Words.batch($0.batch.batch.name) },
            .text("count", Message(vi: "Số bài được đề nghị.", en: "How many entries were proposed.")) { Words.number($0.batch.count) },
        ])
}
