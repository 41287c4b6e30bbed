import Foundation
import TestSupport

/// What is wrong with a site that lies in a folder, for those who visit it.
enum SiteVerdict {
    static let base = "https://bangvang.example.vn/"

    /// Everything that is wrong, in words; none where the site is whole.
    ///
    /// - Parameters:
    ///   - files: the published files.
    ///   - before: those of the site that was there before. Their addresses are known to people.
    ///   - after: those of the new one.
    static func faults(_ files: [String: [UInt8]], before: [String: [UInt8]], after: [String: [UInt8]]) -> [String] {
        var faults: [String] = []
        // What says whose the folder is may be unfinished: no visitor asks for it.
        let ownership = [".bangvang", ".gitignore", ".bangvang.moi", ".gitignore.moi"]
        for (file, bytes) in files where bytes != before[file] && bytes != after[file] && !ownership.contains(file) {
            // A page that goes says so for a moment before it does.
            if before[file] != nil, after[file] == nil, bytes == after["404.html"] { continue }
            faults.append("\(file) is neither the old one nor the new one: \(bytes.count) bytes")
        }
        return (faults + brokenLinks(files, knownTo: before)).sorted()
    }

    /// The links that lead nowhere of every page to which a visitor can come: from the home page, from the sitemap and the
    /// feeds, or by an address that was there before.
    static func brokenLinks(_ files: [String: [UInt8]], knownTo before: [String: [UInt8]]) -> [String] {
        var broken: [String] = []
        var waiting = files.keys.filter { before[$0] != nil || ["index.html", "404.html"].contains($0) }
        // Nobody asks for the sitemap or a feed of a site whose home page isn't there yet.
        if files["index.html"] != nil { waiting += files.keys.filter { $0.hasSuffix(".xml") && before[$0] == nil } }
        var seen = Set(waiting)
        while let file = waiting.popLast() {
            guard file.hasSuffix(".html") || file.hasSuffix(".xml"), let bytes = files[file] else { continue }
            for target in targets(of: String(decoding: bytes, as: UTF8.self), on: file) {
                guard files[target] != nil else {
                    broken.append("\(file) leads to \(target), which isn't there")
                    continue
                }
                if seen.insert(target).inserted { waiting.append(target) }
            }
        }
        return broken
    }

    /// The files of the board that a page or a feed leads to.
    static func targets(of text: String, on file: String) -> Set<String> {
        var targets: Set<String> = []
        for opening in ["href=\"", "src=\"", "srcset=\"", "poster=\"", "<loc>"] {
            for piece in text.components(separatedBy: opening).dropFirst() {
                let value = piece.prefix { $0 != "\"" && $0 != "<" }
                // A list of candidates, each with its width.
                let addresses = opening == "srcset=\"" ? value.split(separator: ",").map { $0.split(separator: " ")[0] } : [value]
                for address in addresses { if let target = Self.file(String(address), on: file) { targets.insert(target) } }
            }
        }
        return targets
    }

    private static func file(_ address: String, on page: String) -> String? {
        var path = address.prefix { $0 != "#" && $0 != "?" }
        if path.hasPrefix(base) {
            path = path.dropFirst(base.count)
        } else if path.hasPrefix("/"), !path.hasPrefix("//") {
            path = path.dropFirst()
        } else if path.isEmpty || path.contains(":") || path.hasPrefix("//") {
            return nil
        } else {
            path = Substring((page as NSString).deletingLastPathComponent + "/" + path)
        }
        let plain = String(path).removingPercentEncoding ?? String(path)
        return plain.isEmpty || plain.hasSuffix("/") ? plain + "index.html" : plain
    }
}
