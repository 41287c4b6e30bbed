import Board

/// The steps that make the old site the new one, in an order in which no page that a visitor can come to leads to what isn't
/// there: what pages show, then new pages, then the pages that lead to them; what goes has lost all that led to it before.
///
/// New pages may lead to one another, in circles. Nobody comes to one before the pages that were there lead to it; at a first
/// build that is the home page, the last but one.
struct CommitOrder {
    private(set) var steps: [CommitRecord.Step] = []
    /// Files of somebody else that lie where folders of the site should, or in a folder where a file should.
    private(set) var occupied: Set<String> = []

    private let site: PublishedSite

    /// - Parameters:
    ///   - stale: files of the old site that are none of the new.
    ///   - covers: slots with pages that stand in for some of them until all are covered.
    init(_ site: PublishedSite, _ contents: SiteTransaction.Contents, _ stale: [String], covers: [String: Int]) {
        self.site = site
        let stale = Set(stale)
        var groups: [[(key: String, step: CommitRecord.Step)]] = [[], [], [], []]
        var folders: [String: Int] = [:]
        for file in contents.written {
            switch file.change {
            case .unchanged: break
            case .replaced(let slot):
                groups[Self.group(file.path, isNew: false)].append((file.path, .place(slot: slot, file: file.path)))
            case .created(let slot?):
                groups[Self.group(file.path, isNew: true)].append((file.path, .place(slot: slot, file: file.path)))
            case .created(nil):
                // Folders with pages count as pages: nothing leads to their feeds before.
                let (folder, group) = (topmostNewFolder(of: file.path), Self.group(file.path, isNew: true))
                folders[folder] = folders[folder] == 1 || group == 1 ? 1 : max(folders[folder] ?? 0, group)
            }
        }
        for (folder, group) in folders { groups[group].append((folder, .placeFolder(folder))) }
        for index in groups.indices {
            // Pages at the top last, then the home page and the one that servers show for what isn't there; else by path, so that one build is as another.
            groups[index].sort { (Self.rank($0.key), $0.key) < (Self.rank($1.key), $1.key) }
        }
        var cleared: Set<String> = []
        var placing: [CommitRecord.Step] = []
        for step in groups.joined().map(\.step) where clearWay(for: step, stale, &cleared) { placing.append(step) }
        // Where nothing may be refused, the site goes without what somebody else's files stand in the way of.
        steps = cleared.sorted().map { .clear($0) } + placing
        let going = stale.subtracting(cleared).sorted()
        for file in going { if let slot = covers[file] { steps.append(.place(slot: slot, file: file)) } }
        steps += (going.filter(SiteOrder.isPage) + going.filter { !SiteOrder.isPage($0) }).map { .remove($0) }
    }

    private static func group(_ file: String, isNew: Bool) -> Int {
        // The home page waits for the feed that it names, new or not.
        if SiteOrder.isPage(file) { return isNew && file.contains("/") ? 1 : 3 }
        return SiteOrder.isListing(file) ? 2 : 0
    }

    private static func rank(_ file: String) -> Int {
        if file == Route.notFound { return 3 }
        return file == "index.html" ? 2 : file.contains("/") || !SiteOrder.isPage(file) ? 0 : 1
    }

    private func topmostNewFolder(of file: String) -> String {
        for slash in file.indices where file[slash] == "/" {
            let folder = String(file[..<slash])
            if !site.output.folders.contains(folder) { return folder }
        }
        return file
    }

    /// Sees to it that nothing lies where a new file or folder goes: files of the old site go first, those of others stay.
    ///
    /// - Returns: whether the step can be done.
    private mutating func clearWay(for step: CommitRecord.Step, _ stale: Set<String>, _ cleared: inout Set<String>) -> Bool {
        let inTheWay: [String] =
            switch step {
            case .placeFolder(let folder) where site.output.files[folder] != nil: [folder]
            case .place(_, let file) where site.output.folders.contains(file):
                site.output.files.keys.filter { $0.hasPrefix(file + "/") }
            default: []
            }
        let others = inTheWay.filter { !stale.contains($0) }
        occupied.formUnion(others)
        if others.isEmpty { cleared.formUnion(inTheWay) }
        return others.isEmpty
    }
}
