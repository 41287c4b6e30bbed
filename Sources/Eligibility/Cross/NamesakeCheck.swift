import Diagnostics
import Entries
import Places
import Registers
import Vietnamese

/// Finds honoured subjects of one name and one place: a reader of the cards takes them for one.
struct NamesakeCheck {
    let corpus: Corpus

    /// What a card says of who is honoured.
    private struct Card: Hashable {
        var kind: SubjectKind
        var name: String
        var places: [String]
    }

    /// Adds a notice to the first entry of every subject but one.
    func check(_ entries: inout [EntryReport]) {
        var bearers: [Card: [String: Int]] = [:]
        for index in near(entries) {
            guard let subject = entries[index].subject, let entry = corpus.entries[index].entry else { continue }
            let card = Card(
                kind: subject.kind, name: Fold.comparable(subject.name, ignoringCase: true),
                places: corpus.gazetteer.chain(from: entry.placeID.value).map(\.fullName))
            if let other = bearers[card]?[subject.id], corpus.entries[other].path <= corpus.entries[index].path { continue }
            bearers[card, default: [:]][subject.id] = index
        }
        for bearers in bearers.values where bearers.count > 1 { report(bearers, &entries) }
    }

    /// The entries whose subjects' names may be borne by other honoured subjects as well.
    private func near(_ entries: [EntryReport]) -> [Int] {
        var names = LooseName()
        var bearers: [Int: (id: String, entries: [Int], isShared: Bool)] = [:]
        for (index, report) in entries.enumerated() {
            guard report.fate == .published || report.fate == .scheduled, let subject = report.subject else { continue }
            var hasher = Hasher()
            names.hash(subject.name, into: &hasher)
            hasher.combine(subject.kind)
            let hash = hasher.finalize()
            bearers[hash, default: (subject.id, [], false)].entries.append(index)
            if bearers[hash]!.id != subject.id { bearers[hash]!.isShared = true }
        }
        return bearers.values.filter(\.isShared).flatMap(\.entries)
    }

    /// - Parameter bearers: the first entry of each, by the subjects' ids.
    private func report(_ bearers: [String: Int], _ entries: inout [EntryReport]) {
        let ordered = bearers.sorted { $0.key < $1.key }
        guard let first = ordered.first, let subject = entries[first.value].subject, let other = corpus.entries[first.value].entry else {
            return
        }
        for (id, index) in ordered.dropFirst() {
            guard let entry = corpus.entries[index].entry, let own = entries[index].subject else { continue }
            // The register of subjects has said already that these two may be one.
            guard SameSubjectCheck.Likeness(own) != SameSubjectCheck.Likeness(subject) else { continue }
            entries[index].diagnostics.append(
                Diagnostic(
                    .notice, "namesakes",
                    Message(
                        vi:
                            "“\(own.name)” (mã “\(id)”) và “\(subject.name)” (mã “\(first.key)”) cùng tên, cùng địa bàn; người đọc danh sách "
                            + "khó phân biệt",
                        en:
                            "“\(own.name)” (“\(id)”) and “\(subject.name)” (“\(first.key)”) share name and place: readers of lists can't tell"
                    ),
                    at: entry.place(entry.subjectID),
                    remedy: Message(
                        vi: "ghi chức vụ, thôn, tổ dân phố vào tiêu đề mỗi bài; nếu là một người thì dùng một mã",
                        en: "put the position or the hamlet into both titles; if it is one person, use one id"),
                    notes: [Diagnostic.Note(Message(vi: "bài kia", en: "the other entry"), at: other.place(other.subjectID))]))
        }
    }
}
