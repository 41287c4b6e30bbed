import Board
import Diagnostics
import Digests
import Dispatch
import Formats
import Imaging
import Parallel
import Rendering
import Synchronization
import Templates

/// A board held in memory for a preview: read once, then only what changed; pages are rendered when they
/// are asked for, by the same functions as a build's.
///
/// It goes from one ``PreviewState`` to the next. One refresh runs at a time; what is asked for meanwhile is gathered into
/// one more, which begins with a new listing of the folder. So a state is never followed by an older one,
/// however slowly a disk answers.
package actor PreviewBoard {
    /// What happens to a preview between two requests.
    package enum News: Sendable {
        /// Another state is shown, and nothing more has been asked for.
        case settled([Diagnostic])
        /// The files could not be read again; the state before is shown, and reading is tried again.
        case failed(Message)
        /// No pictures can be made for now; whole photos are shown instead.
        case noPictures(WorkerError)
    }

    /// Lists the board's folder; tests have slow and broken disks.
    package typealias Lister = @Sendable () throws -> BoardFolder

    private let options: BoardOptions
    private let today: @Sendable () -> CalendarDay
    private let list: Lister
    private let tell: @Sendable (News) -> Void

    // MARK: What the next state is made with; touched by one refresh at a time

    private var reader: ContentReader
    private var memory: EvaluationMemory?
    /// The last `site.yaml` and the last templates that could be used: a page is shown with these while others have errors.
    private var lastConfiguration: SiteConfiguration?
    private var lastDesign: (design: DesignInputs, templates: PageTemplates)?

    // MARK: Refreshing

    /// Refreshes are numbered: how many were asked for, and up to which one the shown state answers.
    private var wanted = 0
    private var done = 0
    private var isRefreshing = false
    private var waiting: [(number: Int, continuation: CheckedContinuation<[Diagnostic], any Error>)] = []
    /// A listing that a look made, for the refresh of that number only.
    private var listed: (number: Int, folder: BoardFolder)?
    private var looking: Task<Void, Never>?

    /// Changes that never end are told of at least so often.
    private static let longestSilence = Duration.seconds(5)

    // MARK: What answers are made from, on any thread

    nonisolated let pictures: PreviewPictures
    nonisolated private let shown = Mutex(Shown())

    private struct Shown {
        var state: PreviewState?
        /// Why the files could not be read again; nil when they could.
        var trouble: Message?
        /// Why files have to be looked at again and again: nothing tells of all changes.
        var blindSpots: [Message] = []
        var lastLook: ContinuousClock.Instant?
        var lookBegan: ContinuousClock.Instant?
    }

    /// - Parameters:
    ///   - today: the day as of which a refresh judges; the day of the options where there is none.
    ///   - list: lists the board's folder.
    ///   - tell: hears what happens, on any thread.
    package init(
        _ options: BoardOptions, today: (@Sendable () -> CalendarDay)? = nil, list: Lister? = nil,
        tell: @escaping @Sendable (News) -> Void = { _ in }
    ) {
        self.options = options
        reader = ContentReader(keepsCache: true, pdfTexts: options.pdfTexts(keeping: false))
        self.today = today ?? { options.asOf }
        self.list = list ?? { try BoardFolder(root: options.root) }
        self.tell = tell
        pictures = PreviewPictures(options.pictureCache, options.workers)
    }

    /// Reads what changed and makes the board anew.
    /// - Returns: what is wrong with it, in a state whose files were listed after this call.
    @discardableResult
    package func refresh() async throws -> [Diagnostic] {
        wanted += 1
        let number = wanted
        beginRefreshing()
        return try await withCheckedThrowingContinuation { waiting.append((number, $0)) }
    }

    /// Has the board made anew, and waits for nothing.
    package func requestRefresh() {
        wanted += 1
        beginRefreshing()
    }

    private func beginRefreshing() {
        guard !isRefreshing else { return }
        isRefreshing = true
        Task { await refreshUntilDone() }
    }

    private func refreshUntilDone() async {
        var lastTold = ContinuousClock.now
        while done < wanted {
            let number = wanted
            let result = await nextState(number)
            done = number
            for waiter in waiting where waiter.number <= number { waiter.continuation.resume(with: result) }
            waiting.removeAll { $0.number <= number }
            guard done == wanted || ContinuousClock.now - lastTold > Self.longestSilence else { continue }
            lastTold = .now
            switch result {
            case .success(let diagnostics): tell(.settled(diagnostics))
            case .failure(let error): tell(.failed(Self.words(for: error)))
            }
        }
        isRefreshing = false
    }

    private func nextState(_ number: Int) async -> Result<[Diagnostic], any Error> {
        do {
            let state = try await makeState(number)
            shown.withLock { shown in
                shown.state = state
                shown.trouble = nil
                shown.lastLook = .now
            }
            return .success(state.diagnostics)
        } catch {
            shown.withLock { $0.trouble = Self.words(for: error) }
            return .failure(error)
        }
    }

    private func makeState(_ number: Int) async throws -> PreviewState {
        var options = options
        options.asOf = today()
        let folder: BoardFolder
        if let listed, listed.number == number {
            folder = listed.folder
        } else {
            folder = try await onOwnThread(list)
        }
        listed = nil
        let before = shown.withLock { $0.state }
        var reader = reader
        var content = try await reader.read(folder)
        self.reader = reader
        content.refuse(pictures.failures)
        let isConfigurationOld = content.configuration == nil && lastConfiguration != nil
        content.configuration = content.configuration ?? lastConfiguration
        var memory = memory
        let evaluation = try await BoardEvaluation(content, options: options, remembering: &memory)
        self.memory = memory
        lastConfiguration = content.configuration
        if let templates = evaluation.templates { lastDesign = (content.design, templates) }
        var renderer: PageRenderer?
        if let plan = evaluation.plan, let (design, templates) = lastDesign {
            if let before, before.evaluation.plan === plan, before.design === design {
                renderer = before.renderer
            } else {
                renderer = PageRenderer(
                    try await RenderContext(plan: plan, templates: templates, isPreview: true, makesCardsAhead: false), templates)
            }
        }
        return PreviewState(
            folder: folder, evaluation: evaluation, day: options.asOf, renderer: renderer,
            design: lastDesign?.design ?? content.design, isOldPartly: isConfigurationOld || evaluation.templates == nil,
            reader: reader, before: before)
    }

    private static func words(for error: any Error) -> Message {
        guard let error = error as? DiskError else { return Message("\(error)") }
        return error.message
    }
}

extension PreviewBoard {
    // MARK: Looking at the disk

    /// Says why nothing tells of all changes: from now on files are looked at before pages are answered.
    nonisolated package func distrustEvents(_ reason: Message) {
        shown.withLock { shown in if !shown.blindSpots.contains(reason) { shown.blindSpots.append(reason) } }
    }

    /// Whether files must be looked at again and again, since no event tells of what may change.
    nonisolated package var mustBeLookedAt: Bool {
        let today = today()
        return shown.withLock { shown in
            guard let state = shown.state else { return false }
            return !shown.blindSpots.isEmpty || shown.trouble != nil || state.hasFreshFiles || !state.unreadableFiles.isEmpty
                || state.day != today
        }
    }

    /// Looks whether the files are others than those that are shown, or the day is another, and refreshes if so.
    package func look() async {
        if let looking { return await looking.value }
        let task = Task { await lookNow() }
        looking = task
        await task.value
        looking = nil
    }

    private func lookNow() async {
        shown.withLock { $0.lookBegan = .now }
        defer {
            shown.withLock { shown in
                shown.lookBegan = nil
                shown.lastLook = .now
            }
        }
        let number = wanted + 1
        let folder = try? await onOwnThread(list)
        let today = today()
        let isSame = shown.withLock { shown in
            guard let state = shown.state, let folder else { return false }
            return shown.trouble == nil && state.isStill(folder, on: today)
        }
        if isSame { return }
        if let folder { listed = (number, folder) }
        _ = try? await refresh()
    }

    /// Makes sure, as far as is possible within a while, that what is shown is what is on the disk. For threads that may
    /// wait; looks once a second at most.
    nonisolated package func freshen(within patience: Duration = .seconds(3)) {
        guard mustBeLookedAt else { return }
        let mayWait = shown.withLock { shown in
            // A disk that has not answered for so long holds nobody else up.
            if let began = shown.lookBegan { return ContinuousClock.now - began < patience }
            return shown.lastLook.map { ContinuousClock.now - $0 > .seconds(1) } ?? true
        }
        guard mayWait else { return }
        let done = DispatchSemaphore(value: 0)
        Task {
            await look()
            done.signal()
        }
        _ = done.wait(timeout: .now() + .milliseconds(Int(patience / .milliseconds(1))))
    }

    // MARK: Answering

    /// What answers a request.
    package enum Answer: Sendable {
        case page([UInt8], isFound: Bool)
        case bytes([UInt8], mediaType: String)
        /// A file on this machine, by its path.
        case file(String, mediaType: String)
        case redirect(String)
        case missing
    }

    /// An answer, and what has to be known to show it.
    package struct Reply: Sendable {
        package var answer: Answer
        /// Changes when a picture or another file does that the page shows.
        package var media: UInt64 = 0
        /// What is to be said above the page.
        package var notices: [PreviewNotice] = []
    }

    /// Answers a request for a path that begins with `/`: a function of what is shown.
    nonisolated package func answer(_ path: String) throws -> Answer { try reply(to: path).answer }

    /// Every address, relative to the base, that is answered with something of its own; in order. For whoever looks at all of a
    /// preview: a browser is led by links.
    nonisolated package var routes: [String] { shown.withLock { $0.state }?.routes ?? [] }

    /// As ``answer(_:)``, with what stands around the page.
    nonisolated package func reply(to path: String) throws -> Reply {
        let (state, trouble, blindSpots) = shown.withLock { ($0.state, $0.trouble, $0.blindSpots) }
        guard let state else { return Reply(answer: .missing) }
        if let answer = try state.answer(path) {
            guard case .page(let html, _) = answer else { return Reply(answer: answer) }
            let notices = state.notices(trouble: trouble, blindSpots: blindSpots)
            return Reply(answer: answer, media: state.mediaMark(of: html), notices: notices)
        }
        if let picture = state.picture(at: path) {
            return Reply(answer: try pictureAnswer(picture, state))
        }
        return Reply(answer: try state.notFound(), notices: state.notices(trouble: trouble, blindSpots: blindSpots))
    }

    /// A picture as a build would make it; where no worker can be had, the photo without what the camera wrote.
    nonisolated private func pictureAnswer(_ picture: PreviewState.Picture, _ state: PreviewState) throws -> Answer {
        switch try pictures.answer(picture, photo: { try state.folder.read("content/" + picture.path) }) {
        case .file(let path, let type): return .file(path, mediaType: type)
        case .bytes(let bytes, let type): return .bytes(bytes, mediaType: type)
        case .damaged(let isNews):
            if isNews { Task { await requestRefresh() } }
            return .missing
        case .withoutWorker(let bytes, let type, let error):
            if let error { tell(.noPictures(error)) }
            return .bytes(bytes, mediaType: type)
        }
    }
}
