import Diagnostics
import Formats
import Programmes
import Registers

/// Says of every row of the register of waivers why it sets nothing aside, at the cell to be mended.
///
/// What is wrong with a row holds its entry back, since somebody relied on it; a row of an entry that is not
/// there stops the build.
struct WaiverCheck {
    let book: WaiverBook
    private var corpus: Corpus { book.corpus }

    func check(_ judgements: inout [Judgement], _ diagnostics: inout [Diagnostic]) {
        let rows = corpus.registers.rows.waivers
        guard !rows.isEmpty else { return }
        let entries = Dictionary(corpus.entries.indices.map { (corpus.entries[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        for waiver in rows {
            guard let entry = entries[waiver.entryID] else {
                diagnostics.append(
                    unknown(
                        waiver, "entry_id", waiver.entryID, "unknown-entry", Message(vi: "bài", en: "entry"), Array(entries.keys),
                        Message(vi: "ghi mã bài (tên thư mục của bài)", en: "write the entry's id (the name of its folder)")))
                if let found = finding(of: waiver, status: .unknown) { diagnostics.append(found) }
                continue
            }
            let status = self.status(of: waiver, in: judgements[entry])
            judgements[entry].diagnostics += [otherProgramme(waiver, judgements[entry]), finding(of: waiver, status: status)]
                .compactMap { $0 }
        }
    }

    /// What became of the rule that the row speaks of; nil where it is none of the entry's.
    private func status(of waiver: Waiver, in judgement: Judgement) -> OutcomeStatus? {
        guard judgement.programmeID == waiver.programmeID, let programme = corpus.programme(waiver.programmeID) else { return nil }
        return programme.rules.firstIndex { $0.id == waiver.ruleID }.flatMap(judgement.status(of:))
    }

    // MARK: What is wrong with a row

    private func otherProgramme(_ waiver: Waiver, _ judgement: Judgement) -> Diagnostic? {
        guard let own = judgement.programmeID, own != waiver.programmeID, corpus.programme(waiver.programmeID) != nil else { return nil }
        return report(
            waiver, "programme_id", "waiver-of-other-programme",
            Message(
                vi: "bài “\(waiver.entryID)” thuộc kế hoạch “\(own)”, dòng này cho phép theo kế hoạch “\(waiver.programmeID)”",
                en: "the entry “\(waiver.entryID)” belongs to “\(own)”, the waiver speaks of “\(waiver.programmeID)”"),
            remedy: Message(
                vi: "đối chiếu quyết định, rồi sửa mã kế hoạch hoặc mã bài", en: "check the decision; mend the plan or the entry"))
    }

    /// - Parameter status: what became of the rule; nil where the entry has no such rule.
    private func finding(of waiver: Waiver, status: OutcomeStatus?) -> Diagnostic? {
        guard let fault = book.fault(of: waiver) else {
            return status == .notApplicable ? needless(waiver) : unlimited(waiver)
        }
        switch fault {
        case .unknownProgramme:
            return unknown(
                waiver, "programme_id", waiver.programmeID, "unknown-programme", Message(vi: "kế hoạch", en: "programme"),
                corpus.programmes.map(\.id),
                Message(vi: "dùng mã của một tệp trong content/programmes", en: "use an id of content/programmes"))
        case .unknownRule(let programme):
            return unknown(
                waiver, "rule", waiver.ruleID, "unknown-rule", Message(vi: "quy tắc", en: "rule"), programme.rules.map(\.id),
                Message(vi: "dùng mã của một quy tắc trong \(programme.path)", en: "use the id of a rule in \(programme.path)"))
        case .nothingToWaive(let rule):
            return report(
                waiver, "rule", "waiver-without-effect",
                Message(
                    vi: "quy tắc \(rule.id) không quyết định việc đăng một bài nào nên không có gì để miễn",
                    en: "rule \(rule.id) decides no entry's fate, so that there is nothing to waive"),
                of: rule, remedy: Message(vi: "kiểm tra mã quy tắc, hoặc bỏ dòng này", en: "check the rule's id, or remove the row"))
        case .forbidden(let rule):
            return report(
                waiver, "rule", "waiver-not-allowed",
                Message(
                    vi: "quyết định số \(waiver.decisionNumber) cho phép không áp dụng \(rule.id), là quy tắc không ai được miễn",
                    en: "decision \(waiver.decisionNumber) waives \(rule.id), which nobody may waive"),
                of: rule,
                remedy: Message(
                    vi: "bài phải đạt quy tắc này; kế hoạch được hiểu khác thì sửa waivers.never trong tệp kế hoạch",
                    en: "the entry must meet the rule; if the plan is read otherwise, mend its waivers.never"))
        case .otherBody(let rule, let bodies):
            let names = bodies.map(corpus.vocabulary[.bodies].name(of:)).joined(separator: "; ")
            return report(
                waiver, "decided_by", "waiver-by-other-body",
                Message(
                    vi: "“\(waiver.decidedBy)” không phải là cơ quan được miễn quy tắc \(rule.id)",
                    en: "“\(waiver.decidedBy)” is not a body that may waive rule \(rule.id)"),
                of: rule, required: Message(vi: "cơ quan quyết định là: \(names)", en: "decided by: \(names)"),
                remedy: Message(
                    vi: "đối chiếu quyết định; ghi tên cơ quan như trong từ vựng (bodies), có thể thêm tên địa bàn của kế hoạch",
                    en: "check the decision; name the body as the vocabulary does, perhaps with the plan's place"))
        case .expired(let rule, let day):
            // Where the rule is met without it, the row is only a record of the past.
            let isNeeded = status == .fail || status == .unknown
            return report(
                waiver, "expires_on", "waiver-expired",
                Message(
                    vi: "quyết định số \(waiver.decisionNumber) cho phép đến hết ngày \(day.vietnamese), nay đã hết hạn",
                    en: "decision \(waiver.decisionNumber) held until \(day.iso) and has expired"),
                weight: isNeeded ? .error : .warning, of: rule,
                remedy: isNeeded
                    ? Message(
                        vi: "xin gia hạn rồi thêm một dòng mới; không được gia hạn thì bài phải đạt quy tắc này",
                        en: "obtain another decision and add its row, or meet the rule")
                    : Message(vi: "bài không cần dòng này nữa", en: "the entry no longer needs the row"))
        case .notYetDecided(let rule):
            return report(
                waiver, "decided_on", "waiver-not-yet-decided",
                Message(
                    vi: "quyết định cho phép ký ngày \(waiver.decidedOn.vietnamese), sau ngày đang xét là \(book.asOf.vietnamese)",
                    en: "the waiver is dated \(waiver.decidedOn.iso), after the day of this check, \(book.asOf.iso)"),
                weight: .warning, of: rule, remedy: Message(vi: "kiểm tra ngày ký trong quyết định", en: "check the decision's date"))
        }
    }

    /// A waiver of a rule that does not speak of the entry was most likely meant for another one.
    private func needless(_ waiver: Waiver) -> Diagnostic? {
        report(
            waiver, "entry_id", "waiver-without-need",
            Message(
                vi: "quy tắc \(waiver.ruleID) không áp dụng cho bài “\(waiver.entryID)”",
                en: "rule \(waiver.ruleID) does not speak of the entry “\(waiver.entryID)”"),
            weight: .warning, remedy: Message(vi: "kiểm tra mã bài và mã quy tắc", en: "check the ids of entry and rule"))
    }

    private func unlimited(_ waiver: Waiver) -> Diagnostic? {
        guard let programme = corpus.programme(waiver.programmeID), programme.waivers == nil else { return nil }
        return report(
            waiver, "decided_by", "waiver-by-anybody",
            Message(
                vi: "kế hoạch “\(programme.shortTitle)” chưa cho biết ai được miễn quy tắc",
                en: "the programme “\(programme.shortTitle)” does not say who may waive its rules"),
            weight: .warning,
            remedy: Message(
                vi: "khai khóa waivers trong \(programme.path): ai được miễn (by), quy tắc nào không ai được miễn (never)",
                en: "declare waivers in \(programme.path): who may waive (by), and what nobody may (never)"))
    }

    // MARK: Reporting

    private func unknown(
        _ waiver: Waiver, _ column: String, _ value: String, _ code: String, _ what: Message, _ known: [String], _ advice: Message
    ) -> Diagnostic {
        let nearest =
            known.count > ReferenceCheck.candidatesWorthComparing ? nil : Suggestion.nearest(to: value, among: known.sorted())
        return report(
            waiver, column, code, Message(vi: "không có \(what.vi) “\(value)”", en: "there is no \(what.en) “\(value)”"),
            remedy: nearest.map { Message(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") } ?? advice)
    }

    private func report(
        _ waiver: Waiver, _ column: String, _ code: String, _ found: Message, weight: Severity = .error, of rule: RuleDeclaration? = nil,
        required: Message? = nil, remedy: Message
    ) -> Diagnostic {
        let programme = corpus.programme(waiver.programmeID)
        return Diagnostic(
            weight, code, found, at: corpus.registers.place(of: waiver.row, column: column),
            clause: rule.flatMap { rule in programme.map { $0.clause(of: rule) } }, required: required, remedy: remedy)
    }
}
