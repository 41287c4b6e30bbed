import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Parallel
import Pictures
import Places
import Programmes
import Registers
import Templates

/// What every page is rendered from: the plan, and what many pages share, made once.
package final class RenderContext: Sendable {
    package let plan: SitePlan
    let addresses: Addresses
    /// Whether pages are made for a preview: they then show what is wrong with an entry, and reload
    /// themselves.
    let isPreview: Bool
    let siteRecord: Record
    /// The card of each honour, in the plan's order, rendered: most stand in half a dozen lists.
    let cards: Cards
    /// Why a card could not be made that pages asked for, where cards are made when they are asked for.
    package var cardFailure: TemplateError? { cards.failure }

    /// - Parameter makesCardsAhead: whether all cards are made at once, on all cores; a few pages need few.
    package init(plan: SitePlan, templates: PageTemplates, isPreview: Bool, makesCardsAhead: Bool = true) async throws {
        self.plan = plan
        self.isPreview = isPreview
        let addresses = Addresses(plan: plan, storyPicture: templates[.storyPicture])
        self.addresses = addresses
        siteRecord = SiteView.view.record(of: SiteModel(plan: plan, isPreview: isPreview))
        let cards = Cards(plan.honours, templates[.card], addresses)
        self.cards = cards
        if makesCardsAhead { try await cards.makeAll() }
    }

    var vocabulary: Vocabulary { plan.corpus.vocabulary }
}

/// Turns what the content points at into addresses of the site.
final class Addresses: Sendable {
    let plan: SitePlan
    /// How a picture of a story is shown.
    private let storyPicture: Template
    private let base: String

    init(plan: SitePlan, storyPicture: Template) {
        self.plan = plan
        self.storyPicture = storyPicture
        base = plan.configuration.base.path
    }

    /// The path of a route on its host.
    func url(_ route: String) -> String { base + route }

    func absolute(_ route: String) -> String { plan.configuration.base.absolute + route }

    /// A file as it is, or the largest of the pictures made from it; empty where the file is not published.
    func file(_ path: String) -> String {
        if let route = plan.files.routes[path] { return url(route) }
        let picture = plan.files.pictures[FilePlan.PictureUse(path, .whole)]
        return picture.flatMap { picture in picture.recipe.sizes.last.map { url(picture.route(of: $0, as: .jpeg)) } } ?? ""
    }

    /// Where a link or a picture of a story leads.
    func address(of target: Entry.Target) -> String {
        switch target.kind {
        case .file: return file(target.path) + target.fragment
        case .document:
            let document = "content/" + target.path
            if let honour = plan.honourByPath[document].map({ plan.honours[$0] }) {
                return url(honour.route) + fragment(target, honour.entry.body)
            }
            if let text = plan.texts.first(where: { $0.path == document }) { return url(text.route) + fragment(target, text.body) }
            return url(Route.entries)
        case .address:
            let route = target.path.drop { $0 == "/" }
            if plan.isUnpublished(String(route)) { return url(Route.entries) }
            if !target.fragment.isEmpty, let page = plan.page(at: String(route)), let body = plan.body(of: page) {
                return url(plan.route(of: page)) + fragment(target, body)
            }
            let isFolder = route.hasSuffix("/") || route.isEmpty || route.split(separator: "/").last?.contains(".") == true
            return url(isFolder ? String(route) : route + "/") + target.fragment
        }
    }

    /// What a link names on the page that it leads to: a heading by its id, whether the author wrote that or its words.
    private func fragment(_ target: Entry.Target, _ body: Entry.Body) -> String {
        body.headingID(for: target.fragment).map { "#" + $0 } ?? target.fragment
    }

    /// The story with all its addresses and pictures in place.
    func html(of body: Entry.Body) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(body.html.bytes.count + body.targets.count * 48)
        body.html.append(to: &output) { index in
            let target = body.targets[index]
            var html: [UInt8] = []
            if target.isImage {
                // A picture that is not published is an error that was reported; a preview shows the rest.
                guard let model = picture(target.path, .whole) else { return [] }
                let shown = PictureView.view.record(of: model.described(alt: target.text, caption: target.title))
                // What can be wrong with a template is found when it is compiled.
                try? storyPicture.render(shown, into: &html)
                while html.last == 0x0A { html.removeLast() }
            } else {
                // Routes hold no letter that HTML would need escaped; a fragment may.
                HTMLEscape.append(address(of: target), to: &html)
            }
            return html
        }
        return output
    }
}
