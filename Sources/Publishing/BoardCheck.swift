import Diagnostics
import Imaging

/// Checks a board: as a build does, pictures decoded and pages of each kind rendered, but nothing is written. Whatever may
/// stop a build because of its content, or hold an entry back, is found here.
package enum BoardCheck {
    /// What is wrong with a board that was read.
    ///
    /// - Throws: what breaks the machine: a mistake of an author is among the findings.
    package static func evaluate(_ content: BoardContent, options: BoardOptions) async throws -> BoardEvaluation {
        let evaluation = try await BoardEvaluation(content, options: options)
        // Where something else is wrong with the whole board, no build comes as far as its pages.
        let ofPages = evaluation.hasBoardErrors ? [] : try await SamplePageCheck.findings(evaluation)
        let found = try ofPages + Disappearances.findings(evaluation, options)
        return found.isEmpty ? evaluation : evaluation.adding(found)
    }

    /// What stands in the board's folder. Photos that were decoded for a build are not decoded again; where no worker
    /// can be had, photos stay as they look from outside, and the content says so.
    package static func read(_ options: BoardOptions, pictureProgress: (@Sendable (Int, Int) -> Void)? = nil) async throws -> BoardContent {
        let manifest = try OutputManifest(at: options.state.path(of: .manifest))
        let tree = try BoardFolder(root: options.root)
        var reader = ContentReader(keepsCache: false, knownFiles: manifest?.knownFiles ?? [:], pdfTexts: options.pdfTexts(keeping: false))
        var content = try await reader.read(tree)
        let workshop = PictureWorkshop(
            cache: options.pictureCache, workers: options.workers, manifest: manifest,
            isPublished: { manifest?.files[$0] != nil }, asOf: options.asOf, progress: pictureProgress)
        do {
            try await workshop.verify(&content, from: tree)
        } catch let error as WorkerError {
            content.diagnostics.append(
                Diagnostic(
                    .warning, "pictures-not-decoded",
                    Message(
                        vi: "chưa xem được phần hình của các ảnh: \(error.message.vi)",
                        en: "the pixels of the pictures could not be looked at: \(error.message.en)"),
                    at: nil, remedy: error.remedy))
        }
        return content
    }
}
