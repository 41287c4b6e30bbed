import Diagnostics
import Formats
import Programmes
import Registers

/// **Thuộc danh mục.** Một đặc điểm của bài, đối tượng, mô hình hay địa bàn phải là một trong các giá trị cho trước.
///
/// Dùng cho lĩnh vực (kế hoạch chỉ xét một số lĩnh vực), chủ thể (đánh dấu đúng một cột tập thể hoặc cá nhân), tình
/// trạng mô hình (đúng một cột xây dựng mới hoặc duy trì) và mọi đặc điểm khác mà `when` hỏi được.
///
/// Đọc: bài, `subjects.csv`, `registrations.csv`, `places.csv`, tùy đặc điểm.
///
/// Khóa:
/// - `attribute` (bắt buộc): đặc điểm, tên như trong `when`: `field`, `subject_kind`, `model_status`…
/// - `values` (bắt buộc): các giá trị được chấp nhận.
///
/// Ví dụ (VN-02):
/// ```yaml
/// kind: attribute_in_list
/// attribute: field
/// values: [economy, culture_society, defence_security, party_political_system]
/// ```
///
/// Thông báo:
/// - `attribute-not-in-list` (không đạt): giá trị nằm ngoài danh sách.
/// - `attribute-missing` (chưa rõ): chưa ghi giá trị nào.
struct AttributeInListRule: EntryRule {
    static let kind = "attribute_in_list"
    let attribute: Attribute
    let values: [String]
    private let vocabulary: Vocabulary

    init?(_ keys: MappingReader, context: RuleContext) {
        vocabulary = context.vocabulary
        _ = keys.value("values", required: true)
        guard let attribute = keys.attribute("attribute")?.value else { return nil }
        values = keys.values("values", of: attribute, context.vocabulary)
        guard !values.isEmpty else { return nil }
        self.attribute = attribute
    }

    var reads: [RuleSource] {
        switch attribute {
        case .subjectKind, .position, .birthYear, .organisationType, .organisation: [.register(.subjects)]
        case .place, .placeKind, .placeTag: [.entry, .places]
        case .modelStatus, .modelQuantity: [.entry, .register(.registrations)]
        case .level, .campaign, .authority, .awardForm: [.entry, .register(.awards)]
        case .recognitionTitle: [.register(.recognitions)]
        case .field, .year: [.entry]
        }
    }

    var requirement: Message {
        let names = values.map(name(of:)).joined(separator: "; ")
        return Message(
            vi: "\(attribute.name.vi) là một trong: \(names)", en: "the \(attribute.name.en) is one of: \(names)")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        guard let found = honour.values(of: attribute), !found.isEmpty else {
            return .unknown(
                [],
                Finding(
                    "attribute-missing",
                    found: Message(vi: "chưa ghi \(attribute.name.vi)", en: "no \(attribute.name.en) is recorded"), required: requirement,
                    remedy: Message(
                        vi: "bổ sung \(attribute.name.vi) vào bài hoặc vào sổ",
                        en: "record the \(attribute.name.en) in the entry or a register"),
                    at: honour.subjectPlace))
        }
        let evidence = honour.evidence(for: attribute)
        if found.contains(where: values.contains) { return .pass(evidence) }
        let names = found.map(name(of:)).joined(separator: "; ")
        return .fail(
            evidence,
            Finding(
                "attribute-not-in-list",
                found: Message(vi: "\(attribute.name.vi): \(names)", en: "\(attribute.name.en): \(names)"), required: requirement,
                remedy: Message(
                    vi: "kiểm tra lại \(attribute.name.vi); nếu ghi đúng, kế hoạch không xét trường hợp này",
                    en: "check the \(attribute.name.en); if it is right, the plan does not cover this case"),
                at: honour.place(of: attribute)))
    }

    private func name(of value: String) -> String { attribute.list.map { vocabulary[$0].name(of: value) } ?? value }
}
