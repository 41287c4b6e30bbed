import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Đã đăng ký.** Đối tượng, hoặc tổ chức nơi công tác, đã đăng ký mô hình trong năm, và bản đăng ký ghi đủ những
/// điều kế hoạch đòi hỏi.
///
/// Bản đăng ký là bản mà bài nêu ở khóa `registration`; bài không nêu thì là bản duy nhất của đối tượng trong năm ấy,
/// theo kế hoạch này. Có từ hai bản trở lên mà bài không nêu thì chưa rõ. Bản đăng ký của tổ chức là bản có cột
/// `organisation_id` (cột ấy trống thì cột `subject_id`) là mã tổ chức đó.
///
/// Đọc: `registrations.csv`, `subjects.csv`.
///
/// Khóa:
/// - `requires`: danh sách cột phải được ghi: `model_title`, `quantity`, `place_id`, `place_text`, `lead`, `field`,
///   `scale`, `status`, `registered_on`, `maintained_since`, `organisation_id`, `award_request`,
///   `implementation_period`, `confirmed_by`.
/// - `holder`: `subject` (mặc định) hoặc `organisation`.
/// - `year`: năm đăng ký: `year` (mặc định, năm của bài), `year-1`… hoặc một năm cố định.
///
/// Ví dụ (VN-34):
/// ```yaml
/// kind: registered
/// requires: [award_request, model_title, implementation_period]
/// ```
///
/// Thông báo:
/// - `registration-of-other-subject` (không đạt): bản đăng ký mà bài nêu là của đối tượng khác.
/// - `registration-of-other-programme` (không đạt): bản đăng ký mà bài nêu theo kế hoạch khác.
/// - `registration-of-other-year` (không đạt): bản đăng ký mà bài nêu là của năm khác.
/// - `registration-missing` (chưa rõ): sổ chưa có bản đăng ký.
/// - `registration-ambiguous` (chưa rõ): có nhiều bản đăng ký mà bài chưa nêu bản nào.
/// - `registration-incomplete` (chưa rõ): sổ chưa ghi điều mà bản đăng ký phải có.
/// - `organisation-missing` (chưa rõ): sổ đối tượng chưa ghi nơi công tác.
struct RegisteredRule: EntryRule {
    static let kind = "registered"
    let columns: [RegistrationColumn]
    let holder: Holder
    let year: RelativeYear
    var reads: [RuleSource] { [.entry, .register(.registrations), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        columns = keys.choices("requires", of: RegistrationColumn.allCases.map { ($0.rawValue, $0) }).map(\.value)
        holder = keys.choice("holder", among: Holder.self)?.value ?? .subject
        guard let year = keys.relativeYear("year", default: .current) else { return nil }
        self.year = year
    }

    var requirement: Message { required(year.words) }

    private func required(_ year: Message) -> Message {
        let names = columns.map(\.name).joined(Message(vi: "; ", en: "; "))
        let contents = columns.isEmpty ? Message("") : Message(vi: ", ghi rõ: \(names.vi)", en: ", with: \(names.en)")
        let who =
            holder == .subject
            ? Message(vi: "đã đăng ký mô hình trong \(year.vi)", en: "a model registered in \(year.en)")
            : Message(
                vi: "tổ chức nơi công tác đã đăng ký mô hình trong \(year.vi)", en: "a model registered by the organisation in \(year.en)")
        return who + contents
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let year = year.year(for: honour.entry.year.value)
        let required = required(Message(vi: "năm \(year)", en: String(year)))
        switch honour.registration(of: holder, in: year, required) {
        case .none(let verdict): return verdict
        case .row(let row):
            let lacking = columns.filter { !$0.isFilled(in: row) }
            guard let first = lacking.first else { return .pass([row.row]) }
            let (names, list) = (lacking.map(\.name).joined(Message(vi: ", ", en: ", ")), lacking.map(\.rawValue).joined(separator: ", "))
            return .unknown(
                [row.row],
                Finding(
                    "registration-incomplete",
                    found: Message(
                        vi: "bản đăng ký “\(row.id)” trong sổ chưa ghi \(names.vi)",
                        en: "the row of the registration “\(row.id)” does not tell \(names.en)"),
                    required: required,
                    remedy: Message(
                        vi: "đối chiếu bản đăng ký rồi điền cột \(list); bản đăng ký không ghi thì đề nghị bổ sung",
                        en: "fill in \(list) from the paper; if it is silent, ask for what is missing"),
                    at: honour.registers.place(of: row.row, column: first.rawValue)))
        }
    }
}
