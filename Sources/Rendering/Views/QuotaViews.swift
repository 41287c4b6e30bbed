import Board
import Diagnostics
import Eligibility
import Programmes
import Registers
import Templates

/// A quota, and whom it let in: only those whose pages are shown. How many were proposed is the staff's.
struct QuotaModel: Sendable {
    let rule: RuleDeclaration
    let batches: [QuotaBatchModel]
}

struct QuotaBatchModel: Sendable {
    let batch: Batch
    let limit: Int?
    let honours: [Honour]
    let programme: ProgrammeModel

    var context: RenderContext { programme.context }

    /// The filters of the search that find just these honours; nil where no filters do, as with a quota of a position.
    var filter: HonourFilter? {
        var filter = HonourFilter(programmeID: programme.programme.id, year: batch.year, level: batch.level)
        let kinds = Set(honours.map(\.subject.kind)), fields = Set(honours.map(\.field.id))
        if kinds.count == 1 { filter.kind = kinds.first }
        if fields.count == 1 { filter.fieldID = fields.first }
        return programme.honours.count(where: filter.admits) == honours.count ? filter : nil
    }
}

extension ProgrammeModel {
    /// Up to so many people are named under a plan's quotas, all batches together: some thirty lines on a phone.
    static let longestNaming = 60

    var quotas: [QuotaModel] {
        let plan = context.plan
        let reports = plan.report.batches.filter { $0.programmeID == programme.id }
        return programme.rules.compactMap { rule in
            let batches = reports.filter { $0.ruleID == rule.id }.compactMap { report -> QuotaBatchModel? in
                let shown = report.members.compactMap { plan.honourByPath[plan.corpus.entries[$0].path] }.sorted()
                guard !shown.isEmpty else { return nil }
                return QuotaBatchModel(
                    batch: report.batch, limit: report.limit, honours: shown.map { plan.honours[$0] }, programme: self)
            }
            return batches.isEmpty ? nil : QuotaModel(rule: rule, batches: batches)
        }
    }

    /// Whether the quotas name whom they let in. All of a plan's do, or none does: who looks for a name shall not find half of them.
    var namesQuotas: Bool {
        quotas.reduce(0) { $0 + $1.batches.reduce(0) { $0 + $1.honours.count } } <= Self.longestNaming
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
            .list("honours", LinkView.view, Message(vi: "Các điển hình.", en: "The honours.")) { model in
                model.honours.map { LinkModel(title: $0.subject.name, url: model.context.addresses.url($0.route)) }
            },
            .text(
                "year_url", Message(vi: "Chỗ năm ấy bắt đầu trong danh sách của kế hoạch.", en: "Where the year begins in the plan's list.")
            ) { $0.programme.startOfYear($0.batch.year) },
            .text(
                "search_url",
                Message(
                    vi: "Trang tìm kiếm với đúng những điển hình này; không có thì trống.",
                    en: "The search page with just these honours; empty where no filters find them.")
            ) { model in model.filter.map { model.context.addresses.url($0.route(model.context.vocabulary)) } },
        ])
}
