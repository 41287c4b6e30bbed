import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Programmes
import Registers
import Templates

/// The Atom feed of the newest honours (RFC 4287).
package enum FeedRenderer {
    static let entryCount = 50

    /// The file's bytes.
    package static func render(_ plan: SitePlan) -> [UInt8] {
        let configuration = plan.configuration
        let base = configuration.base.absolute
        let newest = plan.newest(entryCount).map { plan.honours[$0] }
        let updated = newest.first?.decision.decision.date ?? plan.asOf
        var xml = XMLWriter()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n")
        xml.element("title", configuration.title)
        if !configuration.tagline.isEmpty { xml.element("subtitle", configuration.tagline) }
        xml.element("id", base)
        xml.raw("<link rel=\"alternate\" type=\"text/html\" href=\"")
        xml.text(base)
        xml.raw("\"/>\n")
        xml.raw("<link rel=\"self\" type=\"application/atom+xml\" href=\"")
        xml.text(base + Route.feed)
        xml.raw("\"/>\n")
        xml.element("updated", timestamp(updated))
        xml.raw("<author>")
        xml.element("name", configuration.publisher.name)
        xml.raw("</author>\n")
        for honour in newest {
            xml.raw("<entry>\n")
            xml.element("title", honour.entry.title)
            xml.element("id", base + honour.route)
            xml.raw("<link rel=\"alternate\" type=\"text/html\" href=\"")
            xml.text(base + honour.route)
            xml.raw("\"/>\n")
            xml.element("updated", timestamp(honour.decision.decision.date))
            xml.raw("<category term=\"")
            xml.text(honour.field.slug)
            xml.raw("\" label=\"")
            xml.text(honour.field.name)
            xml.raw("\"/>\n")
            xml.element("summary", honour.entry.summary.value)
            xml.raw("</entry>\n")
        }
        xml.raw("</feed>\n")
        return xml.bytes
    }

    /// A calendar day as an instant: its beginning in Vietnam, which keeps UTC+7 all year.
    private static func timestamp(_ day: CalendarDay) -> String { "\(day.iso)T00:00:00+07:00" }
}

/// The sitemap (sitemaps.org, protocol 0.9), in parts where it has more addresses than one file may.
package enum SitemapRenderer {
    /// The protocol's limit for one file.
    static let addressesPerFile = 50_000

    /// The files by their routes.
    package static func render(_ plan: SitePlan) -> [(route: String, bytes: [UInt8])] {
        let routes = plan.pages.lazy.filter(\.isListed).map { plan.route(of: $0) }
        let base = plan.configuration.base.absolute
        let parts = stride(from: 0, to: routes.count, by: addressesPerFile).map { start in
            Array(routes)[start..<min(start + addressesPerFile, routes.count)]
        }
        guard parts.count > 1 else { return [(Route.sitemap, file(of: parts.first ?? [], base))] }
        var files = parts.enumerated().map { (route: "sitemap-\($0 + 1).xml", bytes: file(of: $1, base)) }
        var index = XMLWriter()
        index.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for file in files {
            index.raw("<sitemap><loc>")
            index.text(base + file.route)
            index.raw("</loc></sitemap>\n")
        }
        index.raw("</sitemapindex>\n")
        files.append((Route.sitemap, index.bytes))
        return files
    }

    private static func file(of routes: ArraySlice<String>, _ base: String) -> [UInt8] {
        var xml = XMLWriter()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for route in routes {
            xml.raw("<url><loc>")
            xml.text(base + route)
            xml.raw("</loc></url>\n")
        }
        xml.raw("</urlset>\n")
        return xml.bytes
    }
}

/// What search engines may visit (RFC 9309).
package enum RobotsRenderer {
    /// The file's bytes.
    package static func render(_ plan: SitePlan) -> [UInt8] {
        let configuration = plan.configuration
        let rules = configuration.isSample ? "Disallow: /" : "Allow: /"
        return Array("User-agent: *\n\(rules)\nSitemap: \(configuration.base.absolute)\(Route.sitemap)\n".utf8)
    }
}

/// Builds XML; text is escaped, and characters that XML does not allow are left out.
private struct XMLWriter {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ markup: String) {
        bytes += markup.utf8
    }

    mutating func element(_ name: String, _ content: String) {
        raw("<\(name)>")
        text(content)
        raw("</\(name)>\n")
    }

    mutating func text(_ content: String) {
        let isAllowed = content.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A }
        HTMLEscape.append(
            isAllowed ? content : String(content.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }), to: &bytes)
    }
}
