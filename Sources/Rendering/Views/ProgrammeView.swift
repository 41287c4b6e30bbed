import Board
import Diagnostics
import Eligibility
import Formats
import Programmes
import Registers
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
            .list("score_sheets", ScoreSheetView.view, Message(vi: "Các bảng điểm.", en: "The score sheets.")) { model in
                model.programme.scoreSheets.map { ScoreSheetModel($0, of: model.programme) }
            },
            .list(
                "quotas", QuotaView.view,
                Message(vi: "Các quy định về số lượng đã có người được vinh danh.", en: "The quotas that somebody fills.")
            ) { $0.quotas },
            .flag(
                "quotas_named",
                Message(
                    vi: "Có khi các đợt nêu tên từng điển hình; bảng lớn thì chỉ đếm và dẫn tới danh sách.",
                    en: "Set where the batches name their honours; large boards count them and lead to lists.")
            ) { $0.namesQuotas },
            .list(
                "parts", ProgrammePartView.view,
                Message(
                    vi:
                        "Các lượt vinh danh của kế hoạch theo lĩnh vực, cấp, đối tượng, mỗi mục dẫn tới kết quả tìm kiếm; chỉ có ở bảng lớn.",
                    en: "The plan's honours by field, level and kind, each leading to search results; on large boards only.")
            ) { $0.parts },
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
