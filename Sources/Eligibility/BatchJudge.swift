import Diagnostics
import Formats
import Programmes

/// Counts the entries of each programme together and holds the counts against its quotas.
struct BatchJudge {
    let corpus: Corpus
    let rules: [String: ProgrammeRules]

    /// Sets the outcome of every counted entry, and holds those of a batch that is over its number back.
    func judge(_ judgements: inout [Judgement], _ diagnostics: inout [Diagnostic]) -> [BatchReport] {
        var reports: [BatchReport] = []
        for programme in corpus.programmes {
            guard let compiled = rules[programme.id] else { continue }
            for (index, rule) in compiled.rules.enumerated() {
                guard case .batch(let rule) = rule else { continue }
                for (batch, members) in members(of: rule, programme, programme.rules[index], judgements) {
                    reports.append(judge(batch, members, rule, index, programme, &judgements, &diagnostics))
                }
            }
        }
        return reports
    }

    /// The entries that a rule counts, by batch, in the order of the batches' names.
    private func members(
        of rule: any BatchRule, _ programme: Programme, _ declaration: RuleDeclaration, _ judgements: [Judgement]
    ) -> [(batch: Batch, members: [Int])] {
        var batches: [Batch: [Int]] = [:]
        for (entry, judgement) in judgements.enumerated() {
            guard judgement.isProposed, let honour = judgement.honourCase, honour.programme.id == programme.id else { continue }
            guard honour.meets(declaration.condition) else { continue }
            batches[rule.batch(of: honour), default: []].append(entry)
        }
        return batches.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func judge(
        _ batch: Batch, _ members: [Int], _ rule: any BatchRule, _ index: Int, _ programme: Programme, _ judgements: inout [Judgement],
        _ diagnostics: inout [Diagnostic]
    ) -> BatchReport {
        let declaration = programme.rules[index]
        let verdict = rule.evaluate(count: members.count, batch, in: corpus)
        let isOver = verdict.standing == .over
        let status: OutcomeStatus =
            switch verdict.standing {
            case .met, .short: .pass
            case .over: .fail
            case .unknown: .unknown
            }
        for member in members {
            judgements[member].setOutcome(index, status)
            if status != .pass, declaration.severity == .error { judgements[member].isHeldByBatch = true }
        }
        if verdict.standing != .met {
            let severity = verdict.standing == .short ? .warning : declaration.severity
            diagnostics.append(diagnostic(severity, declaration, programme, verdict, batch, members.map { corpus.entries[$0] }))
        }
        return BatchReport(
            programmeID: programme.id, ruleID: declaration.id, batch: batch, count: members.count, limit: verdict.limit, isOver: isOver,
            members: members)
    }

    private func diagnostic(
        _ severity: Severity, _ declaration: RuleDeclaration, _ programme: Programme, _ verdict: BatchVerdict, _ batch: Batch,
        _ members: [SourceEntry]
    ) -> Diagnostic {
        let (code, remedy): (String, Message) =
            switch verdict.standing {
            case .over:
                (
                    "quota-exceeded",
                    Message(vi: "chuyển bài không được chọn về publish.status: draft", en: "set publish.status: draft for those not chosen")
                )
            case .unknown:
                (
                    "quota-not-known",
                    Message(vi: "nhập các đăng ký của năm vào registrations.csv", en: "enter the year's registrations in registrations.csv")
                )
            case .short, .met:
                (
                    "quota-not-filled",
                    Message(
                        vi: "bổ sung cho đủ số lượng, hoặc bỏ qua nếu thực tế chỉ có chừng đó",
                        en: "add the missing ones, or leave it if there are no more")
                )
            }
        return Diagnostic(
            severity, code,
            Message(
                vi: "“\(programme.shortTitle)”, \(batch.name): \(members.count) bài được đề nghị",
                en: "“\(programme.shortTitle)”, \(batch.name): \(members.count) entries proposed"),
            at: SourcePlace(path: programme.path, position: declaration.node.position, length: Int(declaration.node.length)),
            clause: programme.clause(of: declaration), required: verdict.required, remedy: remedy,
            notes: members.prefix(10).map { Diagnostic.Note(Message(vi: "bài được tính", en: "counted"), at: SourcePlace(path: $0.path)) })
    }
}
