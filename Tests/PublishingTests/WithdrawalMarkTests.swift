import Diagnostics
import Formats
import Foundation
import Publishing
import TestSupport
import Testing

/// `withdrawn` is written into any file as it is (faults: R9, of the kind of marmite#99).
@Suite struct WithdrawalMarkTests {
    private static let entry = "content/entries/2024/tran-thi-vi-du-2024.md"

    struct Form: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var change: @Sendable (String) -> String

        init(_ name: String, _ change: @escaping @Sendable (String) -> String) { (testDescription, self.change) = (name, change) }
    }

    /// The whole way: a file of this form is built, taken down, says so afterwards, differs in nothing else, and stays down.
    @Test(arguments: [
        Form("CRLF") { $0.replacingOccurrences(of: "\n", with: "\r\n") }, Form("CR") { $0.replacingOccurrences(of: "\n", with: "\r") },
        Form("byte order mark") { "\u{FEFF}" + $0 }, Form("NFD") { $0.decomposedStringWithCanonicalMapping },
        Form("all at once") { "\u{FEFF}" + $0.decomposedStringWithCanonicalMapping.replacingOccurrences(of: "\n", with: "\r\n") },
        Form("no line end at the end") { String($0.dropLast()) },
    ])
    func aTakeDownIsWrittenIntoTheFile(form: Form) async throws {
        let site = try SiteFixture()
        let text = form.change(try site.read(Self.entry))
        try site.write(Self.entry, text)
        _ = try await site.build().summary()
        guard case .done(_, let path?) = try await site.takeDown("tran-thi-vi-du-2024") else {
            throw SiteFixture.Mistake(words: "nothing was taken down")
        }
        guard case .written = WithdrawalMark.write(root: site.root, path: path) else { throw SiteFixture.Mistake(words: "not written") }
        #expect(try site.bytes(Self.entry) == Array(text.replacingOccurrences(of: "status: ready", with: "status: withdrawn").utf8))
        guard case .stands = WithdrawalMark.write(root: site.root, path: path) else { throw SiteFixture.Mistake(words: "written twice") }
        // The file alone decides now.
        try site.write(".bangvang/taken-down", "")
        _ = try await site.build().summary()
        #expect(try site.hasTombstone("vinh-danh/2024/tran-thi-vi-du-2024/"))
    }

    @Test func whatCannotBeWrittenIsSaid() throws {
        let site = try SiteFixture()
        let before = try site.bytes(Self.entry)
        var outcomes = [WithdrawalMark.write(root: site.root, path: "content/entries/2024/khong-co.md")]
        outcomes.append(
            WithdrawalMark.write(root: site.root, path: Self.entry) { path, _ throws(DiskError) in
                throw DiskError(.replace, path, code: 30)
            })
        try site.write("content/entries/2024/hong.md", "---\ntitle: \"a\npublish: {\n---\n")
        outcomes.append(WithdrawalMark.write(root: site.root, path: "content/entries/2024/hong.md"))
        let reasons = outcomes.map { if case .refused(let why) = $0 { why.vi } else { "written" } }
        #expect(reasons[0].contains("không có tệp"))
        #expect(reasons[1].contains("đĩa chỉ cho đọc"))
        #expect(reasons[2].contains("không đọc được"))
        #expect(try site.bytes(Self.entry) == before)
    }

    /// The program names the line that somebody has to add.
    @Test func theLineToAddIsPrinted() throws {
        let site = try SiteFixture()
        #expect(try BuiltProgram.run(["build", "--root", site.root, "--as-of", SiteFixture.day.iso]).status == 0)
        try site.write(Self.entry, "---\nhỏng: [\n---\n")
        let outcome = try BuiltProgram.run(["take-down", "--root", site.root, "tran-thi-vi-du-2024"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("publish:\n  status: withdrawn"))
        #expect(try site.hasTombstone("vinh-danh/2024/tran-thi-vi-du-2024/"))
    }
}
