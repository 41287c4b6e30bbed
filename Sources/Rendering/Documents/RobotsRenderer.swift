import Board

/// What search engines may visit (RFC 9309).
enum RobotsRenderer {
    static func render(_ plan: SitePlan) -> [UInt8] {
        let configuration = plan.configuration
        // The file counts only at the root of a host; a board in a folder of a portal has it for who looks there.
        let rule = configuration.isSample ? "Disallow: " : "Allow: "
        let sitemap = plan.hasSitemap ? "Sitemap: \(configuration.base.absolute)\(Route.sitemap)\n" : ""
        return Array("User-agent: *\n\(rule)\(configuration.base.path)\n\(sitemap)".utf8)
    }
}
