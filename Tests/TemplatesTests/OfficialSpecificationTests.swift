import Diagnostics
import Foundation
import Templates
import Testing

/// The official cases of the Mustache specification (github.com/mustache/spec), which are not part
/// of this project: read from the folder in BANGVANG_SPECS, or from ../shared/data/specs beside it.
@Suite("Official Mustache specification")
struct OfficialSpecificationTests {
    @Test(
        "Every case renders as the specification says",
        .enabled(if: OfficialCase.folder != nil, "the official cases are not here: name their folder in BANGVANG_SPECS"),
        arguments: OfficialCase.all)
    func rendersAsSpecified(_ example: OfficialCase) throws {
        let partials = example.partials.map { TemplateFile(name: $0, path: $0, bytes: Array($1.utf8)) }
        let page = TemplateFile(name: "the page", path: "page", bytes: Array(example.template.utf8))
        let compiled = TemplateLibrary(partials + [page]).compileLeniently("the page")
        let template = try #require(compiled.value, "\(compiled.diagnostics)")
        var output: [UInt8] = []
        try template.render(example.data, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == example.expected)
    }

    @Test("All seven files are there", .enabled(if: OfficialCase.folder != nil))
    func nothingIsMissing() {
        #expect(Set(OfficialCase.all.map(\.file)) == Set(OfficialCase.files))
        #expect(OfficialCase.all.count >= 140)
    }
}

struct OfficialCase: Sendable, CustomTestStringConvertible {
    static let files = ["comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance"]

    let file: String
    let name: String
    let template: String
    let partials: [String: String]
    let data: TemplateValue
    let expected: String

    var testDescription: String { "\(file): \(name)" }

    static let folder: URL? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["BANGVANG_SPECS"].map { URL(filePath: $0, relativeTo: package) }
        let folder = (named ?? package.appending(path: "../shared/data/specs")).appending(path: "mustache")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static let all: [OfficialCase] = files.flatMap(read)

    private static func read(_ file: String) -> [OfficialCase] {
        struct Document: Decodable {
            struct Case: Decodable {
                let name: String
                let template: String
                let partials: [String: String]?
                let data: JSONValue
                let expected: String
            }
            let tests: [Case]
        }
        guard let folder, let bytes = try? Data(contentsOf: folder.appending(path: "\(file).json")),
            let document = try? JSONDecoder().decode(Document.self, from: bytes)
        else { return [] }
        return document.tests.map {
            OfficialCase(
                file: file, name: $0.name, template: $0.template, partials: $0.partials ?? [:], data: $0.data.value, expected: $0.expected)
        }
    }
}

/// JSON as a template meets it.
private struct JSONValue: Decodable {
    let value: TemplateValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .absent
        } else if let flag = try? container.decode(Bool.self) {
            value = .flag(flag)
        } else if let whole = try? container.decode(Int.self) {
            value = .text(String(whole))
        } else if let decimal = try? container.decode(Double.self) {
            value = .text(String(decimal))
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            value = .list(list.map(\.value))
        } else {
            value = .object(try container.decode([String: JSONValue].self).mapValues(\.value))
        }
    }
}
