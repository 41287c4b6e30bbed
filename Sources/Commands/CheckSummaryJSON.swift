import Diagnostics
import Eligibility
import Formats
import Programmes

/// The check in numbers, for other programs; `docs/du-lieu.md` describes its shape.
enum CheckSummaryJSON {
    static func value(_ programme: ProgrammeSummary) -> JSONValue {
        .object([
            ("id", .string(programme.programme.id)), ("title", .string(programme.programme.shortTitle)),
            ("entries", .integer(programme.fates.total)), ("counts", value(programme.fates)),
            ("rules", .array(programme.rules.map(value))), ("targets", .array(programme.targets.map(target))),
            ("quotas", .array(programme.quotas.map(value))),
            ("deadlines", .array(programme.deadlines.map(value))),
        ])
    }

    static func value(_ fates: FateCounts) -> JSONValue {
        .object(fates.all.map { ($0.fate.rawValue, .integer($0.count)) })
    }

    private static func value(_ rule: RuleSummary) -> JSONValue {
        .object([
            ("rule", .string(rule.declaration.id)), ("cite", .string(rule.declaration.cite)),
            ("severity", .string(rule.declaration.severity.rawValue)),
            ("outcomes", value(rule.outcomes)), ("accepted_unsupported", .integer(rule.acceptedUnsupported)),
        ])
    }

    private static func target(_ rule: RuleSummary) -> JSONValue {
        .object([
            ("rule", .string(rule.declaration.id)), ("cite", .string(rule.declaration.cite)),
            ("scope", .string(rule.declaration.scope.rawValue)), ("severity", .string(rule.declaration.severity.rawValue)),
            ("outcomes", value(rule.outcomes)),
        ])
    }

    private static func value(_ outcomes: OutcomeCounts) -> JSONValue {
        .object(OutcomeStatus.allCases.map { ($0.rawValue, .integer(outcomes[$0])) })
    }

    private static func value(_ quota: QuotaUse) -> JSONValue {
        .object([
            ("rule", .string(quota.declaration.id)), ("batch", .string(quota.batch.name)), ("count", .integer(quota.count)),
            ("waived", .integer(quota.waived)),
            ("limit", quota.limit.map(JSONValue.integer) ?? .null), ("exact", .bool(quota.isExact)), ("over", .bool(quota.isOver)),
        ])
    }

    private static func value(_ deadline: DeadlineStanding) -> JSONValue {
        .object([
            ("rule", .string(deadline.declaration.id)), ("whose", .string(deadline.whose.rawValue)), ("what", .string(deadline.subject)),
            ("day", .string(deadline.day.iso)), ("inclusive", .bool(deadline.isInclusive)), ("days_left", .integer(deadline.daysLeft)),
            ("in_time", .integer(deadline.counts.inTime)), ("late", .integer(deadline.counts.late)),
            ("missing", .integer(deadline.counts.missing)), ("waived", .integer(deadline.counts.waived)),
        ])
    }
}
