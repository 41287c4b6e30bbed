import Diagnostics
import Formats
import Programmes
import Registers

/// **Số mô hình tối thiểu.** Mỗi tổ chức thuộc các loại đã nêu đăng ký ít nhất bao nhiêu mô hình trong năm.
///
/// Tổ chức chưa đăng ký mô hình nào cũng được tính. Mô hình thuộc tổ chức ghi ở cột `organisation_id`, hoặc của chính
/// đối tượng đăng ký khi cột ấy trống. Chỉ tiêu được báo ở kế hoạch, không giữ bài nào lại.
///
/// Đọc: `registrations.csv`, `subjects.csv`.
///
/// Khóa:
/// - `organisation_types` (bắt buộc): các loại tổ chức, mã trong `organisation_types`.
/// - `minimum` (bắt buộc): số mô hình.
/// - `statuses`: tình trạng được tính, mã trong `model_statuses`; không ghi thì tính mọi mô hình.
/// - `counts`: `quantity` (mặc định, cộng cột số lượng) hoặc `rows` (đếm dòng).
///
/// Ví dụ (YB-06):
/// ```yaml
/// kind: minimum_models
/// organisation_types: [grassroots_party_committee]
/// minimum: 2
/// statuses: [new, maintained]
/// ```
///
/// Thông báo:
/// - `too-few-models` (không đạt): tổ chức đăng ký chưa đủ.
/// - `model-status-missing` (chưa rõ): có mô hình chưa ghi tình trạng, nên chưa biết đã đủ hay chưa.
struct MinimumModelsRule: TargetRule {
    static let kind = "minimum_models"
    let organisationTypes: [String]
    let minimum: Int
    let statuses: [String]
    private let counting: ModelCounting
    private let statusNames: String
    var reads: [RuleSource] { [.register(.registrations), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        organisationTypes = keys.terms("organisation_types", .organisationTypes, context.vocabulary)
        statuses = keys.terms("statuses", .modelStatuses, context.vocabulary, required: false)
        counting = keys.choice("counts", among: ModelCounting.self)?.value ?? .quantity
        statusNames = statuses.map { context.vocabulary[.modelStatuses].name(of: $0).lowercasedFirst }.joined(separator: ", ")
        guard let minimum = keys.integer("minimum", in: 1...1000, required: true), !organisationTypes.isEmpty else { return nil }
        self.minimum = minimum.value
    }

    var requirement: Message {
        let which = statusNames.isEmpty ? "" : " (\(statusNames))"
        return Message(
            vi: "mỗi tổ chức đăng ký ít nhất \(minimum) mô hình\(which) trong năm",
            en: "each organisation registers at least \(minimum) model(s)\(which) in the year")
    }

    func evaluate(_ target: TargetCase) -> Verdict {
        let rows = target.registrations
        let counted = rows.filter { row in statuses.isEmpty || row.status.map(statuses.contains) ?? false }
        let count = counting.count(counted)
        if count >= minimum { return .pass(counted.map(\.row)) }
        let found = Message(
            vi: "“\(target.name)”, năm \(target.year): đăng ký \(count) mô hình",
            en: "“\(target.name)”, \(target.year): \(count) model(s) registered")
        let open = statuses.isEmpty ? [] : rows.filter { $0.status == nil }
        if let row = open.first, count + counting.count(open) >= minimum {
            return .unknown(
                rows.map(\.row),
                Finding(
                    "model-status-missing",
                    found: found
                        + Message(vi: ", \(open.count) mô hình khác chưa ghi tình trạng", en: ", \(open.count) more without a status"),
                    required: requirement,
                    remedy: Message(vi: "điền cột status của dòng này", en: "fill in status in this row"),
                    at: target.registers.place(of: row.row, column: "status")))
        }
        return .fail(
            rows.map(\.row),
            Finding(
                "too-few-models", found: found, required: requirement,
                remedy: Message(
                    vi: "đề nghị tổ chức đăng ký đủ; mô hình đã đăng ký mà chưa vào sổ thì bổ sung vào registrations.csv",
                    en: "ask for the missing registrations, or add those that came in to registrations.csv"),
                at: target.place))
    }
}

/// How registered models are counted.
enum ModelCounting: String, Sendable, CaseIterable {
    /// The column of quantities; a row without one is one model.
    case quantity
    case rows

    func count(_ rows: [Registration]) -> Int {
        switch self {
        case .quantity: rows.reduce(0) { $0 + ($1.quantity ?? 1) }
        case .rows: rows.count
        }
    }
}
