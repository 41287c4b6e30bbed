import Board
import Formats
import Publishing
import Synchronization

/// A preview that lives as long as the walk, held against one that is made anew.
final class PreviewTrial {
    /// How a preview comes to know that something changed.
    enum Refreshing: String, CaseIterable {
        /// It is told once.
        case told
        /// It is told twice at once.
        case twice
        /// It is told before the first change too, and reads while files change.
        case meanwhile
        /// It is told nothing, and looks.
        case looking
    }

    /// The day, which every look at the clock gets.
    private final class Clock: Sendable {
        let day: Mutex<CalendarDay>
        init(_ day: CalendarDay) { self.day = Mutex(day) }
    }

    private let options: BoardOptions
    private let clock: Clock
    private let warm: PreviewBoard
    private var underWay: Task<Void, Never>?
    /// `site.yaml` and the design as they could be used last: while they have errors, pages are shown with these. Nil where
    /// a reading in the middle of changes may have found others.
    private var lastUsable: [String: [UInt8]]?

    init(_ options: BoardOptions) {
        var options = options
        options.audience = .editors
        self.options = options
        let clock = Clock(options.asOf)
        self.clock = clock
        warm = PreviewBoard(options, today: { clock.day.withLock { $0 } })
    }

    /// To be called before anything is changed.
    func prepare(_ refreshing: Refreshing) {
        guard refreshing == .meanwhile else { return }
        let warm = warm
        underWay = Task { _ = try? await warm.refresh() }
    }

    /// Holds every page, file and finding of the preview against those of one that remembers nothing; or, where `site.yaml` or
    /// a template has errors, against one that has seen nothing but the last that had none.
    func compare(_ refreshing: Refreshing, _ board: WalkBoard, _ usable: BuildTrial.Usable) async throws {
        let (day, warm) = (board.day, warm)
        clock.day.withLock { $0 = day }
        switch refreshing {
        case .told, .meanwhile: try await warm.refresh()
        case .twice:
            async let one = warm.refresh()
            async let other = warm.refresh()
            _ = try await (one, other)
        case .looking: await warm.look()
        }
        await underWay?.value
        underWay = nil
        guard let cold = try await coldBoard(board, usable, wasReadMeanwhile: refreshing == .meanwhile) else { return }
        let routes = try await settle(cold)
        for route in routes {
            let (ours, theirs) = (try warm.reply(to: "/" + route), try cold.reply(to: "/" + route))
            let place = "preview of /\(route)"
            try FileComparison.require(ours.answer.kind, equals: theirs.answer.kind, at: place)
            try FileComparison.require(ours.answer.bytes, equals: theirs.answer.bytes, at: place)
            try FileComparison.require(ours.media, equals: theirs.media, at: place + ", mark of its files")
            try FileComparison.require(ours.notices, equals: theirs.notices, at: place + ", notices")
        }
    }

    /// A preview that is made anew; nil where it can't be known what the other shows.
    private func coldBoard(
        _ board: WalkBoard, _ usable: BuildTrial.Usable, wasReadMeanwhile: Bool
    ) async throws -> PreviewBoard? {
        let clock = clock
        let cold = PreviewBoard(options, today: { clock.day.withLock { $0 } })
        let present = board.siteAndDesign
        if !usable.isWhole {
            if wasReadMeanwhile { lastUsable = nil }
            guard let known = lastUsable else { return nil }
            try board.put(known)
            try await cold.refresh()
            try board.put(present)
        }
        func isUsable(_ path: String) -> Bool { path == WalkBoard.configuration ? usable.configuration : usable.templates }
        let kept = (lastUsable ?? [:]).filter { !isUsable($0.key) }
        lastUsable = present.filter { isUsable($0.key) }.merging(kept) { now, _ in now }
        try await cold.refresh()
        return cold
    }

    /// Asks for all pictures: a photo that can't be decoded is found out when a browser wants it, then pages do without it.
    /// - Returns: the addresses of the preview.
    private func settle(_ cold: PreviewBoard) async throws -> [String] {
        while true {
            let routes = cold.routes
            try FileComparison.require(names: warm.routes, equal: routes, at: "addresses of the preview")
            var isDamaged = false
            for route in routes where route.hasSuffix(".webp") || route.hasSuffix(".jpg") {
                for board in [warm, cold] { if case .missing = try board.answer("/" + route) { isDamaged = true } }
            }
            guard isDamaged else { return routes }
            try await warm.refresh()
            try await cold.refresh()
        }
    }
}

extension PreviewBoard.Answer {
    fileprivate var kind: String {
        switch self {
        case .page(_, let isFound): isFound ? "page" : "page of nothing"
        case .bytes(_, let mediaType): mediaType
        case .file(let path, let mediaType): "\(mediaType) \(path)"
        case .redirect(let path): "→ \(path)"
        case .missing: "nothing"
        }
    }

    fileprivate var bytes: [UInt8] {
        switch self {
        case .page(let bytes, _), .bytes(let bytes, _): bytes
        case .file, .redirect, .missing: []
        }
    }
}
