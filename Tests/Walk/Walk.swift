import Board
import Formats
import Publishing
import TestSupport

/// A walk over the sample board: edits at random, after each of which the preview and the output folder, which remember
/// what was before, are held against what is made anew.
struct Walk {
    let seed: UInt64
    let steps: Int
    /// Whether each step is printed as it is done.
    var isTold = false

    /// What the walk was like.
    struct Summary {
        var written = 0
        /// How often each kind of step was taken.
        var kinds: [String: Int] = [:]
    }

    /// How many changed files there are at most before some are mended: the board stays like the sample.
    private static let mostChanges = 14

    /// - Throws: `WalkFailure` at the first difference.
    func run() async throws -> Summary {
        let board = try WalkBoard()
        var editor = BoardEditor(board, seed: seed)
        var options = board.site.options(asOf: board.day)
        options.pictureCachePath = nil
        let preview = PreviewTrial(options)
        let build = BuildTrial(board.site, options)
        var summary = Summary()
        var story: [String] = []
        var broken: [String] = []
        var isWhole = true
        do {
            for step in 0..<steps {
                let refreshing = editor.random.pick(PreviewTrial.Refreshing.allCases) ?? .told
                preview.prepare(refreshing)
                let done = step == 0 ? [] : try take(&editor, &summary, mending: isWhole ? nil : broken)
                let settings = settings(&editor.random)
                options.asOf = board.day
                let line = "\(step). \(done.joined(separator: "; ")) [\(refreshing); \(settings); \(board.day.iso)]"
                story.append(line)
                if isTold { print(line) }
                let outcome = try await build.compare(settings, on: options, isThorough: step % 10 == 9, repeats: step % 4 == 3)
                summary.written += outcome.isWritten ? 1 : 0
                if isTold, !outcome.isWritten { print("   refused: \(outcome.broken.prefix(3).joined(separator: ", "))") }
                broken = outcome.isWritten ? [] : outcome.broken
                isWhole = outcome.isWritten
                try await preview.compare(refreshing, board, outcome.usable)
            }
            // Who refuses everything compares little.
            if steps >= 50, summary.written * 3 < steps {
                throw Difference(place: "the walk", words: "only \(summary.written) of \(steps) steps could be published")
            }
        } catch {
            throw WalkFailure(seed: seed, story: story, cause: error)
        }
        return summary
    }

    /// Takes one to three steps, now and then ten; returns what was done. Where the board can't be published, it is mended
    /// more often than not.
    private func take(_ editor: inout BoardEditor, _ summary: inout Summary, mending broken: [String]?) throws -> [String] {
        var done: [String] = []
        if let broken, editor.random.chance(percent: 75) { done += try mend(&editor, broken) }
        while editor.board.changedPaths.count > Self.mostChanges, let path = editor.random.pick(editor.board.changedPaths) {
            try editor.board.restore(path, .through)
            done.append("restored \(path)")
        }
        // Long before or after the sample's own days there is little to see.
        if editor.board.day != WalkBoard.usualDay, editor.random.chance(percent: 35) {
            editor.board.day = WalkBoard.usualDay
            done.append("the clock is put right")
        }
        let count = editor.random.chance(percent: 70) ? 1 : editor.random.chance(percent: 85) ? 2 + editor.random.number(below: 2) : 10
        var tried = 0
        while done.count < count, tried < 50 {
            tried += 1
            let kind = Self.pick(&editor.random)
            guard let words = try kind.take(&editor) else { continue }
            summary.kinds[kind.name, default: 0] += 1
            done.append("\(kind.name) \(words)")
        }
        return done
    }

    /// Makes the files that have errors what they were, or others where those never changed.
    private func mend(_ editor: inout BoardEditor, _ broken: [String]) throws -> [String] {
        let changed = editor.board.changedPaths
        let guilty = Set(broken).intersection(changed).sorted()
        let paths = guilty.isEmpty ? Array(editor.random.shuffled(changed).prefix(8)) : guilty
        for path in paths { try editor.board.restore(path, .through) }
        return paths.map { "mended \($0)" }
    }

    private static let lots: [StepKind] = StepKind.all.flatMap { Array(repeating: $0, count: $0.weight) }

    private static func pick(_ random: inout SeededRandom) -> StepKind { lots[random.number(below: lots.count)] }

    private func settings(_ random: inout SeededRandom) -> BuildTrial.Settings {
        var settings = BuildTrial.Settings(withholds: random.chance(percent: 70))
        if random.chance(percent: 6) { settings.audience = .reviewers }
        if random.chance(percent: 4) { settings.base = "https://khac.example.vn/thu/" }
        return settings
    }
}

/// A difference, and all that led to it.
struct WalkFailure: Error, CustomStringConvertible {
    let seed: UInt64
    /// What each step did.
    let story: [String]
    let cause: any Error

    var description: String {
        "seed \(seed), step \(story.count - 1)\n\(story.joined(separator: "\n"))\n✘ \(cause)"
    }
}
