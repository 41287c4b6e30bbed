/// The site as it is published now: the output folder, and the manifest of what the program wrote there.
package struct PublishedSite: Sendable {
    private let held: HeldOutput
    let manifest: OutputManifest?

    var state: StateFolder { held.state }
    var output: OutputFolder { held.output }
    var recovery: HeldOutput.Recovery? { held.recovery }
    var hasLeftovers: Bool { held.hasLeftovers }

    init(_ held: HeldOutput) throws(DiskError) {
        self.held = held
        manifest = try OutputManifest(at: held.state.path(of: .manifest))
        if let manifest { held.output.widenPermissions(of: manifest.files.keys) }
    }

    /// Whether the program wrote a file that lies in the output folder. Where no manifest says so, the folder's marker has
    /// to do: what lies where the site writes is the site's.
    func isOurs(_ file: String) -> Bool {
        guard let manifest else { return true }
        return manifest.files[file] != nil || held.unlisted.contains(file)
    }

    /// Whether a file lies there as it was written.
    func isAsWritten(_ file: String) -> Bool {
        guard let there = output.files[file], let written = manifest?.files[file] else { return false }
        return there.digest == written
    }
}
