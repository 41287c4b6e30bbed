import Diagnostics
import Entries
import Formats
import Programmes
import Registers
import Vietnamese

/// One achievement, one award (PL-01): finds what was honoured twice at one level in one year.
///
/// The steps that a plan demands, base, then district, then province, are of different levels and no
/// duplicates. Decisions stand until the body that signed them revokes them (Điều 93), and one title is no
/// proof of one achievement, so a likeness is a warning. Only where two entries name the very same
/// registration is it certain; then the earlier honour was lawful, and the later one is held back.
struct OneAwardCheck {
    private let corpus: Corpus

    init(corpus: Corpus) { self.corpus = corpus }

    /// A decision of one subject that still stands, and the work that it honoured.
    private struct Achievement {
        var honour: HonourDecision
        var id: String
        var campaign: String?
        var reason: String?
        /// The registration that its entry names.
        var registrationID: String?
        /// The model's title as titles are compared.
        var title: String?
        /// The entry that tells of it, unless it is a draft or withdrawn.
        var entry: Int?
        var level: String?
        var year: Int

        /// By date, then by id: the earlier honour was lawful.
        static func precedes(_ left: Achievement, _ right: Achievement) -> Bool {
            (left.honour.decision.date, left.id) < (right.honour.decision.date, right.id)
        }
    }

    private struct Occasion: Hashable {
        var register: RegisterName
        var level: String?
        var year: Int
    }

    private enum Likeness { case certain, likely, none }

    func check(_ judgements: inout [Judgement], _ diagnostics: inout [Diagnostic]) {
        for achievements in bySubject(judgements).values where achievements.count > 1 {
            let occasions = Dictionary(grouping: achievements) {
                Occasion(register: $0.honour.row.register, level: $0.level, year: $0.year)
            }
            for group in occasions.values where group.count > 1 {
                let ordered = group.sorted(by: Achievement.precedes)
                for (index, later) in ordered.enumerated() {
                    guard let (earlier, likeness) = match(later, among: ordered[..<index]) else { continue }
                    let found = report(later, earlier, likeness)
                    if let entry = later.entry { judgements[entry].diagnostics.append(found) } else { diagnostics.append(found) }
                }
            }
        }
    }

    /// The earlier honour that is most surely of the same achievement.
    private func match(_ later: Achievement, among earlier: ArraySlice<Achievement>) -> (Achievement, Likeness)? {
        let alike = earlier.map { ($0, likeness(later, $0)) }
        return alike.first { $0.1 == .certain } ?? alike.first { $0.1 == .likely }
    }

    private func likeness(_ left: Achievement, _ right: Achievement) -> Likeness {
        if let registration = left.registrationID, registration == right.registrationID { return .certain }
        if let title = left.title, let other = right.title { return title == other ? .likely : .none }
        // Of one of them nobody says which work it was: then the reasons given must be the same.
        let isAlike =
            left.honour.programmeID == right.honour.programmeID && left.campaign == right.campaign && left.reason == right.reason
        return isAlike && left.honour.row.register == .awards ? .likely : .none
    }

    // MARK: What was honoured

    /// What still stands of every subject that was honoured more than once.
    private func bySubject(_ judgements: [Judgement]) -> [String: [Achievement]] {
        let entries = self.entries(judgements)
        var achievements: [String: [Achievement]] = [:]
        let registers = corpus.registers
        for row in registers.rows.awards where row.status != .revoked && registers.hasSeveralAwards(row.subjectID) {
            achievements[row.subjectID, default: []].append(
                achievement(HonourDecision(row), id: row.id, row.campaign, row.reason, entries[row.row]))
        }
        for row in registers.rows.recognitions where row.status != .revoked {
            // Of a recognition only its entry tells which model it was.
            guard let entry = entries[row.row] else { continue }
            achievements[row.subjectID, default: []].append(achievement(HonourDecision(row), id: row.id, nil, nil, entry))
        }
        return achievements
    }

    /// The entries that are proposed, by the rows that they rest on; of two on one row the first by its path.
    private func entries(_ judgements: [Judgement]) -> [RowReference: Int] {
        var entries: [RowReference: Int] = [:]
        for (index, judgement) in judgements.enumerated() {
            guard judgement.isProposed, judgement.status != .withdrawn, let row = judgement.honour?.row else { continue }
            if let other = entries[row], corpus.entries[other].path < corpus.entries[index].path { continue }
            entries[row] = index
        }
        return entries
    }

    private func achievement(_ honour: HonourDecision, id: String, _ campaign: String?, _ reason: String?, _ index: Int?) -> Achievement {
        let entry = index.flatMap { corpus.entries[$0].entry }
        let registration =
            entry.map { $0.registrationID.flatMap { corpus.registers.registration($0.value) } } ?? onlyRegistration(honour, campaign)
        let title = entry?.model?.title ?? registration?.modelTitle
        let level = entry.flatMap { entry in corpus.programme(entry.programmeID.value)?.level(of: entry, resting: honour) } ?? honour.level
        return Achievement(
            honour: honour, id: id, campaign: campaign, reason: reason.map { Fold.comparable($0, ignoringCase: true) },
            registrationID: entry?.registrationID?.value, title: title.map(Self.comparable), entry: index, level: level,
            year: entry?.year.value ?? honour.year)
    }

    /// The model of a row without an entry: the one that the subject registered that year, where it is the
    /// only one. A sudden deed is honoured without having been registered.
    private func onlyRegistration(_ honour: HonourDecision, _ campaign: String?) -> Registration? {
        guard campaign != "unscheduled" else { return nil }
        let rows = corpus.registers.registrations(of: honour.subjectID).filter {
            $0.programmeID == honour.programmeID && $0.year == honour.year
        }
        return rows.count == 1 ? rows[0] : nil
    }

    private static func comparable(_ title: String) -> String {
        Fold.comparable(title, ignoringCase: true).filter { !"“”\"'‘’".contains($0) }
    }

    // MARK: What there is to say

    private func report(_ later: Achievement, _ earlier: Achievement, _ likeness: Likeness) -> Diagnostic {
        let registers = corpus.registers
        let name = registers.subject(later.honour.subjectID, on: later.honour.decision.date)?.name ?? later.honour.subjectID
        let (own, other) = (later.honour.decision, earlier.honour.decision)
        let column = later.honour.row.register == .awards ? "award_id" : "recognition_id"
        let place =
            later.entry.flatMap { corpus.entries[$0].entry }.map { $0.place($0.basis.reference) }
            ?? registers.place(of: later.honour.row, column: column)
        let isCertain = likeness == .certain && later.entry != nil
        return Diagnostic(
            isCertain ? .error : .warning, "honoured-twice",
            Message(
                vi: "“\(name)” đã được khen về cùng một việc, cùng cấp, năm \(later.year), theo quyết định số \(other.number) "
                    + "ngày \(other.date.vietnamese); đây là quyết định số \(own.number) ngày \(own.date.vietnamese)",
                en: "“\(name)” was honoured for the same work, at the same level, in \(later.year) by decision \(other.number) of "
                    + "\(other.date.iso); this is decision \(own.number) of \(own.date.iso)"),
            at: place, clause: CommonRule.oneAchievementOneAward.clause(on: own.date),
            required: CommonRule.oneAchievementOneAward.requirement,
            remedy: isCertain
                ? Message(
                    vi: "nếu là hai việc thì sửa mã đăng ký của bài; nếu là một thì giữ bài trước, báo cáo cơ quan đã ký quyết định sau",
                    en:
                        "if these are two achievements mend the registration's id; else keep the earlier entry and report the later decision"
                )
                : Message(
                    vi: "nếu là hai việc thì ghi rõ mô hình, lý do khen của mỗi dòng; nếu là một thì báo cáo cơ quan đã ký quyết định sau",
                    en: "if these are two achievements, name the model or the reason of each; else report the later decision"),
            notes: [
                Diagnostic.Note(
                    Message(vi: "lần khen trước, mã “\(earlier.id)”", en: "the earlier honour, “\(earlier.id)”"),
                    at: registers.place(of: earlier.honour.row, column: column))
            ])
    }
}
