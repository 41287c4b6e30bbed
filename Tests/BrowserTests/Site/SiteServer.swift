import Diagnostics
import Foundation
import Preview
import Synchronization
import TestSupport

/// Serves a built site as a portal would: from a folder of its own address, texts compressed, videos by parts.
final class SiteServer: Sendable {
    /// Where the board stands on the server: not at its root, so that a link that leaves the board is noticed.
    static let folder = "/chuyen-muc/bang-vang/"

    /// The board's address.
    let base: String
    private let server: PreviewServer

    /// Begins to serve what lies, or will lie, in `root`.
    init(root: String) async throws {
        let texts = CompressedTexts()
        server = PreviewServer(port: 0, language: .english) { Self.answer(to: $0, root: root, texts) }
        let (ports, announced) = AsyncStream.makeStream(of: UInt16.self)
        Task { [server] in
            defer { announced.finish() }
            try await server.run { announced.yield($0) }
        }
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else { throw SiteFixture.Mistake(words: "the server did not start") }
        base = "http://127.0.0.1:\(port)\(Self.folder)"
    }

    private static func answer(to path: String, root: String, _ texts: CompressedTexts) -> PreviewResponse {
        guard path.hasPrefix(folder) else { return .text("outside of the board", status: 404) }
        var file = root + "/" + path.dropFirst(folder.count)
        if file.hasSuffix("/") { file += "index.html" }
        var status = 200
        if !FileManager.default.fileExists(atPath: file) { (file, status) = (root + "/404.html", 404) }
        let type = types[(file as NSString).pathExtension] ?? "application/octet-stream"
        guard isText(type), let bytes = texts.bytes(of: file) else { return .file(file, contentType: type) }
        return PreviewResponse(status: status, contentType: type, body: .bytes(bytes), headers: ["Content-Encoding": "gzip"])
    }

    private static func isText(_ type: String) -> Bool { type.contains("charset") || type.hasSuffix("xml") || type.hasSuffix("json") }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
        "json": "application/json", "xml": "application/xml", "svg": "image/svg+xml", "webp": "image/webp", "jpg": "image/jpeg",
        "png": "image/png", "mp4": "video/mp4", "webm": "video/webm", "pdf": "application/pdf",
    ]
}

/// Texts as a server sends them that keeps them compressed: gzip at its best.
final class CompressedTexts: Sendable {
    private let known = Mutex<[String: [UInt8]]>([:])

    /// Nil where the file can't be read.
    func bytes(of file: String) -> [UInt8]? {
        if let bytes = known.withLock({ $0[file] }) { return bytes }
        guard let bytes = Self.compressed(file) else { return nil }
        known.withLock { $0[file] = bytes }
        return bytes
    }

    static func compressed(_ file: String) -> [UInt8]? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-9", "-n", "-c", file]
        let pipe = Pipe()
        (process.standardOutput, process.standardError, process.standardInput) = (pipe, FileHandle.nullDevice, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return nil }
        let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return process.terminationStatus == 0 ? bytes : nil
    }
}
