import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Văn bản trong hồ sơ.** Hồ sơ có một văn bản, được các cơ quan mà kế hoạch nêu xác nhận, đủ số bộ.
///
/// Hồ sơ của bài là các dòng của đối tượng, theo kế hoạch và năm của bài. Ô số bộ để trống là 1.
///
/// Đọc: `dossiers.csv`.
///
/// Khóa:
/// - `document` (bắt buộc): loại văn bản, mã trong `documents`.
/// - `confirmed_by`: những nơi phải xác nhận, mã trong `bodies`.
/// - `copies`: số bộ ít nhất.
///
/// Ví dụ (LN-32):
/// ```yaml
/// kind: dossier_document
/// document: achievement_report
/// confirmed_by: [unit, mass_mobilisation_board]
/// ```
///
/// Thông báo:
/// - `confirmation-missing` (không đạt): văn bản còn thiếu xác nhận.
/// - `too-few-copies` (không đạt): chưa đủ số bộ.
/// - `document-missing` (chưa rõ): sổ chưa có văn bản.
struct DossierDocumentRule: EntryRule {
    static let kind = "dossier_document"
    let document: String
    let confirmedBy: [String]
    let copies: Int
    let requirement: Message
    var reads: [RuleSource] { [.register(.dossiers)] }

    init?(_ keys: MappingReader, context: RuleContext) {
        confirmedBy = keys.terms("confirmed_by", .bodies, context.vocabulary, required: false)
        copies = keys.integer("copies", in: 1...100)?.value ?? 1
        guard let document = keys.term("document", .documents, context.vocabulary) else { return nil }
        self.document = document
        let name = context.vocabulary[.documents].name(of: document).lowercasedFirst
        let bodies = confirmedBy.map(context.vocabulary[.bodies].name(of:)).joined(separator: "; ")
        requirement = Message(
            vi: "hồ sơ có \(name)" + (bodies.isEmpty ? "" : ", có xác nhận của: \(bodies)") + (copies > 1 ? ", \(copies) bộ" : ""),
            en: "the dossier holds: \(name)" + (bodies.isEmpty ? "" : ", confirmed by: \(bodies)")
                + (copies > 1 ? ", \(copies) copies" : ""))
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let rows = honour.dossier.filter { $0.document == document }
        if let row = rows.first(where: isComplete) { return .pass([row.row]) }

        let name = honour.vocabulary[.documents].name(of: document).lowercasedFirst
        guard let row = rows.first else {
            return .unknown(
                [],
                Finding(
                    "document-missing",
                    found: Message(
                        vi: "sổ hồ sơ chưa có \(name) của “\(honour.name(of: honour.entry.subjectID.value))”",
                        en: "the register of dossiers has no “\(name)” of “\(honour.name(of: honour.entry.subjectID.value))”"),
                    required: requirement,
                    remedy: Message(
                        vi: "khi đã nhận đủ văn bản, thêm một dòng vào dossiers.csv (document: \(document))",
                        en: "once the document has come in, add a row to dossiers.csv (document: \(document))"),
                    at: honour.subjectPlace))
        }
        let lacking = confirmedBy.filter { !row.confirmedBy.contains($0) }
        let bodies = lacking.map(honour.vocabulary[.bodies].name(of:)).joined(separator: "; ")
        let finding =
            lacking.isEmpty
            ? Finding(
                "too-few-copies",
                found: Message(vi: "\(name): \(row.copies ?? 1) bộ", en: "“\(name)”: \(row.copies ?? 1) copies"), required: requirement,
                remedy: Message(
                    vi: "bổ sung cho đủ \(copies) bộ rồi sửa cột copies", en: "complete the copies, then update the column copies"),
                at: honour.registers.place(of: row.row, column: "copies"))
            : Finding(
                "confirmation-missing",
                found: Message(vi: "\(name) chưa có xác nhận của: \(bodies)", en: "“\(name)” is not confirmed by: \(bodies)"),
                required: requirement,
                remedy: Message(
                    vi: "xin xác nhận, rồi ghi mã \(lacking.joined(separator: "|")) vào cột confirmed_by",
                    en: "obtain it, then enter \(lacking.joined(separator: "|")) in confirmed_by"),
                at: honour.registers.place(of: row.row, column: "confirmed_by"))
        return .fail([row.row], finding)
    }

    private func isComplete(_ row: DossierDocument) -> Bool {
        confirmedBy.allSatisfy(row.confirmedBy.contains) && (row.copies ?? 1) >= copies
    }
}
