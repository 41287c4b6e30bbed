import Board
import Diagnostics
import Entries
import Programmes
import Registers
import Templates

/// What a search can narrow honours down to, as the address of the search page says it.
struct HonourFilter: Sendable {
    var programmeID: String
    var year: Int?
    var level: String?
    var kind: SubjectKind?
    var fieldID: String?

    func admits(_ honour: Honour) -> Bool {
        honour.programme.id == programmeID && (year == nil || honour.entry.year.value == year) && (level == nil || honour.level == level)
            && (kind == nil || honour.subject.kind == kind) && (fieldID == nil || honour.field.id == fieldID)
    }

    /// The search page with these filters set; its script writes them in the same order.
    func route(_ vocabulary: Vocabulary) -> String {
        let values = [
            ("nam", year.map(String.init)), ("linh-vuc", fieldID.map { vocabulary[.fields][$0]?.slug ?? $0 }),
            ("loai", kind.map(SearchIndex.slug(of:))), ("cap", level.map { SearchIndex.slug(ofLevel: $0, vocabulary) }),
            ("ke-hoach", programmeID),
        ]
        return Route.search + "?" + values.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: "&")
    }
}

/// The honours of a plan by one thing that they differ in.
struct ProgrammePartModel: Sendable {
    let title: String
    let links: [LinkModel]
}

extension ProgrammeModel {
    /// From so many honours on, the years alone no longer lead quickly to somebody.
    private static let largeList = 100

    /// The plan's honours, in the order of its list.
    var honours: [Honour] {
        let listing = context.plan.listing(at: Route.programme(programme.id))
        return listing?.honours.map { context.plan.honours[Int($0)] } ?? []
    }

    /// The address of the page of the plan's list on which a year begins.
    func startOfYear(_ year: Int) -> String? {
        guard let listing = context.plan.listing(at: Route.programme(programme.id)),
            let position = listing.honours.firstIndex(where: { context.plan.honours[Int($0)].entry.year.value == year })
        else { return nil }
        let page = position / listing.pageSize + 1
        return context.addresses.url(Route.page(page, of: listing.route)) + "#" + YearGroupModel.anchor(year)
    }

    /// The plan's honours by field, level and kind; none on a short list, nor where all are of one.
    var parts: [ProgrammePartModel] {
        let honours = honours, vocabulary = context.vocabulary
        guard honours.count > Self.largeList else { return [] }
        let fields = Dictionary(grouping: honours, by: \.field.id), levels = Dictionary(grouping: honours, by: \.level)
        let kinds = Dictionary(grouping: honours, by: \.subject.kind)
        func link(_ title: String, _ count: Int?, _ change: (inout HonourFilter) -> Void) -> LinkModel? {
            guard let count else { return nil }
            var filter = HonourFilter(programmeID: programme.id)
            change(&filter)
            return LinkModel(title: title, url: context.addresses.url(filter.route(vocabulary)), count: count)
        }
        return [
            ProgrammePartModel(
                title: "Lĩnh vực",
                links: vocabulary[.fields].terms.compactMap { term in link(term.name, fields[term.id]?.count) { $0.fieldID = term.id } }),
            ProgrammePartModel(
                title: "Cấp",
                links: vocabulary[.levels].terms.compactMap { term in link(term.name, levels[term.id]?.count) { $0.level = term.id } }),
            ProgrammePartModel(
                title: "Đối tượng",
                links: SubjectKind.allCases.compactMap { kind in
                    link(vocabulary[.subjectKinds].name(of: kind.rawValue), kinds[kind]?.count) { $0.kind = kind }
                }),
        ].filter { $0.links.count > 1 }
    }
}

enum ProgrammePartView {
    static let view = View<ProgrammePartModel>(
        "programme_part",
        Message(
            vi: "Các lượt vinh danh của một kế hoạch theo lĩnh vực, cấp hoặc đối tượng.",
            en: "The honours of a plan by field, level or kind."),
        [
            .text("title", Message(vi: "Chia theo gì.", en: "What they differ in.")) { $0.title },
            .list(
                "links", LinkView.view,
                Message(vi: "Các mục, mỗi mục dẫn tới kết quả tìm kiếm.", en: "The parts, each leading to search results.")
            ) { $0.links },
        ])
}
