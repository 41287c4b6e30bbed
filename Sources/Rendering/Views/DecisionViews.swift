import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Programmes
import Registers
import Templates

/// A decision as its page shows it: what is said of it rests on the honours that the board shows, never on
/// other rows of the registers.
struct DecisionModel: Sendable {
    let decision: Decision
    let honours: [Honour]
    let context: RenderContext

    init(_ decision: Decision, of listing: Listing, in context: RenderContext) {
        self.decision = decision
        self.context = context
        honours = listing.honours.map { context.plan.honours[Int($0)] }
    }

    /// How many of a kind, in words; nil where there are none.
    func count(_ kind: SubjectKind) -> String? {
        let count = honours.count { $0.subject.kind == kind }
        return count == 0 ? nil : Words.number(count)
    }

    /// What the decision gave, each once, in the order of the honours.
    var given: [String] { honours.map { context.vocabulary.given($0.decision.given) }.uniqued() }

    /// The reason that all its honours were given for; nil where they differ, or where one has none.
    var sharedReason: String? {
        let reasons = honours.map { honour -> String? in
            guard case .award(let id) = honour.entry.basis else { return nil }
            return context.plan.corpus.registers.award(id.value)?.reason
        }.uniqued()
        return reasons.count == 1 ? reasons[0] : nil
    }

    var programmes: [LinkModel] {
        honours.map(\.programme.id).uniqued().compactMap { context.plan.corpus.programme($0) }.map {
            LinkModel(title: $0.title, url: context.addresses.url(Route.programme($0.id)))
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it first stands.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

enum DecisionView {
    static let view = View<DecisionModel>(
        "decision", Message(vi: "Một quyết định công nhận, khen thưởng.", en: "A decision."),
        [
            .text("number", Message(vi: "Số quyết định.", en: "Its number.")) { $0.decision.number },
            .text("date", Message(vi: "Ngày ký.", en: "Its date.")) { $0.decision.date.vietnamese },
            .text("date_iso", Message(vi: "Ngày ký, dạng máy đọc.", en: "The same for machines.")) { $0.decision.date.iso },
            .text("authority", Message(vi: "Cơ quan, người ký ban hành.", en: "The authority.")) { $0.decision.authority },
            .texts("given", Message(vi: "Các hình thức khen thưởng, danh hiệu.", en: "What was given.")) { $0.given },
            .text(
                "collectives",
                Message(vi: "Số tập thể được giới thiệu trên trang; không có thì trống.", en: "How many collectives are shown.")
            ) { $0.count(.collective) },
            .text("individuals", Message(vi: "Số cá nhân.", en: "How many individuals.")) { $0.count(.individual) },
            .text("households", Message(vi: "Số hộ gia đình.", en: "How many households.")) { $0.count(.household) },
            .text("reason", Message(vi: "Lý do, khi mọi trường hợp cùng một lý do.", en: "The reason, where all share one.")) {
                $0.sharedReason
            },
            .list("programmes", LinkView.view, Message(vi: "Các kế hoạch.", en: "The programmes.")) { $0.programmes },
        ])
}

/// A page of the index of decisions.
struct DecisionsModel: Sendable {
    let context: RenderContext
    let page: Int

    static let title = "Theo quyết định"

    private var pages: Pages { context.plan.decisionPages }

    var head: HeadModel {
        context.indexHead(page == 1 ? Self.title : "\(Self.title) – trang \(page)", Route.page(page, of: Route.decisions))
    }

    /// The page's decisions by the year in which they were signed, the latest first.
    var years: [DecisionYearModel] {
        var years: [DecisionYearModel] = []
        for listing in context.plan.decisionListings[pages.range(ofPage: page)] {
            guard case .decision(let decision) = listing.kind else { continue }
            if years.last?.year != decision.date.year { years.append(DecisionYearModel(year: decision.date.year, decisions: [])) }
            years[years.count - 1].decisions.append(
                LinkModel(
                    title: Words.decision(decision), url: context.addresses.url(listing.route), count: listing.honours.count))
        }
        return years
    }

    var pagination: PaginationModel? {
        PaginationModel(pages, page: page, of: Route.decisions, context.addresses)
    }
}

struct DecisionYearModel: Sendable {
    let year: Int
    var decisions: [LinkModel]
}

enum DecisionsView {
    static let view = View<DecisionsModel>(
        "decisions", Message(vi: "Danh mục quyết định.", en: "The index of decisions."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tên danh mục.", en: "The index's name.")) { _ in DecisionsModel.title },
            .list("years", yearView, Message(vi: "Các năm ký, mới nhất trước.", en: "The years, the latest first.")) { $0.years },
            .record(
                "pagination", PaginationView.view,
                Message(vi: "Phân trang, khi có hơn một trang.", en: "The pages, where there are several.")
            ) { $0.pagination },
        ])

    static let yearView = View<DecisionYearModel>(
        "decision_year", Message(vi: "Các quyết định ký trong một năm.", en: "The decisions of one year."),
        [
            .text("year", Message(vi: "Năm.", en: "The year.")) { String($0.year) },
            .list("decisions", LinkView.view, Message(vi: "Các quyết định.", en: "The decisions.")) { $0.decisions },
        ])
}
