import Diagnostics
import Eligibility
import Entries
import Formats
import Programmes

/// Something that the board puts right in public: a correction of a story, or the revocation of a decision.
package struct Notice: Sendable {
    /// What is put right.
    package enum Kind: Sendable {
        /// In a story that is shown; the honour by its index in the plan.
        case correction(honour: Int, text: String)
        /// So many honours of a programme's year were revoked by one decision. Whom they honoured is not
        /// repeated.
        case revocation(programme: Programme?, year: Int, by: String?, count: Int)
    }

    package let kind: Kind
    /// The day; a register may lack that of a revocation.
    package let day: CalendarDay?
}

/// Gathers the notices of a board.
struct NoticeCollector {
    private struct Revocation: Hashable {
        var programme: String
        var year: Int
        var by: String?
        var day: CalendarDay?
    }

    private var corrections: [Notice] = []
    private var revocations: [Revocation: Int] = [:]

    /// Takes in the corrections of an honour that is shown.
    mutating func add(_ honour: Honour, at index: Int) {
        for correction in honour.entry.corrections {
            corrections.append(Notice(kind: .correction(honour: index, text: correction.text), day: correction.on.value))
        }
    }

    /// Takes in an entry whose decision was revoked.
    mutating func add(revoked entry: Entry, _ decision: HonourDecision) {
        let key = Revocation(
            programme: entry.programmeID.value, year: entry.year.value, by: decision.revokedBy, day: decision.revokedOn)
        revocations[key, default: 0] += 1
    }

    /// The latest first, those without a day last; on one day revocations first, then corrections in the
    /// order of the honours.
    func notices(in corpus: Corpus) -> [Notice] {
        let revoked = revocations.sorted { left, right in
            (left.key.programme, -left.key.year, left.key.by ?? "") < (right.key.programme, -right.key.year, right.key.by ?? "")
        }.map { key, count in
            Notice(
                kind: .revocation(programme: corpus.programme(key.programme), year: key.year, by: key.by, count: count), day: key.day)
        }
        let all = revoked + corrections
        let dated = all.indices.filter { all[$0].day != nil }.sorted { left, right in
            all[left].day! != all[right].day! ? all[left].day! > all[right].day! : left < right
        }
        return dated.map { all[$0] } + all.filter { $0.day == nil }
    }
}
