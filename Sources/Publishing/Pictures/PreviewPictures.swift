import Digests
import Dispatch
import Imaging
import Pictures

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

    private let cache: PictureCache
    private let lanes: [Lane]

    init(_ cache: PictureCache, _ settings: WorkerSettings) {
        self.cache = cache
        lanes = (0..<settings.count).map { _ in Lane(settings) }
    }

    /// The path of a picture on this machine, made now if need be.
    ///
    /// - Parameter bytes: reads the photo.
    /// - Throws: `PictureFailure`, `WorkerError`, `DiskError`.
    func path(
        _ name: String, _ recipe: ImageRecipe, from path: String, _ digest: SHA256, bytes: @escaping @Sendable () throws -> [UInt8]
    ) async throws -> String {
        let target = cache.path(of: name, from: digest)
        let job = PictureJob(path: path, digest: digest, size: recipe.source, outputs: [(recipe, [name])])
        // The sizes of one photo wait for one another; those of different photos don't.
        let lane = lanes[Int(UInt(bitPattern: digest.hashValue) % UInt(lanes.count))]
        let cache = cache
        return try await withCheckedThrowingContinuation { continuation in
            lane.queue.async {
                continuation.resume(
                    with: Result {
                        if try cache.read(name, from: digest) == nil { try Self.make(job, lane.pool, cache, bytes) }
                        return target
                    })
            }
        }
    }

    private static func make(_ job: PictureJob, _ pool: WorkerPool, _ cache: PictureCache, _ bytes: () throws -> [UInt8]) throws {
        try pool.run(1) { _ in
            job.request(try bytes())
        } done: { _, outcome in
            try cache.store(try outcome.flatMap(job.files).get(), from: job.digest)
        }
    }
}
