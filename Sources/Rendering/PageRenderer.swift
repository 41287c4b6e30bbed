import Board
import Diagnostics
import Formats
import Templates

/// The templates of all page kinds, compiled against what each page offers.
package struct PageTemplates: Sendable {
    let home, entry, list, programme, terms, places, text, notFound, card: Template

    /// The template of each kind of page and the shape of what it can name.
    package static let kinds: [(name: String, shape: Shape)] = [
        ("pages/home", HomeView.view.shape),
        ("pages/entry", EntryView.view.shape),
        ("pages/list", ListView.view.shape),
        ("pages/programme", ListView.view.shape),
        ("pages/terms", TermsView.view.shape),
        ("pages/places", PlacesView.view.shape),
        ("pages/text", TextView.view.shape),
        ("pages/not-found", NotFoundView.view.shape),
        ("partials/card", CardView.view.shape),
    ]

    /// Nil where one of them has errors.
    package static func compile(_ library: TemplateLibrary) -> Diagnosed<PageTemplates?> {
        let compiled = library.compile(kinds)
        let templates = compiled.value.compactMap { $0 }
        guard templates.count == kinds.count, !compiled.diagnostics.hasErrors else { return Diagnosed(nil, compiled.diagnostics) }
        return Diagnosed(
            PageTemplates(
                home: templates[0], entry: templates[1], list: templates[2], programme: templates[3], terms: templates[4],
                places: templates[5],
                text: templates[6], notFound: templates[7], card: templates[8]),
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
            let template = if case .programme = plan.listings[index].kind { templates.programme } else { templates.list }
            try template.render(ListView.view.record(of: model), into: &output)
        case .places: try templates.places.render(PlacesView.view.record(of: PlacesModel(context: context)), into: &output)
        case .years: try renderTerms("Theo năm", Route.years, .years, &output)
        case .fields: try renderTerms("Theo lĩnh vực", Route.fields, .fields, &output)
        case .programmes: try renderTerms("Theo kế hoạch", Route.programmes, .programmes, &output)
        case .text(let index):
            try templates.text.render(TextView.view.record(of: TextModel(context: context, text: plan.texts[index])), into: &output)
        case .notFound: try templates.notFound.render(NotFoundView.view.record(of: NotFoundModel(context: context)), into: &output)
        }
    }

    private func renderTerms(
        _ title: String, _ route: String, _ kind: RenderContext.IndexKind, _ output: inout [UInt8]
    ) throws(TemplateError) {
        let model = TermsModel(context: context, title: title, route: route, terms: context.links(to: kind))
        try templates.terms.render(TermsView.view.record(of: model), into: &output)
    }
}
