import Diagnostics
import Eligibility
import Entries
import Formats
import Pictures
import Places
import Programmes
import Registers
import Vietnamese

/// Who a site is planned for.
package enum Audience: Sendable {
    /// Only what is published.
    case visitors
    /// Also drafts and scheduled entries.
    case reviewers
    /// Also what is held back, so that its author sees why.
    case editors

    func sees(_ fate: Fate) -> Bool {
        switch fate {
        case .published: true
        case .draft, .scheduled: self != .visitors
        case .withheld, .underReview: self == .editors
        case .withdrawn, .revoked: false
        }
    }
}

/// Decides every page of the site from what was checked.
package struct SitePlanner {
    private let configuration: SiteConfiguration
    private let corpus: Corpus
    private let report: CheckReport
    private let asOf: CalendarDay
    private var honours: [Honour] = []
    private var nameLists: [NameList] = []
    private var listings: [Listing] = []
    private var tombstones: [Tombstone] = []
    private var notices: [Notice] = []
    private var decisionAddresses = DecisionAddresses()
    private let memory: Memory

    /// What a plan depends on besides what stands in the content.
    package struct Memory: Sendable {
        /// What was published before.
        package var record = AddressRecord()
        /// The ids of entries whose address may come to mean another.
        package var acceptedIDs: Set<String> = []
        /// The routes of files that the site holds besides the plan's own: those of the design.
        package var otherFiles: [String] = []

        package init() {}
    }

    package static func plan(
        _ configuration: SiteConfiguration, _ corpus: Corpus, _ report: CheckReport, asOf: CalendarDay, for audience: Audience,
        remembering memory: Memory = Memory()
    ) -> SitePlan {
        var planner = SitePlanner(configuration: configuration, corpus: corpus, report: report, asOf: asOf, memory: memory)
        planner.collectHonours(for: audience)
        planner.collectTombstonesAndNotices()
        planner.makeListings()
        return planner.finish()
    }

    private init(configuration: SiteConfiguration, corpus: Corpus, report: CheckReport, asOf: CalendarDay, memory: Memory) {
        self.memory = memory
        self.configuration = configuration
        self.corpus = corpus
        self.report = report
        self.asOf = asOf
    }

    // MARK: Who is shown, in which order

    private mutating func collectHonours(for audience: Audience) {
        let shown = zip(corpus.entries, report.entries).compactMap { source, report -> Honour? in
            guard let entry = source.entry, audience.sees(report.fate), !source.staysOff else { return nil }
            let first = memory.record.firstPublished(entry.id.value, of: entry.subjectID.value, asOf: asOf)
            return Honour(entry, report, in: corpus, firstPublished: first)
        }
        let ranks = shown.map(HonourRank.init)
        let order = shown.indices.sorted { ranks[$0] < ranks[$1] }
        honours = order.map { shown[$0] }
        let names = order.indices.sorted { ranks[order[$0]].precedesByName(ranks[order[$1]]) }
        nameLists = NameList.lists(of: honours, inOrder: names)
    }

    private mutating func collectTombstonesAndNotices() {
        var collector = NoticeCollector()
        var taken = Set(honours.map(\.route))
        for (source, report) in zip(corpus.entries, report.entries) {
            guard let tombstone = Tombstone(source, report, asOf: asOf), taken.insert(tombstone.route).inserted else { continue }
            tombstones.append(tombstone)
            if case .revoked = tombstone.reason, let entry = source.entry, let decision = report.honour {
                collector.add(revoked: entry, decision)
            }
        }
        for (index, honour) in honours.enumerated() { collector.add(honour, at: index) }
        notices = collector.notices(in: corpus)
    }

    // MARK: Lists

    private mutating func makeListings() {
        add(.all, Route.entries, Array(honours.indices))
        var byYear: [Int: [Int]] = [:]
        var byField: [String: [Int]] = [:]
        var byProgramme: [String: [Int]] = [:]
        var byPlace: [String: [Int]] = [:]
        for (index, honour) in honours.enumerated() {
            byYear[honour.entry.year.value, default: []].append(index)
            byField[honour.field.id, default: []].append(index)
            byProgramme[honour.programme.id, default: []].append(index)
            for id in corpus.gazetteer.placesThenAndNow(of: honour.places) { byPlace[id, default: []].append(index) }
        }
        for year in byYear.keys.sorted(by: >) { add(.year(year), Route.year(year), byYear[year]!) }
        for field in corpus.vocabulary[.fields].terms {
            if let indices = byField[field.id] { add(.field(field), Route.field(field.slug), indices) }
        }
        for programme in corpus.programmes { add(.programme(programme), Route.programme(programme.id), byProgramme[programme.id] ?? []) }
        for place in corpus.gazetteer.placesInOrder {
            if let indices = byPlace[place.id] { add(.place(place), Route.place(place.id), indices) }
        }
        makeDecisionListings()
    }

    /// One list for each decision, the latest first; on one day in the order of their addresses.
    private mutating func makeDecisionListings() {
        var keys: [Decision: DecisionKey] = [:]
        var byDecision: [DecisionKey: [Int]] = [:]
        for (index, honour) in honours.enumerated() {
            let decision = honour.decision.decision
            let key = keys[decision] ?? DecisionKey(decision)
            keys[decision] = key
            byDecision[key, default: []].append(index)
        }
        // Of several spellings the shortest gives the address, whatever was read first.
        var spellings: [DecisionKey: Decision] = [:]
        for (decision, key) in keys where spellings[key].map({ decision.isSpeltBefore($0) }) ?? true { spellings[key] = decision }
        decisionAddresses = DecisionAddresses(
            byDecision.map { key, indices in
                DecisionAddresses.Shown(key: key, spelling: spellings[key]!, honours: indices.map { honours[$0].entry.id.value })
            }, keys: keys, remembering: memory.record)
        let found = byDecision.map { key, indices in (date: key.date, route: decisionAddresses[key]!, indices: indices) }
        for decision in found.sorted(by: { $0.date != $1.date ? $0.date > $1.date : $0.route < $1.route }) {
            add(.decision(honours[decision.indices[0]].decision.decision), decision.route, decision.indices)
        }
    }

    private mutating func add(_ kind: Listing.Kind, _ route: String, _ indices: [Int]) {
        listings.append(Listing(kind: kind, route: route, honours: indices.map(Int32.init), pageSize: configuration.pageSize))
    }

    // MARK: Pages, files and links

    private mutating func finish() -> SitePlan {
        var pages: [Page] = [.home]
        pages += honours.indices.map { .entry($0) }
        for (index, listing) in listings.enumerated() {
            pages += (1...listing.pageCount).map { .listing(index, page: $0) }
        }
        pages += [.places, .years, .fields, .programmes, .statistics]
        pages.append(.search)
        for (index, list) in nameLists.enumerated() { pages += (1...list.pages.count).map { .names(index, page: $0) } }
        let decisions = listings.count { if case .decision = $0.kind { true } else { false } }
        pages += (1...Pages(items: decisions, size: configuration.pageSize).count).map { .decisions(page: $0) }
        if !notices.isEmpty {
            pages += (1...Pages(items: notices.count, size: configuration.pageSize).count).map { .notices(page: $0) }
        }
        pages += tombstones.indices.map { .tombstone($0) }
        pages += corpus.texts.indices.map { .text($0) }
        pages += [.openData, .embed, .notFound]

        let bare = SitePlan(
            configuration: configuration, corpus: corpus, report: report, asOf: asOf, honours: honours, listings: listings,
            nameLists: nameLists, tombstones: tombstones, notices: notices, decisionAddresses: decisionAddresses, pages: pages,
            files: planFiles())
        let addresses = AddressCheck(bare, remembering: memory.record, accepting: memory.acceptedIDs, otherFiles: memory.otherFiles)
        let plan = SitePlan(bare, addresses, unpublishedRoutes: unpublishedRoutes().filter { addresses.pageByRoute[$0] == nil })
        let links = StoryLinkCheck(plan)
        var ofEntries = addresses.ofEntries
        for honour in honours {
            let found = links.findings(in: honour.entry.body, of: honour.entry.path)
            if !found.isEmpty { ofEntries[honour.entry.path, default: []] += found }
        }
        let ofTexts = corpus.texts.flatMap { links.findings(in: $0.body, of: $0.path) }
        return SitePlan(plan, diagnostics: addresses.diagnostics + ofTexts, entryDiagnostics: ofEntries)
    }

    /// The addresses that entries would have which are not shown and leave no tombstone.
    private func unpublishedRoutes() -> Set<String> {
        var routes: Set<String> = []
        for (source, report) in zip(corpus.entries, report.entries) {
            guard let entry = source.entry, report.fate != .published || source.staysOff else { continue }
            routes.insert(Route.entry(year: entry.year.value, id: entry.id.value))
        }
        return routes
    }

    private func planFiles() -> FilePlan {
        var files = FilePlan()
        func publish(_ path: String, _ frame: PictureFrame, _ honour: Honour?) {
            switch corpus.fileFacts[path] {
            case .picture(let width, let height, _):
                files.publish(FilePlan.PictureUse(path, frame), of: PictureSize(width: width, height: height), for: honour)
            case .video, .document: files.publish(path, endingIn: corpus.fileFacts[path]?.ending, for: honour)
            case .refused, nil: break
            }
        }
        for honour in honours {
            for (path, frame) in honour.entry.pictureFrames { publish(path, frame, honour) }
        }
        for text in corpus.texts {
            for path in text.body.filePaths { publish(path, .whole, nil) }
        }
        return files
    }
}

extension Decision {
    /// Whether one spelling of a decision comes before another: the shorter one, of equal length by its bytes.
    fileprivate func isSpeltBefore(_ other: Decision) -> Bool {
        let (own, others) = ("\(number)\n\(writtenAuthority)", "\(other.number)\n\(other.writtenAuthority)")
        return (own.utf8.count, own) < (others.utf8.count, others)
    }
}

/// Where an honour stands in a list: the latest year first; within it collectives, then households, then
/// individuals, as official lists have them; then as Vietnamese orders names, people by given name,
/// surname and middle name.
private struct HonourRank: Comparable {
    private enum Name: Comparable {
        case whole(CollationKey)
        case person(PersonNameKey)
    }

    private let year: Int
    private let kind: Int
    private let name: Name
    private let id: String

    init(_ honour: Honour) {
        year = honour.entry.year.value
        let subject = honour.subject
        switch subject.kind {
        case .collective: (kind, name) = (0, .whole(CollationKey(subject.sortName ?? subject.name)))
        case .household: (kind, name) = (1, .person(PersonNameKey(subject.name, sortName: subject.sortName)))
        case .individual: (kind, name) = (2, .person(PersonNameKey(subject.name, sortName: subject.sortName)))
        }
        id = honour.entry.id.value
    }

    static func < (left: HonourRank, right: HonourRank) -> Bool {
        if left.year != right.year { return left.year > right.year }
        if left.kind != right.kind { return left.kind < right.kind }
        if left.name != right.name { return left.name < right.name }
        return left.id < right.id
    }

    /// Whether the honour comes earlier where names decide first: collectives, then people; of one name the latest first.
    func precedesByName(_ other: HonourRank) -> Bool {
        if name != other.name { return name < other.name }
        return self < other
    }
}
