import Diagnostics
import Templates

/// The templates that pages are made with, by the names of their files.
enum TemplateName: String, CaseIterable, Sendable {
    case home = "pages/home"
    case entry = "pages/entry"
    case list = "pages/list"
    case programme = "pages/programme"
    case decision = "pages/decision"
    case terms = "pages/terms"
    case places = "pages/places"
    case decisions = "pages/decisions"
    case notices = "pages/notices"
    case tombstone = "pages/tombstone"
    case text = "pages/text"
    case notFound = "pages/not-found"
    case card = "partials/card"
    case storyPicture = "partials/story-picture"
    case statistics = "pages/statistics"
    case openData = "pages/open-data"
    case embed = "pages/embed"
    case redirect = "pages/redirect"
    case search = "pages/search"
    case names = "pages/names"

    /// What the template can name.
    var shape: Shape {
        switch self {
        case .home: HomeView.view.shape
        case .entry: EntryView.view.shape
        case .list, .programme, .decision: ListView.view.shape
        case .terms: TermsView.view.shape
        case .places: PlacesView.view.shape
        case .decisions: DecisionsView.view.shape
        case .notices: NoticesView.view.shape
        case .tombstone: TombstoneView.view.shape
        case .text: TextView.view.shape
        case .notFound: NotFoundView.view.shape
        case .card: CardView.view.shape
        case .storyPicture: PictureView.view.shape
        case .statistics: StatisticsView.view.shape
        case .openData: OpenDataView.view.shape
        case .embed: EmbedView.view.shape
        case .redirect: RedirectView.view.shape
        case .search: SearchView.view.shape
        case .names: NamesView.view.shape
        }
    }
}

/// All templates, each compiled against what it can name.
package struct PageTemplates: Sendable {
    private let templates: [TemplateName: Template]

    /// The names of their files.
    package static let names = TemplateName.allCases.map(\.rawValue)

    /// Nil where one of them has errors.
    package static func compile(_ library: TemplateLibrary) -> Diagnosed<PageTemplates?> {
        let names = TemplateName.allCases
        let compiled = library.compile(names.map { ($0.rawValue, $0.shape) })
        let found = zip(names, compiled.value).compactMap { name, template in template.map { (name, $0) } }
        guard found.count == names.count, !compiled.diagnostics.hasErrors else { return Diagnosed(nil, compiled.diagnostics) }
        return Diagnosed(PageTemplates(templates: Dictionary(uniqueKeysWithValues: found)), compiled.diagnostics)
    }

    /// Every name has its template: they are compiled together.
    subscript(name: TemplateName) -> Template { templates[name]! }

    /// The reference of all names that templates may use, in Markdown.
    package static func reference() -> String {
        var seen: [Shape] = []
        for name in TemplateName.allCases where !seen.contains(where: { $0 === name.shape }) { seen.append(name.shape) }
        return ViewReference.markdown(of: seen)
    }
}
