import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Templates

/// A page of a list of honours.
struct ListModel: Sendable {
    let context: RenderContext
    let listing: Listing
    let page: Int

    var addresses: Addresses { context.addresses }

    var title: String {
        switch listing.kind {
        case .all: "Danh sách vinh danh"
        case .place(let place): place.fullName
        case .year(let year): "Năm \(year)"
        case .field(let field): field.name
        case .programme(let programme): programme.title
        case .decision(let decision): Words.shortDecision(decision)
        }
    }

    /// What tells the list apart from every other: a decision's number and day may repeat.
    private var fullTitle: String {
        if case .decision(let decision) = listing.kind { Words.decision(decision) } else { title }
    }

    /// The index that the list belongs to.
    private var parent: LinkModel? {
        switch listing.kind {
        case .all: nil
        case .place: LinkModel(title: "Theo địa bàn", url: addresses.url(Route.places))
        case .year: LinkModel(title: "Theo năm", url: addresses.url(Route.years))
        case .field: LinkModel(title: "Theo lĩnh vực", url: addresses.url(Route.fields))
        case .programme: LinkModel(title: "Theo kế hoạch", url: addresses.url(Route.programmes))
        case .decision: LinkModel(title: DecisionsModel.title, url: addresses.url(Route.decisions))
        }
    }

    var head: HeadModel {
        var trail = [LinkModel(title: "Trang chủ", url: addresses.url(Route.home))]
        if let parent { trail.append(parent) }
        if case .place(let place) = listing.kind {
            for above in context.plan.corpus.gazetteer.chain(from: place.id).dropFirst().reversed() {
                trail.append(LinkModel(title: above.fullName, url: addresses.url(Route.place(above.id))))
            }
        }
        trail.append(LinkModel(title: title, url: ""))
        return HeadModel(
            title: page == 1 ? fullTitle : "\(fullTitle) – trang \(page)",
            description: "\(fullTitle): \(Words.number(listing.honours.count)) lượt vinh danh trên \(context.plan.configuration.title).",
            canonical: addresses.absolute(Route.page(page, of: listing.route)), isHidden: context.plan.configuration.isSample, trail: trail,
            feed: feed, structure: [structure])
    }

    var records: [Record] { listing.honours(onPage: page).map { context.cards[Int($0)] } }

    var pagination: PaginationModel? {
        PaginationModel(listing.pages, page: page, of: listing.route, addresses)
    }

    var place: PlaceModel? {
        if case .place(let place) = listing.kind { PlaceModel(place: place, context: context) } else { nil }
    }

    /// On the list's first page only: what a plan asks for is told once.
    var programme: ProgrammeModel? {
        guard page == 1, case .programme(let programme) = listing.kind else { return nil }
        return ProgrammeModel(programme: programme, context: context)
    }

    var decision: DecisionModel? {
        if case .decision(let decision) = listing.kind { DecisionModel(decision, of: listing, in: context) } else { nil }
    }
}

enum ListView {
    static let view = View<ListModel>(
        "list",
        Message(
            vi: "Một trang danh sách: tất cả, theo địa bàn, năm, lĩnh vực, kế hoạch hoặc quyết định.", en: "A page of a list of honours."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tên danh sách.", en: "The list's name.")) { $0.title },
            .text("total", Message(vi: "Số lượt vinh danh.", en: "How many honours.")) { Words.number($0.listing.honours.count) },
            .flag("first_page", Message(vi: "Có ở trang đầu của danh sách.", en: "Set on the first page.")) { $0.page == 1 },
            .records("cards", RenderedCardView.view.shape, Message(vi: "Các lượt vinh danh của trang.", en: "The page's honours.")) {
                $0.records
            },
            .list(
                "year_groups", YearGroupView.view,
                Message(
                    vi: "Các lượt vinh danh của trang, chia theo năm; không có ở danh sách ngắn, danh sách của một năm, một quyết định.",
                    en: "The page's honours by year; none on a short list and on one of a year or a decision.")
            ) { $0.yearGroups },
            .list(
                "years", LinkView.view,
                Message(
                    vi: "Liên kết tới chỗ bắt đầu của từng năm, ở trang đầu của danh sách có nhiều năm.",
                    en: "Links to where each year begins, on the first page of a list of several years.")
            ) { $0.yearJumps },
            .record(
                "pagination", PaginationView.view,
                Message(vi: "Phân trang, khi có hơn một trang.", en: "The pages, where there are several.")
            ) { $0.pagination },
            .record("place", PlaceView.view, Message(vi: "Địa bàn, ở danh sách theo địa bàn.", en: "The place, on a list by place.")) {
                $0.place
            },
            .record(
                "programme", ProgrammeView.view,
                Message(
                    vi: "Kế hoạch, ở trang đầu của danh sách theo kế hoạch.", en: "The programme, on the first page of a list by programme."
                )
            ) { $0.programme },
            .record(
                "decision", DecisionView.view,
                Message(vi: "Quyết định, ở danh sách theo quyết định.", en: "The decision, on a list by decision.")
            ) { $0.decision },
        ])
}

struct PaginationModel: Sendable {
    let pages: Pages
    let page: Int
    let route: String
    let addresses: Addresses

    /// Nil where there is one page only.
    init?(_ pages: Pages, page: Int, of route: String, _ addresses: Addresses) {
        guard pages.count > 1 else { return nil }
        self.pages = pages
        self.page = page
        self.route = route
        self.addresses = addresses
    }

    func url(_ page: Int) -> String? {
        page >= 1 && page <= pages.count && page != self.page ? addresses.url(Route.page(page, of: route)) : nil
    }
}

enum PaginationView {
    static let view = View<PaginationModel>(
        "pagination", Message(vi: "Phân trang của danh sách.", en: "The pages of a list."),
        [
            .text("number", Message(vi: "Trang hiện tại.", en: "The page.")) { Words.number($0.page) },
            .text("count", Message(vi: "Số trang.", en: "How many pages.")) { Words.number($0.pages.count) },
            .text("first_url", Message(vi: "Trang đầu; không có ở trang đầu.", en: "The first page.")) { $0.url(1) },
            .text("previous_url", Message(vi: "Trang trước; không có ở trang đầu.", en: "The page before.")) { $0.url($0.page - 1) },
            .text("next_url", Message(vi: "Trang sau; không có ở trang cuối.", en: "The page after.")) { $0.url($0.page + 1) },
            .text("last_url", Message(vi: "Trang cuối; không có ở trang cuối.", en: "The last page.")) { $0.url($0.pages.count) },
        ])
}

struct PlaceModel: Sendable {
    /// More places within one than so stand behind a line that counts them: a province has a hundred and more communes.
    static let mostChildren = 24

    let place: Place
    let context: RenderContext

    var children: [Place] { context.plan.childrenWithHonours(of: place.id) }
    var gazetteer: Gazetteer { context.plan.corpus.gazetteer }

    func links(_ places: [Place]) -> [LinkModel] {
        places.map { place in
            let listing = context.plan.listing(at: Route.place(place.id))
            return LinkModel(
                title: place.fullName, url: listing.map { context.addresses.url($0.route) } ?? "", count: listing?.honours.count)
        }
    }
}

enum PlaceView {
    static let view = View<PlaceModel>(
        "place", Message(vi: "Một địa bàn, xưa và nay.", en: "A place, then and now."),
        [
            .text("name", Message(vi: "Tên đầy đủ.", en: "Its full name.")) { $0.place.fullName },
            .text("from", Message(vi: "Ngày thành lập, nếu biết.", en: "Its first day, where known.")) { $0.place.validFrom?.vietnamese },
            .text("to", Message(vi: "Ngày cuối cùng, nếu không còn.", en: "Its last day, where it has ended.")) {
                $0.place.validTo?.vietnamese
            },
            .text("decree", Message(vi: "Nghị quyết sắp xếp.", en: "The resolution.")) { $0.place.decree },
            .list("today", LinkView.view, Message(vi: "Nay thuộc những địa bàn nào.", en: "What it is today.")) { model in
                model.place.exists(on: model.context.plan.asOf) ? [] : model.links(model.context.plan.placesToday(for: model.place))
            },
            .list("predecessors", LinkView.view, Message(vi: "Những địa bàn cũ nhập vào.", en: "The places that went into it.")) { model in
                model.links(model.gazetteer.inOrder(model.gazetteer.predecessors(of: model.place.id)))
            },
            .list(
                "children", LinkView.view,
                Message(vi: "Các địa bàn trực thuộc có vinh danh.", en: "The places within it that have honours.")
            ) { model in
                model.links(model.children)
            },
            .text(
                "many_children",
                Message(
                    vi: "Số địa bàn trực thuộc có vinh danh, khi nhiều đến mức nên xếp lại.",
                    en: "How many places within it have honours, where they are so many that they are better folded away.")
            ) { model in
                let count = model.children.count
                return count > PlaceModel.mostChildren ? Words.number(count) : nil
            },
        ])
}
