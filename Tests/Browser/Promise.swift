import Dispatch
import Synchronization

/// A value that comes later, or never: whoever waits says for how long.
///
/// It may be settled before anybody waits, and is settled once: what comes second is dropped. One task may wait.
final class Promise<Value: Sendable>: Sendable {
    private enum State: Sendable {
        case open
        case awaited(CheckedContinuation<Value, any Error>)
        case settled(Result<Value, any Error>)
    }

    private let state = Mutex(State.open)

    func settle(_ result: Result<Value, any Error>) {
        let waiting: CheckedContinuation<Value, any Error>? = state.withLock { state in
            switch state {
            case .settled: return nil
            case .open:
                state = .settled(result)
                return nil
            case .awaited(let continuation):
                state = .settled(result)
                return continuation
            }
        }
        waiting?.resume(with: result)
    }

    /// The value, once it is there.
    ///
    /// - Parameters:
    ///   - seconds: how long to wait.
    ///   - late: what is thrown when the time is up.
    func value(within seconds: Double, orThrow late: any Error) async throws -> Value {
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in self?.settle(.failure(late)) }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result: Result<Value, any Error>? = state.withLock { state in
                    if case .settled(let result) = state { return result }
                    state = .awaited(continuation)
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            settle(.failure(CancellationError()))
        }
    }
}
