import Diagnostics
import Formats
import Programmes
import Registers
import Vietnamese

/// **Mô hình bắt buộc.** Mỗi tổ chức thuộc các loại đã nêu đăng ký thực hiện một mô hình chung do cấp trên giao.
///
/// Tên mô hình được so không kể chữ hoa, chữ thường, cách đặt dấu thanh và kiểu ngoặc kép. Kế hoạch chỉ đòi hỏi khi
/// có một điều kiện (ví dụ sau khi ban hành bộ tiêu chí) thì ghi điều kiện ấy vào `condition`; `condition_met: false`
/// cho biết điều kiện chưa có, và quy tắc chưa áp dụng.
///
/// Đọc: `registrations.csv`, `subjects.csv`.
///
/// Khóa:
/// - `organisation_types` (bắt buộc): các loại tổ chức, mã trong `organisation_types`.
/// - `model_title` (bắt buộc): tên mô hình.
/// - `year`: năm áp dụng; không ghi thì mọi năm của kế hoạch.
/// - `condition`: điều kiện để quy tắc áp dụng, bằng lời.
/// - `condition_met`: điều kiện đã có hay chưa; bắt buộc khi có `condition`.
///
/// Ví dụ (YB-03):
/// ```yaml
/// kind: mandatory_models
/// organisation_types: [grassroots_party_committee, grassroots_party_cell]
/// model_title: "Lãnh đạo thực hiện chuyển đổi số trong Đảng bộ Khối cơ quan và doanh nghiệp tỉnh"
/// year: 2024
/// ```
///
/// Thông báo:
/// - `mandatory-model-missing` (không đạt): tổ chức chưa đăng ký mô hình này.
struct MandatoryModelsRule: TargetRule {
    static let kind = "mandatory_models"
    let organisationTypes: [String]
    let title: String
    let years: [Int]?
    let condition: String?
    let isConditionMet: Bool
    private let comparableTitle: String
    var reads: [RuleSource] { [.register(.registrations), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        organisationTypes = keys.terms("organisation_types", .organisationTypes, context.vocabulary)
        years = keys.integer("year", in: 1945...2100).map { [$0.value] }
        condition = keys.string("condition")?.value
        isConditionMet = keys.boolean("condition_met", required: condition != nil)?.value ?? true
        guard let title = keys.string("model_title", required: true), !organisationTypes.isEmpty else { return nil }
        self.title = title.value
        comparableTitle = Self.comparable(title.value)
    }

    var requirement: Message {
        let when = condition.map { isConditionMet ? Message("") : Message(vi: " (khi: \($0))", en: " (once: \($0))") } ?? ""
        return Message(vi: "mỗi tổ chức thực hiện mô hình “\(title)”", en: "each organisation carries out the model “\(title)”") + when
    }

    func evaluate(_ target: TargetCase) -> Verdict {
        guard isConditionMet else { return .notApplicable() }
        if let row = target.registrations.first(where: { $0.modelTitle.map(Self.comparable) == comparableTitle }) {
            return .pass([row.row])
        }
        return .fail(
            [],
            Finding(
                "mandatory-model-missing",
                found: Message(
                    vi: "“\(target.name)” chưa đăng ký mô hình “\(title)” năm \(target.year)",
                    en: "“\(target.name)” did not register the model “\(title)” in \(target.year)"),
                required: requirement,
                remedy: Message(
                    vi: "đề nghị tổ chức đăng ký; đã đăng ký mà chưa vào sổ thì bổ sung vào registrations.csv",
                    en: "ask the organisation to register, or add its row to registrations.csv"),
                at: target.place))
    }

    private static func comparable(_ title: String) -> String {
        Fold.comparable(title, ignoringCase: true).filter { !"“”\"'‘’".contains($0) }
    }
}
