import Entries
import Pictures
import Vietnamese

/// Which files of `content` are published, and where: pictures as the smaller ones that are made from them,
/// all others as they are.
package struct FilePlan: Sendable {
    /// What a page shows of a picture.
    package struct PictureUse: Sendable, Hashable {
        /// From `content`.
        package var path: String
        package var frame: PictureFrame

        package init(_ path: String, _ frame: PictureFrame) {
            self.path = path
            self.frame = frame
        }
    }

    /// The published pictures of one use.
    package struct PublishedPicture: Sendable {
        package let recipe: ImageRecipe
        /// What their addresses have in common: `vinh-danh/2024/x/chan-dung`.
        package let stem: String

        /// The address of one size in one format.
        package func route(of size: PictureSize, as format: PublishedFormat) -> String {
            switch recipe.frame {
            case .whole: "\(stem)-\(size.width).\(format.suffix)"
            case .card: "\(stem)-\(size.width)x\(size.height).\(format.suffix)"
            }
        }
    }

    /// The routes of files that are no pictures, by their paths from `content`.
    package private(set) var routes: [String: String] = [:]
    package private(set) var pictures: [PictureUse: PublishedPicture] = [:]
    private var taken: Set<String> = []
    /// The uses by the stems of their addresses.
    private var usesByStem: [String: [PictureUse]] = [:]

    package init() {}

    /// Plans to publish a file: beside its entry's page where it stands in the entry's folder, else with
    /// the other media.
    ///
    /// - Parameter ending: what the file is, whatever its name says: what its address ends in, without the point. Nil
    ///   for the ending of its name.
    mutating func publish(_ path: String, endingIn ending: String?, for honour: Honour? = nil) {
        guard routes[path] == nil else { return }
        routes[path] = address(of: path, for: honour, ending: ending.map { "." + $0 } ?? Self.ending(of: path))
    }

    /// Plans to publish what is shown of a picture of this size, at addresses of the same kind.
    mutating func publish(_ use: PictureUse, of size: PictureSize, for honour: Honour? = nil) {
        guard pictures[use] == nil else { return }
        let recipe = ImageRecipe(size, use.frame)
        // A picture and its card share the stem, since their endings differ; other cards of the picture can't.
        let sibling = use.frame == .whole ? nil : pictures[PictureUse(use.path, .whole)]?.stem
        let shared = sibling.flatMap { stem in usesByStem[stem]?.contains { $0.frame != .whole } == false ? stem : nil }
        let stem = shared ?? address(of: use.path, for: honour, ending: "")
        pictures[use] = PublishedPicture(recipe: recipe, stem: stem)
        usesByStem[stem, default: []].append(use)
    }

    /// What is published at a route, where that is a picture: its use, its size and its format.
    package func picture(at route: String) -> (use: PictureUse, size: PictureSize, format: PublishedFormat)? {
        guard let format = PublishedFormat.allCases.first(where: { route.hasSuffix("." + $0.suffix) }),
            let dash = route.lastIndex(of: "-")
        else { return nil }
        for use in usesByStem[String(route[..<dash])] ?? [] {
            guard let picture = pictures[use] else { continue }
            if let size = picture.recipe.sizes.first(where: { picture.route(of: $0, as: format) == route }) { return (use, size, format) }
        }
        return nil
    }

    /// An address that nothing else has; that of a picture ends in nothing.
    private mutating func address(of path: String, for honour: Honour?, ending: String) -> String {
        var (prefix, name) = (Route.media, path)
        if let honour, honour.entry.path.hasSuffix("/index.md") {
            let folder = honour.entry.path.dropFirst("content/".count).dropLast("index.md".count)
            if path.hasPrefix(folder) { (prefix, name) = (honour.route, String(path.dropFirst(folder.count))) }
        }
        var route = prefix + Self.address(for: name, suffix: "", ending)
        var number = 2
        while !taken.insert(route).inserted {
            route = prefix + Self.address(for: name, suffix: "-\(number)", ending)
            number += 1
        }
        return route
    }

    /// The ending of a file's name with its point, in small letters.
    private static func ending(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
    }

    /// File systems take names of 255 bytes; a published name has a size and an ending besides.
    private static let longestStem = 200

    /// A path in letters that every server and mail program passes on unchanged.
    private static func address(for path: String, suffix: String, _ ending: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        var names = parts.dropLast().map { Slug.make($0) }
        let last = parts.last ?? ""
        let dot = last.lastIndex(of: ".") ?? last.endIndex
        let stem = Slug.make(String(last[..<dot])).prefix(longestStem)
        names.append((stem.isEmpty ? "tep" : stem) + suffix + ending)
        return names.filter { !$0.isEmpty }.joined(separator: "/")
    }
}
