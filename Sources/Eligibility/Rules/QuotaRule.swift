import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Số lượng.** Được vinh danh bao nhiêu: một số đúng, một mức trần, hoặc một tỷ lệ của số đã đăng ký.
///
/// Đếm mọi bài được đề nghị, dù kết quả khác ra sao; bản nháp thì chưa đề nghị. Đếm những ai thì ghi ở `when`. Vượt
/// thì cả đợt bị giữ lại; thiếu so với một số đúng thì cảnh báo. Tỷ lệ tính trên số mô hình đã đăng ký trong năm của
/// những đối tượng mà `when` nói tới.
///
/// Đọc: bài; `registrations.csv` khi có `share_percent`.
///
/// Khóa:
/// - `exactly`: đúng số này.
/// - `at_most`: không quá số này; đi cùng `share_percent` thì là mức trần của tỷ lệ.
/// - `share_percent`: không quá tỷ lệ phần trăm này của số đã đăng ký.
/// - `rounding`: làm tròn tỷ lệ `down` (mặc định, xuống) hoặc `up` (lên).
/// - `counts`: cách đếm đăng ký, `quantity` (mặc định, cộng cột số lượng) hoặc `rows` (đếm dòng).
/// - `per`: `batch` hoặc `year` (mỗi năm của kế hoạch), `level_year` (từng cấp, mỗi năm). Mặc định `batch`.
///
/// Ví dụ (LN-18):
/// ```yaml
/// kind: quota
/// when: {subject_kind: individual}
/// at_most: 3
/// ```
///
/// Thông báo:
/// - `quota-exceeded` (không đạt): nhiều hơn số lượng cho phép.
/// - `quota-not-filled` (đạt, có cảnh báo): ít hơn một số đúng.
/// - `quota-not-known` (chưa rõ): tỷ lệ của số đăng ký, mà sổ chưa có đăng ký nào.
/// - `quota-number` (lỗi của kế hoạch): thiếu số, hoặc các khóa không đi được với nhau.
struct QuotaRule: BatchRule {
    enum Per: String, CaseIterable {
        case batch, year
        case levelYear = "level_year"
    }

    enum Rounding: String, CaseIterable { case down, up }

    private enum Number {
        case exactly(Int)
        case atMost(Int)
        case share(percent: Int, Rounding, ceiling: Int?)
    }

    static let kind = "quota"
    let per: Per
    private let number: Number
    private let counting: ModelCounting
    private let condition: Condition
    private let programmeID: String

    init?(_ keys: MappingReader, context: RuleContext) {
        let exactly = keys.integer("exactly", in: 0...100_000)?.value
        let atMost = keys.integer("at_most", in: 0...100_000)?.value
        let share = keys.integer("share_percent", in: 1...100)?.value
        let rounding = keys.choice("rounding", among: Rounding.self)
        let counts = keys.choice("counts", among: ModelCounting.self)
        per = keys.choice("per", among: Per.self)?.value ?? .batch
        switch (exactly, atMost, share) {
        case (let number?, nil, nil): self.number = .exactly(number)
        case (nil, let number?, nil): self.number = .atMost(number)
        case (nil, let ceiling, let share?): self.number = .share(percent: share, rounding?.value ?? .down, ceiling: ceiling)
        default:
            keys.collector.append(
                Diagnostic(
                    .error, "quota-number",
                    Message(
                        vi: "quy tắc số lượng cần một trong exactly, at_most, share_percent; chỉ at_most đi cùng share_percent",
                        en: "a quota needs one of exactly, at_most, share_percent; only at_most goes with share_percent"),
                    at: keys.place,
                    remedy: Message(
                        vi: "ghi exactly: 5 (đúng 5), at_most: 5 (không quá 5) hoặc share_percent: 20 (không quá 20%)",
                        en: "write exactly: 5, at_most: 5 or share_percent: 20")))
            return nil
        }
        counting = counts?.value ?? .quantity
        condition = context.declaration.condition
        programmeID = context.programme.id
    }

    var reads: [RuleSource] {
        if case .share = number { [.entry, .register(.registrations)] } else { [.entry] }
    }

    var requirement: Message {
        let each: Message =
            switch per {
            case .batch, .year: Message(vi: "mỗi năm", en: "a year")
            case .levelYear: Message(vi: "mỗi cấp, mỗi năm", en: "a level and year")
            }
        return words + Message(vi: " \(each.vi)", en: " \(each.en)")
    }

    private var words: Message {
        switch number {
        case .exactly(let number): return Message(vi: "đúng \(number)", en: "exactly \(number)")
        case .atMost(let number): return Message(vi: "không quá \(number)", en: "at most \(number)")
        case .share(let percent, _, let ceiling):
            let share = Message(vi: "không quá \(percent)% số mô hình đã đăng ký", en: "at most \(percent)% of the registered models")
            return share + (ceiling.map { Message(vi: " và không quá \($0)", en: " and at most \($0)") } ?? "")
        }
    }

    /// Whether the number must be reached, not only kept to.
    var isExact: Bool {
        if case .exactly = number { true } else { false }
    }

    func batch(of honour: HonourCase) -> Batch {
        switch per {
        case .batch, .year: Batch(year: honour.entry.year.value)
        case .levelYear: Batch(year: honour.entry.year.value, level: honour.level ?? "?")
        }
    }

    func evaluate(count: Int, _ batch: Batch, in corpus: Corpus) -> BatchVerdict {
        switch number {
        case .exactly(let number):
            return BatchVerdict(count > number ? .over : count < number ? .short : .met, limit: number, required: words)
        case .atMost(let number): return BatchVerdict(count > number ? .over : .met, limit: number, required: words)
        case .share(let percent, let rounding, let ceiling):
            let registered = counting.count(registrations(batch.year, corpus))
            guard registered > 0 else { return BatchVerdict(.unknown, limit: nil, required: words) }
            let share = (registered * percent + (rounding == .up ? 99 : 0)) / 100
            let limit = min(share, ceiling ?? share)
            let required = words + Message(vi: ": \(limit) trên \(registered) đã đăng ký", en: ": \(limit) of \(registered) registered")
            return BatchVerdict(count > limit ? .over : .met, limit: limit, required: required)
        }
    }

    /// What was registered in that year by those whom the rule counts.
    private func registrations(_ year: Int, _ corpus: Corpus) -> [Registration] {
        corpus.registers.rows.registrations.filter { row in
            row.programmeID == programmeID && row.year == year
                && condition.holds { test in
                    guard case .among(let attribute, let values) = test else { return nil }
                    let subject = corpus.registers.subject(row.subjectID, on: nil)
                    return switch attribute {
                    case .subjectKind: (subject?.kind.rawValue).map(values.contains)
                    case .organisationType: (subject?.organisationType).map(values.contains)
                    case .position: (subject?.position).map(values.contains)
                    case .field: row.field.map(values.contains)
                    case .modelStatus: row.status.map(values.contains)
                    case .place: row.placeID.map { values.contains($0) }
                    default: nil
                    }
                } != false
        }
    }
}
