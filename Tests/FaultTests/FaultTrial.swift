import Foundation
import TestSupport

/// One run with a fault, and the run after it.
struct FaultTrial {
    let story: FaultStory
    let fault: FaultyProgram.Fault
    private let board: HardCopy

    init(_ story: FaultStory, _ fault: FaultyProgram.Fault) throws {
        (self.story, self.fault) = (story, fault)
        board = try HardCopy(of: story.board, in: FileManager.default.temporaryDirectory.path)
    }

    /// Everything that was not as it should be, in words.
    func faults() throws -> [String] {
        let outcome = try FaultyProgram.run(story.arguments, on: board.root, fault)
        let files = try PublishedFiles.read(board.root)
        var faults = SiteVerdict.faults(files, before: story.before, after: story.after)
        if !outcome.wasKilled { faults += untruths(outcome, files) }
        faults += try faultsOfNextRun()
        return faults.map { "\(story), \(fault): \($0)" + ($0.contains("printed") ? "\n\(outcome.errors)" : "") }
    }

    /// What the exit status or the words say that is not so.
    private func untruths(_ outcome: FaultyProgram.Outcome, _ files: [String: [UInt8]]) -> [String] {
        let isNew = files == story.after
        guard outcome.status != 0 else { return isNew ? [] : ["status 0, and the new site is not in place (printed below)"] }
        guard outcome.status == 74 else { return ["status \(outcome.status) (printed below)"] }
        let said = outcome.errors
        if said.contains("as it was before this command") {
            return Self.pages(files) == Self.pages(story.before) ? [] : ["the printed words say that nothing has changed"]
        }
        if said.contains("could not be removed") {
            let left = files.filter { story.after[$0.key] != $0.value }
            let isTrue = story.after.allSatisfy { files[$0.key] == $0.value } && !left.isEmpty && left.keys.allSatisfy(said.contains)
            return isTrue ? [] : ["the printed words say that only old files are left: \(left.keys.sorted())"]
        }
        if said.contains("wholly in place; only") { return isNew ? [] : ["the printed words say that all is in place"] }
        if said.contains("is not wholly in place") { return [] }
        return ["nothing was printed of the site"]
    }

    /// What keeps the next run from making what it would have made without the fault.
    private func faultsOfNextRun() throws -> [String] {
        let outcome = try FaultyProgram.run(story.arguments, on: board.root)
        var faults: [String] = []
        // Who is down already can't be taken down.
        let isDown = story.arguments[0] == "take-down" && outcome.status == 1
        if outcome.status != 0, !isDown { faults.append("the next run ends with \(outcome.status): \(outcome.errors)") }
        let files = try PublishedFiles.read(board.root)
        let different = Set(files.keys).union(story.after.keys).filter { files[$0] != story.after[$0] }
        if !different.isEmpty { faults.append("after the next run these differ: \(different.sorted())") }
        let state = FileTree.files(in: board.root + "/.bangvang").filter { !$0.hasPrefix("cache/") }
        let lying = state.filter { $0.hasSuffix(".moi") || $0 == "commit" || $0 == "being-written" }
        let staging = FileManager.default.fileExists(atPath: board.root + "/public/" + PublishedFiles.staging)
        if staging || !lying.isEmpty { faults.append("left lying: \(lying) \(staging ? "and the staging area" : "")") }
        return faults
    }

    /// Without what says whose the folder is: a first build that failed may leave it.
    private static func pages(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
        files.filter { ![".bangvang", ".gitignore", ".bangvang.moi", ".gitignore.moi"].contains($0.key) }
    }
}
