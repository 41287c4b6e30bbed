import Foundation
import TestSupport

/// A visitor of a site that is being changed: reads a page, follows its links, and looks again where one leads nowhere.
struct SiteReader {
    /// The published folder.
    let root: String

    /// Every page that leads to what isn't there, or is neither the old one nor the new one.
    func faults(before: [String: [UInt8]], after: [String: [UInt8]]) -> [String] {
        var faults: [String] = []
        var waiting = ["index.html", "404.html", "sitemap.xml"]
        var seen = Set(waiting)
        while let file = waiting.popLast() {
            guard let bytes = read(file) else { continue }
            if bytes != before[file], bytes != after[file], bytes != after["404.html"] { faults.append("\(file) is torn") }
            guard file.hasSuffix(".html") || file.hasSuffix(".xml") else { continue }
            for target in SiteVerdict.targets(of: String(decoding: bytes, as: UTF8.self), on: file) {
                // A page that was replaced meanwhile leads elsewhere; one that still stands must lead to what is there.
                if !exists(target), read(file) == bytes, !exists(target) { faults.append("\(file) leads to \(target)") }
                if seen.insert(target).inserted { waiting.append(target) }
            }
        }
        return faults
    }

    private func exists(_ file: String) -> Bool { access(root + "/" + file, F_OK) == 0 }

    private func read(_ file: String) -> [UInt8]? { FileManager.default.contents(atPath: root + "/" + file).map(Array.init) }
}
