import Diagnostics
import Publishing
import TestSupport
import Testing

/// A file that can't be read hides what stands in it: the cause is said first, what follows from it is counted.
@Suite struct UnreadInputTests {
    @Test(arguments: [
        ("content/registers/subjects.csv", "\"", "csv-unclosed-quote"), ("content/registers/awards.csv", "\"", "csv-unclosed-quote"),
        ("content/registers/ratings.csv", "\"", "csv-unclosed-quote"), ("content/places.csv", "\"", "csv-unclosed-quote"),
        ("content/programmes/mau-2024.yaml", "\nx: [", "yaml-bracket"), ("content/vocabulary.yaml", "\nx: [", "yaml-bracket"),
    ])
    func theCauseComesFirst(path: String, addition: String, code: String) async throws {
        let site = try SiteFixture()
        try site.append(to: path, addition)
        let found = try await site.check().diagnostics
        #expect(found.first?.place?.path == path && found.first?.severity == .error && found.first?.code == code, "\(found.map(\.oneLine))")
        let waiting = found.filter { $0.code == "entries-wait" }
        #expect(waiting.count == 1 && waiting.first?.place?.path == path, "\(found.map(\.oneLine))")
        // Nothing is said of an entry that only follows from the file.
        #expect(found.filter { $0.severity == .error }.allSatisfy { $0.place?.path == path }, "\(found.map(\.oneLine))")
        #expect(found.count <= 3, "\(found.map(\.oneLine))")
        #expect(try await site.build().refusal != nil)
    }

    @Test func anEmptyVocabularyIsSaidOnce() async throws {
        let site = try SiteFixture()
        try site.write("content/vocabulary.yaml", "")
        let found = try await site.check().diagnostics
        #expect(found.map(\.code) == ["wrong-kind", "entries-wait"], "\(found.map(\.oneLine))")
    }

    /// What does not follow from it is said all the same.
    @Test func otherFaultsAreStillSaid() async throws {
        let site = try SiteFixture()
        try site.append(to: "content/registers/subjects.csv", "\"")
        try site.append(to: "content/entries/2024/tran-thi-vi-du-2024.md", "\nGọi 0912 345 678.\n")
        let found = try await site.check().diagnostics
        #expect(found.contains { $0.code == "phone-number-shown" })
        #expect(found.first?.code == "csv-unclosed-quote")
    }
}
