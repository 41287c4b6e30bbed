import Foundation
import Imaging
import Pictures
import TestSupport

/// The worker that was built beside the tests, or one that a test makes up.
enum Workbench {
    static func settings(memory: UInt = 1 << 30, seconds: Int = 60, count: Int = 2) -> WorkerSettings {
        WorkerSettings(program: WorkerSettings.usual().program, count: count, memory: memory, seconds: seconds)
    }

    /// A shell script in a worker's place.
    static func script(_ text: String, in folder: TestFolder) throws -> String {
        let path = folder.path + "/worker"
        try Data("#!/bin/sh\n\(text)\n".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        // A process that another test starts meanwhile holds the file open for writing until its own program begins, and
        // nothing that is open for writing can be started ("Text file busy"). A lease for reading is refused as long: fcntl's
        // F_SETLEASE, which the C headers show to GNU programs only.
        let setLease: Int32 = 1024
        let file = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        for _ in 0..<5000 where fcntl(file, setLease, F_RDLCK) != 0 && errno == EAGAIN { usleep(1000) }
        _ = fcntl(file, setLease, F_UNLCK)
        return path
    }

    /// The request for one size of a whole photo in all formats.
    static func request(_ bytes: [UInt8], width: Int, orientation: Int? = nil) throws -> WorkerRequest {
        let header = try PictureHeader.read(bytes)
        let upright = PictureSize(width: header.width, height: header.height)
        let size = PictureSize(width: width, height: max(1, upright.height * width / upright.width))
        return WorkerRequest(
            format: header.format, stored: header.storedSize, orientation: orientation ?? header.orientation,
            frames: [
                WorkerRequest.Frame(
                    base: size, part: .init(x: 0, y: 0, size: size), sizes: [.init(size: size, formats: PublishedFormat.allCases)])
            ], bytes: bytes)
    }

    /// Carries requests out; the outcomes in their order.
    static func run(_ requests: [WorkerRequest], _ settings: WorkerSettings = settings()) throws -> [WorkerPool.Outcome] {
        var outcomes: [Int: WorkerPool.Outcome] = [:]
        try WorkerPool(settings).run(requests.count) {
            .success(requests[$0])
        } done: {
            outcomes[$0] = $1
        }
        return requests.indices.compactMap { outcomes[$0] }
    }

    /// What is made of one photo: WebP, then JPEG.
    static func make(_ bytes: [UInt8], width: Int) throws -> (webp: [UInt8], jpeg: [UInt8]) {
        let files = try run([try request(bytes, width: width)])[0].get()
        return (files[0], files[1])
    }

    /// A JPEG that shows what a WebP shows.
    static func jpeg(showing webp: [UInt8]) throws -> [UInt8] { try make(webp, width: try PictureHeader.read(webp).width).jpeg }
}
