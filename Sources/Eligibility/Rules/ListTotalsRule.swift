import Diagnostics
import Formats
import Programmes
import Registers

/// **Dòng tổng số.** Các dòng tổng cộng mà danh sách chính thức đã in phải khớp với các mô hình trong sổ.
///
/// Cán bộ ghi các dòng tổng số đã báo cáo vào `totals.csv`; chương trình đếm lại từ `registrations.csv` theo cột số
/// lượng (ô trống là 1). Không khớp nghĩa là sổ thiếu hoặc thừa mô hình, hoặc báo cáo cộng sai. Chỉ báo ở kế hoạch,
/// không giữ bài nào lại.
///
/// Đọc: `totals.csv`, `registrations.csv`, `subjects.csv`.
///
/// Khóa:
/// - `forms` (bắt buộc): mã các biểu mẫu (khai ở `forms` của kế hoạch, có `sorted_by`).
/// - `by`: những cách cộng phải có ngoài tổng chung: `field`, `subject_kind`, `status`.
///
/// Ví dụ (YB-25):
/// ```yaml
/// kind: list_totals
/// forms: [phu-luc-4]
/// by: [field, subject_kind]
/// ```
///
/// Thông báo:
/// - `total-differs` (không đạt): một dòng tổng số khác với số đếm được trong sổ.
/// - `total-missing` (chưa rõ): sổ `totals.csv` chưa ghi đủ các dòng tổng số.
struct ListTotalsRule: ListRule {
    static let kind = "list_totals"
    let forms: [String]
    let keys: [ReportedTotal.Key]
    private let vocabulary: Vocabulary
    var reads: [RuleSource] { [.register(.totals), .register(.registrations), .register(.subjects)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        forms = keys.listForms("forms", of: context.programme)
        let by = keys.choices("by", of: ReportedTotal.Key.allCases.map { ($0.rawValue, $0) }).map(\.value)
        self.keys = [.all] + by.filter { $0 != .all }
        vocabulary = context.vocabulary
        guard !forms.isEmpty else { return nil }
    }

    var requirement: Message {
        Message(vi: "các dòng tổng số khớp với các dòng trong danh sách", en: "the printed sums agree with the rows of the list")
    }

    func evaluate(_ target: TargetCase) -> Verdict {
        let registers = target.registers
        guard registers.rows.registrations.contains(where: { $0.programmeID == target.programme.id && $0.year == target.year }) else {
            return .notApplicable()
        }
        var evidence: [RowReference] = []
        var missing: [Message] = []
        for formID in forms {
            guard let form = target.programme.forms.first(where: { $0.id == formID }) else { continue }
            let list = ModelList(form, year: target.year, programme: target.programme, registers: registers, orders: [:])
            let reported = registers.rows.totals.filter {
                $0.programmeID == target.programme.id && $0.year == target.year && $0.formID == formID
            }
            for key in keys {
                let counted = list.totals(by: key)
                for line in reported where line.key == key {
                    let count = counted.first { $0.value == line.value }?.count ?? 0
                    guard count != line.count else { continue }
                    return .fail([line.row], differs(line, count, form, registers))
                }
                let lines = reported.filter { $0.key == key }
                evidence += lines.map(\.row)
                let absent = counted.filter { total in !lines.contains { $0.value == total.value } }.map(\.value).sorted()
                missing += absent.map { value in Message(form.name) + ": " + name(of: key, value) }
            }
        }
        guard let first = missing.first else { return .pass(evidence) }
        let more =
            missing.count == 1 ? Message("") : Message(vi: " và \(missing.count - 1) dòng khác", en: " and \(missing.count - 1) more")
        return .unknown(
            evidence,
            Finding(
                "total-missing",
                found: Message(vi: "chưa ghi dòng tổng số năm \(target.year) của ", en: "a sum of \(target.year) is not recorded: ") + first
                    + more,
                required: requirement,
                remedy: Message(
                    vi: "ghi các dòng tổng số đã báo cáo vào totals.csv", en: "enter the sums as reported in totals.csv"),
                at: target.place))
    }

    private func differs(_ line: ReportedTotal, _ count: Int, _ form: Form, _ registers: Registers) -> Finding {
        let name = name(of: line.key, line.value)
        return Finding(
            "total-differs",
            found: Message(
                vi: "\(form.name), \(name.vi): báo cáo ghi \(line.count), sổ có \(count)",
                en: "\(form.name), \(name.en): reported \(line.count), registered \(count)"),
            required: requirement,
            remedy: Message(
                vi: "đối chiếu danh sách đã gửi với registrations.csv: bổ sung mô hình còn thiếu, hoặc sửa dòng tổng số",
                en: "hold the list that was sent against registrations.csv; add what is missing, or mend the sum"),
            at: registers.place(of: line.row, column: "count"))
    }

    private func name(of key: ReportedTotal.Key, _ value: String) -> Message {
        let list: Vocabulary.List? =
            switch key {
            case .all: nil
            case .field: .fields
            case .subjectKind: .subjectKinds
            case .status: .modelStatuses
            }
        guard let list else { return Message(vi: "tổng số mô hình", en: "all models") }
        return Message(vi: "\(list.item.vi) “\(vocabulary[list].name(of: value))”", en: "\(list.item.en) “\(value)”")
    }
}
