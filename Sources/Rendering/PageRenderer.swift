import Board
import Diagnostics
import Formats
import Templates

/// The templates of all page kinds, compiled against what each page offers.
package struct PageTemplates: Sendable {
    let home, entry, list, programme, decision, terms, places, decisions, notices, tombstone, text, notFound, card: Template
    let storyPicture, statistics: Template
    let search, names: Template

    /// The template of each kind of page and the shape of what it can name.
    package static let kinds: [(name: String, shape: Shape)] = [
        ("pages/home", HomeView.view.shape),
        ("pages/entry", EntryView.view.shape),
        ("pages/list", ListView.view.shape),
        ("pages/programme", ListView.view.shape),
        ("pages/decision", ListView.view.shape),
        ("pages/terms", TermsView.view.shape),
        ("pages/places", PlacesView.view.shape),
        ("pages/decisions", DecisionsView.view.shape),
        ("pages/notices", NoticesView.view.shape),
        ("pages/tombstone", TombstoneView.view.shape),
        ("pages/text", TextView.view.shape),
        ("pages/not-found", NotFoundView.view.shape),
        ("partials/card", CardView.view.shape),
        ("partials/story-picture", PictureView.view.shape),
        ("pages/statistics", StatisticsView.view.shape),
        ("pages/search", SearchView.view.shape),
        ("pages/names", NamesView.view.shape),
    ]

    /// Nil where one of them has errors.
    package static func compile(_ library: TemplateLibrary) -> Diagnosed<PageTemplates?> {
        let compiled = library.compile(kinds)
        let templates = compiled.value.compactMap { $0 }
        guard templates.count == kinds.count, !compiled.diagnostics.hasErrors else { return Diagnosed(nil, compiled.diagnostics) }
        return Diagnosed(
            PageTemplates(
                home: templates[0], entry: templates[1], list: templates[2], programme: templates[3], decision: templates[4],
                terms: templates[5], places: templates[6], decisions: templates[7], notices: templates[8], tombstone: templates[9],
                text: templates[10], notFound: templates[11], card: templates[12], storyPicture: templates[13], statistics: templates[14],
                search: templates[15], names: templates[16]),
            compiled.diagnostics)
    }

    /// The reference of all names that templates may use, in Markdown.
    package static func reference() -> String {
        var seen: [Shape] = []
        for kind in kinds where !seen.contains(where: { $0 === kind.shape }) { seen.append(kind.shape) }
        return ViewReference.markdown(of: seen)
    }
}

/// Renders any page of the plan: `build` asks for all, `serve` for the one that the browser wants.
package struct PageRenderer: Sendable {
    package let context: RenderContext
    private let templates: PageTemplates

    package init(_ context: RenderContext, _ templates: PageTemplates) {
        self.context = context
        self.templates = templates
    }

    /// Appends the page's bytes.
    package func render(_ page: Page, into output: inout [UInt8]) throws(TemplateError) {
        let plan = context.plan
        switch page {
        case .home: try templates.home.render(HomeView.view.record(of: HomeModel(context: context)), into: &output)
        case .entry(let index): try templates.entry.render(EntryView.view.record(of: EntryModel(index, in: context)), into: &output)
        case .listing(let index, let number):
            let model = ListModel(context: context, listing: plan.listings[index], page: number)
            try template(for: plan.listings[index].kind).render(ListView.view.record(of: model), into: &output)
        case .places: try templates.places.render(PlacesView.view.record(of: PlacesModel(context: context)), into: &output)
        case .decisions(let number):
            try templates.decisions.render(DecisionsView.view.record(of: DecisionsModel(context: context, page: number)), into: &output)
        case .notices(let number):
            try templates.notices.render(NoticesView.view.record(of: NoticesModel(context: context, page: number)), into: &output)
        case .tombstone(let index):
            let model = TombstoneModel(context: context, tombstone: plan.tombstones[index])
            try templates.tombstone.render(TombstoneView.view.record(of: model), into: &output)
        case .years: try renderTerms("Theo năm", Route.years, .years, &output)
        case .fields: try renderTerms("Theo lĩnh vực", Route.fields, .fields, &output)
        case .programmes: try renderTerms("Theo kế hoạch", Route.programmes, .programmes, &output)
        case .statistics:
            try templates.statistics.render(StatisticsView.view.record(of: StatisticsModel(context)), into: &output)
        case .text(let index):
            try templates.text.render(TextView.view.record(of: TextModel(context: context, text: plan.texts[index])), into: &output)
        case .search: try templates.search.render(SearchView.view.record(of: SearchModel(context: context)), into: &output)
        case .names(let index, let number):
            let model = NamesModel(context: context, index: index, page: number)
            try templates.names.render(NamesView.view.record(of: model), into: &output)
        case .notFound: try templates.notFound.render(NotFoundView.view.record(of: NotFoundModel(context: context)), into: &output)
        }
    }

    private func template(for kind: Listing.Kind) -> Template {
        switch kind {
        case .all, .place, .year, .field: templates.list
        case .programme: templates.programme
        case .decision: templates.decision
        }
    }

    private func renderTerms(
        _ title: String, _ route: String, _ kind: RenderContext.IndexKind, _ output: inout [UInt8]
    ) throws(TemplateError) {
        let model = TermsModel(context: context, title: title, route: route, terms: context.links(to: kind))
        try templates.terms.render(TermsView.view.record(of: model), into: &output)
    }
}
