import Diagnostics
import Foundation
import Testing

@testable import Formats

/// The examples of the CommonMark specification 0.30, which this repository does not carry: a file
/// `commonmark-0.30.json` in the folder that BANGVANG_SPECS names, or in `../shared/data/specs` beside the
/// package. Skipped where there is none.
@Suite struct CommonMarkExamplesTests {
    private struct Example: Decodable {
        var markdown: String
        var html: String
        var example: Int
    }

    private static let file: URL? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["BANGVANG_SPECS"].map { URL(filePath: $0) }
            ?? package.deletingLastPathComponent().appending(path: "shared/data/specs")
        let file = folder.appending(path: "commonmark-0.30.json")
        return FileManager.default.isReadableFile(atPath: file.path) ? file : nil
    }()

    @Test(.enabled(if: file != nil, "commonmark-0.30.json is not here: set BANGVANG_SPECS to its folder"))
    func allExamples() throws {
        let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: #require(Self.file)))
        #expect(examples.count == 652)
        for example in examples {
            let document = MarkdownDocument(Array(example.markdown.utf8)[...], path: "spec.md", firstLine: 1, isReference: true)
            let html = String(decoding: document.renderHTML(headingBase: nil).bytes, as: UTF8.self)
            #expect(html == example.html, "example \(example.example)")
        }
    }

    /// What the board makes of the same examples: never a tag that only raw HTML can bring, never a crash.
    @Test(.enabled(if: file != nil, "commonmark-0.30.json is not here: set BANGVANG_SPECS to its folder"))
    func examplesWithoutRawHTML() throws {
        let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: #require(Self.file)))
        for example in examples {
            let document = MarkdownDocument(Array(example.markdown.utf8)[...], path: "spec.md", firstLine: 1)
            let rendered = document.renderHTML { _, _ in .deferred(0) }
            let accepted = (document.links + document.images).count { LinkScheme.refused(in: $0.destination) == nil }
            #expect(rendered.insertions.count == accepted, "example \(example.example)")
            let html = String(decoding: rendered.bytes, as: UTF8.self)
            for forbidden in ["<script", "<style", "<table", "<div", "<del", "<bab", "<!--", "raw HTML", "javascript:"] {
                #expect(!html.contains(forbidden), "example \(example.example)")
            }
        }
    }
}
