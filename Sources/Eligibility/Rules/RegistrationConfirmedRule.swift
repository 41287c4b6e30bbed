import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Xác nhận bản đăng ký.** Bản đăng ký có xác nhận của những cơ quan mà kế hoạch nêu.
///
/// Bản đăng ký được chọn như ở loại `registered`. Phải có đủ các cơ quan ở `confirmed_by` và ít nhất một cơ quan ở
/// `confirmed_by_one_of`.
///
/// Đọc: `registrations.csv`, `subjects.csv`.
///
/// Khóa:
/// - `confirmed_by`: các cơ quan đều phải xác nhận, mã trong `bodies`.
/// - `confirmed_by_one_of`: chỉ cần một trong các cơ quan này. Cần ít nhất một trong hai khóa.
/// - `holder`: `subject` (mặc định) hoặc `organisation`.
/// - `year`: năm đăng ký: `year` (mặc định, năm của bài), `year-1`… hoặc một năm cố định.
///
/// Ví dụ (VN-33):
/// ```yaml
/// kind: registration_confirmed
/// confirmed_by_one_of: [commune_government, district_department]
/// ```
///
/// Thông báo:
/// - `registration-not-confirmed` (không đạt): bản đăng ký thiếu xác nhận.
/// - `registration-of-other-subject`, `registration-of-other-programme`, `registration-of-other-year` (không đạt): như
///   ở loại `registered`.
/// - `registration-missing`, `registration-ambiguous`, `organisation-missing` (chưa rõ): như ở loại `registered`.
/// - `confirmation-keys` (lỗi của kế hoạch): không nêu cơ quan nào.
struct RegistrationConfirmedRule: EntryRule {
    static let kind = "registration_confirmed"
    let all: [String]
    let oneOf: [String]
    let holder: Holder
    let year: RelativeYear
    let requirement: Message
    private let bodies: TermList
    var reads: [RuleSource] { [.entry, .register(.registrations), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        all = keys.terms("confirmed_by", .bodies, context.vocabulary, required: false)
        oneOf = keys.terms("confirmed_by_one_of", .bodies, context.vocabulary, required: false)
        holder = keys.choice("holder", among: Holder.self)?.value ?? .subject
        bodies = context.vocabulary[.bodies]
        guard let year = keys.relativeYear("year", default: .current) else { return nil }
        self.year = year
        guard !all.isEmpty || !oneOf.isEmpty else {
            if keys.value("confirmed_by") == nil, keys.value("confirmed_by_one_of") == nil { keys.collector.append(Self.noBodies(keys)) }
            return nil
        }
        let whose =
            holder == .subject
            ? Message(vi: "bản đăng ký", en: "the registration")
            : Message(vi: "bản đăng ký của tổ chức", en: "the organisation's registration")
        let words = [Self.words(all, "; ", "; ", bodies), Self.words(oneOf, " hoặc ", " or ", bodies)].compactMap { $0 }
        let list = words.joined(Message(vi: "; ", en: "; "))
        requirement = Message(vi: "\(whose.vi) có xác nhận của: \(list.vi)", en: "\(whose.en) confirmed by: \(list.en)")
    }

    private static func words(_ codes: [String], _ vi: String, _ en: String, _ bodies: TermList) -> Message? {
        guard !codes.isEmpty else { return nil }
        let names = codes.map(bodies.name(of:))
        return Message(vi: names.joined(separator: vi), en: names.joined(separator: en))
    }

    private static func noBodies(_ keys: MappingReader) -> Diagnostic {
        Diagnostic(
            .error, "confirmation-keys",
            Message(vi: "quy tắc chưa nêu cơ quan xác nhận nào", en: "the rule names no body that is to confirm"), at: keys.place,
            remedy: Message(
                vi: "ghi confirmed_by (mọi cơ quan đều xác nhận) hoặc confirmed_by_one_of (một trong các cơ quan)",
                en: "write confirmed_by (all of them) or confirmed_by_one_of (any of them)"))
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        switch honour.registration(of: holder, in: year.year(for: honour.entry.year.value), requirement) {
        case .none(let verdict): return verdict
        case .row(let row):
            let lacking = all.filter { !row.confirmedBy.contains($0) }
            let isOneMissing = !oneOf.isEmpty && !oneOf.contains(where: row.confirmedBy.contains)
            guard !lacking.isEmpty || isOneMissing else { return .pass([row.row]) }
            let parts = [Self.words(lacking, "; ", "; ", bodies), isOneMissing ? Self.words(oneOf, " hoặc ", " or ", bodies) : nil]
            let names = parts.compactMap { $0 }.joined(Message(vi: "; ", en: "; "))
            let codes = (lacking + (isOneMissing ? oneOf : [])).joined(separator: ", ")
            return .fail(
                [row.row],
                Finding(
                    "registration-not-confirmed",
                    found: Message(
                        vi: "bản đăng ký “\(row.id)” chưa có xác nhận của: \(names.vi)",
                        en: "the registration “\(row.id)” is not confirmed by: \(names.en)"),
                    required: requirement,
                    remedy: Message(
                        vi: "xin xác nhận, rồi ghi mã vào cột confirmed_by (\(codes))",
                        en: "obtain it, then enter the code in confirmed_by (\(codes))"),
                    at: honour.registers.place(of: row.row, column: "confirmed_by")))
        }
    }
}
