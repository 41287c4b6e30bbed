import Entries
import Vietnamese

/// Which files of `content` are published, and where.
package struct FilePlan: Sendable {
    /// The route by the file's path from `content`.
    package private(set) var routes: [String: String] = [:]
    private var taken: Set<String> = []

    package init() {}

    /// Plans to publish a file: beside its entry's page where it stands in the entry's folder, else with
    /// the other media.
    mutating func publish(_ path: String, for honour: Honour? = nil) {
        guard routes[path] == nil else { return }
        var (prefix, name) = (Route.media, path)
        if let honour, honour.entry.path.hasSuffix("/index.md") {
            let folder = honour.entry.path.dropFirst("content/".count).dropLast("index.md".count)
            if path.hasPrefix(folder) { (prefix, name) = (honour.route, String(path.dropFirst(folder.count))) }
        }
        var route = prefix + Self.address(for: name, suffix: "")
        var number = 2
        while !taken.insert(route).inserted {
            route = prefix + Self.address(for: name, suffix: "-\(number)")
            number += 1
        }
        routes[path] = route
    }

    /// A path in letters that every server and mail program passes on unchanged.
    private static func address(for path: String, suffix: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        var names = parts.dropLast().map { Slug.make($0) }
        let last = parts.last ?? ""
        let dot = last.lastIndex(of: ".") ?? last.endIndex
        let stem = Slug.make(String(last[..<dot]))
        names.append((stem.isEmpty ? "tep" : stem) + suffix + last[dot...].lowercased())
        return names.filter { !$0.isEmpty }.joined(separator: "/")
    }
}
