/// The addresses of the board, relative to its base: `vinh-danh/2021/dang-bo-xa-mau/`. Written down once
/// here; they are part of the contract, since people keep and print them.
package enum Route {
    package static let home = ""
    package static let entries = "vinh-danh/"
    package static let places = "dia-ban/"
    package static let years = "nam/"
    package static let fields = "linh-vuc/"
    package static let programmes = "ke-hoach/"
    package static let decisions = "quyet-dinh/"
    /// Corrections and revocations.
    package static let notices = "dinh-chinh/"
    package static let statistics = "thong-ke/"
    package static let search = "tim-kiem/"
    /// The files that the search page reads.
    package static let searchIndex = "tim-kiem/chi-muc/"
    package static let feed = "feed.xml"
    /// The data behind the pages, for other programs.
    package static let openData = "du-lieu/"
    /// The newest honours, for a frame on another page.
    package static let embed = "nhung/"
    package static let sitemap = "sitemap.xml"
    /// One of several sitemaps, where there are more addresses than one may hold.
    package static func sitemapPart(_ number: Int) -> String { "sitemap-\(number).xml" }
    package static let robots = "robots.txt"
    package static let notFound = "404.html"
    /// Where the styles, scripts and pictures of the templates go.
    package static let assets = "giao-dien/"
    /// Where pictures and videos go that do not stand beside an entry.
    package static let media = "tep/"

    /// An honour's page.
    package static func entry(year: Int, id: String) -> String { "\(entries)\(year)/\(id)/" }
    /// A place's list.
    package static func place(_ id: String) -> String { "\(places)\(id)/" }
    /// A year's list.
    package static func year(_ year: Int) -> String { "\(years)\(year)/" }
    /// A field's list, by the field's slug.
    package static func field(_ slug: String) -> String { "\(fields)\(slug)/" }
    /// A programme's page and list.
    package static func programme(_ id: String) -> String { "\(programmes)\(id)/" }

    /// The feed of a list.
    package static func feed(of route: String) -> String { route + feed }
    /// The honours under a letter of the alphabet, by the letter's slug.
    package static func names(_ letter: String) -> String { "\(search)ten/\(letter)/" }

    /// A decision's page, by its part of the address.
    package static func decision(_ slug: String) -> String { "\(decisions)\(slug)/" }

    /// A page of a list; the first is the list itself.
    package static func page(_ number: Int, of route: String) -> String {
        number == 1 ? route : "\(route)trang/\(number)/"
    }

    /// The file that answers for an address.
    package static func file(for route: String) -> String {
        route.isEmpty || route.hasSuffix("/") ? route + "index.html" : route
    }
}
