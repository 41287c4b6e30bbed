import Imaging
import Pictures
import TestSupport
import Testing

/// Pictures that are broken or meant to break something: each gets its own answer, and the next one is made as ever.
@Suite struct HostilePictureTests {
    private static let photo = MosaicJPEG.bytes(width: 640, height: 480) { MosaicJPEG.Colour($0 * 3 % 256, $1 * 5 % 256, ($0 * $1) % 256) }

    @Test func aPhotoThatEndsEarlyIsDamaged() throws {
        let half = Array(Self.photo.prefix(Self.photo.count / 2))
        let requests = try [half, half + [0xFF, 0xD9], Self.photo].map { bytes in
            var request = try Workbench.request(Self.photo, width: 320)
            request.bytes = bytes
            return request
        }
        let outcomes = try Workbench.run(requests)
        #expect(outcomes[0].isDamaged && outcomes[1].isDamaged)
        #expect(try outcomes[2].get().count == 2)
    }

    /// A file's own bytes decide what it is; a request that says otherwise is answered, not obeyed.
    @Test func whatIsNotWhatItIsSaidToBeIsDamaged() throws {
        var request = try Workbench.request(Self.photo, width: 320)
        request.format = .png
        var other = try Workbench.request(Self.photo, width: 320)
        other.stored.height = 4800
        var svg = try Workbench.request(Self.photo, width: 320)
        svg.bytes = Array("<svg xmlns='http://www.w3.org/2000/svg' width='640' height='480'><script>alert(1)</script></svg>".utf8)
        #expect(try Workbench.run([request, other, svg]).allSatisfy(\.isDamaged))
    }

    /// A hundred million pixels in a few kilobytes: made within the memory and the time of any other photo.
    @Test func aBombIsDefused() throws {
        let bomb = Self.flat(width: 10_000, height: 10_000)
        #expect(bomb.count < 400_000)
        let files = try Workbench.run([try Workbench.request(bomb, width: 320)])[0].get()
        #expect(try JPEGProbe(files[1]).width == 320)
    }

    @Test func whatTakesMoreMemoryThanThereIsIsRefused() throws {
        let settings = Workbench.settings(memory: 400 << 20)
        let large = Self.flat(width: 10_000, height: 10_000, isProgressive: true)
        let outcomes = try Workbench.run(
            [try Workbench.request(large, width: 320), try Workbench.request(Self.photo, width: 320)], settings)
        #expect(throws: PictureFailure.needsTooMuchMemory) { try outcomes[0].get() }
        #expect(try outcomes[1].get().count == 2)
    }

    /// Photos with bytes changed at random: an answer for each, and the worker stays fit.
    @Test func mutatedPhotosAreAnswered() throws {
        var state: UInt64 = 42
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let plain = try Workbench.make(Self.photo, width: 64).webp
        let photos = [
            MosaicJPEG.quarters(width: 64, height: 48, segments: PlantedData.segments(orientation: 6)),
            PlantedData.webp(plain, width: 64, height: 48), PlantedData.png(width: 64, height: 48, [1, 2, 3, 4], orientation: 3),
            PlantedData.gif(width: 64, height: 48, frames: [.red, .blue]),
        ]
        var requests: [WorkerRequest] = []
        for photo in photos {
            let sound = try Workbench.request(photo, width: 32)
            for _ in 0..<60 {
                var request = sound
                for _ in 0..<1 + random(4) { request.bytes[random(photo.count)] = UInt8(random(256)) }
                if random(4) == 0 { request.bytes.removeLast(random(photo.count)) }
                requests.append(request)
            }
        }
        let outcomes = try Workbench.run(requests)
        #expect(outcomes.count == requests.count)
        for outcome in outcomes {
            switch outcome {
            case .success(let files):
                #expect(try JPEGProbe(files[1]).width == 32)
                #expect(files.allSatisfy { !PlantedData.isIn($0) })
            case .failure(let failure):
                // A size that was changed may ask for any amount of memory.
                #expect(outcome.isDamaged || failure == .needsTooMuchMemory, "\(failure)")
            }
        }
        #expect(try Workbench.run([try Workbench.request(Self.photo, width: 64)])[0].get().count == 2)
    }

    /// A JPEG of one tone that weighs a few bits for each block of 64 pixels; a progressive one has to be held in whole.
    private static func flat(width: Int, height: Int, isProgressive: Bool = false) -> [UInt8] {
        let planes: [UInt8] = isProgressive ? [1, 2, 3] : [1]
        var file: [UInt8] = [0xFF, 0xD8] + MosaicJPEG.segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
        let size = [height >> 8, height & 255, width >> 8, width & 255, planes.count].map { UInt8($0) }
        file += MosaicJPEG.segment(isProgressive ? 0xC2 : 0xC0, [8] + size + planes.flatMap { [$0, 0x11, 0] })
        for table: UInt8 in [0x00, 0x10] { file += MosaicJPEG.segment(0xC4, [table, 1] + [UInt8](repeating: 0, count: 15) + [0]) }
        file += MosaicJPEG.segment(0xDA, [UInt8(planes.count)] + planes.flatMap { [$0, 0] } + [0, isProgressive ? 0 : 63, 0])
        let bits = (width + 7) / 8 * ((height + 7) / 8) * (isProgressive ? planes.count : 2)
        return file + [UInt8](repeating: 0, count: (bits + 7) / 8) + [0xFF, 0xD9]
    }
}

extension WorkerPool.Outcome {
    var isDamaged: Bool {
        if case .failure(.damaged) = self { true } else { false }
    }
}
