import Foundation

/// A Markdown file of cases: prose for people, and fenced blocks that a test acts on.
///
/// A case begins with a heading of the second level. Everything else outside the fences means nothing to a test,
/// unless the test reads it itself.
package struct CaseFile: Sendable {
    /// A fenced block: the words behind its three backticks, and its lines.
    package struct Block: Sendable {
        /// What the block is: `replace` in `replace content/registers/ratings.csv`.
        package var word: String
        /// The rest of that line: a path, most often.
        package var argument: String
        package var lines: [String]
        /// The index of the first of its lines in the file.
        package var start: Int
    }

    package struct Case: Sendable {
        package var title: String
        package var blocks: [Block] = []
    }

    /// The file's name, for mistakes in it.
    package let name: String
    package let lines: [String]
    /// What stands before the first case.
    package private(set) var preamble: [String] = []
    package private(set) var cases: [Case] = []

    /// Throws where a fence is not closed or stands outside of every case.
    package init(_ text: String, name: String) throws {
        self.name = name
        lines = text.components(separatedBy: "\n")
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            if line.hasPrefix("## ") {
                cases.append(Case(title: String(line.dropFirst(3))))
            } else if line.hasPrefix("```") {
                guard let end = lines[index...].firstIndex(of: "```"), !cases.isEmpty else {
                    throw SiteFixture.Mistake(words: "\(name): “\(line)” stands outside a case or is not closed")
                }
                let words = line.dropFirst(3).split(separator: " ", maxSplits: 1).map(String.init)
                cases[cases.count - 1].blocks.append(
                    Block(
                        word: words.first ?? "", argument: words.count > 1 ? words[1] : "", lines: Array(lines[index..<end]), start: index))
                index = end + 1
            } else if cases.isEmpty {
                preamble.append(line)
            }
        }
    }

    /// The case files of a folder and of the folders in it, in the order of their paths. A `README.md` is none.
    package static func all(in folder: String) throws -> [CaseFile] {
        try FileTree.files(in: folder).filter { $0.hasSuffix(".md") && !$0.hasSuffix("README.md") }.map { name in
            try CaseFile(try String(contentsOfFile: folder + "/" + name, encoding: .utf8), name: name)
        }
    }
}

extension CaseFile.Block {
    /// The block's lines, each with a line feed.
    package var text: String { lines.map { $0 + "\n" }.joined() }

    /// The two sides of a replacement, which a line `=====` parts.
    package func replacement() throws -> (old: String, new: String) {
        guard let middle = lines.firstIndex(of: "=====") else {
            throw SiteFixture.Mistake(words: "“\(word) \(argument)” has no line =====")
        }
        return (lines[..<middle].joined(separator: "\n"), lines[(middle + 1)...].joined(separator: "\n"))
    }
}
