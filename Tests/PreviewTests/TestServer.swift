import Diagnostics
import Foundation
import Preview
import Synchronization

/// Runs a real server on a free port for the length of a test.
struct TestServer {
    let port: UInt16

    static func with<Result: Sendable>(
        liveReload: LiveReload? = nil, page: @escaping PreviewServer.Page = { .page(Array("page \($0)".utf8)) },
        _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        let server = PreviewServer(port: 0, liveReload: liveReload, language: .english, page: page)
        let (ports, announced) = AsyncStream.makeStream(of: UInt16.self)
        let running = Task {
            defer { announced.finish() }
            try await server.run { announced.yield($0) }
        }
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else {
            // A test that ran out of its time waits here no more; the server must not keep it either.
            await server.stop()
            try await running.value
            throw CancellationError()
        }
        let result: Result
        do {
            result = try await body(TestServer(port: port))
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
        try await running.value
        return result
    }

    /// Sends one request, closes, and takes the answer apart.
    func send(_ method: String, _ target: String, host: String? = nil, headers: [String] = []) async throws -> Reply? {
        let client = try TestClient(port: port)
        let lines = ["\(method) \(target) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")", "Connection: close"] + headers
        client.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
        return Reply(await client.read())
    }
}

/// A folder of its own for one test, removed with it.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/preview-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Writes into the file itself, as the simplest editors do.
    func write(_ name: String, _ bytes: [UInt8] = Array("xin chào".utf8)) throws {
        let folder = (self(name) as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: self(name), contents: Data(bytes)) else { throw CocoaError(.fileWriteUnknown) }
    }
}
