import Diagnostics
import Formats
import Places
import Programmes
import Registers

/// Answers what the program knows of an entry, a rule, a place or a programme, and why.
package struct Explainer: Sendable {
    /// What can be explained.
    package enum Topic: String, Sendable, CaseIterable {
        case entry, rule, place, programme
    }

    let corpus: Corpus
    let report: CheckReport
    let asOf: CalendarDay
    let rules: [String: [CompiledRule]]

    package init(_ corpus: Corpus, _ report: CheckReport, asOf: CalendarDay) {
        self.corpus = corpus
        self.report = report
        self.asOf = asOf
        rules = Dictionary(
            corpus.programmes.map { ($0.id, RuleCatalogue.compile($0, vocabulary: corpus.vocabulary).value) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Everything that has this id: an id may name an entry in one place and a rule of two programmes in another.
    /// - Parameter topic: the only kind of thing wanted, or nil.
    package func explanations(of id: String, as topic: Topic? = nil) -> [Explanation] {
        var found: [Explanation] = []
        if topic ?? .entry == .entry {
            found += corpus.entries.indices.filter { corpus.entries[$0].id == id }.map(entry(at:))
        }
        if topic ?? .rule == .rule {
            for programme in corpus.programmes {
                found += programme.rules.indices.filter { programme.rules[$0].id == id }.map { rule($0, of: programme) }
            }
        }
        if topic ?? .programme == .programme, let programme = corpus.programme(id) { found.append(self.programme(programme)) }
        if topic ?? .place == .place, let place = corpus.gazetteer[id] { found.append(self.place(place)) }
        return found
    }

    /// All ids that can be asked for, for suggestions.
    package func ids(of topic: Topic) -> [String] {
        switch topic {
        case .entry: corpus.entries.map(\.id).sorted()
        case .rule: Set(corpus.programmes.flatMap { $0.rules.map(\.id) }).sorted()
        case .place: corpus.gazetteer.ids.sorted()
        case .programme: corpus.programmes.map(\.id).sorted()
        }
    }

    // MARK: What explanations share

    var vocabulary: Vocabulary { corpus.vocabulary }

    func term(_ list: Vocabulary.List, _ id: String) -> Message {
        Message(vi: vocabulary[list].name(of: id).lowercasedFirst, en: id)
    }

    func words(for place: Place) -> Message {
        let chain = corpus.gazetteer.chain(from: place.id)
        return Message(chain.map(\.fullName).joined(separator: ", "))
    }

    /// A register's row: what it says, and where it stands.
    func evidence(_ row: RowReference) -> Explanation {
        let words = RowWords(registers: corpus.registers, vocabulary: vocabulary).words(for: row) ?? Message(row.register.path)
        var explanation = Explanation(words)
        let place = corpus.registers.place(of: row)
        explanation.add("place", Message(vi: "Nơi ghi", en: "Recorded in"), Message(place.description))
        return explanation
    }
}
