import Board
import Diagnostics
import Entries
import Places
import Programmes
import Templates

/// The honours of one year on a page of a list.
struct YearGroupModel: Sendable {
    let year: Int
    let list: ListModel
    /// Positions in the list.
    let range: Range<Int>

    var anchor: String { Self.anchor(year) }
    static func anchor(_ year: Int) -> String { "nam-\(year)" }

    /// The fields of the year in the list of a place, each leading to the search for just that: who was honoured there, that
    /// year, in that field. The whole year counts, also what stands on other pages.
    var fields: [LinkModel] {
        guard case .place(let place) = list.listing.kind else { return [] }
        var counts: [String: Int] = [:]
        for index in list.listing.honours[wholeYear] { counts[list.context.plan.honours[Int(index)].field.id, default: 0] += 1 }
        guard counts.count > 1 else { return [] }
        return list.context.vocabulary[.fields].terms.compactMap { field in
            counts[field.id].map { count in
                let search = "\(Route.search)?noi=\(place.id)&nam=\(year)&linh-vuc=\(field.slug)"
                return LinkModel(title: field.name, url: list.addresses.url(search), count: count)
            }
        }
    }

    /// The year's positions, those on other pages too: a list keeps a year together.
    private var wholeYear: Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, list.year(at: start - 1) == year { start -= 1 }
        while end < list.listing.honours.count, list.year(at: end) == year { end += 1 }
        return start..<end
    }

    var records: [Record] { list.listing.honours[range].map { list.context.cards[Int($0)] } }
}

extension ListModel {
    /// Up to so many honours stand in two rows on a wide screen: eyes are quicker than headings.
    private static let shortList = 6

    /// Whether the list's honours are told apart by their year.
    private var isDivided: Bool {
        switch listing.kind {
        case .all, .place, .field, .programme: listing.honours.count > Self.shortList
        case .year, .decision: false
        }
    }

    fileprivate func year(at position: Int) -> Int { context.plan.honours[Int(listing.honours[position])].entry.year.value }

    /// The page's honours by year, as the list's order has them; none where the list is short, or of one year or decision.
    var yearGroups: [YearGroupModel] {
        guard isDivided else { return [] }
        let positions = listing.pages.range(ofPage: page)
        var groups: [YearGroupModel] = []
        var start = positions.lowerBound
        for position in positions where position + 1 == positions.upperBound || year(at: position + 1) != year(at: position) {
            groups.append(YearGroupModel(year: year(at: position), list: self, range: start..<position + 1))
            start = position + 1
        }
        return groups
    }

    /// Links to where each year begins in the list, on the list's first page; none where there is one year only.
    var yearJumps: [LinkModel] {
        guard isDivided, page == 1 else { return [] }
        var starts: [(year: Int, position: Int)] = []
        for position in listing.honours.indices {
            let year = year(at: position)
            if starts.last?.year != year { starts.append((year, position)) }
        }
        guard starts.count > 1 else { return [] }
        return starts.indices.map { index in
            let (year, position) = starts[index]
            let end = index + 1 < starts.count ? starts[index + 1].position : listing.honours.count
            let number = position / listing.pageSize + 1
            let address = number == 1 ? "" : addresses.url(Route.page(number, of: listing.route))
            return LinkModel(title: "Năm \(year)", url: "\(address)#\(YearGroupModel.anchor(year))", count: end - position)
        }
    }
}

enum YearGroupView {
    static let view = View<YearGroupModel>(
        "year_group",
        Message(vi: "Các lượt vinh danh của một năm trên một trang danh sách.", en: "The honours of one year on a page of a list."),
        [
            .text("year", Message(vi: "Năm.", en: "The year.")) { String($0.year) },
            .text("anchor", Message(vi: "Tên chỗ đứng trong trang, để liên kết tới.", en: "The name that links lead to.")) { $0.anchor },
            .list(
                "fields", LinkView.view,
                Message(
                    vi: "Các lĩnh vực của năm đó, ở danh sách theo địa bàn, mỗi mục dẫn tới kết quả tìm kiếm.",
                    en: "The fields of that year, on a list by place, each leading to search results.")
            ) { $0.fields },
            .records("cards", RenderedCardView.view.shape, Message(vi: "Các lượt vinh danh.", en: "The honours.")) { $0.records },
        ])
}
