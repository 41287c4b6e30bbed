import Dispatch

/// Does work that waits, such as for other processes, on a thread of its own: the few threads that tasks share stay
/// free for those that have something to do.
package func onOwnThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue(label: "bangvang.waiting").async { continuation.resume(with: Swift.Result { try work() }) }
    }
}
