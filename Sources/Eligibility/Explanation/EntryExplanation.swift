import Diagnostics
import Entries
import Formats
import Places
import Programmes
import Registers

extension Explainer {
    /// The file of one entry: who, by which decision, and every rule with its outcome, its evidence and what
    /// would change it.
    func entry(at index: Int) -> Explanation {
        let (source, report) = (corpus.entries[index], report.entries[index])
        var file = Explanation(
            Message(vi: "Bài “\(source.entry?.title ?? source.id)”", en: "The entry “\(source.entry?.title ?? source.id)”"))
        file.add("kind", Message(vi: "Loại", en: "Kind"), code: "entry", Message(vi: "bài vinh danh", en: "an entry"))
        file.add("id", Message(vi: "Mã bài", en: "Id"), Message(source.id), at: SourcePlace(path: source.path))
        file.add("fate", Message(vi: "Kết cục", en: "Fate"), code: report.fate.rawValue, report.fate.name)
        guard let entry = source.entry else {
            file.add("findings", Message(vi: "Điều cần sửa", en: "To be mended"), report.diagnostics.map(finding))
            return file
        }
        addHonour(entry, report, &file)
        guard let programme = corpus.programme(entry.programmeID.value) else {
            file.add("findings", Message(vi: "Điều cần sửa", en: "To be mended"), report.diagnostics.map(finding))
            return file
        }
        file.add("counts", Message(vi: "Kết quả đối chiếu", en: "Outcomes"), counts(report.outcomes.map(\.status)))
        let others = report.diagnostics.filter { diagnostic in
            !programme.rules.contains { $0.id == diagnostic.clause?.rule }
        }
        file.add("findings", Message(vi: "Điều cần sửa ngoài các quy định", en: "To be mended besides the rules"), others.map(finding))
        let (idle, applied) = (
            report.outcomes.filter { $0.status == .notApplicable }, report.outcomes.filter { $0.status != .notApplicable }
        )
        file.add(
            "rules", Message(vi: "Từng quy định áp dụng cho bài", en: "Every rule that applies"),
            applied.map { outcome($0, entry, report, programme) })
        file.add(
            "rules_not_applicable", Message(vi: "Các quy định không áp dụng", en: "Rules that do not apply"),
            idle.map { self.idle($0, programme) })
        return file
    }

    private func addHonour(_ entry: Entry, _ report: EntryReport, _ file: inout Explanation) {
        let registers = corpus.registers
        if let subject = report.subject {
            file.add(
                "subject", Message(vi: "Đối tượng", en: "Subject"),
                RowWords(registers: registers, vocabulary: vocabulary).words(for: subject.row), at: registers.place(of: subject.row))
        }
        if let honour = report.honour {
            file.add(
                "decision", Message(vi: "Quyết định", en: "Decision"),
                RowWords(registers: registers, vocabulary: vocabulary).words(for: honour.row), at: registers.place(of: honour.row))
        }
        if let programme = corpus.programme(entry.programmeID.value) {
            file.add(
                "programme", Message(vi: "Kế hoạch", en: "Programme"), Message(programme.document.citation),
                at: SourcePlace(path: programme.path))
        }
        guard let place = corpus.gazetteer[entry.placeID.value] else { return }
        file.add("place", Message(vi: "Địa bàn lúc ký", en: "Place of that day"), words(for: place), at: place.source)
        if !place.exists(on: asOf) {
            let now = corpus.gazetteer.today(for: place, on: asOf).map { words(for: $0) }
            file.add("place_now", Message(vi: "Nay thuộc", en: "Today"), now.joined(Message(vi: "; ", en: "; ")))
        }
    }

    /// How many of each outcome: “30 đạt, 5 không áp dụng”.
    func counts(_ statuses: [OutcomeStatus]) -> Message {
        OutcomeStatus.allCases.compactMap { status in
            let count = statuses.count { $0 == status }
            return count == 0 ? nil : Message(vi: "\(count) \(status.name.vi)", en: "\(count) \(status.name.en)")
        }.joined(Message(vi: ", ", en: ", "))
    }

    // MARK: One rule

    /// A rule that asks nothing of the entry, and why.
    private func idle(_ outcome: RuleOutcome, _ programme: Programme) -> Explanation {
        let declaration = programme.rules[outcome.rule]
        let reason = reason(outcome, declaration, rules[programme.id]?[outcome.rule])
        var part = Explanation(Message(declaration.id) + (reason.map { Message(": ") + $0 } ?? ""))
        part.add("rule", Message(vi: "Mã", en: "Rule"), code: declaration.id, Message(declaration.id))
        part.add("evidence", Message(vi: "Căn cứ", en: "Evidence"), outcome.evidence.map(evidence))
        return part
    }

    private func outcome(_ outcome: RuleOutcome, _ entry: Entry, _ report: EntryReport, _ programme: Programme) -> Explanation {
        let declaration = programme.rules[outcome.rule]
        let compiled = rules[programme.id]?[outcome.rule]
        var part = Explanation(
            Message("[") + outcome.status.name + Message("] \(declaration.id), ") + Clause.section(declaration.cite))
        part.add("rule", Message(vi: "Mã", en: "Rule"), code: declaration.id, Message(declaration.id))
        part.add("status", Message(vi: "Kết quả", en: "Outcome"), code: outcome.status.rawValue, outcome.status.name)
        part.add("text", Message(vi: "Quy định", en: "Text"), Message(declaration.text))
        let findings = report.diagnostics.filter { $0.clause?.rule == declaration.id }
        part.add(
            "required", Message(vi: "Cần có", en: "Asked for"),
            (findings.first?.required ?? compiled?.requirement)?.asSentence)
        part.add("reason", Message(vi: "Vì sao", en: "Why"), reason(outcome, declaration, compiled))
        part.add("quota", Message(vi: "Đã đề nghị", en: "Proposed"), quota(declaration, entry, report, programme))
        part.add("evidence", Message(vi: "Căn cứ", en: "Evidence"), outcome.evidence.map(evidence))
        part.add("findings", Message(vi: "Điều tìm thấy", en: "Found"), findings.map(finding))
        part.add("change", Message(vi: "Đổi khi", en: "Changes when"), change(outcome, findings, compiled))
        return part
    }

    /// Why a rule asks nothing of the entry, or has no answer that rows could give.
    private func reason(_ outcome: RuleOutcome, _ declaration: RuleDeclaration, _ compiled: CompiledRule?) -> Message? {
        switch (outcome.status, compiled) {
        case (.notApplicable, .statement): return Message(vi: "quy định này chỉ nêu để biết", en: "it only informs").asSentence
        case (.notApplicable, .target):
            return Message(
                vi: "chỉ tiêu của tổ chức hoặc việc của cơ quan thực hiện, được báo ở kế hoạch",
                en: "a target of organisations or of the staff, reported on the programme"
            ).asSentence
        case (.notApplicable, _):
            guard !declaration.condition.isAlways else { return outcome.evidence.isEmpty ? nil : exceptionWords }
            let words = declaration.condition.words(vocabulary)
            return Message(vi: "chỉ áp dụng cho: \(words.vi)", en: "applies only to: \(words.en)").asSentence
        case (.unknown, .unsupported):
            return outcome.acceptedUnsupported
                ? Message(
                    vi: "phần mềm chưa kiểm tra được loại quy định này; cơ quan nhận tự đối chiếu trên hồ sơ giấy",
                    en: "this version can't check the kind; the office checks it on paper"
                ).asSentence
                : Message(vi: "phần mềm chưa kiểm tra được loại quy định này", en: "this version can't check the kind").asSentence
        default: return nil
        }
    }

    private var exceptionWords: Message {
        Message(vi: "thuộc trường hợp ngoại lệ, theo căn cứ dưới đây", en: "an exception, by the evidence below").asSentence
    }

    /// How far the quota of the entry's batch is used.
    private func quota(_ declaration: RuleDeclaration, _ entry: Entry, _ report: EntryReport, _ programme: Programme) -> Message? {
        let level = programme.level(of: entry, resting: report.honour)
        let batch = self.report.batches.first {
            $0.programmeID == programme.id && $0.ruleID == declaration.id && $0.batch.year == entry.year.value
                && ($0.batch.level == nil || $0.batch.level == level)
        }
        guard let batch, declaration.scope == .batch else { return nil }
        let count = "\(batch.count)" + (batch.limit.map { " / \($0)" } ?? "")
        let name = batch.batch.words(vocabulary)
        return Message(vi: "\(count) bài (\(name.vi))", en: "\(count) (\(name.en))")
    }

    /// What would change the outcome.
    private func change(_ outcome: RuleOutcome, _ findings: [Diagnostic], _ compiled: CompiledRule?) -> Message? {
        switch outcome.status {
        case .pass where outcome.evidence.isEmpty:
            guard case .entry? = compiled else { return nil }
            return Message(
                vi: "nội dung của bài được sửa trái với quy định này", en: "the entry itself is changed against the rule"
            ).asSentence
        case .pass:
            return Message(
                vi: "dòng nêu trên bị xóa, bị thu hồi hoặc được sửa trái với quy định",
                en: "a row of the evidence is removed, revoked, or changed against the rule"
            ).asSentence
        case .waived: return Message(vi: "quyết định cho phép hết hạn hoặc bị rút", en: "the waiver expires or is withdrawn").asSentence
        case .fail, .unknown: return findings.first?.remedy
        case .notApplicable: return nil
        }
    }

    func finding(_ diagnostic: Diagnostic) -> Explanation {
        var part = Explanation(diagnostic.message)
        part.add("code", Message(vi: "Mã", en: "Code"), Message(diagnostic.code))
        part.add("place", Message(vi: "Nơi cần sửa", en: "Place"), diagnostic.place.map { Message($0.description) })
        part.add("remedy", Message(vi: "Cách sửa", en: "Remedy"), diagnostic.remedy)
        return part
    }
}
