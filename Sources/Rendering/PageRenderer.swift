import Board
import Templates

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
        case .home: try fill(.home, HomeView.view, HomeModel(context: context), &output)
        case .entry(let index): try fill(.entry, EntryView.view, EntryModel(index, in: context), &output)
        case .listing(let index, let number):
            let listing = plan.listings[index]
            try fill(template(for: listing.kind), ListView.view, ListModel(context: context, listing: listing, page: number), &output)
        case .places: try fill(.places, PlacesView.view, PlacesModel(context: context), &output)
        case .years: try renderTerms("Theo năm", Route.years, .years, &output)
        case .fields: try renderTerms("Theo lĩnh vực", Route.fields, .fields, &output)
        case .programmes: try renderTerms("Theo kế hoạch", Route.programmes, .programmes, &output)
        case .decisions(let number): try fill(.decisions, DecisionsView.view, DecisionsModel(context: context, page: number), &output)
        case .statistics: try fill(.statistics, StatisticsView.view, StatisticsModel(context), &output)
        case .openData: try fill(.openData, OpenDataView.view, OpenDataModel(context: context), &output)
        case .embed: try fill(.embed, EmbedView.view, EmbedModel(context: context), &output)
        case .notices(let number): try fill(.notices, NoticesView.view, NoticesModel(context: context, page: number), &output)
        case .tombstone(let index): try renderTombstone(index, &output)
        case .alias(let index):
            switch plan.aliases[index].target {
            case .honour(let honour):
                try fill(.redirect, RedirectView.view, RedirectModel(context: context, honour: plan.honours[honour]), &output)
            case .tombstone(let tombstone): try renderTombstone(tombstone, &output)
            }
        case .text(let index): try fill(.text, TextView.view, TextModel(context: context, text: plan.texts[index]), &output)
        case .search: try fill(.search, SearchView.view, SearchModel(context: context), &output)
        case .names(let index, let number):
            try fill(.names, NamesView.view, NamesModel(context: context, index: index, page: number), &output)
        case .notFound: try fill(.notFound, NotFoundView.view, NotFoundModel(context: context), &output)
        }
    }

    private func fill<Model>(
        _ name: TemplateName, _ view: View<Model>, _ model: Model, _ output: inout [UInt8]
    ) throws(TemplateError) {
        try templates[name].render(view.record(of: model), into: &output)
    }

    private func template(for kind: Listing.Kind) -> TemplateName {
        switch kind {
        case .all, .place, .year, .field: .list
        case .programme: .programme
        case .decision: .decision
        }
    }

    private func renderTerms(
        _ title: String, _ route: String, _ kind: RenderContext.IndexKind, _ output: inout [UInt8]
    ) throws(TemplateError) {
        let model = TermsModel(context: context, title: title, route: route, terms: context.links(to: kind))
        try fill(.terms, TermsView.view, model, &output)
    }

    private func renderTombstone(_ index: Int, _ output: inout [UInt8]) throws(TemplateError) {
        let model = TombstoneModel(context: context, tombstone: context.plan.tombstones[index])
        try fill(.tombstone, TombstoneView.view, model, &output)
    }
}
