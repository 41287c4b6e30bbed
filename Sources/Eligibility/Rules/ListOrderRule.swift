import Diagnostics
import Formats
import Programmes
import Registers

/// **Thứ tự danh sách.** Danh sách theo biểu mẫu của kế hoạch xếp các mô hình theo một thứ tự cho trước.
///
/// Chương trình tự xếp danh sách theo thứ tự này (xem bằng `bangvang explain MÃ_KẾ_HOẠCH --form MÃ_BIỂU_MẪU`); thứ tự
/// các dòng trong sổ không có ý nghĩa. Khóa nào xếp trước khóa nào thì ghi ở `sorted_by` của biểu mẫu. Mã không nêu
/// trong `order` đứng sau cùng. Chỉ báo ở kế hoạch, không giữ bài nào lại.
///
/// Đọc: `registrations.csv`, `subjects.csv`.
///
/// Khóa:
/// - `forms` (bắt buộc): mã các biểu mẫu (khai ở `forms` của kế hoạch, có `sorted_by`).
/// - `by` (bắt buộc): `field` (lĩnh vực) hoặc `status` (tình trạng mô hình).
/// - `order` (bắt buộc): các mã theo thứ tự.
///
/// Ví dụ (YB-22):
/// ```yaml
/// kind: list_order
/// forms: [phu-luc-4]
/// by: status
/// order: [new, maintained]
/// ```
///
/// Thông báo:
/// - `list-key-missing` (chưa rõ): có mô hình chưa ghi lĩnh vực hoặc tình trạng, nên chưa xếp được.
/// - `unknown-form` (lỗi của kế hoạch): biểu mẫu không có, hoặc không có `sorted_by`.
struct ListOrderRule: ListRule {
    /// What the rule can order by.
    private enum Key: String, CaseIterable { case field, status }

    static let kind = "list_order"
    let forms: [String]
    let key: Form.SortKey
    let order: [String]
    private let orderNames: String
    var reads: [RuleSource] { [.register(.registrations), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        forms = keys.listForms("forms", of: context.programme)
        _ = keys.value("order", required: true)
        guard let key = keys.choice("by", among: Key.self, required: true)?.value, !forms.isEmpty else { return nil }
        let list: Vocabulary.List = key == .field ? .fields : .modelStatuses
        order = keys.terms("order", list, context.vocabulary, required: false)
        orderNames = order.map { context.vocabulary[list].name(of: $0).lowercasedFirst }.joined(separator: "; ")
        guard !order.isEmpty else { return nil }
        self.key = key == .field ? .field : .status
    }

    var requirement: Message {
        Message(vi: "danh sách xếp theo thứ tự: \(orderNames)", en: "the list is ordered: \(orderNames)")
    }

    func evaluate(_ target: TargetCase) -> Verdict {
        let rows = target.registers.rows.registrations.filter { $0.programmeID == target.programme.id && $0.year == target.year }
        guard !rows.isEmpty else { return .notApplicable() }
        let lacking = rows.filter { (key == .field ? $0.field : $0.status) == nil }
        guard let first = lacking.min(by: { $0.id < $1.id }) else { return .pass(rows.map(\.row)) }
        let what = key == .field ? Message(vi: "lĩnh vực", en: "field") : Message(vi: "tình trạng", en: "status")
        return .unknown(
            lacking.map(\.row),
            Finding(
                "list-key-missing",
                found: Message(
                    vi: "\(lacking.count) mô hình đăng ký năm \(target.year) chưa ghi \(what.vi)",
                    en: "\(lacking.count) model(s) registered in \(target.year) have no \(what.en)"),
                required: requirement,
                remedy: Message(
                    vi: "điền cột \(key.rawValue) của registrations.csv, bắt đầu từ “\(first.id)”",
                    en: "fill in \(key.rawValue) in registrations.csv, “\(first.id)” first"),
                at: target.registers.place(of: first.row, column: key.rawValue)))
    }
}

extension MappingReader {
    /// The programme's forms that are lists, by their ids under a required key.
    func listForms(_ key: String, of programme: Programme) -> [String] {
        oneOrMore(key, required: true).compactMap { text in
            if programme.forms.contains(where: { $0.id == text.value && !$0.sortedBy.isEmpty }) { return text.value }
            let nearest = Suggestion.nearest(to: text.value, among: programme.forms.map(\.id))
            collector.append(
                Diagnostic(
                    .error, "unknown-form",
                    Message(
                        vi: "kế hoạch không có danh sách theo biểu mẫu “\(text.value)”",
                        en: "the programme has no list by the form “\(text.value)”"),
                    at: text.place(in: path),
                    remedy: nearest.map { nearest in
                        nearest == text.value
                            ? Message(vi: "thêm sorted_by vào biểu mẫu này", en: "add sorted_by to this form")
                            : Message(vi: "có phải là “\(nearest)”?", en: "did you mean “\(nearest)”?")
                    } ?? Message(vi: "khai biểu mẫu ở khóa forms của kế hoạch", en: "declare the form under forms")))
            return nil
        }
    }
}
