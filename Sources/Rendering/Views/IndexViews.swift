import Board
import Diagnostics
import Entries
import Formats
import Places
import Programmes
import Registers
import Templates

/// The home page.
struct HomeModel: Sendable {
    let context: RenderContext
    var addresses: Addresses { context.addresses }

    var head: HeadModel {
        let configuration = context.plan.configuration
        return HeadModel(
            title: configuration.title, description: configuration.description, canonical: addresses.absolute(Route.home),
            isHidden: configuration.isSample, trail: [], structure: [structure])
    }

    func count(_ kind: SubjectKind) -> String { Words.number(context.plan.honours.count { $0.subject.kind == kind }) }

    /// The honours decided last.
    static let newestCount = 6
    var newest: [Record] {
        context.plan.newest(Self.newestCount).map { context.cards[$0] }
    }
}

enum HomeView {
    static let view = View<HomeModel>(
        "home", Message(vi: "Trang chủ.", en: "The home page."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("total", Message(vi: "Số lượt vinh danh.", en: "How many honours.")) { Words.number($0.context.plan.honours.count) },
            .text("collectives", Message(vi: "Số lượt tập thể.", en: "How many collectives.")) { $0.count(.collective) },
            .text("individuals", Message(vi: "Số lượt cá nhân.", en: "How many individuals.")) { $0.count(.individual) },
            .text("households", Message(vi: "Số lượt hộ gia đình.", en: "How many households.")) { $0.count(.household) },
            .records("newest", RenderedCardView.view.shape, Message(vi: "Các lượt vinh danh mới nhất.", en: "The newest honours.")) {
                $0.newest
            },
            .list("years", LinkView.view, Message(vi: "Các năm.", en: "The years.")) { $0.context.links(to: .years) },
            .list("fields", LinkView.view, Message(vi: "Các lĩnh vực.", en: "The fields.")) { $0.context.links(to: .fields) },
            .list("provinces", LinkView.view, Message(vi: "Các tỉnh.", en: "The provinces.")) { $0.context.links(to: .provinces) },
            .list("programmes", LinkView.view, Message(vi: "Các kế hoạch.", en: "The programmes.")) { $0.context.links(to: .programmes) },
        ])
}

/// An index of lists: years, fields or programmes.
struct TermsModel: Sendable {
    let context: RenderContext
    let title: String
    let route: String
    let terms: [LinkModel]

    var head: HeadModel { context.indexHead(title, route) }
}

enum TermsView {
    static let view = View<TermsModel>(
        "terms", Message(vi: "Danh mục năm, lĩnh vực hoặc kế hoạch.", en: "An index of years, fields or programmes."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tên danh mục.", en: "The index's name.")) { $0.title },
            .list("terms", LinkView.view, Message(vi: "Các mục.", en: "What it lists.")) { $0.terms },
        ])
}

/// The index of places, as a tree.
struct PlacesModel: Sendable {
    let context: RenderContext
    var head: HeadModel { context.indexHead("Theo địa bàn", Route.places) }

    /// The tree names no more places than so: as many as one reads through, and three hundred take some 5 KB on their way.
    static let mostPlaces = 300

    var provinces: [PlaceNode] {
        let depth = depth
        return context.plan.topPlaces().map { PlaceNode(place: $0, depth: depth, context: context) }
    }

    /// How many levels of places the tree shows: all of them where there is room, else the upper ones; each place's own page
    /// leads on. At least one.
    private var depth: Int {
        var (depth, shown) = (0, 0)
        var level = context.plan.topPlaces()
        while !level.isEmpty, depth == 0 || shown + level.count <= Self.mostPlaces {
            shown += level.count
            depth += 1
            level = level.flatMap { context.plan.childrenWithHonours(of: $0.id) }
        }
        return depth
    }

    var isCut: Bool {
        var level = context.plan.topPlaces()
        for _ in 0..<depth { level = level.flatMap { context.plan.childrenWithHonours(of: $0.id) } }
        return !level.isEmpty
    }
}

struct PlaceNode: Sendable {
    let place: Place
    /// How many levels are shown, this one counted.
    let depth: Int
    let context: RenderContext

    var placesWithin: [Place] { context.plan.childrenWithHonours(of: place.id) }
}

enum PlacesView {
    static let view = View<PlacesModel>(
        "places", Message(vi: "Danh mục địa bàn.", en: "The index of places."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .list("provinces", nodeView, Message(vi: "Các tỉnh có vinh danh.", en: "The provinces that have honours.")) { $0.provinces },
            .flag(
                "cut", Message(vi: "Có khi danh mục chỉ nêu các cấp trên.", en: "Set where the index has the upper levels only.")
            ) { $0.isCut },
        ])

    static let nodeView: View<PlaceNode> = View<PlaceNode>(
        "place_node",
        Message(vi: "Một địa bàn trong danh mục và các địa bàn trực thuộc.", en: "A place in the index, with those within it."),
        [
            .text("title", Message(vi: "Tên đầy đủ.", en: "Its full name.")) { $0.place.fullName },
            .text("url", Message(vi: "Trang của địa bàn.", en: "Its page.")) { $0.context.addresses.url(Route.place($0.place.id)) },
            .text("to", Message(vi: "Ngày cuối cùng, nếu không còn.", en: "Its last day, where it has ended.")) {
                $0.place.validTo?.vietnamese
            },
            .text("count", Message(vi: "Số lượt vinh danh.", en: "How many honours.")) { node in
                node.context.plan.listing(at: Route.place(node.place.id)).map { Words.number($0.honours.count) }
            },
            .list("children", nodeView, Message(vi: "Các địa bàn trực thuộc được nêu.", en: "The places within it that are shown.")) {
                node in
                guard node.depth > 1 else { return [] }
                return node.placesWithin.map { PlaceNode(place: $0, depth: node.depth - 1, context: node.context) }
            },
            .text(
                "within",
                Message(
                    vi: "Số địa bàn trực thuộc có vinh danh, khi danh mục không nêu từng nơi.",
                    en: "How many places within it have honours, where the index does not show them.")
            ) { node in
                let within = node.depth > 1 ? 0 : node.placesWithin.count
                return within == 0 ? nil : Words.number(within)
            },
        ])
}

/// A page of text.
struct TextModel: Sendable {
    let context: RenderContext
    let text: TextPage

    var head: HeadModel {
        var head = context.indexHead(text.title, text.route)
        if !text.description.isEmpty { head.description = text.description }
        return head
    }
}

enum TextView {
    static let view = View<TextModel>(
        "text", Message(vi: "Trang nội dung, hoặc trang báo không tìm thấy.", en: "A page of text, or the one for what was not found."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tiêu đề.", en: "Its title.")) { $0.text.title },
            .html("body", Message(vi: "Nội dung.", en: "Its text.")) { $0.context.addresses.html(of: $0.text.body) },
        ])
}

/// The page for addresses that lead nowhere.
struct NotFoundModel: Sendable {
    let context: RenderContext

    var head: HeadModel {
        HeadModel(
            title: "Không tìm thấy trang", description: "", canonical: context.addresses.absolute(Route.home), isHidden: true, trail: [])
    }
}

enum NotFoundView {
    static let view = View<NotFoundModel>(
        "not_found", Message(vi: "Trang báo không tìm thấy.", en: "The page for addresses that lead nowhere."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
        ])
}

extension RenderContext {
    /// The indexes that pages link to.
    enum IndexKind { case years, fields, provinces, programmes }

    func links(to index: IndexKind) -> [LinkModel] {
        plan.listings.compactMap { listing in
            let title: String
            switch (index, listing.kind) {
            case (.years, .year(let year)): title = String(year)
            case (.fields, .field(let field)): title = field.name
            case (.provinces, .place(let place)) where place.parentID == nil: title = place.fullName
            case (.programmes, .programme(let programme)): title = programme.title
            default: return nil
            }
            return LinkModel(title: title, url: addresses.url(listing.route), count: listing.honours.count)
        }
    }

    func indexHead(_ title: String, _ route: String) -> HeadModel {
        HeadModel(
            title: title, description: "\(title) – \(plan.configuration.title).", canonical: addresses.absolute(route),
            isHidden: plan.configuration.isSample,
            trail: [LinkModel(title: "Trang chủ", url: addresses.url(Route.home)), LinkModel(title: title, url: "")])
    }
}
