import Diagnostics
import Entries
import Formats
import Programmes

/// The check in numbers: what `bangvang check` closes with, programme by programme.
package struct CheckSummary: Sendable {
    /// The day as of which entries were judged and deadlines have passed.
    package var asOf: CalendarDay
    /// In the order of the corpus's programmes.
    package var programmes: [ProgrammeSummary]
    /// The fates of entries that belong to no programme: they could not be read, or name one that does not exist.
    package var withoutProgramme: FateCounts

    /// - Parameters:
    ///   - report: what the check said of `corpus`.
    ///   - asOf: the day that the check was given.
    package init(_ report: CheckReport, of corpus: Corpus, asOf: CalendarDay) {
        self.asOf = asOf
        let positions = Dictionary(
            corpus.programmes.indices.map { (corpus.programmes[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        var members = [[ProgrammeReport.Member]](repeating: [], count: corpus.programmes.count)
        var strangers = FateCounts()
        for (source, entryReport) in zip(corpus.entries, report.entries) {
            guard let entry = source.entry, let position = positions[entry.programmeID.value] else {
                strangers.add(entryReport.fate)
                continue
            }
            members[position].append(ProgrammeReport.Member(year: entry.year.value, report: entryReport))
        }
        let batches = Dictionary(grouping: report.batches, by: \.programmeID)
        let targets = Dictionary(grouping: report.targets, by: \.programmeID)
        programmes = zip(corpus.programmes, members).map { programme, members in
            ProgrammeSummary(
                ProgrammeReport(
                    programme: programme, rules: RuleCatalogue.compile(programme, vocabulary: corpus.vocabulary).value,
                    vocabulary: corpus.vocabulary, members: members, batches: batches[programme.id] ?? [],
                    targets: targets[programme.id] ?? [], asOf: asOf))
        }
        withoutProgramme = strangers
    }
}

/// The part of a report that speaks of one programme.
struct ProgrammeReport {
    /// An entry of the programme, as far as it is counted.
    struct Member {
        var year: Int
        var report: EntryReport
    }

    var programme: Programme
    /// In the programme's order.
    var rules: [CompiledRule]
    var vocabulary: Vocabulary
    var members: [Member]
    var batches: [BatchReport]
    var targets: [TargetReport]
    var asOf: CalendarDay
}

/// One programme's entries and rules in numbers.
package struct ProgrammeSummary: Sendable {
    package var programme: Programme
    package var fates: FateCounts
    /// The rules that speak of entries, in the programme's order.
    package var rules: [RuleSummary]
    /// The rules that speak of organisations or of the staff themselves, over all of these and all years.
    package var targets: [RuleSummary]
    package var quotas: [QuotaUse]
    package var deadlines: [DeadlineStanding]

    init(_ report: ProgrammeReport) {
        programme = report.programme
        fates = FateCounts()
        for member in report.members { fates.add(member.report.fate) }
        let indices = report.programme.rules.indices
        rules = indices.filter { Self.isOfEntries(report.rules[$0], report.programme.rules[$0]) }.map { index in
            let outcomes = report.members.compactMap { $0.report.outcome(of: index) }
            return RuleSummary(
                report.programme.rules[index], outcomes.map(\.status), acceptedUnsupported: outcomes.count(where: \.acceptedUnsupported))
        }
        targets = indices.compactMap { index in
            guard case .target = report.rules[index] else { return nil }
            return RuleSummary(report.programme.rules[index], report.targets.filter { $0.rule == index }.map(\.status))
        }
        quotas = QuotaUse.all(of: report)
        deadlines = DeadlineStanding.all(of: report)
    }

    private static func isOfEntries(_ rule: CompiledRule, _ declaration: RuleDeclaration) -> Bool {
        switch rule {
        case .entry, .batch: true
        case .unsupported: declaration.scope == .entry || declaration.scope == .batch
        case .target, .statement: false
        }
    }

    /// The outcomes of all rules that speak of entries, over all entries of the programme.
    package var outcomes: OutcomeCounts {
        rules.reduce(into: OutcomeCounts()) { $0.add($1.outcomes) }
    }
}

/// One rule's outcomes over all that it speaks of.
package struct RuleSummary: Sendable {
    package var declaration: RuleDeclaration
    package var outcomes: OutcomeCounts
    /// For how many entries the outcome is unknown since this version can't evaluate the rule's kind, and staff
    /// have taken it upon themselves.
    package var acceptedUnsupported: Int

    init(_ declaration: RuleDeclaration, _ outcomes: [OutcomeStatus], acceptedUnsupported: Int = 0) {
        self.declaration = declaration
        self.outcomes = OutcomeCounts()
        for outcome in outcomes { self.outcomes.add(outcome) }
        self.acceptedUnsupported = acceptedUnsupported
    }
}

/// How often each outcome occurs.
package struct OutcomeCounts: Sendable, Equatable {
    private var counts: [OutcomeStatus: Int] = [:]

    package init() {}

    package subscript(status: OutcomeStatus) -> Int { counts[status] ?? 0 }

    mutating func add(_ status: OutcomeStatus) { counts[status, default: 0] += 1 }

    /// Adds the counts of others to these.
    package mutating func add(_ others: OutcomeCounts) { counts.merge(others.counts, uniquingKeysWith: +) }
}

/// How many entries share each fate.
package struct FateCounts: Sendable, Equatable {
    private var counts: [Fate: Int] = [:]

    package init() {}

    package subscript(fate: Fate) -> Int { counts[fate] ?? 0 }

    /// How many entries that is together.
    package var total: Int { counts.values.reduce(0, +) }

    /// Every fate with its count, in the order of `Fate`.
    package var all: [(fate: Fate, count: Int)] { Fate.allCases.map { ($0, self[$0]) } }

    mutating func add(_ fate: Fate) { counts[fate, default: 0] += 1 }
}

extension EntryReport {
    /// The outcome of the rule with that index in the entry's programme; nil where the entry could not be held
    /// against rules.
    func outcome(of rule: Int) -> RuleOutcome? { outcomes.indices.contains(rule) ? outcomes[rule] : nil }
}
