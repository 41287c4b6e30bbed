import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Parallel
import Places
import Programmes
import Registers
import Templates

/// The size of a published picture, in pixels as shown.
package struct PictureSize: Sendable, Hashable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// What every page is rendered from: the plan, and what many pages share, made once.
package final class RenderContext: Sendable {
    package let plan: SitePlan
    let addresses: Addresses
    /// Whether pages are made for a preview: they then show what is wrong with an entry, and reload
    /// themselves.
    let isPreview: Bool
    let siteRecord: Record
    /// The card of each honour, in the plan's order, rendered: most stand in half a dozen lists.
    let cards: [Record]

    package init(
        plan: SitePlan, templates: PageTemplates, pictureSizes: [String: PictureSize], isPreview: Bool
    ) async throws {
        self.plan = plan
        self.isPreview = isPreview
        let addresses = Addresses(plan: plan, pictureSizes: pictureSizes)
        self.addresses = addresses
        siteRecord = SiteView.view.record(of: SiteModel(plan: plan, isPreview: isPreview))
        cards = try await mapInParallel(plan.honours) { honour in
            var html: [UInt8] = []
            html.reserveCapacity(1536)
            try templates.card.render(CardView.view.record(of: CardModel(honour: honour, addresses: addresses)), into: &html)
            // A copy without the room that was kept to grow: the cards stay until the last page is written.
            return RenderedCardView.view.record(of: html.withUnsafeBufferPointer { Array($0) })
        }
    }

    var vocabulary: Vocabulary { plan.corpus.vocabulary }
}

/// Turns what the content points at into addresses of the site.
final class Addresses: Sendable {
    let plan: SitePlan
    let pictureSizes: [String: PictureSize]
    private let base: String

    init(plan: SitePlan, pictureSizes: [String: PictureSize]) {
        self.plan = plan
        self.pictureSizes = pictureSizes
        base = plan.configuration.base.path
    }

    /// The path of a route on its host.
    func url(_ route: String) -> String { base + route }

    func absolute(_ route: String) -> String { plan.configuration.base.absolute + route }

    func file(_ path: String) -> String { plan.files.routes[path].map(url) ?? "" }

    /// Where a link or a picture of a story leads.
    func address(of target: Entry.Target) -> String {
        switch target.kind {
        case .file: return file(target.path) + target.fragment
        case .document:
            let document = "content/" + target.path
            if let honour = plan.honourByPath[document] { return url(plan.honours[honour].route) + target.fragment }
            if let text = plan.texts.first(where: { $0.path == document }) { return url(text.route) + target.fragment }
            return url(Route.entries)
        case .address:
            let route = target.path.drop { $0 == "/" }
            let isFolder = route.hasSuffix("/") || route.isEmpty || route.split(separator: "/").last?.contains(".") == true
            return url(isFolder ? String(route) : route + "/") + target.fragment
        }
    }

    /// The story with all its addresses in place.
    func html(of body: Entry.Body) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(body.html.bytes.count + body.targets.count * 48)
        body.html.append(to: &output) { index in
            // Routes hold no letter that HTML would need escaped; a fragment may.
            var escaped: [UInt8] = []
            HTMLEscape.append(address(of: body.targets[index]), to: &escaped)
            return escaped
        }
        return output
    }
}
