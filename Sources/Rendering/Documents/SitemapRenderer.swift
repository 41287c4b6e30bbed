import Board
import Formats

/// The sitemap (sitemaps.org, protocol 0.9), in parts where it has more addresses than one file may.
///
/// `lastmod` is the day that `ChangeDays` tells; a page that it knows no day of is listed without.
enum SitemapRenderer {
    private static let mediaType = "application/xml; charset=utf-8"
    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

    static func documents(_ plan: SitePlan, addressesPerFile: Int = SitePlan.addressesPerSitemap) -> [SiteDocument] {
        let pages = plan.pages.filter(\.isListed)
        guard pages.count > addressesPerFile else {
            return [SiteDocument(Route.sitemap, mediaType) { file(of: pages[...], plan, ChangeDays(plan)) }]
        }
        let parts = stride(from: 0, to: pages.count, by: addressesPerFile).map { pages[$0..<min($0 + addressesPerFile, pages.count)] }
        let days = ChangeDays(plan)
        var documents = parts.enumerated().map { number, part in
            SiteDocument(Route.sitemapPart(number + 1), mediaType) { file(of: part, plan, days) }
        }
        documents.append(SiteDocument(Route.sitemap, mediaType) { index(of: parts, plan, days) })
        return documents
    }

    private static func file(of pages: ArraySlice<Page>, _ plan: SitePlan, _ days: ChangeDays) -> [UInt8] {
        let base = plan.configuration.base.absolute
        var xml = XMLWriter()
        xml.raw("<urlset xmlns=\"\(namespace)\">\n")
        for page in pages {
            xml.raw("<url><loc>")
            xml.text(base + plan.route(of: page))
            xml.raw("</loc>")
            if let day = days[page] { xml.raw("<lastmod>\(day.iso)</lastmod>") }
            xml.raw("</url>\n")
        }
        xml.raw("</urlset>\n")
        return xml.bytes
    }

    private static func index(of parts: [ArraySlice<Page>], _ plan: SitePlan, _ days: ChangeDays) -> [UInt8] {
        var xml = XMLWriter()
        xml.raw("<sitemapindex xmlns=\"\(namespace)\">\n")
        for (number, part) in parts.enumerated() {
            xml.raw("<sitemap><loc>")
            xml.text(plan.configuration.base.absolute + Route.sitemapPart(number + 1))
            xml.raw("</loc>")
            if let day = part.lazy.compactMap({ days[$0] }).max() { xml.raw("<lastmod>\(day.iso)</lastmod>") }
            xml.raw("</sitemap>\n")
        }
        xml.raw("</sitemapindex>\n")
        return xml.bytes
    }
}
