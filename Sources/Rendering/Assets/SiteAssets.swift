import Board
import Diagnostics
import Digests
import Templates

/// The files of `site-templates/assets` as they are published: styles, scripts, pictures of the design.
///
/// Each has a part of its digest in its name: browsers may keep it for ever, and never show a page with the styles of
/// another day. Pages say the digest (Subresource Integrity), so a file that was changed on its way is not used.
package struct SiteAssets: Sendable {
    package struct Asset: Sendable {
        /// Its path from `site-templates/assets`.
        package let name: String
        /// Its address, relative to the base.
        package let route: String
        package let bytes: [UInt8]
        /// What an `integrity` attribute says (W3C Subresource Integrity).
        package let integrity: String

        init(name: String, bytes: [UInt8]) {
            let digest = SHA256(of: bytes)
            self.name = name
            self.bytes = bytes
            route = Route.assets + Self.published(name, String(digest.hex.prefix(10)))
            integrity = "sha256-" + digest.base64
        }

        /// `kieu/style.css` with its mark: `kieu/style.0a1b2c3d4e.css`.
        private static func published(_ name: String, _ mark: String) -> String {
            let folder = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
            guard let dot = name[folder...].lastIndex(of: "."), dot != folder else { return "\(name).\(mark)" }
            return "\(name[..<dot]).\(mark)\(name[dot...])"
        }
    }

    /// In the order of names.
    package let all: [Asset]
    /// What is wrong with them: styles that lead to nothing, or to another's server.
    package let diagnostics: [Diagnostic]
    private let byRoute: [String: Int]

    /// - Parameter files: every file of `site-templates/assets`, by its path from there.
    package init(_ files: [(name: String, bytes: [UInt8])]) {
        let isStyle = { (name: String) in name.hasSuffix(".css") }
        // What styles point at is named before they are.
        var assets = files.filter { !isStyle($0.name) }.map { Asset(name: $0.name, bytes: $0.bytes) }
        let byName = Dictionary(assets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var diagnostics: [Diagnostic] = []
        for file in files where isStyle(file.name) {
            let style = StyleSheet(file.bytes, name: file.name, assets: byName)
            diagnostics += style.diagnostics
            assets.append(Asset(name: file.name, bytes: style.bytes))
        }
        assets.sort { $0.name < $1.name }
        all = assets
        byRoute = Dictionary(assets.enumerated().map { ($1.route, $0) }, uniquingKeysWith: { first, _ in first })
        self.diagnostics = diagnostics
    }

    /// The asset that is published at a route.
    package func asset(at route: String) -> Asset? { byRoute[route].map { all[$0] } }

    /// What templates include to name them: `{{>assets/style.css}}` is an address, `{{>integrity/style.css}}` a digest. A
    /// misspelt name is an error like that of any other template.
    package var partials: [TemplateFile] {
        all.flatMap { asset in
            [
                ("assets/", "{{site.assets_url}}" + asset.route.dropFirst(Route.assets.count)),
                ("integrity/", asset.integrity),
            ].map { prefix, text in
                TemplateFile(name: prefix + asset.name, path: "site-templates/assets/" + asset.name, bytes: Array(text.utf8))
            }
        }
    }
}
