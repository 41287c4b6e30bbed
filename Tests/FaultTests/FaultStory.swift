import Foundation
import TestSupport

/// One command on a board in a state that was prepared, and what it makes of it when nothing fails.
struct FaultStory: Sendable, CustomStringConvertible {
    let name: String
    /// The board before the command; copied for each run.
    let board: String
    let arguments: [String]
    /// The published files before and after, by their paths.
    let before: [String: [UInt8]]
    let after: [String: [UInt8]]

    var description: String { name }

    private init(_ name: String, _ board: String, _ arguments: [String], in folder: TestFolder) throws {
        (self.name, self.board, self.arguments) = (name, board, arguments)
        let trial = try HardCopy(of: board, in: folder.path)
        before = try PublishedFiles.read(trial.root)
        let outcome = try FaultyProgram.run(arguments, on: trial.root)
        guard outcome.status == 0 else { throw SiteFixture.Mistake(words: "\(name): \(outcome.errors)") }
        after = try PublishedFiles.read(trial.root)
    }

    // MARK: The four stories

    static let takenDown = "chi-bo-mau-a-2024"
    private static let newcomer = "ho-bui-van-thu-2024"
    private static let collective = "content/entries/2024/chi-bo-mau-a-2024/"

    /// Lives as long as the tests.
    private static let folder = try? TestFolder()
    static let all = Result { try prepare() }

    static func named(_ name: String) throws -> FaultStory {
        guard let story = try all.get().first(where: { $0.name == name }) else { throw SiteFixture.Mistake(words: "no story \(name)") }
        return story
    }

    private static func prepare() throws -> [FaultStory] {
        guard let folder else { throw SiteFixture.Mistake(words: "no folder for the stories") }
        let first = try SiteFixture()
        try first.write(collective + "chan-dung.jpg", photo(red: 200))
        try first.write(collective + "hoat-dong.jpg", photo(red: 90))
        let second = try SiteFixture()
        try change(second)
        // What both need of pictures is made once: a story is about files, not about photos.
        for site in [first, second] {
            _ = try FaultyProgram.run(["build"], on: site.root)
            try merge(site.root + "/.bangvang/cache", into: folder.path + "/cache")
        }

        func board(_ name: String, content: SiteFixture, site: SiteFixture?) throws -> String {
            let board = folder.path + "/" + name
            for part in ["content", "site-templates"] { try HardCopy.copy(content.root + "/" + part, to: board + "/" + part) }
            if let site {
                for part in ["public", ".bangvang"] { try HardCopy.copy(site.root + "/" + part, to: board + "/" + part) }
            }
            try merge(folder.path + "/cache", into: board + "/.bangvang/cache")
            return board
        }
        let thin = try SiteFixture()
        try change(thin)
        try thin.remove("content/entries/2024/\(newcomer)")
        return [
            try FaultStory("first", board("first", content: first, site: nil), ["build"], in: folder),
            try FaultStory("change", board("change", content: second, site: first), ["build"], in: folder),
            try FaultStory("thin", board("thin", content: thin, site: second), ["build", "--allow-removal", newcomer], in: folder),
            try FaultStory("takeDown", board("takeDown", content: second, site: second), ["take-down", takenDown], in: folder),
        ]
    }

    /// A style, a photo and a text change, and an entry with a photo, a place in every list and a decision of its own comes.
    private static func change(_ site: SiteFixture) throws {
        try site.append(to: "site-templates/assets/style.css", "\n.moi { color: #123456 }\n")
        try site.write(collective + "chan-dung.jpg", photo(red: 30))
        try site.write(collective + "hoat-dong.jpg", photo(red: 90))
        try site.replace(in: "content/entries/2023/ho-le-van-mau-2023.md", "một buổi chiều", "một buổi sáng")
        try site.append(to: "content/registers/subjects.csv", "ho-bui-van-thu,household,Hộ ông Bùi Văn Thử,,,,,,,,\n")
        try site.append(
            to: "content/registers/awards.csv",
            "KT-004,ho-bui-van-thu,mau-2024,periodic,base,certificate_of_merit,2024,xa-mau-b,14/QĐ-UBND,2024-11-22,"
                + "Chủ tịch UBND xã Mẫu B,,,valid,,,\n")
        try site.write(
            "content/entries/2024/\(newcomer)/index.md",
            """
            ---
            title: "Hộ ông Bùi Văn Thử: mở lối đi chung"
            programme: mau-2024
            campaign: periodic
            level: base
            subject: ho-bui-van-thu
            award: KT-004
            place: xa-mau-b
            year: 2024
            field: new_rural
            summary: "Gia đình mở lối đi chung qua vườn."
            photos:
              - {file: loi-di.jpg, role: activity, alt: "Lối đi chung qua vườn"}
            publish: {status: ready, consent: {given_by: "Ông Bùi Văn Thử", on: 2024-11-01, covers: [name, photos]}}
            ---
            Lối đi rộng hai mét, cả xóm qua lại; xem [danh sách](/vinh-danh/).

            """)
        try site.write("content/entries/2024/\(newcomer)/loi-di.jpg", photo(red: 150))
    }

    private static func photo(red: Int) -> [UInt8] {
        MosaicJPEG.quarters(width: 16, height: 8, [.init(red, 40, 40), .init(40, red, 40), .init(40, 40, red), .init(red, red, red)])
    }

    private static func merge(_ source: String, into target: String) throws {
        for file in FileTree.files(in: source) {
            let path = target + "/" + file
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            guard !FileManager.default.fileExists(atPath: path) else { continue }
            try FileManager.default.linkItem(atPath: source + "/" + file, toPath: path)
        }
    }
}

/// A copy of a board that shares the files' bytes and times: the program puts files in place and never writes into one.
final class HardCopy: Sendable {
    private let folder: String
    var root: String { folder + "/board" }

    init(of board: String, in parent: String) throws {
        folder = parent + "/run-" + UUID().uuidString
        try Self.copy(board, to: folder + "/board")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func copy(_ source: String, to target: String) throws {
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: source) where name != "lock" {
            let (from, to) = (source + "/" + name, target + "/" + name)
            var status = stat()
            guard lstat(from, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                try copy(from, to: to)
            } else if link(from, to) != 0 {
                throw SiteFixture.Mistake(words: "can't link \(from): \(String(cString: strerror(errno)))")
            }
        }
    }
}

/// The files that visitors can get.
enum PublishedFiles {
    static let staging = ".bangvang-staging/"

    static func read(_ root: String) throws -> [String: [UInt8]] {
        guard FileManager.default.fileExists(atPath: root + "/public") else { return [:] }
        return try FileTree.bytes(in: root + "/public").filter { !$0.key.hasPrefix(staging) }
    }
}
