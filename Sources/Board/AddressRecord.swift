import Diagnostics
import Eligibility
import Entries
import Formats
import Registers

/// What was published at which address, and since when: the board's memory from one build to the next.
///
/// An address that was given out keeps its meaning: a decision keeps its page when another that folds alike is added, and
/// an entry that is gone leaves its address to nobody else. And the day on which an honour first stood on the board is
/// known from nowhere else, since its decision is older by weeks or years.
///
/// The record begins with the first build. What that day's builds publish has no day of its own: it may have stood on an
/// older board, so the day of its decision, or `publish.from`, is said. What comes later has the day on which it came.
/// Without a record everything is as on the first day. See `docs/architecture.md`.
package struct AddressRecord: Sendable, Equatable {
    /// What is remembered of an entry, by its id.
    struct PublishedEntry: Sendable, Equatable {
        var route: String
        /// Nil where it was there when the record began.
        var firstPublished: CalendarDay?
        var subjectID: String
        /// The part of an address that its decision had.
        var decision: String
    }

    /// The day of the first build; nil where there was none.
    private(set) var since: CalendarDay?
    private(set) var entries: [String: PublishedEntry] = [:]
    /// Fingerprints of decisions, by their part of an address.
    private var decisions: [String: String] = [:]
    private var slugs: [String: String] = [:]

    /// A board that was never built.
    package init() {}

    // MARK: What is remembered

    /// The day on which an honour was first published, as of a day on which it is shown; nil where the record does not tell.
    func firstPublished(_ id: String, of subjectID: String, asOf day: CalendarDay) -> CalendarDay? {
        if let known = entries[id], known.subjectID == subjectID { return known.firstPublished }
        guard let since, since < day else { return nil }
        return day
    }

    /// Whether an entry was ever published under that id.
    package func knows(id: String) -> Bool { entries[id] != nil }

    /// The part of an address that a decision had.
    func slug(of decision: DecisionKey) -> String? { slugs[Self.fingerprint(of: decision)] }

    /// Whether any decision ever had that part of an address.
    func knows(slug: String) -> Bool { decisions[slug] != nil }

    /// Whether one of these honours was published as one of the decision at that address.
    func hadAddress(_ slug: String, _ honours: [String]) -> Bool { honours.contains { entries[$0]?.decision == slug } }

    private static func fingerprint(of decision: DecisionKey) -> String { Fingerprint(decision.text.utf8).digits }

    // MARK: What is added

    /// The record with what a plan publishes; drafts are not published.
    package func adding(_ plan: SitePlan) -> AddressRecord {
        var record = self
        if record.since == nil { record.since = plan.asOf }
        for honour in plan.honours where !honour.isDraft {
            let (id, decision) = (honour.entry.id.value, DecisionKey(honour.decision.decision))
            let slug = plan.slug(of: decision) ?? ""
            record.entries[id] = PublishedEntry(
                route: honour.route, firstPublished: honour.firstPublished, subjectID: honour.entry.subjectID.value, decision: slug)
            if !slug.isEmpty { record.remember(decision, slug) }
        }
        return record
    }

    private mutating func remember(_ decision: DecisionKey, _ slug: String) {
        let fingerprint = Self.fingerprint(of: decision)
        if let former = decisions.updateValue(fingerprint, forKey: slug), former != fingerprint { slugs[former] = nil }
        slugs[fingerprint] = slug
    }
}

// MARK: The file

extension AddressRecord {
    /// The names of the columns.
    private static let header = "kind,id,address,first_published,subject_id,decision"

    /// The record as a file: CSV, a line for each thing, in the order of what they are called.
    package var bytes: [UInt8] {
        var text = Self.header + "\n"
        text.reserveCapacity(128 * (entries.count + decisions.count + 1))
        if let since { text += "record,,,\(since.iso),,\n" }
        for (id, entry) in entries.sorted(by: { $0.key < $1.key }) {
            text += "entry,\(id),\(entry.route),\(entry.firstPublished?.iso ?? ""),\(entry.subjectID),\(entry.decision)\n"
        }
        for (slug, fingerprint) in decisions.sorted(by: { $0.key < $1.key }) {
            text += "decision,\(fingerprint),\(Route.decision(slug)),,,\n"
        }
        return Array(text.utf8)
    }

    /// Reads the file. What can't be understood is told and left out: a damaged line makes nobody disappear.
    ///
    /// - Parameter path: the file's, as messages name it.
    package static func parse(_ bytes: [UInt8], path: String) -> Diagnosed<AddressRecord> {
        var record = AddressRecord()
        var diagnostics: [Diagnostic] = []
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            guard !text.isEmpty, index > 0 || text != header, !record.read(text) else { continue }
            diagnostics.append(unreadable(text, SourcePlace(path: path, line: index + 1)))
        }
        return Diagnosed(record, diagnostics)
    }

    /// Takes in one line; false where it is none.
    private mutating func read(_ line: String) -> Bool {
        let cells = line.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { String(Substring($0)) }
        guard cells.count == 6 else { return false }
        let day = cells[3].isEmpty ? nil : try? CalendarDay.parse(cells[3])
        guard cells[3].isEmpty || day != nil else { return false }
        switch cells[0] {
        case "record" where day != nil: since = day
        case "entry" where !cells[1].isEmpty && !cells[2].isEmpty:
            entries[cells[1]] = PublishedEntry(route: cells[2], firstPublished: day, subjectID: cells[4], decision: cells[5])
        case "decision" where !cells[1].isEmpty && cells[2].hasPrefix(Route.decisions) && cells[2].hasSuffix("/"):
            let slug = String(cells[2].dropFirst(Route.decisions.count).dropLast())
            decisions[slug] = cells[1]
            slugs[cells[1]] = slug
        default: return false
        }
        return true
    }

    private static func unreadable(_ line: String, _ place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "address-record-unreadable",
            Message(
                vi: "dòng này của sổ địa chỉ không đọc được: “\(line.prefix(60))”",
                en: "this line of the record of addresses can't be read: “\(line.prefix(60))”"),
            at: place,
            remedy: Message(
                vi: "chép lại dòng từ bản lưu; sổ này do chương trình ghi, không cần sửa tay",
                en: "restore the line from a backup: the program writes this file, nobody need edit it"))
    }
}
