import Diagnostics
import Entries
import Formats
import Programmes

/// **Số lượng.** How many may be honoured: an exact number or a ceiling.
///
/// Counts the entries proposed, whatever their other outcomes; drafts are not proposed yet. Over the
/// number is an error on the whole batch; short of an exact number is a warning. Keys: `exactly` or
/// `at_most`; `per`: `batch` (the programme's entries of one year), `year` or `level_year`; whom it
/// counts stands in `when`. Examples: LN-17 (05 tập thể), LN-18 (không quá 03 cá nhân).
struct QuotaRule: BatchRule {
    enum Per: String, CaseIterable {
        case batch, year
        case levelYear = "level_year"
    }

    static let kind = "quota"
    let number: Int
    let isExact: Bool
    let per: Per

    init?(_ keys: MappingReader, context: RuleContext) {
        let exactly = keys.integer("exactly", in: 0...100_000)
        let atMost = keys.integer("at_most", in: 0...100_000)
        per = keys.choice("per", among: Per.self)?.value ?? .batch
        guard let number = exactly ?? atMost, exactly == nil || atMost == nil else {
            keys.collector.append(
                Diagnostic(
                    .error, "quota-number",
                    Message(
                        vi: "quy tắc số lượng cần đúng một trong hai khóa exactly, at_most",
                        en: "a quota needs exactly one of exactly, at_most"),
                    at: keys.place,
                    remedy: Message(vi: "ghi exactly: 5 (đúng 5) hoặc at_most: 5 (không quá 5)", en: "write exactly: 5, or at_most: 5")))
            return nil
        }
        self.number = number.value
        isExact = exactly != nil
    }

    func batch(of honour: HonourCase) -> String {
        switch per {
        case .batch, .year: String(honour.entry.year.value)
        case .levelYear: "\(honour.level ?? "?") \(honour.entry.year.value)"
        }
    }

    func evaluate(count: Int, batch: String) -> BatchVerdict {
        let required =
            isExact
            ? Message(vi: "đúng \(number)", en: "exactly \(number)") : Message(vi: "không quá \(number)", en: "at most \(number)")
        if count > number { return .over(required: required) }
        if isExact, count < number { return .short(required: required) }
        return .met
    }
}
