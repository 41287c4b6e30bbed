import Diagnostics
import Foundation
import TestSupport
import Testing

/// One way of breaking the small board, and what the program has to say of it. `Sites/README.md` describes the
/// files that these are read from.
struct BrokenSite: Sendable, CustomTestStringConvertible {
    enum Step: Sendable {
        case file(String, [UInt8])
        case replace(String, old: String, new: String)
        case fill(String, size: Int)
        case remove(String)
        case folder(String)
    }

    /// A finding: `path:line:column severity [code]`, and words that its sentences must hold.
    struct Finding: Sendable {
        var line: String
        var words: String
    }

    var name: String
    var file: String
    var steps: [Step] = []
    var expected: [Finding] = []

    var testDescription: String { "\(file): \(name)" }

    func apply(to site: SiteFixture) throws {
        for step in steps {
            switch step {
            case .file(let path, let bytes): try site.write(path, bytes)
            case .replace(let path, let old, let new): try site.replace(in: path, old, new)
            case .fill(let path, let size):
                let line = Array("Một dòng chữ để tệp này dài ra mãi.\n".utf8)
                var bytes = try site.bytes(path)
                bytes.reserveCapacity(size + line.count)
                while bytes.count < size { bytes += line }
                try site.write(path, bytes)
            case .remove(let path): try site.remove(path)
            case .folder(let path): try site.makeFolder(path)
            }
        }
    }
}

// MARK: Reading the files

extension BrokenSite {
    /// All cases, in the order of their files and within them.
    static let all: [BrokenSite] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Sites").path
        do {
            return try CaseFile.all(in: folder).flatMap { file in try file.cases.map { try BrokenSite($0, file: file.name) } }
        } catch {
            preconditionFailure("the broken sites can't be read: \(error)")
        }
    }()

    private init(_ example: CaseFile.Case, file: String) throws {
        self.init(name: example.title, file: file)
        for block in example.blocks { try add(block) }
    }

    private mutating func add(_ block: CaseFile.Block) throws {
        let path = block.argument
        switch block.word {
        case "file": steps.append(.file(path, Array(block.text.utf8)))
        case "bytes": steps.append(.file(path, Self.unescaped(block.text)))
        case "replace":
            let (old, new) = try block.replacement()
            steps.append(.replace(path, old: old, new: new))
        case "fill":
            let parts = path.split(separator: " ").map(String.init)
            guard parts.count == 2, let size = Int(parts[1]) else { throw SiteFixture.Mistake(words: "\(name): fill PATH SIZE") }
            steps.append(.fill(parts[0], size: size))
        case "remove": steps.append(.remove(path))
        case "folder": steps.append(.folder(path))
        case "expect":
            expected = block.lines.map { line in
                let end = line.firstIndex(of: "]").map { line.index(after: $0) } ?? line.endIndex
                return Finding(line: String(line[..<end]), words: line[end...].trimmingCharacters(in: .whitespaces))
            }
        default: throw SiteFixture.Mistake(words: "\(name): nobody knows what “\(block.word)” means")
        }
    }

    /// `\xE1` stands for that byte; everything else for itself.
    private static func unescaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x"),
                let value = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
