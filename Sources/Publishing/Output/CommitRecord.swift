import Glibc

/// What a transaction still has to do once it is committed. When this file appears, by one `rename`, the new site is the
/// site: whatever happens afterwards, it is put in place, by this run or by the next one that holds the lock.
///
/// Each step may be done again: a step whose source is gone was done.
struct CommitRecord: Equatable {
    enum Step: Equatable {
        /// A file in a slot of the staging area becomes a file of the site.
        case place(slot: Int, file: String)
        /// A new folder of the staging area, with all in it, becomes one of the site.
        case placeFolder(String)
        /// A file in the way of a new one goes first, and the folders that are empty without it.
        case clear(String)
        /// A file of the site goes at last, and the folders that are empty without it.
        case remove(String)
        /// A staged file of the state folder becomes the one in force.
        case install(StateFolder.File)
    }

    var steps: [Step]

    private static let header = "bangvang commit 1"

    init(steps: [Step]) {
        self.steps = steps
    }

    /// The record of a transaction that is not finished; nil where there is none.
    init?(at path: String) throws(DiskError) {
        guard let bytes = try Disk.readIfPresent(path) else { return nil }
        self.init(bytes)
    }

    init?(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0x0A).map(TabbedLine.fields)
        guard lines.first == [Self.header], lines.last == ["end", String(lines.count - 2)] else { return nil }
        steps = []
        for line in lines.dropFirst().dropLast() {
            switch (line[0], line.count) {
            case ("place", 3):
                guard let slot = Int(line[1]) else { return nil }
                steps.append(.place(slot: slot, file: line[2]))
            case ("folder", 2): steps.append(.placeFolder(line[1]))
            case ("clear", 2): steps.append(.clear(line[1]))
            case ("remove", 2): steps.append(.remove(line[1]))
            case ("install", 2):
                guard let file = StateFolder.File(rawValue: line[1]) else { return nil }
                steps.append(.install(file))
            default: return nil
            }
        }
    }

    var bytes: [UInt8] {
        var text = Self.header + "\n"
        for step in steps {
            switch step {
            case .place(let slot, let file): text += TabbedLine.line(["place", String(slot), file])
            case .placeFolder(let folder): text += TabbedLine.line(["folder", folder])
            case .clear(let file): text += TabbedLine.line(["clear", file])
            case .remove(let file): text += TabbedLine.line(["remove", file])
            case .install(let file): text += TabbedLine.line(["install", file.rawValue])
            }
        }
        return Array((text + "end\t\(steps.count)\n").utf8)
    }

    /// Commits: from here on everything rolls forward. What was staged must lie on the disk before.
    ///
    /// The record is flushed, and its name, since without them a power cut could keep a part of the steps and forget that
    /// there are others.
    func commit(to path: String) throws(DiskError) {
        try Disk.stage(path, bytes)
        try Disk.sync(path + Disk.stagedSuffix)
        try Disk.putInPlace(path)
    }
}
