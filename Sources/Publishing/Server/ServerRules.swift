import Board
import Formats
import Rendering

/// What a web server must know of the site besides its files: which addresses have moved, which are gone for good, what
/// every answer says to browsers, how long they may keep it.
///
/// Written beside the ledger after each build, for whoever runs the server; never published, since the addresses of what
/// was taken down may hold names.
struct ServerRules: Sendable {
    /// An address that leads on to another; both are paths on the host.
    struct Move: Sendable {
        var from: String
        var to: String
        /// The new address in full, for servers that would make one up themselves.
        var absolute: String
    }

    /// An address that is gone, and the file that says so; both are paths on the host.
    struct Gone: Sendable {
        var address: String
        var page: String
    }

    let base: BaseAddress
    let moved: [Move]
    let gone: [Gone]

    init(_ plan: SitePlan) {
        let base = plan.configuration.base
        // What stands at an old address of somebody who is gone is the same page: one file answers for all.
        func gone(_ route: String, like tombstone: Tombstone) -> Gone {
            Gone(address: base.path + route, page: base.path + Route.file(for: tombstone.route))
        }
        var moved: [Move] = []
        var lost = plan.tombstones.map { gone($0.route, like: $0) }
        for alias in plan.aliases {
            switch alias.target {
            case .honour(let index):
                let route = plan.honours[index].route
                moved.append(Move(from: base.path + alias.route, to: base.path + route, absolute: base.absolute + route))
            case .tombstone(let index): lost.append(gone(alias.route, like: plan.tombstones[index]))
            }
        }
        self.base = base
        self.moved = moved.sorted { $0.from < $1.from }
        self.gone = lost.sorted { $0.address < $1.address }
    }

    /// The rules for nginx, and for Apache, as files.
    var nginx: [UInt8] { Array(NginxRules(self).text.utf8) }
    var apache: [UInt8] { Array(ApacheRules(self).text.utf8) }

    // MARK: What every answer says

    /// Headers of all answers but the policy of what a page may do.
    static let headers: [(name: String, value: String)] = [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]

    /// The Content-Security-Policy for pages that may stand in frames of these; only a header can say that.
    static func policy(framesOf ancestors: String) -> String { "\(ContentSecurityPolicy.ofPages); frame-ancestors \(ancestors)" }

    /// The board's own pages may stand in frames of its host; the list for frames anywhere.
    static let usualAncestors = "'self'"
    static let embedAncestors = "*"

    /// Five minutes: who was taken down should be gone from everywhere soon.
    static let usualCaching = "public, max-age=300"
    /// A name in that folder changes with its content.
    static let assetCaching = "public, max-age=31536000, immutable"
}
