import Digests
import Dispatch
import Imaging
import Pictures
import Synchronization

/// Makes the pictures of a preview, each when a browser first asks for it: one size of a 12-megapixel photo takes
/// a tenth of a second. They are those of a build, byte by byte, and a build finds them in the cache.
final class PreviewPictures: Sendable {
    /// One worker and the queue that alone talks to it.
    private final class Lane: @unchecked Sendable {
        let queue = DispatchQueue(label: "bangvang.pictures")
        /// Touched on `queue` only.
        let pool: WorkerPool

        init(_ settings: WorkerSettings) {
            var settings = settings
            settings.count = 1
            pool = WorkerPool(settings)
        }
    }

    /// What is shown for a picture.
    enum Answer {
        case file(String, mediaType: String)
        case bytes([UInt8], mediaType: String)
        /// The photo can't be decoded. News the first time.
        case damaged(isNews: Bool)
        /// No worker can be had: the photo without what the camera wrote. With the error the first time.
        case withoutWorker([UInt8], mediaType: String, WorkerError?)
    }

    private struct Known {
        /// Photos that turned out to be undecodable when a browser asked for them.
        var failures: [SHA256: PictureFailure] = [:]
        /// Why no worker could be had, and since when: it is tried again after a while.
        var worker: (error: WorkerError, since: ContinuousClock.Instant)?
        /// Pictures that could not be kept in the cache, for a folder that can only be read.
        var unkept: [String: [UInt8]] = [:]
        var unkeptBytes = 0
    }

    /// How long a missing worker is believed to be missing.
    private static let workerPause = Duration.seconds(10)
    /// The most bytes of pictures that are held in memory.
    private static let mostUnkept = 64 << 20

    private let cache: PictureCache
    private let lanes: [Lane]
    private let known = Mutex(Known())

    init(_ cache: PictureCache, _ settings: WorkerSettings) {
        self.cache = cache
        lanes = (0..<settings.count).map { _ in Lane(settings) }
    }

    /// Why photos can't be decoded, by the digests of their bytes, as far as that has come out.
    var failures: [SHA256: PictureFailure] { known.withLock { $0.failures } }

    /// The picture, made now if need be. Waits for as long as that takes.
    ///
    /// - Parameter photo: reads the photo that it is made from.
    /// - Throws: `DiskError` where the photo can't be read, `PictureError` where it is none any more.
    func answer(_ picture: PreviewState.Picture, photo: @escaping @Sendable () throws -> [UInt8]) throws -> Answer {
        if known.withLock({ $0.failures[picture.digest] }) != nil { return .damaged(isNews: false) }
        var error: WorkerError?
        if known.withLock({ $0.worker.map { ContinuousClock.now - $0.since > Self.workerPause } ?? true }) {
            do {
                return try made(picture, photo)
            } catch let failure as PictureFailure {
                return .damaged(isNews: known.withLock { $0.failures.updateValue(failure, forKey: picture.digest) == nil })
            } catch let failure as WorkerError {
                let isNews = known.withLock { known in
                    defer { known.worker = (failure, .now) }
                    return known.worker?.error != failure
                }
                error = isNews ? failure : nil
            }
        }
        let bytes = try photo()
        let format = try PictureFormat(sniffing: bytes)
        return .withoutWorker(try PictureSanitizer.withoutMetadata(bytes), mediaType: format.mediaType, error)
    }

    private func made(_ picture: PreviewState.Picture, _ photo: @escaping @Sendable () throws -> [UInt8]) throws -> Answer {
        let path = cache.path(of: picture.name, from: picture.digest)
        if let bytes = known.withLock({ $0.unkept[path] }) { return .bytes(bytes, mediaType: picture.mediaType) }
        let job = PictureJob(
            path: picture.path, digest: picture.digest, size: picture.recipe.source, outputs: [(picture.recipe, [picture.name])])
        // The sizes of one photo wait for one another; those of different photos don't.
        let lane = lanes[Int(UInt(bitPattern: picture.digest.hashValue) % UInt(lanes.count))]
        let unkept = try lane.queue.sync { () throws -> [UInt8]? in
            // What the cache has and can't give is made again.
            if (try? cache.read(picture.name, from: picture.digest)) != nil { return nil }
            return try make(job, lane.pool, photo)
        }
        known.withLock { $0.worker = nil }
        guard let unkept else { return .file(path, mediaType: picture.mediaType) }
        known.withLock { known in
            if known.unkeptBytes + unkept.count > Self.mostUnkept { (known.unkept, known.unkeptBytes) = ([:], 0) }
            known.unkept[path] = unkept
            known.unkeptBytes += unkept.count
        }
        return .bytes(unkept, mediaType: picture.mediaType)
    }

    /// Makes a picture and keeps it in the cache.
    /// - Returns: its bytes where it could not be kept: the folder may be one that can only be read, the disk full.
    private func make(_ job: PictureJob, _ pool: WorkerPool, _ photo: () throws -> [UInt8]) throws -> [UInt8]? {
        var unkept: [UInt8]?
        try pool.run(1) { _ in
            job.request(try photo())
        } done: { _, outcome in
            let files = try outcome.flatMap(job.files).get()
            do throws(DiskError) {
                try cache.store(files, from: job.digest)
            } catch {
                unkept = files.first?.bytes
            }
        }
        return unkept
    }
}
