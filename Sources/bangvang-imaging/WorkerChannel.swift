import CVips
import Glibc
import Imaging

/// The worker's end of the protocol: standard input and output.
enum WorkerChannel {
    /// Answers requests until the program closes the channel.
    ///
    /// - Parameter secondsPerPicture: a picture that takes longer ends the worker. The program kills it before that;
    ///   this is for the time when the program is gone.
    static func serve(secondsPerPicture: UInt32) {
        write(Array((WorkerProtocol.greeting + String(cString: cvips_version()) + "\n").utf8))
        while let lines = readLines() {
            guard let (head, count) = WorkerRequest.read(lines: lines), let bytes = read(count) else { exit(65) }
            var request = head
            request.bytes = bytes
            alarm(secondsPerPicture)
            let answer = PictureMaker.answer(request)
            alarm(0)
            write(answer.message)
        }
    }

    /// Ends the worker before it has begun, and says why.
    static func fail(_ reason: String) -> Never {
        let line = Array((reason + "\n").utf8)
        line.withUnsafeBytes { _ = Glibc.write(2, $0.baseAddress, $0.count) }
        exit(1)
    }

    /// The lines of a request up to the empty one; nil at the end of the input.
    private static func readLines() -> [String]? {
        var lines: [String] = []
        var line: [UInt8] = []
        // Byte by byte, since what follows the empty line is not text; requests have a dozen lines.
        while let byte = read(1)?.first {
            if byte != 0x0A {
                line.append(byte)
                guard line.count < 4096 else { return nil }
                continue
            }
            if line.isEmpty { return lines }
            lines.append(String(decoding: line, as: UTF8.self))
            line.removeAll(keepingCapacity: true)
        }
        return nil
    }

    private static func read(_ count: Int) -> [UInt8]? {
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            while done < count {
                let got = Glibc.read(0, buffer.baseAddress! + done, count - done)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                done += got
            }
            written = done
        }
        return done == count ? bytes : nil
    }

    private static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let wrote = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else { exit(0) }
            rest = rest.dropFirst(wrote)
        }
    }
}
