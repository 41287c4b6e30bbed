import Diagnostics
import Eligibility
import Formats
import Places
import Programmes
import Registers

/// The board in figures: everything that its page of statistics tells, counted from the plan in one pass.
///
/// Only honours that the plan shows are counted, so no figure tells more than the pages do. A figure beside a link is
/// the number of honours in the list at its end.
package struct Statistics: Sendable {
    /// A year, field or place with what was counted of it.
    package struct Line<Subject: Sendable>: Sendable {
        package let subject: Subject
        package let tally: Tally
        /// The address of the list that it counts.
        package let route: String
    }

    /// A place, and how deep below its province it lies: 0 or 1.
    package struct PlaceLevel: Sendable {
        package let place: Place
        package let depth: Int
    }

    /// A year as the timeline tells of it.
    package struct Moment: Sendable {
        package let year: Int
        package let tally: Tally
        package let route: String
        /// How many decisions its honours rest on.
        package let decisions: Int
        /// Up to three of its honours, by index: those of the highest level, of these the latest.
        package let highlights: [Int]
    }

    /// The latest year first.
    package let years: [Line<Int>]
    /// In the vocabulary's order.
    package let fields: [Line<Term>]
    /// The provinces of today, then those that have ended; each followed by what lies in it, where all of
    /// it is few enough to be read at a glance.
    package let places: [Line<PlaceLevel>]
    package let timeline: [Moment]
    /// Each plan and year that has models; the latest year first, then in the order of the plans.
    package let models: [ModelSums]
    package let total: Tally
    /// How many collectives, individuals and households there are: each once, however often it was honoured.
    package let subjects: [SubjectKind: Int]
    /// How many of them were honoured more than once.
    package let honouredAgain: Int
    package let decisions: Int
    /// The day of the latest decision that was counted: the figures are those of that day. (The day of the build would
    /// make every build of a new day a new page with old figures.)
    package let latestDecision: CalendarDay?

    /// More rows than this, and only provinces are told.
    static let readablePlaces = 24
    static let highlightCount = 3

    package init(_ plan: SitePlan) {
        let corpus = plan.corpus
        var count = StatisticsCount(plan)
        for (index, honour) in plan.honours.enumerated() { count.add(honour, at: index) }
        func line<Subject>(_ subject: Subject, _ route: String, _ tally: Tally?) -> Line<Subject>? {
            tally.map { Line(subject: subject, tally: $0, route: route) }
        }
        let years = count.years.keys.sorted(by: >)
        self.years = years.compactMap { line($0, Route.year($0), count.years[$0]?.tally) }
        fields = corpus.vocabulary[.fields].terms.compactMap { line($0, Route.field($0.slug), count.fields[$0.id]) }
        places = Self.levels(plan).compactMap { level in
            let route = Route.place(level.place.id)
            return line(level, route, plan.listing(at: route).map { count.tally(of: $0.honours, plan) })
        }
        timeline = years.compactMap { year in
            count.years[year].map {
                Moment(
                    year: year, tally: $0.tally, route: Route.year(year), decisions: $0.decisions.count,
                    highlights: $0.highlights.map(\.index))
            }
        }
        let ranks = Dictionary(corpus.programmes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        func rank(_ sums: ModelSums) -> (Int, Int) { (-sums.year, ranks[sums.programme.id] ?? ranks.count) }
        models = count.models.sorted { rank($0) < rank($1) }.map { $0.sorted(by: corpus.vocabulary[.fields]) }
        total = count.total
        subjects = count.timesHonoured.mapValues(\.count)
        honouredAgain = count.timesHonoured.values.reduce(0) { $0 + $1.values.count { $0 > 1 } }
        decisions = plan.decisionListings.count
        latestDecision = count.latestDecision
    }

    /// Whether places of today and places that have ended are both told: an honour then stands at both.
    package var tellsOfEndedPlaces: Bool { places.contains { $0.subject.place.validTo != nil } }

    private static func levels(_ plan: SitePlan) -> [PlaceLevel] {
        let tops = plan.topPlaces()
        let ordered = tops.filter { $0.exists(on: plan.asOf) } + tops.filter { !$0.exists(on: plan.asOf) }
        let all = ordered.flatMap { top in
            [PlaceLevel(place: top, depth: 0)]
                + plan.childrenWithHonours(of: top.id).map { PlaceLevel(place: $0, depth: 1) }
        }
        return all.count <= readablePlaces ? all : all.filter { $0.depth == 0 }
    }
}
