import Diagnostics
import Entries
import Places

/// The files of the open data: everything in one file of each format, or for a large board one a year.
///
/// The index (`muc-luc.json`), the schema and the description of the columns keep their addresses whatever the board's
/// size; what there is to fetch stands in the index.
package struct OpenDataFiles: Sendable {
    /// Honours in one file of each format.
    package struct Part: Sendable {
        /// Nil where the part holds every year.
        package let year: Int?
        /// Indices into the plan's honours, in its order.
        package let honours: [Int]

        private var name: String { year.map(String.init) ?? "vinh-danh" }
        package var json: String { "\(Route.openData)\(name).json" }
        package var csv: String { "\(Route.openData)\(name).csv" }
    }

    /// What one file may hold: some 20 MB of JSON, which a spreadsheet and a browser still open.
    package static let honoursPerFile = 10_000

    package static let index = Route.openData + "muc-luc.json"
    /// The JSON Schema of the JSON files.
    package static let schema = Route.openData + "vinh-danh.schema.json"
    /// The columns of the CSV files (CSV on the Web, W3C 2015).
    package static let columns = Route.openData + "cot.csv-metadata.json"

    /// The latest year first.
    package let parts: [Part]

    init(_ honours: [Honour], honoursPerFile: Int = honoursPerFile) {
        guard honours.count > honoursPerFile else {
            parts = [Part(year: nil, honours: Array(honours.indices))]
            return
        }
        let byYear = Dictionary(grouping: honours.indices) { honours[$0].entry.year.value }
        parts = byYear.sorted { $0.key > $1.key }.map { Part(year: $0.key, honours: $0.value) }
    }

    /// The addresses of all files.
    package var routes: [String] { [Self.index, Self.schema, Self.columns] + parts.flatMap { [$0.json, $0.csv] } }
}

extension SitePlan {
    /// The files of the open data.
    package var openData: OpenDataFiles { OpenDataFiles(honours) }

    /// The lists that have a feed of their own: of the fields, and of the places that lie in no other.
    package var feedListings: [Listing] {
        listings.filter { listing in
            switch listing.kind {
            case .field: true
            case .place(let place): place.parentID == nil
            case .all, .year, .programme, .decision: false
            }
        }
    }

    /// Addresses of files beside the pages that a story may link to.
    var documentRoutes: [String] {
        [Route.feed, Route.robots] + sitemapRoutes + openData.routes + feedListings.map { Route.feed(of: $0.route) }
    }

    private var sitemapRoutes: [String] {
        guard hasSitemap else { return [] }
        let count = pages.count(where: \.isListed)
        guard count > Self.addressesPerSitemap else { return [Route.sitemap] }
        return [Route.sitemap] + (1...(count + Self.addressesPerSitemap - 1) / Self.addressesPerSitemap).map(Route.sitemapPart)
    }

    /// How many addresses one sitemap holds. Far below the protocol's limit of 50,000: a part takes some 20 KB on its way, and
    /// one honour more changes few of them.
    package static let addressesPerSitemap = 2_000

    /// Whether the site has a sitemap. Every page of a sample board asks not to be indexed, and a list of what to index that
    /// lists such pages contradicts them; one without any address is none (sitemaps.org asks for at least one).
    package var hasSitemap: Bool { !configuration.isSample }
}
