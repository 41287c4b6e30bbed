import Board
import Diagnostics
import Formats
import Parallel
import Vietnamese

/// Looks for everything that still names somebody: in the content as it stands, whatever its state, and in the published files
/// themselves, which are looked at rather than believed.
package struct MentionSearch: Sendable {
    private let honourees: [Honouree]
    private let finder: NameFinder
    /// The honouree of each name that is looked for, by index.
    private let owners: [Int]

    package init(_ honourees: [Honouree]) {
        self.honourees = honourees
        finder = NameFinder(honourees.flatMap(\.names))
        owners = honourees.indices.flatMap { index in honourees[index].names.map { _ in index } }
    }

    /// Whether there is a name to look for.
    package var hasName: Bool { !finder.isEmpty }

    /// What a search brought.
    package struct Result: Sendable {
        package var mentions: [Mention]
        /// The files that should have been looked through and could not be read, by their paths.
        package var unread: [String]

        fileprivate init(_ files: [(mentions: [Mention], unread: String?)]) {
            mentions = files.flatMap(\.mentions)
            unread = files.compactMap(\.unread)
        }
    }

    /// Something that was found, and whose it is.
    private struct Found {
        var kind: Mention.Kind
        var range: Range<Int>
        var honouree: Int
    }

    private func names(in plain: PlainText) -> [Found] {
        [(plain.words, Mention.Kind.name), (plain.attributes, .attribute)].flatMap { piece, kind in
            piece.bytes.withUnsafeBufferPointer { finder.matches(in: $0) }.map { match in
                let range = piece.offset(of: match.range.lowerBound)..<piece.offset(of: match.range.upperBound - 1) + 1
                return Found(kind: kind, range: range, honouree: owners[match.name])
            }
        }
    }

    private func namesInPath(_ path: String) -> [Mention] {
        let matches = Array(path.utf8).withUnsafeBufferPointer { finder.matches(in: $0) }
        return matches.prefix(1).map { mention(.fileName, SourcePlace(path: path), of: owners[$0.name]) }
    }

    private func mention(_ kind: Mention.Kind, _ place: SourcePlace, of honouree: Int) -> Mention {
        Mention(kind: kind, place: place, entry: honourees[honouree].path)
    }

    // MARK: The content

    /// The places in the content, besides the entries' own files and the rows of their own subjects.
    ///
    /// - Parameter isLookedAt: which files are, by their paths from the board's root.
    package func mentions(
        in tree: some SourceTree, where isLookedAt: @Sendable @escaping (String) -> Bool = { _ in true }
    ) async throws -> Result {
        // What lies in an entry's own folder went with it.
        let own = honourees.map { $0.path.hasSuffix("/index.md") ? String($0.path.dropLast("index.md".count)) : $0.path }
        let files = tree.files.filter { file in
            file.isFile && isLookedAt(file.path) && !own.contains { file.path == $0 || ($0.hasSuffix("/") && file.path.hasPrefix($0)) }
        }
        return Result(
            try await mapInParallel(files) { file in
                let inPath = namesInPath(file.path)
                guard let form = PlainText.Form(ofFile: file.path) else { return (inPath, nil) }
                guard let bytes = try? tree.read(file.path),
                    let text = SourceText.decode(path: file.path, bytes: bytes, maximumBytes: ContentReader.maximumRegisterBytes).value
                else { return (inPath, file.path) }
                return (inPath + mentions(in: text, form), nil)
            })
    }

    private func mentions(in text: SourceText, _ form: PlainText.Form) -> [Mention] {
        var found = names(in: PlainText(text.bytes, form))
        if form != .plain {
            let links = links(in: text.bytes)
            // A link that is written with the name in it is one place, not two.
            found.removeAll { named in links.contains { $0.range.overlaps(named.range) } }
            found += links
        }
        if text.path.hasPrefix("content/registers/") { found.removeAll { isOwnRow(text.bytes, $0) } }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { found in
            let line = text.bytes[found.range].prefix { $0 != 0x0A }
            let length = String(decoding: line, as: UTF8.self).unicodeScalars.count
            let position = text.position(ofByteOffset: found.range.lowerBound)
            return mention(found.kind, SourcePlace(path: text.path, position: position, length: length), of: found.honouree)
        }
    }

    /// Addresses that hold an entry's id, between the marks that parts of addresses stand between.
    private func links(in bytes: [UInt8]) -> [Found] {
        honourees.indices.flatMap { index in
            bytes.ranges(ofBytes: Array(honourees[index].id.utf8)).filter { range in
                let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x0A
                let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x0A
                return Self.opening.contains(before) && Self.closing.contains(after)
                    && (before == UInt8(ascii: "/") || after == UInt8(ascii: "/") || after == UInt8(ascii: "."))
            }.map { Found(kind: .link, range: $0, honouree: index) }
        }
    }

    private static let opening = Set("/(<\"' \n:".utf8)
    private static let closing = Set("/.)>\"' \n#,]".utf8)

    /// Whether a row of a register is one of the subject's own: it stays, since the office keeps it, and is not published.
    private func isOwnRow(_ bytes: [UInt8], _ found: Found) -> Bool {
        guard let subjectID = honourees[found.honouree].subjectID else { return false }
        let start = bytes[..<found.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = bytes[start...].prefix { $0 != 0x0A }
        return line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).contains { cell in
            String(decoding: cell.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self) == subjectID
        }
    }

    // MARK: The published site

    /// The published files that name somebody or lead to the page, besides that page itself, each kind once in a file.
    ///
    /// - Parameter folder: the output folder.
    package func mentions(onSite folder: String) async throws -> Result {
        let files = try FolderWalk.items(in: folder).filter { $0.kind == .file }.map(\.path)
        let own = Set(honourees.flatMap(\.routes).map { Route.file(for: $0) })
        return Result(
            try await mapInParallel(files.filter { !own.contains($0) }, chunks: 64) { file in
                var found = namesInPath(file)
                guard let form = PlainText.Form(ofFile: file) else { return (found, nil) }
                guard let bytes = try? Disk.read(folder + "/" + file) else { return (found, file) }
                let place = SourcePlace(path: file)
                found += names(in: PlainText(bytes, form)).map { mention($0.kind, place, of: $0.honouree) }
                for (index, honouree) in honourees.enumerated()
                where honouree.routes.contains(where: { !bytes.ranges(ofBytes: Array($0.utf8)).isEmpty }) {
                    found.append(mention(.link, place, of: index))
                }
                var seen: Set<Mention> = []
                return (found.filter { seen.insert($0).inserted }, nil)
            })
    }
}

extension [UInt8] {
    /// Where the bytes of a word stand, first to last.
    fileprivate func ranges(ofBytes word: [UInt8]) -> [Range<Int>] {
        guard let first = word.first else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while let start = self[index...].firstIndex(of: first), start + word.count <= count {
            index = start + 1
            if self[start..<start + word.count].elementsEqual(word) { found.append(start..<start + word.count) }
        }
        return found
    }
}
