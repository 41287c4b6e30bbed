import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Văn bản trong hồ sơ.** The dossier holds a document, confirmed by the bodies that the plan names,
/// in as many copies as it asks for.
///
/// Reads the register of dossiers. Keys: `document`, a code of `documents`; `confirmed_by`, codes of
/// `bodies`, optional; `copies`, optional. Examples: LN-19 to LN-21, LN-32 to LN-34.
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
