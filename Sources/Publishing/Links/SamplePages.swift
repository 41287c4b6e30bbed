import Board
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers

/// Pages that stand for all: of each kind one or a few, chosen so that between them they show whatever templates can show.
enum SamplePages {
    /// Indices into the plan's pages.
    static func of(_ plan: SitePlan) -> [Int] {
        var chosen = Chosen()
        for (index, page) in plan.pages.enumerated() {
            switch page {
            case .entry(let honour): choose(index, plan.honours[honour], at: honour, in: plan, &chosen)
            case .listing(let listing, let number): choose(index, plan.listings[listing], page: number, in: plan, &chosen)
            case .names(_, let number): chosen.take(index, "names", number > 1 ? 1 : 0)
            case .decisions(let number): chosen.take(index, "decisions", number > 1 ? 1 : 0)
            case .notices(let number): chosen.take(index, "notices", number > 1 ? 1 : 0)
            case .tombstone(let tombstone):
                switch plan.tombstones[tombstone].reason {
                case .revoked: chosen.take(index, "tombstone", 0)
                case .withdrawn: chosen.take(index, "tombstone", 1)
                case .underReview: chosen.take(index, "tombstone", 2)
                }
            case .alias(let alias):
                switch plan.aliases[alias].target {
                case .honour: chosen.take(index, "alias", 0)
                case .tombstone: chosen.take(index, "alias", 1)
                }
            // There are few of them, and no two are alike.
            case .home, .places, .years, .fields, .programmes, .statistics, .search, .text, .notFound, .openData, .embed:
                chosen.indices.append(index)
            }
        }
        return chosen.indices
    }

    private struct Chosen {
        var indices: [Int] = []
        private var seen: Set<String> = []
        private var seenFeatures: UInt64 = 0
        private var seenProgrammes: Set<String> = []

        /// Takes the page, unless another with that feature was taken.
        mutating func take(_ index: Int, _ kind: String, _ feature: Int) {
            if seen.insert("\(kind) \(feature)").inserted { indices.append(index) }
        }

        /// Takes the page where one of its features is new.
        mutating func take(_ index: Int, programme: String, features: UInt64) {
            let isNew = features & ~seenFeatures != 0
            guard seenProgrammes.insert(programme).inserted || isNew else { return }
            seenFeatures |= features
            indices.append(index)
        }
    }

    private static func choose(_ index: Int, _ honour: Honour, at place: Int, in plan: SitePlan, _ chosen: inout Chosen) {
        let entry = honour.entry
        // A link to a part of a page that is no heading: only the page tells whether it is there.
        if entry.body.targets.contains(where: { !$0.fragment.isEmpty }) || entry.body.linksToPageParts { chosen.indices.append(index) }
        chosen.take(index, programme: honour.programme.id, features: features(of: honour, plan.neighbours(of: place), on: plan.asOf))
    }

    /// What an entry's page shows that others need not: a bit for each.
    private static func features(
        of honour: Honour, _ neighbours: (previous: Honour?, next: Honour?), on day: CalendarDay
    ) -> UInt64 {
        let entry = honour.entry
        let subject = honour.subject
        var features: UInt64 = 0
        var bit: UInt64 = 1
        func note(_ isThere: Bool) {
            if isThere { features |= bit }
            bit <<= 1
        }
        for kind in SubjectKind.allCases { note(subject.kind == kind) }
        note(honour.decision.row.register == .awards)
        note(honour.decision.row.register == .recognitions)
        note(!entry.photos.isEmpty)
        note(entry.photos.contains { $0.caption != nil })
        note(entry.photos.contains { $0.credit != nil })
        note(entry.videos.contains { if case .file = $0.source { true } else { false } })
        note(entry.videos.contains { if case .address = $0.source { true } else { false } })
        note(entry.videos.contains { $0.transcript != nil })
        note(entry.videos.contains { $0.captions != nil })
        note(entry.videos.contains { $0.poster != nil })
        note(entry.body.targets.contains(where: \.isImage))
        note(!entry.corrections.isEmpty)
        note(!entry.results.isEmpty)
        note(entry.model != nil)
        note(honour.isDraft)
        note(subject.birthYear != nil)
        note(subject.position != nil || subject.positionText != nil)
        note(honour.level != nil)
        note(honour.places.first.map { !$0.exists(on: day) } ?? false)
        note(neighbours.previous == nil)
        note(neighbours.next == nil)
        note(neighbours.previous != nil && neighbours.next != nil)
        note(honour.report.outcomes.contains { $0.acceptedUnsupported })
        for status in OutcomeStatus.allCases { note(honour.report.outcomes.contains { $0.status == status }) }
        return features
    }

    private static func choose(_ index: Int, _ listing: Listing, page: Int, in plan: SitePlan, _ chosen: inout Chosen) {
        let kind: String =
            switch listing.kind {
            case .all: "all"
            case .year: "year"
            case .field: "field"
            case .programme(let programme): "programme \(programme.id)"
            case .place(let place):
                "place \(place.exists(on: plan.asOf)) \(place.parentID != nil) \(plan.childrenWithHonours(of: place.id).isEmpty)"
            case .decision: "decision"
            }
        chosen.take(index, kind, page == 1 ? 0 : page == listing.pageCount ? 1 : 2)
    }
}
