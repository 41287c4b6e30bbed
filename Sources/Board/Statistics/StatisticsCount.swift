import Diagnostics
import Eligibility
import Entries
import Formats
import Programmes
import Registers

/// What is counted while the honours pass by, once each.
struct StatisticsCount {
    /// A year as it fills up.
    struct Year {
        var tally = Tally()
        /// By their addresses: one decision may be spelled in several ways.
        var decisions: Set<String> = []
        /// The best so far, the best first.
        var highlights: [Highlight] = []
    }

    /// An honour's claim to be named for its year.
    struct Highlight: Comparable {
        let level: Int
        let decided: CalendarDay
        let index: Int

        /// The higher level first, then the later decision, then the order of the list.
        static func < (left: Highlight, right: Highlight) -> Bool {
            if left.level != right.level { return left.level > right.level }
            if left.decided != right.decided { return left.decided > right.decided }
            return left.index < right.index
        }
    }

    private struct ModelKey: Hashable {
        let programme: String
        let year: Int
    }

    private let levels: TermList
    private(set) var total = Tally()
    private(set) var years: [Int: Year] = [:]
    private(set) var fields: [String: Tally] = [:]
    /// How often each subject was honoured, by its id.
    private(set) var timesHonoured: [SubjectKind: [String: Int]] = [:]
    private(set) var latestDecision: CalendarDay?
    private var modelSums: [ModelKey: ModelSums] = [:]
    /// Whether the model of each honour counts: in the order of the honours.
    private var countsModel: [Bool] = []

    /// Where a decision's page is, and what was asked so far: many honours rest on one.
    private let route: (Decision) -> String?
    private var routes: [Decision: String] = [:]

    init(_ plan: SitePlan) {
        // From the lowest to the highest, as the vocabulary has them.
        levels = plan.corpus.vocabulary[.levels]
        route = plan.route(of:)
    }

    /// In no order.
    var models: [ModelSums] { Array(modelSums.values) }

    mutating func add(_ honour: Honour, at index: Int) {
        let countsModel = addModel(of: honour)
        self.countsModel.append(countsModel)
        Self.add(honour, countsModel, to: &total)
        Self.add(honour, countsModel, to: &fields[honour.field.id, default: Tally()])
        timesHonoured[honour.subject.kind, default: [:]][honour.subject.id, default: 0] += 1

        let decision = honour.decision.decision
        latestDecision = max(latestDecision ?? decision.date, decision.date)
        let highlight = Highlight(level: honour.level.map(rank) ?? -1, decided: decision.date, index: index)
        addToYear(honour, countsModel, highlight)
    }

    /// The same for some of the honours that have been added, such as those of a place.
    func tally(of indices: [Int32], _ plan: SitePlan) -> Tally {
        var tally = Tally()
        for index in indices { Self.add(plan.honours[Int(index)], countsModel[Int(index)], to: &tally) }
        return tally
    }

    private func rank(_ level: String) -> Int { levels.contains(level) ? levels.rank(of: level) : -1 }

    private mutating func addModel(of honour: Honour) -> Bool {
        guard let model = honour.entry.model else { return false }
        let key = ModelKey(programme: honour.programme.id, year: honour.entry.year.value)
        return modelSums[key, default: ModelSums(programme: honour.programme, year: key.year)].add(honour, model)
    }

    private mutating func addToYear(_ honour: Honour, _ countsModel: Bool, _ highlight: Highlight) {
        var year = years.removeValue(forKey: honour.entry.year.value) ?? Year()
        Self.add(honour, countsModel, to: &year.tally)
        let decision = honour.decision.decision
        let known = routes[decision] ?? route(decision) ?? ""
        routes[decision] = known
        year.decisions.insert(known)
        let place = year.highlights.firstIndex { highlight < $0 } ?? year.highlights.count
        if place < Statistics.highlightCount {
            year.highlights.insert(highlight, at: place)
            year.highlights = Array(year.highlights.prefix(Statistics.highlightCount))
        }
        years[honour.entry.year.value] = year
    }

    private static func add(_ honour: Honour, _ countsModel: Bool, to tally: inout Tally) {
        tally.add(honour.subject.kind)
        if countsModel, let model = honour.entry.model { tally.add(model, of: honour.subject.kind) }
    }
}
