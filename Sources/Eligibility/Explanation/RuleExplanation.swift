import Diagnostics
import Entries
import Formats
import Programmes
import Registers

extension Explainer {
    /// How many entries or organisations of each outcome are named as examples.
    private static let exampleCount = 3

    /// One rule: its text and clause, how the machine reads it, what it reads, and examples from the board.
    func rule(_ index: Int, of programme: Programme) -> Explanation {
        let declaration = programme.rules[index]
        let compiled = rules[programme.id]?[index]
        var page = Explanation(Message(vi: "Quy định \(declaration.id)", en: "The rule \(declaration.id)"))
        page.add("kind", Message(vi: "Loại", en: "Kind"), code: "rule", Message(vi: "quy định của kế hoạch", en: "a rule of a programme"))
        page.add(
            "id", Message(vi: "Mã", en: "Id"), Message(declaration.id),
            at: SourcePlace(path: programme.path, position: declaration.node.position, length: Int(declaration.node.length)))
        page.add("programme", Message(vi: "Kế hoạch", en: "Programme"), Message(programme.document.citation))
        page.add("clause", Message(vi: "Điểm, mục", en: "Clause"), Message(declaration.cite))
        page.add("text", Message(vi: "Quy định", en: "Text"), Message(declaration.text))
        page.add("rule_kind", Message(vi: "Loại quy tắc", en: "Rule kind"), Message(declaration.kind.value))
        page.add("required", Message(vi: "Máy hiểu là", en: "Read as"), compiled?.requirement?.asSentence)
        page.add(
            "scope", Message(vi: "Phạm vi", en: "Scope"), code: declaration.scope.rawValue, words(for: declaration.scope))
        page.add(
            "severity", Message(vi: "Mức", en: "Severity"), code: declaration.severity.rawValue,
            TextFormatter.word(for: declaration.severity))
        if !declaration.condition.isAlways {
            page.add("when", Message(vi: "Áp dụng cho", en: "Applies to"), declaration.condition.words(vocabulary))
        }
        page.add("reads", Message(vi: "Đọc", en: "Reads"), (compiled?.reads ?? []).map(words(for:)).joined(Message(vi: ", ", en: ", ")))
        let readings = programme.readings.filter { $0.rules.contains(declaration.id) }.map { Explanation(Message($0.text)) }
        page.add("readings", Message(vi: "Cách hiểu đã chọn", en: "Readings chosen"), readings)
        let contradictions = programme.contradictions.filter { $0.rules.contains(declaration.id) }.map { Explanation(Message($0.text)) }
        page.add("contradictions", Message(vi: "Chỗ kế hoạch chưa thống nhất", en: "Contradictions"), contradictions)
        addExamples(index, programme, &page)
        addTargets(index, programme, &page)
        addQuotas(declaration, programme, &page)
        return page
    }

    private func addExamples(_ index: Int, _ programme: Programme, _ page: inout Explanation) {
        var examples: [OutcomeStatus: [Explanation]] = [:]
        var statuses: [OutcomeStatus] = []
        for (source, report) in zip(corpus.entries, report.entries) where source.entry?.programmeID.value == programme.id {
            guard report.outcomes.indices.contains(index) else { continue }
            let status = report.outcomes[index].status
            statuses.append(status)
            guard examples[status, default: []].count < Self.exampleCount else { continue }
            var example = Explanation(Message(source.id))
            let finding = report.diagnostics.first { $0.clause?.rule == programme.rules[index].id }
            example.add("found", Message(vi: "Điều tìm thấy", en: "Found"), finding?.message)
            example.add("evidence", Message(vi: "Căn cứ", en: "Evidence"), report.outcomes[index].evidence.map(evidence))
            examples[status, default: []].append(example)
        }
        guard programme.rules[index].scope == .entry || programme.rules[index].scope == .batch else { return }
        page.add("counts", Message(vi: "Kết quả của các bài", en: "Outcomes of the entries"), counts(statuses))
        for status in OutcomeStatus.allCases where status != .notApplicable {
            let name = status.name
            page.add(
                "examples_\(status.rawValue)", Message(vi: "Ví dụ: \(name.vi)", en: "Examples: \(name.en)"), examples[status] ?? [])
        }
    }

    private func addTargets(_ index: Int, _ programme: Programme, _ page: inout Explanation) {
        let targets = report.targets.filter { $0.programmeID == programme.id && $0.rule == index }
        guard !targets.isEmpty else { return }
        page.add("counts", Message(vi: "Kết quả", en: "Outcomes"), counts(targets.map(\.status)))
        page.add(
            "targets", Message(vi: "Từng tổ chức, từng năm", en: "Each organisation and year"),
            targets.map { target in
                let holder = target.organisationID.map { corpus.registers.subject($0, on: nil)?.name ?? $0 } ?? programme.document.issuer
                var item = Explanation(
                    Message(
                        vi: "[\(target.status.name.vi)] \(holder), năm \(target.year)",
                        en: "[\(target.status.name.en)] \(holder), \(target.year)"))
                item.add("status", Message(vi: "Kết quả", en: "Outcome"), code: target.status.rawValue, target.status.name)
                item.add("evidence", Message(vi: "Căn cứ", en: "Evidence"), target.evidence.map(evidence))
                return item
            })
    }

    private func addQuotas(_ declaration: RuleDeclaration, _ programme: Programme, _ page: inout Explanation) {
        let batches = report.batches.filter { $0.programmeID == programme.id && $0.ruleID == declaration.id }
        page.add(
            "quotas", Message(vi: "Số lượng đã đề nghị", en: "Proposed"),
            batches.map { batch in
                let count = "\(batch.count)" + (batch.limit.map { " / \($0)" } ?? "")
                let name = batch.batch.words(vocabulary)
                return Explanation(Message(vi: "\(name.vi.uppercasedFirst): \(count)", en: "\(name.en): \(count)"))
            })
    }

    private func words(for scope: RuleDeclaration.Scope) -> Message {
        switch scope {
        case .entry: Message(vi: "từng bài", en: "each entry")
        case .batch: Message(vi: "cả đợt", en: "the batch")
        case .organisation: Message(vi: "từng tổ chức, chỉ báo ở kế hoạch", en: "each organisation, reported only")
        case .programme: Message(vi: "cơ quan thực hiện, chỉ báo ở kế hoạch", en: "the staff, reported only")
        }
    }

    private func words(for source: RuleSource) -> Message {
        switch source {
        case .entry: Message(vi: "bài", en: "the entry")
        case .register(let name): Message("\(name.rawValue).csv")
        case .places: Message("places.csv")
        }
    }
}
