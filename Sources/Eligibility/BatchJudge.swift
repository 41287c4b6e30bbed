import Diagnostics
import Formats
import Programmes
import Registers

/// Counts the entries of each programme together and holds the counts against its quotas.
///
/// A waiver names one entry: it is honoured beyond the number, so that it is neither counted nor held back,
/// and the others are held against the number without it.
struct BatchJudge {
    let corpus: Corpus
    let rules: [String: ProgrammeRules]
    let waivers: WaiverBook

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
        let (verdict, waived) = verdict(on: batch, members, rule, declaration, programme, judgements)
        let isOver = verdict.standing == .over
        let status: OutcomeStatus =
            switch verdict.standing {
            case .met, .short: .pass
            case .over: .fail
            case .unknown: .unknown
            }
        for member in members {
            if let waiver = waived[member] {
                judgements[member].setOutcome(index, .waived, waivedBy: waiver.row)
                continue
            }
            judgements[member].setOutcome(index, status)
            if status != .pass, declaration.severity == .error { judgements[member].isHeldByBatch = true }
        }
        // Where everybody has a decision of his own, nobody is held against a number that is not known.
        let isMoot = verdict.standing == .unknown && waived.count == members.count
        if verdict.standing != .met, !isMoot, !corpus.isUnread(rule.reads) {
            let severity = verdict.standing == .short ? .warning : declaration.severity
            let counted = members.filter { waived[$0] == nil }.map { corpus.entries[$0] }
            diagnostics.append(diagnostic(severity, declaration, programme, verdict, batch, counted, waived: waived.count))
        }
        return BatchReport(
            programmeID: programme.id, ruleID: declaration.id, batch: batch, count: members.count, waived: waived.count,
            limit: verdict.limit, isOver: isOver, members: members)
    }

    /// The verdict on a batch without those whom a decision of their own allows beyond the number; nobody is
    /// looked for where the number suffices.
    private func verdict(
        on batch: Batch, _ members: [Int], _ rule: any BatchRule, _ declaration: RuleDeclaration, _ programme: Programme,
        _ judgements: [Judgement]
    ) -> (BatchVerdict, waived: [Int: Waiver]) {
        let whole = rule.evaluate(count: members.count, batch, in: corpus)
        guard whole.standing == .over || whole.standing == .unknown else { return (whole, [:]) }
        var waived: [Int: Waiver] = [:]
        for member in members {
            waived[member] = judgements[member].honourCase.flatMap { waivers.waiver(of: declaration, in: programme, for: $0.entry) }
        }
        guard !waived.isEmpty else { return (whole, [:]) }
        var others = rule.evaluate(count: members.count - waived.count, batch, in: corpus)
        // Who was honoured beyond the number leaves nobody missing.
        if others.standing == .short { others.standing = .met }
        return (others, waived)
    }

    private func diagnostic(
        _ severity: Severity, _ declaration: RuleDeclaration, _ programme: Programme, _ verdict: BatchVerdict, _ batch: Batch,
        _ members: [SourceEntry], waived: Int
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
        let besides =
            waived == 0
            ? Message("")
            : Message(vi: ", chưa kể \(waived) bài được phép vượt số lượng", en: ", besides \(waived) allowed beyond the number")
        let name = batch.words(corpus.vocabulary)
        return Diagnostic(
            severity, code,
            Message(
                vi: "“\(programme.shortTitle)”, \(name.vi): \(members.count) bài được đề nghị",
                en: "“\(programme.shortTitle)”, \(name.en): \(members.count) entries proposed") + besides,
            at: SourcePlace(path: programme.path, position: declaration.node.position, length: Int(declaration.node.length)),
            clause: programme.clause(of: declaration), required: verdict.required, remedy: remedy,
            notes: members.prefix(10).map { Diagnostic.Note(Message(vi: "bài được tính", en: "counted"), at: SourcePlace(path: $0.path)) })
    }
}
