import Digests
import Imaging
import Pictures

/// One photo, and the published pictures that are to be made from it.
struct PictureJob: Sendable {
    /// From `content`.
    var path: String
    var digest: SHA256
    /// The photo's size, upright.
    var size: PictureSize
    /// What to make, by frame; with none, the photo is only decoded, to see that it can be.
    var outputs: [(recipe: ImageRecipe, names: Set<String>)] = []

    /// The wanted files of a frame, as the worker makes them: in falling sizes, down to the smallest wanted.
    private func steps(_ recipe: ImageRecipe, _ names: Set<String>) -> [WorkerRequest.Size] {
        var steps = recipe.sizes.reversed().map { size in
            WorkerRequest.Size(size: size, formats: PublishedFormat.allCases.filter { names.contains(recipe.name(of: size, as: $0)) })
        }
        while steps.last?.formats.isEmpty == true { steps.removeLast() }
        return steps
    }

    /// The request to a worker.
    ///
    /// - Parameter bytes: the photo's. The worker gets them without what the camera wrote, which so can't slip into
    ///   anything that it makes.
    func request(_ bytes: [UInt8]) -> Result<WorkerRequest, PictureFailure> {
        guard SHA256(of: bytes) == digest, let header = try? PictureHeader.read(bytes),
            let bare = try? PictureSanitizer.withoutMetadata(bytes)
        else { return .failure(.damaged("the file changed while it was read")) }
        var request = WorkerRequest(
            format: header.format, stored: header.storedSize, orientation: header.orientation, frames: [], bytes: bare)
        for (recipe, names) in outputs {
            request.frames.append(WorkerRequest.Frame(base: recipe.base, part: recipe.part, sizes: steps(recipe, names)))
        }
        // Every bit is read at any size; at an eighth, a JPEG's pixels need hardly be worked out.
        if outputs.isEmpty { request.verifiedAt = PictureSize(width: max(1, size.width / 8), height: max(1, size.height / 8)) }
        return .success(request)
    }

    /// The made files with their names. A worker is not trusted: each file is read again, has to be what was asked
    /// for, and must hold nothing besides the picture.
    func files(_ made: [[UInt8]]) -> Result<[(name: String, bytes: [UInt8])], PictureFailure> {
        var rest = made[...]
        var files: [(name: String, bytes: [UInt8])] = []
        for (recipe, names) in outputs {
            for step in steps(recipe, names) {
                for format in step.formats {
                    guard let bytes = rest.popFirst(), let header = try? PictureHeader.read(bytes),
                        header.format == (format == .jpeg ? .jpeg : .webp), header.storedSize == step.size, header.orientation == 1,
                        (try? PictureSanitizer.withoutMetadata(bytes)) == bytes
                    else { return .failure(.crashesTheWorker) }
                    files.append((recipe.name(of: step.size, as: format), bytes))
                }
            }
        }
        return .success(files)
    }
}
