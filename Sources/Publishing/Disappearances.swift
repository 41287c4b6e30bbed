import Board
import Diagnostics
import Eligibility
import Entries

/// Honours that are published now and would not be any more, without a reason of their own and without having been named.
/// A build that would let one go stops; a check says so beforehand.
enum Disappearances {
    /// The ids of these honours, sorted.
    ///
    /// - Parameters:
    ///   - published: the ids of what is published now.
    ///   - drafts: those among them that a build for reviewers put there: their going is no loss.
    ///   - allowed: those that staff let go.
    static func ids(of published: Set<String>, drafts: Set<String>, allowed: Set<String>, _ evaluation: BoardEvaluation) -> [String] {
        guard let plan = evaluation.plan else { return [] }
        // Who leads on from an old address is still there.
        let shown = Set(plan.honours.map(\.entry.id.value)).union(plan.formerIDs)
        var fates: [String: Fate] = [:]
        for (source, report) in zip(evaluation.content.corpus.entries, evaluation.report.entries) { fates[source.id] = report.fate }
        return published.filter { id in
            if shown.contains(id) || allowed.contains(id) || drafts.contains(id) { return false }
            switch fates[id] {
            case .withdrawn, .revoked, .underReview: return false
            case .published, .draft, .scheduled, .withheld, nil: return true
            }
        }.sorted()
    }

    /// The same as findings, by what the last build wrote down.
    static func findings(_ evaluation: BoardEvaluation, _ options: BoardOptions) throws(DiskError) -> [Diagnostic] {
        guard let manifest = try OutputManifest(at: options.state.path(of: .manifest)) else { return [] }
        let files = manifest.files.keys.filter { manifest.tombstones[$0] == nil }
        let published = Set(files.compactMap(OutputFolder.publishedID))
        let sources = Dictionary(
            evaluation.content.corpus.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        // An entry that is held back says itself why.
        let held = Set(
            zip(evaluation.content.corpus.entries, evaluation.report.entries).filter { $1.fate == .withheld }.map(\.0.id))
        let lost = ids(of: published.subtracting(held), drafts: manifest.drafts, allowed: options.allowedRemovals, evaluation)
        return lost.map { id in
            finding(id, at: sources[id].map { $0.entry?.publication.place?.place(in: $0.path) ?? SourcePlace(path: $0.path) })
        }
    }

    private static func finding(_ id: String, at place: SourcePlace?) -> Diagnostic {
        Diagnostic(
            .error, "would-disappear",
            Message(
                vi: "bài “\(id)” đang đăng sẽ biến mất khỏi bảng vàng, nên lệnh build sẽ dừng",
                en: "the published entry “\(id)” would disappear, so a build will stop"),
            at: place,
            remedy: Message(
                vi:
                    "đưa bài trở lại; đổi mã thì ghi địa chỉ cũ vào aliases; nếu đúng ý thì thêm --allow-removal \(id), gỡ theo yêu cầu thì dùng: bangvang take-down \(id)",
                en:
                    "bring it back; after a change of id put the old address into aliases; if it is meant add --allow-removal \(id), or use: bangvang take-down \(id)"
            ))
    }
}
