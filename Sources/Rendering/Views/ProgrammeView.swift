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

/// A quota, and whom it let in: only those whose pages are shown. How many were proposed is the staff's.
struct QuotaModel: Sendable {
    let rule: RuleDeclaration
    let batches: [QuotaBatchModel]
}

struct QuotaBatchModel: Sendable {
    let batch: Batch
    let limit: Int?
    let honours: [Honour]
    let context: RenderContext

    /// Longer lists end here; the page's own list has everybody.
    static let longestList = 100
}

extension ProgrammeModel {
    var quotas: [QuotaModel] {
        let plan = context.plan
        let reports = plan.report.batches.filter { $0.programmeID == programme.id }
        return programme.rules.compactMap { rule in
            let batches = reports.filter { $0.ruleID == rule.id }.compactMap { report -> QuotaBatchModel? in
                let shown = report.members.compactMap { plan.honourByPath[plan.corpus.entries[$0].path] }.sorted()
                guard !shown.isEmpty else { return nil }
                return QuotaBatchModel(
                    batch: report.batch, limit: report.limit, honours: shown.map { plan.honours[$0] }, context: context)
            }
            return batches.isEmpty ? nil : QuotaModel(rule: rule, batches: batches)
        }
    }
}

enum QuotaView {
    static let view = View<QuotaModel>(
        "quota", Message(vi: "Một quy định về số lượng.", en: "A quota."),
        [
            .text("rule", Message(vi: "Mã quy định.", en: "The rule's id.")) { $0.rule.id },
            .text("cite", Message(vi: "Điểm, mục.", en: "The clause.")) { $0.rule.cite },
            .text("text", Message(vi: "Nội dung quy định.", en: "The rule in words.")) { $0.rule.text },
            .list("batches", batchView, Message(vi: "Các đợt có người được vinh danh.", en: "The batches, those with honours.")) {
                $0.batches
            },
        ])

    static let batchView = View<QuotaBatchModel>(
        "quota_batch", Message(vi: "Những ai được vinh danh trong số lượng của một đợt.", en: "Who fills a quota in one batch."),
        [
            .text("year", Message(vi: "Năm của đợt.", en: "The batch's year.")) { String($0.batch.year) },
            .text("level", Message(vi: "Cấp, khi số lượng tính riêng từng cấp.", en: "Its level, where each level has a quota.")) { model in
                model.batch.level.map { model.context.vocabulary[.levels].name(of: $0).lowercasedFirst }
            },
            .text("limit", Message(vi: "Số lượng của đợt, nếu biết.", en: "The number that the quota allows, where it is known.")) {
                $0.limit.map { Words.number($0) }
            },
            .text("count", Message(vi: "Số điển hình được giới thiệu.", en: "How many honours are shown.")) {
                Words.number($0.honours.count)
            },
            .list(
                "honours", LinkView.view,
                Message(vi: "Các điển hình, nhiều nhất 100.", en: "The honours, 100 at most.")
            ) { model in
                model.honours.prefix(QuotaBatchModel.longestList).map {
                    LinkModel(title: $0.subject.name, url: model.context.addresses.url($0.route))
                }
            },
            .text("more", Message(vi: "Số điển hình còn lại, khi hơn 100.", en: "How many more there are.")) { model in
                let more = model.honours.count - QuotaBatchModel.longestList
                return more > 0 ? Words.number(more) : nil
            },
        ])
}
