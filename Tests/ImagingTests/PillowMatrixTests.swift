import Foundation
import Imaging
import Pictures
import TestSupport
import Testing

/// Pictures of every size modulo 16, every format, every way up and every factor by which a JPEG is shrunk while it is
/// read, held against what Pillow, another decoder, makes of them (libvips/libvips#1181 and its like: shrink-on-load
/// rounds sides up or down, as the version goes).
///
/// The factors are asked for at small sizes: the worker decides by sizes alone. BANGVANG_PICTURES=all tries all 256 pairs
/// of sizes modulo 16 at each factor.
@Suite(.enabled(if: Pillow.isAvailable || Pillow.isRequired, Pillow.absence)) struct PillowMatrixTests {
    /// The greatest mean of all differences, out of 255: writing at quality 75 or 80 makes 1 to 2, shrinking in two steps
    /// another 1 to 2.5; a picture that is moved by one pixel differs by 4 or more. Inks become colours by a profile here,
    /// by a formula in Pillow.
    private static func tolerance(_ what: String) -> Double { what.hasPrefix("CMYK") ? 13 : 4.8 }

    @Test func soundPicturesOfAllSizesAndFormatsAreShownAsTheyAre() throws {
        let folder = try TestFolder()
        let everything = ProcessInfo.processInfo.environment["BANGVANG_PICTURES"] == "all"
        let pictures = try Pillow.pictures(everything ? ["sound", folder.path, "all"] : ["sound", folder.path], in: folder)
        #expect(pictures.count >= 260)
        let outcomes = try Workbench.run(try pictures.map { try $0.request() })
        var made: [String: Pillow.Picture] = [:]
        var lines = ""
        for (picture, outcome) in zip(pictures, outcomes) {
            guard let files = try? outcome.get() else {
                Issue.record("\(picture.what) was refused: \(outcome)")
                continue
            }
            let size = try picture.size()
            for (file, ending) in zip(files, ["webp", "jpg"]) {
                let name = "made-\(picture.file).\(ending)"
                try Data(file).write(to: URL(fileURLWithPath: folder.path + "/" + name))
                made[name] = picture
                lines += "\(picture.file)\t\(name)\t\(size.width)\t\(size.height)\n"
            }
        }
        try lines.write(toFile: folder.path + "/made.tsv", atomically: false, encoding: .utf8)
        let differences = try Pillow.run(["compare", folder.path]).split(separator: "\n").map { $0.split(separator: " ") }
        #expect(differences.count == made.count)
        for fields in differences {
            let picture = try #require(made[String(fields[0])])
            let numbers = fields.dropFirst().compactMap { Double($0) }
            try #require(numbers.count == 4)
            #expect(numbers[0] <= Self.tolerance(picture.what), "\(picture.what), \(fields)")
            // The comparison would find out a shift by a pixel, a cut, and a picture that is upside down.
            for (fault, number) in zip(["moved", "cut", "turned"], numbers.dropFirst()) {
                #expect(number > numbers[0] + 1, "\(picture.what) as if \(fault): \(fields)")
            }
        }
    }

    /// Cut off, with a block lost, with a header that lies: what a decoder would have to make up is not shown.
    @Test func noneOfTheDamagedPicturesIsShown() throws {
        let folder = try TestFolder()
        let pictures = try Pillow.pictures(["damaged", folder.path], in: folder)
        #expect(pictures.count >= 100)
        var requests: [WorkerRequest] = []
        var names: [String] = []
        for picture in pictures {
            // Most are found out before they get to the worker.
            guard let request = try? picture.request(),
                let bare = try? PictureSanitizer.withoutMetadata(request.bytes)
            else { continue }
            requests.append(request)
            requests[requests.count - 1].bytes = bare
            names.append(picture.what)
        }
        for (name, outcome) in zip(names, try Workbench.run(requests)) { #expect(outcome.isDamaged, "\(name)") }
    }
}

/// Python's Pillow, by way of `Pillow/pictures.py` beside these tests.
enum Pillow {
    static let absence: Comment = "python3 has no Pillow here: run Scripts/install-tools test"
    /// In continuous integration a test that can't run has failed.
    static let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"
    static let isAvailable = (try? python(["-c", "import PIL"])) != nil

    private static let script = Repository.root + "/Tests/ImagingTests/Pillow/pictures.py"

    struct Failure: Error { var status: Int32 }

    /// One picture that the script made.
    struct Picture: Sendable {
        let file: String
        /// By how much the worker is to shrink it while it is read.
        let shrink: Int
        let what: String
        let bytes: [UInt8]

        /// The largest size that leaves the shrinking to the decoder.
        func size() throws -> PictureSize {
            let header = try PictureHeader.read(bytes)
            return PictureSize(width: header.width / shrink, height: header.height / shrink)
        }

        func request() throws -> WorkerRequest {
            let header = try PictureHeader.read(bytes)
            let size = try size()
            let frame = WorkerRequest.Frame(
                base: size, part: .init(x: 0, y: 0, size: size), sizes: [.init(size: size, formats: PublishedFormat.allCases)])
            return WorkerRequest(
                format: header.format, stored: header.storedSize, orientation: header.orientation, frames: [frame], bytes: bytes)
        }
    }

    /// Has pictures made, and reads them.
    static func pictures(_ arguments: [String], in folder: TestFolder) throws -> [Picture] {
        try run(arguments)
        return try String(contentsOfFile: folder.path + "/list.tsv", encoding: .utf8).split(separator: "\n").map { line in
            let fields = line.split(separator: "\t").map(String.init)
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + fields[0])))
            return Picture(file: fields[0], shrink: Int(fields[1]) ?? 1, what: fields[2], bytes: bytes)
        }
    }

    @discardableResult static func run(_ arguments: [String]) throws -> String { try python([script] + arguments) }

    private static func python(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let pipe = Pipe()
        (process.standardOutput, process.standardInput) = (pipe, FileHandle.nullDevice)
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: output, as: UTF8.self)
    }
}
