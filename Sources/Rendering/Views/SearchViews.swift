import Board
import Diagnostics
import Entries
import Places
import Registers
import Templates
import Vietnamese

/// The search page.
struct SearchModel: Sendable {
    let context: RenderContext

    static let title = "Tìm kiếm"

    var head: HeadModel { context.indexHead(Self.title, Route.search) }
}

enum SearchView {
    static let view = View<SearchModel>(
        "search", Message(vi: "Trang tìm kiếm.", en: "The search page."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tiêu đề trang.", en: "The page's title.")) { _ in SearchModel.title },
            .text(
                "index_url",
                Message(vi: "Thư mục chỉ mục tìm kiếm, kết thúc bằng dấu /.", en: "The folder of the search index, ending in a slash.")
            ) { $0.context.addresses.url(Route.searchIndex) },
            .list("letters", LinkView.view, Message(vi: "Danh sách tên theo chữ cái.", en: "The lists from A to Z.")) {
                $0.context.letterLinks(besides: nil)
            },
            .list("years", LinkView.view, Message(vi: "Các năm.", en: "The years.")) { $0.context.links(to: .years) },
            .list("fields", LinkView.view, Message(vi: "Các lĩnh vực.", en: "The fields.")) { $0.context.links(to: .fields) },
            .list("provinces", LinkView.view, Message(vi: "Các tỉnh.", en: "The provinces.")) { $0.context.links(to: .provinces) },
            .list("programmes", LinkView.view, Message(vi: "Các kế hoạch.", en: "The programmes.")) { $0.context.links(to: .programmes) },
        ])
}

/// A page of the honours under one letter.
struct NamesModel: Sendable {
    let context: RenderContext
    let index: Int
    let page: Int

    var list: NameList { context.plan.nameLists[index] }

    private var title: String {
        list.letter.slug == "khac" ? "Tên không bắt đầu bằng chữ cái" : "Tên vần \(list.letter.title)"
    }

    var head: HeadModel {
        let addresses = context.addresses
        return HeadModel(
            title: page == 1 ? title : "\(title) – trang \(page)",
            description: "\(title): \(Words.number(list.honours.count)) lượt vinh danh trên \(context.plan.configuration.title).",
            canonical: addresses.absolute(Route.page(page, of: list.route)), isHidden: context.plan.configuration.isSample,
            trail: [
                LinkModel(title: "Trang chủ", url: addresses.url(Route.home)),
                LinkModel(title: SearchModel.title, url: addresses.url(Route.search)), LinkModel(title: title, url: ""),
            ])
    }

    var heading: String { title }

    private func rows(_ range: Range<Int>) -> [NameModel] {
        list.honours[range].map { NameModel(honour: context.plan.honours[Int($0)], addresses: context.addresses) }
    }

    var people: [NameModel] { rows(list.pages.range(ofPage: page).clamped(to: 0..<list.people)) }
    var collectives: [NameModel] { rows(list.pages.range(ofPage: page).clamped(to: list.people..<list.honours.count)) }
    var pagination: PaginationModel? { PaginationModel(list.pages, page: page, of: list.route, context.addresses) }
}

/// A line of the list from A to Z.
struct NameModel: Sendable {
    let honour: Honour
    let addresses: Addresses
}

enum NamesView {
    static let view = View<NamesModel>(
        "names", Message(vi: "Danh sách tên theo một chữ cái.", en: "A page of the list from A to Z."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tiêu đề trang.", en: "The page's title.")) { $0.heading },
            .text("total", Message(vi: "Số lượt vinh danh.", en: "How many honours.")) { Words.number($0.list.honours.count) },
            .list(
                "letters", LinkView.view,
                Message(vi: "Các chữ cái; chữ của trang không có địa chỉ.", en: "The letters; the page's own without address.")
            ) { $0.context.letterLinks(besides: $0.index) },
            .list(
                "people", rowView, Message(vi: "Cá nhân, hộ gia đình, xếp theo tên.", en: "Individuals and households, by given name.")
            ) { $0.people },
            .list("collectives", rowView, Message(vi: "Tập thể.", en: "Collectives.")) { $0.collectives },
            .record(
                "pagination", PaginationView.view,
                Message(vi: "Phân trang, khi có hơn một trang.", en: "The pages, where there are several.")
            ) { $0.pagination },
        ])

    static let rowView = View<NameModel>(
        "name", Message(vi: "Một dòng của danh sách tên.", en: "A line of the list from A to Z."),
        [
            .text("name", Message(vi: "Tên người, đơn vị.", en: "Who is honoured.")) { $0.honour.subject.name },
            .text("url", Message(vi: "Địa chỉ bài.", en: "The page's address.")) { $0.addresses.url($0.honour.route) },
            .text("place", Message(vi: "Địa bàn lúc được vinh danh.", en: "The place of the award.")) { Words.place($0.honour.places) },
            .text("year", Message(vi: "Năm vinh danh.", en: "The year.")) { String($0.honour.entry.year.value) },
        ])
}

extension RenderContext {
    /// The letters of the list from A to Z; the one at an index without its address, since it is the page itself.
    func letterLinks(besides own: Int?) -> [LinkModel] {
        plan.nameLists.enumerated().map { index, list in
            let title = list.letter.slug == "khac" ? "Khác" : list.letter.title
            return LinkModel(title: title, url: index == own ? "" : addresses.url(list.route), count: nil)
        }
    }
}
