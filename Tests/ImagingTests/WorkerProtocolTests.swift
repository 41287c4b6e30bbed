import Pictures
import Testing

@testable import Imaging

@Suite struct WorkerProtocolTests {
    private static let request = WorkerRequest(
        format: .jpeg, stored: PictureSize(width: 4000, height: 3000), orientation: 6,
        frames: [
            WorkerRequest.Frame(
                base: PictureSize(width: 1200, height: 1600), part: .init(x: 0, y: 0, size: PictureSize(width: 1200, height: 1600)),
                sizes: [
                    .init(size: PictureSize(width: 1200, height: 1600), formats: []),
                    .init(size: PictureSize(width: 320, height: 427), formats: [.webp, .jpeg]),
                ]),
            WorkerRequest.Frame(
                base: PictureSize(width: 1200, height: 1600), part: .init(x: 5, y: 6, size: PictureSize(width: 640, height: 480)),
                sizes: [.init(size: PictureSize(width: 320, height: 240), formats: [.jpeg])]),
        ],
        bytes: [1, 2, 3, 0x0A, 0x0A])

    @Test func aRequestArrivesAsItWasSent() throws {
        let message = Self.request.message
        let text = String(decoding: message.dropLast(5), as: UTF8.self)
        let read = try #require(WorkerRequest.read(lines: text.split(separator: "\n").map(String.init)))
        #expect(read.byteCount == 5)
        var request = read.request
        request.bytes = Array(message.suffix(5))
        #expect(request == Self.request)
        #expect(request.outputCount == 3)
    }

    @Test(arguments: [
        [], ["picture jpeg 1 1 1"], ["picture tiff 1 1 1 1"], ["picture jpeg 0 1 1 1"], ["picture jpeg 1 1 9 1"], ["size 1 1 webp:75"],
        ["picture jpeg 1 1 1 1", "size 1 1 webp:75"], ["picture jpeg 1 1 1 1", "frame 1 1 0 0 1"], ["picture jpeg 1 1 1 1", "rm -rf"],
        ["picture jpeg 1 1 1 1", "frame 1 1 0 0 1 1", "size 1 1 webp:99"],
    ])
    func whatIsNoRequestIsRefused(lines: [String]) {
        #expect(WorkerRequest.read(lines: lines) == nil)
    }

    @Test(arguments: [
        WorkerAnswer.made([[1, 2], [], [0x0A]]), .made([]), .refused(.damaged, detail: "hỏng\nrồi"), .refused(.memory, detail: ""),
    ])
    func anAnswerArrivesInAnyPieces(answer: WorkerAnswer) {
        let message = answer.message
        let outputs = if case .made(let files) = answer { files.count } else { 4 }
        for end in 0..<message.count { #expect(WorkerAnswer.read(Array(message[..<end]), outputs: outputs) == .incomplete, "\(end)") }
        #expect(WorkerAnswer.read(message, outputs: outputs) == .complete(answer))
        #expect(WorkerAnswer.read(message + [1], outputs: outputs) == .nonsense)
    }

    @Test(arguments: [
        "made 3\nab c", "made 1 1\nab", "made -1\n", "made x\n", "made 999999999999\n", "refused nonsense 0\n", "refused damaged\n",
        "hello\n",
        String(repeating: "a", count: 5000),
    ])
    func whatIsNoAnswerIsSeen(text: String) {
        #expect(WorkerAnswer.read(Array(text.utf8), outputs: 1) == .nonsense)
    }
}
