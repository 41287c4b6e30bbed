/// A long list of findings made short enough to read: of each kind the first few, then a count of the others.
///
/// Findings are of one kind where weight, code and clause are the same. Of a kind, the first few files are
/// shown, and of each of these its first few findings, all in their order; so a digest grows with the number of
/// kinds, not with the number of findings. A count never stands for a single finding.
package enum FindingDigest {
    /// How many findings of one kind are shown in one file.
    package static let shownInFile = 5
    /// In how many files findings of one kind are shown.
    package static let shownFiles = 5

    /// What a digest shows, one after the other.
    package enum Item: Sendable, Equatable {
        case finding(Diagnostic)
        case others(Others)
    }

    /// Findings of one kind that are only counted. It stands where the first of them would.
    package struct Others: Sendable, Equatable {
        package var severity: Severity
        package var code: String
        package var clause: Clause?
        /// How many findings, at least two.
        package var count: Int
        /// The file that they all stand in, the first ones of which are shown; nil where they stand in files of
        /// which nothing is shown, or in none.
        package var path: String?
        /// In how many files they stand; none where findings have no place.
        package var files: Int
    }

    private struct Kind: Hashable {
        var severity: Severity
        var code: String
        var clause: Clause?

        init(_ diagnostic: Diagnostic) {
            (severity, code, clause) = (diagnostic.severity, diagnostic.code, diagnostic.clause)
        }
    }

    /// What is shown of one kind in one file.
    private struct Share {
        var total = 0
        /// How many of them are shown.
        var limit = 0
        var seen = 0
    }

    /// What is shown of one kind.
    private struct Plan {
        var shares: [String: Share] = [:]
        /// The files, in the order in which they come.
        var paths: [String] = []
        /// How many findings stand in files that are not shown, and how many files that is.
        var hidden = (findings: 0, files: 0)
        var hiddenIsTold = false

        mutating func count(_ path: String) {
            if shares[path] == nil { paths.append(path) }
            shares[path, default: Share()].total += 1
        }

        mutating func decide() {
            let rest = paths.dropFirst(shownFiles)
            let findings = rest.reduce(0) { $0 + (shares[$1]?.total ?? 0) }
            if findings > 1 { hidden = (findings, rest.count) }
            for path in findings > 1 ? paths.prefix(shownFiles) : paths[...] {
                let total = shares[path]?.total ?? 0
                shares[path]?.limit = total > shownInFile + 1 ? shownInFile : total
            }
        }

        /// The finding itself, the count that stands in its place, or nil where that has been told.
        mutating func next(_ diagnostic: Diagnostic, in path: String) -> Item? {
            guard var share = shares[path] else { return nil }
            share.seen += 1
            shares[path] = share
            if share.seen <= share.limit { return .finding(diagnostic) }
            var others = Others(
                severity: diagnostic.severity, code: diagnostic.code, clause: diagnostic.clause, count: share.total - share.limit,
                path: diagnostic.place?.path, files: diagnostic.place == nil ? 0 : 1)
            if share.limit > 0 { return share.seen == share.limit + 1 ? .others(others) : nil }
            guard !hiddenIsTold else { return nil }
            hiddenIsTold = true
            (others.count, others.files, others.path) = (hidden.findings, hidden.files, nil)
            return .others(others)
        }
    }

    /// The digest of findings, in the order in which they are given.
    package static func items(of diagnostics: [Diagnostic]) -> [Item] {
        var plans: [Kind: Plan] = [:]
        for diagnostic in diagnostics { plans[Kind(diagnostic), default: Plan()].count(diagnostic.place?.path ?? "") }
        for kind in plans.keys { plans[kind]?.decide() }
        return diagnostics.compactMap { diagnostic in
            let path = diagnostic.place?.path ?? ""
            return plans[Kind(diagnostic)]?.next(diagnostic, in: path)
        }
    }
}
