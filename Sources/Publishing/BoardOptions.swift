import Board
import Formats

/// What a run depends on besides the board's files.
package struct BoardOptions: Sendable {
    /// The board's folder.
    package var root: String
    /// The output folder.
    package var output: String
    /// In place of `site.yaml`'s address.
    package var base: BaseAddress?
    package var asOf: CalendarDay
    package var audience: Audience
    /// Whether entries with errors are left out instead of stopping the build.
    package var withholdsIneligible: Bool
    /// Published entries that may disappear.
    package var allowedRemovals: Set<String>

    package init(
        root: String, output: String, base: BaseAddress? = nil, asOf: CalendarDay, audience: Audience = .visitors, withholdsIneligible: Bool = false,
        allowedRemovals: Set<String> = []
    ) {
        self.root = root
        self.output = output
        self.base = base
        self.asOf = asOf
        self.audience = audience
        self.withholdsIneligible = withholdsIneligible
        self.allowedRemovals = allowedRemovals
    }

    /// Caches, ledger, manifest, snapshot: never published.
    package var stateFolder: String { root + "/.bangvang" }
    var lockPath: String { stateFolder + "/lock" }
    var manifestPath: String { stateFolder + "/manifest" }
    var snapshotPath: String { stateFolder + "/published" }
    package var ledgerPath: String { stateFolder + "/ledger.json" }
    var takenDownPath: String { stateFolder + "/taken-down" }
}

extension BoardOptions {
    /// Takes over the options of the build that made a snapshot.
    mutating func restore(_ stored: [String: String]) {
        if let day = stored["as-of"].flatMap({ try? CalendarDay.parse($0) }) { asOf = day }
        audience = stored["drafts"] == "true" ? .reviewers : .visitors
        withholdsIneligible = true
        base = stored["base-url"].flatMap { BaseAddress($0) } ?? base
    }
}
