import Eligibility
import Formats
import Foundation
import Programmes
import TestSupport

/// The three plans whose rules are specified. Each has a board of its own in `Boards`, on which every rule is met.
enum Plan: String, Sendable, CaseIterable {
    /// Lục Ngạn 2021.
    case lucNgan = "LN"
    /// Khối cơ quan và doanh nghiệp tỉnh Yên Bái 2024.
    case yenBai = "YB"
    /// Vạn Ninh 2023-2026.
    case vanNinh = "VN"

    static let folder = "Tests/RuleSpecificationTests"

    var programmeID: String {
        switch self {
        case .lucNgan: "lucngan-2021"
        case .yenBai: "yenbai-khoi-2024"
        case .vanNinh: "vanninh-2023"
        }
    }

    /// The day as of which the board is judged: all its decisions are signed.
    var asOf: CalendarDay {
        switch self {
        case .lucNgan: CalendarDay(year: 2021, month: 12, day: 1)!
        case .yenBai: CalendarDay(year: 2024, month: 12, day: 31)!
        case .vanNinh: CalendarDay(year: 2025, month: 6, day: 1)!
        }
    }

    /// The plan's board, as its files lie in the repository.
    private func read() throws -> BoardFiles {
        var board = try BoardFiles(below: "\(Self.folder)/Boards/\(rawValue)")
        try board.copyFromRepository("content/vocabulary.yaml")
        try board.copyFromRepository("content/programmes/\(programmeID).yaml")
        let configuration = try String(contentsOfFile: "\(Repository.root)/\(Self.folder)/Boards/site.yaml", encoding: .utf8)
        board.write("content/site.yaml", configuration)
        for name in ["chan-dung", "hoat-dong-1", "hoat-dong-2"] { board.write("content/media/\(name).jpg", SamplePicture.jpeg) }
        return board
    }

    /// The unchanged board, read once for all cases.
    func board() throws -> BoardFiles { try Self.boards[self]!.get() }

    private static let boards = Dictionary(uniqueKeysWithValues: allCases.map { plan in (plan, Result { try plan.read() }) })

    /// The unchanged board, checked once for all cases.
    func base() async throws -> BoardCheck { try await Self.bases[self]!.value }

    private static let bases: [Plan: Task<BoardCheck, any Error>] = Dictionary(
        uniqueKeysWithValues: allCases.map { plan in (plan, Task { try await BoardCheck(try plan.board(), asOf: plan.asOf) }) })
}
