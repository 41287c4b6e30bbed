import Board

/// A file of the site that the program makes and no template: a feed, the sitemap, the open data.
package struct SiteDocument: Sendable {
    /// Its address, relative to the base.
    package let route: String
    package let mediaType: String
    private let make: @Sendable () -> [UInt8]

    init(_ route: String, _ mediaType: String, _ make: @escaping @Sendable () -> [UInt8]) {
        self.route = route
        self.mediaType = mediaType
        self.make = make
    }

    /// Makes the file.
    package func render() -> [UInt8] { make() }

    /// All of them; none is made until it is asked for.
    package static func all(of context: RenderContext) -> [SiteDocument] {
        let plan = context.plan
        let robots = SiteDocument(Route.robots, "text/plain; charset=utf-8") { RobotsRenderer.render(plan) }
        return [robots] + FeedRenderer.documents(plan) + (plan.hasSitemap ? SitemapRenderer.documents(plan) : [])
            + OpenDataRenderer.documents(context)
    }
}
