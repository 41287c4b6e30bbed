import Board
import Diagnostics
import Eligibility
import Entries
import Formats
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

/// What every page is rendered from: the plan, and the records that many pages share, made once.
package final class RenderContext: Sendable {
    package let plan: SitePlan
    /// By the picture's path from `content`.
    let pictureSizes: [String: PictureSize]
    /// Whether pages are made for a preview: they then show what is wrong with an entry, and reload
    /// themselves.
    let isPreview: Bool
    let siteRecord: Record
    /// The card of each honour, in the plan's order.
    let cards: [Record]

    package init(plan: SitePlan, pictureSizes: [String: PictureSize], isPreview: Bool) {
        self.plan = plan
        self.pictureSizes = pictureSizes
        self.isPreview = isPreview
        let addresses = Addresses(plan: plan, pictureSizes: pictureSizes)
        siteRecord = SiteView.view.record(of: SiteModel(plan: plan, isPreview: isPreview))
        cards = plan.honours.map { CardView.view.record(of: CardModel(honour: $0, addresses: addresses)) }
    }

    var addresses: Addresses { Addresses(plan: plan, pictureSizes: pictureSizes) }
    var vocabulary: Vocabulary { plan.corpus.vocabulary }
}

/// Turns what the content points at into addresses of the site.
struct Addresses {
    let plan: SitePlan
    let pictureSizes: [String: PictureSize]

    /// The path of a route on its host.
    func url(_ route: String) -> String { plan.configuration.base.path + route }

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
