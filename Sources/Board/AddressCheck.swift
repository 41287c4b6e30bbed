import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes

/// Gives every address of a plan to its owner, finds the old addresses of its honours, and what is wrong with any.
struct AddressCheck {
    private let plan: SitePlan
    private var owners: OutputOwners
    private(set) var aliases: [Alias] = []
    private(set) var pageByRoute: [String: Page] = [:]
    /// What concerns no single entry.
    private(set) var diagnostics: [Diagnostic] = []
    /// What is wrong with an entry's addresses, by the entry's path.
    private(set) var ofEntries: [String: [Diagnostic]] = [:]

    /// - Parameters:
    ///   - plan: complete but for the old addresses.
    ///   - record: what was published before.
    ///   - acceptedIDs: of entries whose address may come to mean another.
    ///   - otherFiles: what the site holds besides the plan's own: the files of the design.
    init(_ plan: SitePlan, remembering record: AddressRecord, accepting acceptedIDs: Set<String>, otherFiles: [String]) {
        self.plan = plan
        owners = OutputOwners(reserving: plan.pages.count * 2)
        pageByRoute.reserveCapacity(plan.pages.count)
        // What the program makes comes first: who chooses an address later has to choose another.
        for file in Self.ownFiles + plan.documentRoutes + otherFiles + plan.files.routes.values.sorted() {
            owners.claim(file, by: OutputOwners.Owner(place: nil))
        }
        // Published pictures need no look: their names end in a size and `.webp` or `.jpg`, which no page's does.
        let (own, chosen) = (plan.pages.filter { source(of: $0) == nil }, plan.pages.filter { source(of: $0) != nil })
        for page in own + chosen { claim(page) }
        checkNames()
        for (index, honour) in plan.honours.enumerated() { addAliases(of: honour.entry, .honour(index)) }
        for (index, tombstone) in plan.tombstones.enumerated() {
            if let entry = tombstone.entry { addAliases(of: entry, .tombstone(index)) }
        }
        let shown = Set(aliases.map(\.route))
        for honour in plan.honours { checkAgainst(record, honour, acceptedIDs, shown) }
    }

    private static let ownFiles = [OutputNames.marker, OutputNames.gitIgnore]

    // MARK: Pages

    private mutating func claim(_ page: Page) {
        let route = plan.route(of: page)
        let place = source(of: page)
        pageByRoute[route] = pageByRoute[route] ?? page
        guard let other = owners.claim(route, by: OutputOwners.Owner(place: place)) else { return }
        report(Self.taken(route, at: place ?? other.place, by: place == nil ? nil : other.place), of: page)
    }

    /// Ids and slugs that become folders of which some server can't hold one.
    private mutating func checkNames() {
        for text in plan.texts {
            if let problem = ServableName.problem(ofFolder: text.slug.value) {
                diagnostics.append(problem.diagnostic(text.slug.value, at: text.slug.place(in: text.path)))
            }
        }
        for listing in plan.listings {
            let (name, place): (String, SourcePlace?) =
                switch listing.kind {
                case .place(let place): (place.id, place.source)
                case .programme(let programme): (programme.id, programme.idPlace)
                case .field(let field): (field.slug, field.slugPlace)
                case .all, .year, .decision: ("", nil)
                }
            if let problem = ServableName.problem(ofFolder: name) { diagnostics.append(problem.diagnostic(name, at: place)) }
        }
    }

    private mutating func report(_ diagnostic: Diagnostic, of page: Page) {
        if case .entry(let index) = page {
            ofEntries[plan.honours[index].entry.path, default: []].append(diagnostic)
        } else {
            diagnostics.append(diagnostic)
        }
    }

    /// Where the page's address was written; nil where the program itself chose it.
    private func source(of page: Page) -> SourcePlace? {
        switch page {
        case .entry(let index):
            let entry = plan.honours[index].entry
            return entry.place(entry.id)
        case .text(let index): return plan.texts[index].slug.place(in: plan.texts[index].path)
        case .listing(let index, _):
            switch plan.listings[index].kind {
            case .place(let place): return place.source
            case .programme(let programme): return programme.idPlace
            case .field(let field): return field.slugPlace
            case .all, .year, .decision: return nil
            }
        default: return nil
        }
    }

    // MARK: Old addresses

    /// Folders that hold other things than pages, as they are compared.
    private static let reserved = [Route.assets, Route.media, Route.searchIndex]
    /// Folders of the preview, which would hide whatever stands there.
    private static let ofPreview = ["xem-thu/", "__bangvang/"]

    private mutating func addAliases(of entry: Entry, _ target: Alias.Target) {
        var own: [String: SourcePlace] = [:]
        for written in entry.aliases {
            let place = entry.place(written)
            do throws(Alias.Problem) {
                let route = try Alias.route(written.value)
                let compared = OutputOwners.comparable(route)
                if Self.reserved.contains(where: { compared.hasPrefix($0) }) {
                    ofEntries[entry.path, default: []].append(Alias.taken(written.value, at: place, by: nil))
                } else if Self.ofPreview.contains(where: { compared.hasPrefix($0) }) {
                    ofEntries[entry.path, default: []].append(Alias.ofPreview(written.value, at: place))
                } else if let first = own.updateValue(place, forKey: compared) {
                    own[compared] = first
                    ofEntries[entry.path, default: []].append(Alias.repeated(written.value, at: place, first: first))
                } else if compared == OutputOwners.comparable(Route.entry(year: entry.year.value, id: entry.id.value)) {
                    ofEntries[entry.path, default: []].append(Alias.ownAddress(written.value, at: place))
                } else if let other = owners.claim(route, by: OutputOwners.Owner(place: place)) {
                    ofEntries[entry.path, default: []].append(Alias.taken(written.value, at: place, by: other.place))
                } else {
                    aliases.append(Alias(route: route, target: target))
                }
            } catch {
                ofEntries[entry.path, default: []].append(Alias.invalid(written.value, at: place, error))
            }
        }
    }

    // MARK: What was published before

    private mutating func checkAgainst(
        _ record: AddressRecord, _ honour: Honour, _ acceptedIDs: Set<String>, _ aliases: Set<String>
    ) {
        guard let known = record.entries[honour.entry.id.value] else { return }
        let entry = honour.entry
        if known.subjectID != entry.subjectID.value, known.route == honour.route, !acceptedIDs.contains(entry.id.value) {
            ofEntries[entry.path, default: []].append(Self.changesHands(entry, known.subjectID, honour.route))
        }
        guard known.route != honour.route, known.subjectID == entry.subjectID.value, !aliases.contains(known.route),
            pageByRoute[known.route] == nil
        else { return }
        ofEntries[entry.path, default: []].append(Self.moved(entry, from: known.route, to: honour.route))
    }
}

extension AddressCheck {
    fileprivate static func taken(_ route: String, at place: SourcePlace?, by other: SourcePlace?) -> Diagnostic {
        Diagnostic(
            .error, "address-taken",
            Message(
                vi: "địa chỉ /\(route) đã là của một trang hay tệp khác trên bảng vàng",
                en: "the address /\(route) is that of another page or file of the board"),
            at: place,
            remedy: Message(
                vi: "đổi mã hoặc slug này; chữ hoa, chữ thường và index.html không làm nên địa chỉ khác",
                en: "change this id or slug; neither capitals nor index.html make another address"),
            notes: other.map { [Diagnostic.Note(Message(vi: "trang đang dùng địa chỉ ấy", en: "the page that has it"), at: $0)] } ?? [])
    }

    fileprivate static func changesHands(_ entry: Entry, _ former: String, _ route: String) -> Diagnostic {
        Diagnostic(
            .error, "address-of-another",
            Message(
                vi: "địa chỉ /\(route) đã đăng về đối tượng “\(former)”, bài này nói về “\(entry.subjectID.value)”",
                en: "the address /\(route) was published for the subject “\(former)”, this entry is about “\(entry.subjectID.value)”"),
            at: entry.place(entry.subjectID),
            remedy: Message(
                vi:
                    "bài khác thì đặt id khác, ví dụ id: \(entry.id.value)-2; vẫn là bài ấy, chỉ sửa mã đối tượng thì thêm --allow-removal \(entry.id.value)",
                en:
                    "give another entry another id, such as \(entry.id.value)-2; if only the subject's id was mended, add --allow-removal \(entry.id.value)"
            ))
    }

    fileprivate static func moved(_ entry: Entry, from former: String, to route: String) -> Diagnostic {
        Diagnostic(
            .warning, "address-moved",
            Message(
                vi: "bài đã đăng ở /\(former), nay ở /\(route); địa chỉ cũ sẽ không còn dẫn tới đâu",
                en: "the entry was published at /\(former), and now is at /\(route); the old address will lead nowhere"),
            at: entry.place(entry.year),
            remedy: Message(
                vi: "thêm vào phần đầu bài: aliases: [\(former)]", en: "add to the front matter: aliases: [\(former)]"))
    }
}

/// Files of the output folder that are no part of the site.
package enum OutputNames {
    /// A folder that carries this file is ours.
    package static let marker = ".bangvang"
    package static let gitIgnore = ".gitignore"
}
