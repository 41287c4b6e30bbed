import Diagnostics
import Eligibility
import Formats
import Programmes
import Vietnamese

/// The tables that `check` closes with, for people: each programme's entries by fate, outcomes, quotas, deadlines.
struct CheckSummaryText {
    let summary: CheckSummary
    let language: Language
    /// Headings stand out, on a terminal only.
    let coloured: Bool

    /// How wide a terminal is taken to be, in columns.
    private static let width = 80
    private static let indent = "  "

    /// The tables, a blank line between them and after the last one.
    var text: String {
        let day = summary.asOf
        let heading = Message(vi: "Kết quả đối chiếu, tính đến ngày \(day.vietnamese)", en: "The check in numbers, as of \(day.iso)")
        var text = bold(heading[language]) + "\n\n"
        for programme in summary.programmes { text += section(programme) }
        if summary.withoutProgramme.total > 0 {
            let name = Message(vi: "Chưa rõ kế hoạch", en: "Of no known programme")[language]
            text += block(name, [[FateTable.line(summary.withoutProgramme.all)[language]]])
        }
        return text
    }

    private func section(_ programme: ProgrammeSummary) -> String {
        var parts = [[FateTable.line(programme.fates.all)[language]]]
        if programme.fates.total > 0 { parts.append(outcomes(programme)) }
        if !programme.targets.isEmpty { parts.append(targets(programme)) }
        if !programme.quotas.isEmpty { parts.append(quotas(programme.quotas)) }
        if !programme.deadlines.isEmpty { parts.append(deadlines(programme.deadlines)) }
        return block(programme.programme.shortTitle, parts)
    }

    private func block(_ heading: String, _ parts: [[String]]) -> String {
        let lines = parts.map { part in part.map { Self.indent + $0 + "\n" }.joined() }
        return bold(heading) + "\n" + lines.joined(separator: "\n") + "\n"
    }

    // MARK: Outcomes

    private func outcomes(_ programme: ProgrammeSummary) -> [String] {
        let count = programme.rules.count
        let lines = outcomes(
            of: programme.rules, Message(vi: "Quy tắc", en: "Rule"),
            all: Message(vi: "Cả \(number(count)) quy tắc", en: "All \(count) rules"), programme.outcomes)
        guard programme.rules.contains(where: { $0.acceptedUnsupported > 0 }) else { return lines }
        let note = Message(
            vi: "* Loại quy tắc mà cơ quan tự đối chiếu (accepted_kinds).", en: "* Of a kind that staff check themselves (accepted_kinds).")
        return lines + [note[language]]
    }

    /// What organisations and the staff were to do, over all of these and all years.
    private func targets(_ programme: ProgrammeSummary) -> [String] {
        let count = programme.targets.count
        return outcomes(
            of: programme.targets, Message(vi: "Chỉ tiêu", en: "Target"),
            all: Message(vi: "Cả \(number(count)) chỉ tiêu", en: "All \(count) targets"),
            programme.targets.reduce(into: OutcomeCounts()) { $0.add($1.outcomes) })
    }

    /// All rules together, and those by themselves that are not always met.
    private func outcomes(of rules: [RuleSummary], _ title: Message, all: Message, _ total: OutcomeCounts) -> [String] {
        let notable = rules.filter { rule in
            rules.count == 1 || [OutcomeStatus.fail, .unknown, .waived].contains { rule.outcomes[$0] > 0 }
        }
        let rows = notable.map { [name(of: $0)] + cells($0.outcomes) }
        return table(
            [TextTable.Column(title[language])] + OutcomeStatus.allCases.map { TextTable.Column($0.name[language], .right) },
            rules.count == 1 ? rows : [[all[language]] + cells(total)] + rows)
    }

    /// The rule and its clause; and its weight, where that holds nobody back.
    private func name(of rule: RuleSummary) -> String {
        let declaration = rule.declaration
        let weight = declaration.severity < .error ? ", " + TextFormatter.word(for: declaration.severity)[language] : ""
        return "\(declaration.id)\(rule.acceptedUnsupported > 0 ? "*" : "") (\(declaration.cite))\(weight)"
    }

    private func cells(_ outcomes: OutcomeCounts) -> [String] { OutcomeStatus.allCases.map { number(outcomes[$0]) } }

    // MARK: Quotas and deadlines

    private func quotas(_ quotas: [QuotaUse]) -> [String] {
        table(
            [
                TextTable.Column(Message(vi: "Số lượng", en: "Quota")[language]),
                TextTable.Column(Message(vi: "đợt", en: "batch")[language]),
                TextTable.Column(Message(vi: "đề nghị", en: "proposed")[language], .right),
                TextTable.Column(Message(vi: "quy định", en: "allowed")[language]),
            ],
            quotas.map { quota in
                [
                    "\(quota.declaration.id) (\(quota.declaration.cite))", quota.batchName[language], number(quota.count),
                    allowed(quota)[language],
                ]
            })
    }

    private func allowed(_ quota: QuotaUse) -> Message {
        guard let limit = quota.limit else { return Message(vi: "chưa rõ", en: "not known") }
        let words =
            quota.isExact
            ? Message(vi: "đúng \(number(limit))", en: "exactly \(limit)")
            : Message(vi: "không quá \(number(limit))", en: "at most \(limit)")
        var notes: [Message] = []
        if quota.waived > 0 {
            notes.append(Message(vi: "\(number(quota.waived)) được phép vượt", en: "\(quota.waived) allowed beyond it"))
        }
        if quota.isOver { notes.append(Message(vi: "vượt", en: "exceeded")) }
        let note = notes.joined(Message(vi: "; ", en: "; "))
        return notes.isEmpty ? words : Message(vi: "\(words.vi) (\(note.vi))", en: "\(words.en) (\(note.en))")
    }

    private func deadlines(_ deadlines: [DeadlineStanding]) -> [String] {
        let showsWaived = deadlines.contains { $0.counts.waived > 0 }
        var titles = [
            TextTable.Column(Message(vi: "Thời hạn", en: "Deadline")[language]),
            TextTable.Column(Message(vi: "việc", en: "what")[language]),
            TextTable.Column(Message(vi: "ngày", en: "day")[language], .right),
            TextTable.Column(Message(vi: "đến nay", en: "by now")[language]),
            TextTable.Column(Message(vi: "đúng hạn", en: "in time")[language], .right),
            TextTable.Column(Message(vi: "muộn", en: "late")[language], .right),
            TextTable.Column(Message(vi: "chưa có", en: "missing")[language], .right),
        ]
        if showsWaived { titles.append(TextTable.Column(OutcomeStatus.waived.name[language], .right)) }
        let rows = deadlines.map { deadline in
            let counts = deadline.counts
            let day = Message(vi: deadline.day.vietnamese, en: deadline.day.iso)
            return [
                deadline.declaration.id, deadline.name[language] + whose(deadline)[language], day[language], standing(deadline)[language],
            ]
                + ([counts.inTime, counts.late, counts.missing] + (showsWaived ? [counts.waived] : [])).map(number)
        }
        return table(titles, rows, flexible: 1)
    }

    private func whose(_ deadline: DeadlineStanding) -> Message {
        switch deadline.whose {
        case .entries: ""
        case .organisations: Message(vi: " (từng tổ chức)", en: " (each organisation)")
        case .staff: Message(vi: " (cơ quan thực hiện)", en: " (the staff)")
        }
    }

    private func standing(_ deadline: DeadlineStanding) -> Message {
        switch deadline.daysLeft {
        case ..<0: Message(vi: "đã qua", en: "passed")
        case 0: Message(vi: "hôm nay", en: "today")
        default: Message(vi: "còn \(number(deadline.daysLeft)) ngày", en: "\(deadline.daysLeft) days left")
        }
    }

    // MARK: Drawing

    private func table(_ columns: [TextTable.Column], _ rows: [[String]], flexible: Int = 0) -> [String] {
        TextTable(columns, rows: rows, flexible: flexible).lines(width: Self.width - Self.indent.count)
    }

    private func number(_ value: Int) -> String { language == .vietnamese ? Numerals.formatted(value) : String(value) }

    private func bold(_ text: String) -> String { coloured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
