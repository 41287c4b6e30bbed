import Glibc

/// Has workers make pictures, several at once.
///
/// One thread waits for all of them; the work is theirs. Workers start when they are first needed and stay for
/// later runs. A worker that dies is replaced, and the picture that it died over is tried once more, since it may
/// have died of something else; one that takes too long is killed, and its picture given up. Not for use from
/// several threads at once.
package final class WorkerPool {
    private let settings: WorkerSettings
    private var workers: [WorkerProcess] = []

    package init(_ settings: WorkerSettings) {
        self.settings = settings
    }

    /// What became of a request.
    package typealias Outcome = Result<[[UInt8]], PictureFailure>

    /// Carries out `count` requests.
    ///
    /// - Parameters:
    ///   - request: makes the request of a number from 0, when a worker is free for it; a failure of its own is taken for
    ///     the outcome, and what it throws ends the run.
    ///   - done: takes the outcome of a number; called in the order in which pictures are done. The files are in
    ///     the order of the request. What it throws ends the run.
    package func run(
        _ count: Int, request: (Int) throws -> Result<WorkerRequest, PictureFailure>, done: (Int, Outcome) throws -> Void
    ) throws {
        var waiting = Array((0..<count).reversed())
        var tries = [Int](repeating: 0, count: count)
        var open = count
        do {
            while open > 0 {
                while let number = waiting.last, let worker = try freeWorker(wanted: waiting.count) {
                    waiting.removeLast()
                    switch try request(number) {
                    case .success(let request): worker.begin(number, request)
                    case .failure(let failure):
                        open -= 1
                        try done(number, .failure(failure))
                    }
                }
                guard open > 0 else { return }
                for event in wait() {
                    switch event {
                    case .answer(let number, .made(let files)):
                        open -= 1
                        try done(number, .success(files))
                    case .answer(_, .refused(.resources, let detail)):
                        throw WorkerError.noResources(path: settings.program, reason: detail)
                    case .answer(let number, .refused(let refusal, let detail)):
                        open -= 1
                        try done(number, .failure(refusal == .memory ? .needsTooMuchMemory : .damaged(detail)))
                    case .died(let number):
                        tries[number] += 1
                        if tries[number] < 2 {
                            waiting.append(number)
                        } else {
                            open -= 1
                            try done(number, .failure(.crashesTheWorker))
                        }
                    case .late(let number):
                        open -= 1
                        try done(number, .failure(.takesTooLong(seconds: settings.seconds)))
                    case .neverBegan(let reason): throw WorkerError.unusable(path: settings.program, reason: reason)
                    case .cutOff(let code): throw WorkerError(systemRefuses: code, path: settings.program)
                    }
                }
            }
        } catch {
            // What workers are busy with belongs to no later run.
            workers.removeAll()
            throw error
        }
    }

    /// A worker without work; nil while all are busy or starting. Starts as many as there is work for.
    private func freeWorker(wanted: Int) throws(WorkerError) -> WorkerProcess? {
        if let idle = workers.first(where: \.isIdle) { return idle }
        let starting = workers.count { if case .starting = $0.state { true } else { false } }
        for _ in 0..<max(0, min(settings.count - workers.count, wanted - starting)) { workers.append(try WorkerProcess(settings)) }
        return nil
    }

    private enum Event {
        case answer(Int, WorkerAnswer)
        case died(Int)
        case late(Int)
        case neverBegan(String)
        /// The system does not let what is said through: see `WorkerProcess.News`.
        case cutOff(Int32)
    }

    /// Waits until something happens to any worker, and says what.
    private func wait() -> [Event] {
        var waits = workers.map { worker in
            pollfd(fd: worker.channel, events: Int16(POLLIN | (worker.hasOutgoing ? POLLOUT : 0)), revents: 0)
        }
        let busy = workers.filter { !$0.isIdle }
        let patience = busy.map(\.deadline.millisecondsLeft).min() ?? 0
        guard poll(&waits, nfds_t(waits.count), Int32(clamping: patience)) >= 0 || errno == EINTR else {
            return [.cutOff(errno)]
        }
        var events: [Event] = []
        var lost: [ObjectIdentifier] = []
        for (worker, wait) in zip(workers, waits) {
            if wait.revents & Int16(POLLOUT) != 0, let code = worker.send() { events.append(.cutOff(code)) }
            if wait.revents & ~Int16(POLLOUT) != 0 {
                switch (worker.receive(), worker.state) {
                case (.nothing, _): break
                case (.ready, _): continue
                case (.answer(let number, let answer), _):
                    events.append(.answer(number, answer))
                    continue
                case (.cutOff(let code), _): events.append(.cutOff(code))
                case (.lost, .working(let number, _)):
                    events.append(.died(number))
                    lost.append(ObjectIdentifier(worker))
                case (.lost, .starting):
                    events.append(.neverBegan(worker.lastWords()))
                    lost.append(ObjectIdentifier(worker))
                case (.lost, .idle): lost.append(ObjectIdentifier(worker))
                }
            }
            if !worker.isIdle, worker.deadline.millisecondsLeft == 0, !lost.contains(ObjectIdentifier(worker)) {
                lost.append(ObjectIdentifier(worker))
                if case .working(let number, _) = worker.state {
                    events.append(.late(number))
                } else {
                    events.append(.neverBegan("no greeting in \(settings.seconds) s"))
                }
            }
        }
        workers.removeAll { lost.contains(ObjectIdentifier($0)) }
        return events
    }
}
