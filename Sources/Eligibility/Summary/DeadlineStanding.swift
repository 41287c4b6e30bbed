import Diagnostics
import Formats
import Programmes

/// A day that a plan sets, how far away it is, and who kept to it.
package struct DeadlineStanding: Sendable {
    /// Whose work it is.
    package enum Whose: String, Sendable, CaseIterable {
        case entries, organisations, staff
    }

    /// How those stand that the deadline speaks of. Organisations and staff are counted once the day has passed.
    package struct Counts: Sendable, Equatable {
        package var inTime: Int
        package var late: Int
        /// No day is recorded.
        package var missing: Int
        /// A decision sets the deadline aside.
        package var waived: Int

        package init(inTime: Int = 0, late: Int = 0, missing: Int = 0, waived: Int = 0) {
            (self.inTime, self.late, self.missing, self.waived) = (inTime, late, missing, waived)
        }
    }

    package var declaration: RuleDeclaration
    package var whose: Whose
    /// What has to come in: `dossier`, `registration` or a code of `documents`.
    package var subject: String
    /// The same in words.
    package var name: Message
    package var day: CalendarDay
    /// Whether the day itself is still in time.
    package var isInclusive: Bool
    /// How many days are left; 0 on the day itself, negative when it has passed.
    package var daysLeft: Int
    package var counts: Counts

    /// The deadlines of a programme in its order: of a yearly one, the days in the years that somebody is held
    /// against, and that of the current year while the programme is valid.
    static func all(of report: ProgrammeReport) -> [DeadlineStanding] {
        report.programme.rules.indices.flatMap { index -> [DeadlineStanding] in
            switch report.rules[index] {
            case .entry(let rule as DeadlineRule):
                let outcomes = report.members.compactMap { member in
                    member.report.outcome(of: index).map { (year: member.year, status: $0.status) }
                }
                return standings(of: rule, index, .entries, outcomes, report)
            case .target(let rule as DeadlineRule):
                let outcomes = report.targets.filter { $0.rule == index }.map { (year: $0.year, status: $0.status) }
                let whose: Whose = report.programme.rules[index].scope == .organisation ? .organisations : .staff
                return standings(of: rule, index, whose, outcomes, report)
            default: return []
            }
        }
    }

    private static func standings(
        of rule: DeadlineRule, _ index: Int, _ whose: Whose, _ outcomes: [(year: Int, status: OutcomeStatus)], _ report: ProgrammeReport
    ) -> [DeadlineStanding] {
        var counts: [CalendarDay: Counts] = [:]
        let current = rule.deadline.day(in: report.asOf.year)
        let isCurrent = report.programme.validFrom <= current && current <= report.programme.validTo
        if rule.deadline.fixedYear != nil || isCurrent {
            counts[current] = Counts()
        }
        for outcome in outcomes where outcome.status != .notApplicable {
            counts[rule.deadline.day(in: outcome.year), default: Counts()].add(outcome.status)
        }
        return counts.sorted { $0.key < $1.key }.map { day, counts in
            DeadlineStanding(
                declaration: report.programme.rules[index], whose: whose, subject: rule.what, name: rule.name, day: day,
                isInclusive: rule.isInclusive, daysLeft: day - report.asOf, counts: counts)
        }
    }
}

extension DeadlineStanding.Counts {
    fileprivate mutating func add(_ status: OutcomeStatus) {
        switch status {
        case .pass: inTime += 1
        case .fail: late += 1
        case .unknown: missing += 1
        case .waived: waived += 1
        case .notApplicable: break
        }
    }
}
