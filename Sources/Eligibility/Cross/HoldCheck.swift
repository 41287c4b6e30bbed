import Diagnostics
import Entries
import Formats
import Registers

/// Holds an honour against the times during which its subject may not be honoured (PL-02).
///
/// A time that covers the day of the check keeps every entry of the subject off the site until it is over.
/// One that covered the day of the decision is a mistake of the decision, or of one of the two rows.
struct HoldCheck {
    let entry: Entry
    let honour: HonourDecision?
    let corpus: Corpus
    let asOf: CalendarDay

    /// Whether a time is under way, and what there is to say of it; the register's order plays no part.
    func check() -> (isUnderHold: Bool, findings: [Diagnostic]) {
        let holds = corpus.registers.holds(of: entry.subjectID.value).sorted { ($0.from, $0.kind.rawValue) < ($1.from, $1.kind.rawValue) }
        guard !holds.isEmpty else { return (false, []) }
        let current = holds.filter { $0.covers(asOf) }
        var findings = current.prefix(1).map(underWay)
        if let honour { findings += holds.filter { $0.covers(honour.decision.date) }.prefix(1).map { mistaken($0, honour) } }
        return (!current.isEmpty, findings)
    }

    private var name: String { corpus.registers.subject(entry.subjectID.value, on: nil)?.name ?? entry.subjectID.value }

    private func underWay(_ hold: Hold) -> Diagnostic {
        let since = hold.from
        return Diagnostic(
            .warning, "subject-under-hold",
            Message(
                vi: "“\(name)” đang trong thời gian \(hold.kind.words.vi), từ ngày \(since.vietnamese); bài chưa được đăng",
                en: "“\(name)” is \(hold.kind.words.en) since \(since.iso); the entry is not shown"),
            at: corpus.registers.place(of: hold.row, column: hold.until == nil ? "from" : "until"),
            clause: CommonRule.noAwardUnderHold.clause(on: asOf), required: CommonRule.noAwardUnderHold.requirement,
            remedy: Message(
                vi: "khi đã có kết luận, ghi ngày kết thúc vào cột until; bài tự được xét lại",
                en: "once there is a conclusion, enter its last day in until: the entry is judged anew"),
            notes: [Diagnostic.Note(Message(vi: "bài liên quan", en: "the entry"), at: entry.place(entry.subjectID))])
    }

    private func mistaken(_ hold: Hold, _ honour: HonourDecision) -> Diagnostic {
        let day = honour.decision.date
        return Diagnostic(
            .error, "honoured-under-hold",
            Message(
                vi: "“\(name)” được khen, công nhận ngày \(day.vietnamese), trong thời gian \(hold.kind.words.vi)",
                en: "“\(name)” was honoured on \(day.iso) while \(hold.kind.words.en)"),
            at: corpus.registers.place(of: hold.row, column: "from"), clause: CommonRule.noAwardUnderHold.clause(on: day),
            required: CommonRule.noAwardUnderHold.requirement,
            remedy: Message(
                vi:
                    "đối chiếu hai văn bản; ngày ghi nhầm thì sửa, ghi đúng thì báo cáo cơ quan đã ký quyết định và chuyển publish.status thành draft",
                en: "check both documents; if the days are right, report it to the body that signed, and set publish.status to draft"),
            notes: [
                Diagnostic.Note(
                    Message(vi: "quyết định mà bài dựa vào", en: "the decision that the entry rests on"),
                    at: corpus.registers.place(of: honour.row, column: "decision_date"))
            ])
    }
}

extension Hold.Kind {
    /// What is under way, behind “trong thời gian”.
    var words: Message {
        switch self {
        case .discipline: Message(vi: "xem xét, thi hành kỷ luật", en: "under discipline")
        case .investigation: Message(vi: "điều tra, thanh tra, kiểm tra", en: "under investigation")
        case .complaint: Message(vi: "xác minh khiếu nại, tố cáo", en: "the subject of a complaint that is being verified")
        }
    }
}
