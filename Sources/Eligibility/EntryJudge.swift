import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// What was found about one entry, before its batch is counted.
struct Judgement: Sendable {
    var programmeID: String?
    var outcomes: [RuleOutcome] = []
    var diagnostics: [Diagnostic] = []
    var honour: HonourDecision?
    var honourCase: HonourCase?
    /// True where the entry can't be shown whatever its status: it could not be read, or shares its id.
    var isUnusable = false
    var isHeldByBatch = false
    /// True where a hard rule is of a kind that this version can't evaluate and nobody accepted.
    var isHeldByUnsupported = false
    /// Why the entry is held back besides its own findings, as codes of findings that stand elsewhere.
    var heldReasons: [String] = []
    /// True where the person took back the consent by now: the entry is gone, whatever else holds.
    var isConsentWithdrawn = false
    /// True while the subject is under discipline or investigation, or a complaint is being verified.
    var isUnderHold = false
    var status: Entry.Publication.Status?
    /// True where the entry may not come onto the board, whatever else is found.
    var staysOff = false

    /// Whether the entry counts in its batch: all but drafts do.
    var isProposed: Bool { status != nil && status != .draft }

    /// - Parameter waiver: the row that sets the rule aside, where one does.
    mutating func setOutcome(_ rule: Int, _ status: OutcomeStatus, waivedBy waiver: RowReference? = nil) {
        guard outcomes.indices.contains(rule) else { return }
        outcomes[rule].status = status
        if let waiver { outcomes[rule].evidence = [waiver] }
    }

    func status(of rule: Int) -> OutcomeStatus? {
        outcomes.indices.contains(rule) ? outcomes[rule].status : nil
    }

    /// The entry's fate, and its findings with the weight that this fate leaves them.
    func report(for source: SourceEntry, asOf: CalendarDay) -> EntryReport {
        let fate = fate(asOf: asOf)
        var diagnostics = diagnostics
        switch fate {
        case .published, .scheduled, .withheld: break
        case .draft, .withdrawn, .revoked, .underReview:
            // It is not shown, so its mistakes can hurt nobody; two files with one id still can.
            for index in diagnostics.indices where diagnostics[index].code != "duplicate-id" {
                let isRule = diagnostics[index].clause != nil
                diagnostics[index].severity = min(diagnostics[index].severity, isRule ? .notice : .warning)
            }
        }
        return EntryReport(
            outcomes: outcomes, diagnostics: diagnostics, fate: fate, reasons: isConsentWithdrawn ? [ConsentCheck.withdrawn] : heldReasons,
            honour: honour, subject: honourCase?.subject)
    }

    private func fate(asOf: CalendarDay) -> Fate {
        if isConsentWithdrawn { return .withdrawn }
        switch status {
        case .draft: return .draft
        case .withdrawn: return .withdrawn
        case .ready, nil: break
        }
        switch honour?.status {
        case .revoked: return .revoked
        case .underReview: return .underReview
        case .valid, nil: break
        }
        if isUnderHold { return .underReview }
        if isUnusable || isHeldByBatch || isHeldByUnsupported || !heldReasons.isEmpty || diagnostics.hasErrors { return .withheld }
        if let from = honourCase?.entry.publication.from, asOf < from { return .scheduled }
        if let from = honour?.publicFrom, asOf < from { return .scheduled }
        return staysOff ? .withdrawn : .published
    }
}

/// Evaluates the rules of one entry's programme.
struct EntryJudge {
    let source: SourceEntry
    let corpus: Corpus
    let rules: [String: ProgrammeRules]
    let waivers: WaiverBook
    let options: CheckOptions

    private var asOf: CalendarDay { options.asOf }

    func judge() -> Judgement {
        var judgement = judgeEligibility()
        let publication = source.entry?.publication
        let check = PersonalDataCheck(policy: options.privacy, publication: publication)
        var data = check.diagnostics(for: source.personalData, in: source.path)
        for path in source.entry?.attachedPaths ?? [] {
            if let text = corpus.attachedTexts[path] { data += check.diagnostics(for: text, in: "content/" + path) }
        }
        // Other findings may quote the same words.
        judgement.diagnostics += data
        judgement.isConsentWithdrawn = publication?.consent?.isWithdrawn(on: asOf) ?? false
        if let honourCase = judgement.honourCase, judgement.status != .withdrawn {
            judgement.diagnostics += ConsentCheck(honour: honourCase, policy: options.privacy, asOf: asOf).diagnostics()
        }
        return judgement
    }

    private func judgeEligibility() -> Judgement {
        var judgement = Judgement()
        judgement.diagnostics = source.diagnostics
        judgement.status = source.isTakenDown ? .withdrawn : source.status
        judgement.staysOff = source.staysOff
        guard let entry = source.entry else {
            judgement.isUnusable = true
            return judgement
        }
        judgement.programmeID = entry.programmeID.value
        judgement.honour = HonourDecision(entry.basis, in: corpus.registers)
        var references = ReferenceCheck(entry, in: corpus)
        references.run()
        judgement.diagnostics += references.diagnostics
        if references.waits { judgement.heldReasons = [WaitingEntries.code] }
        judgement.diagnostics += CorrectionCheck.findings(in: entry, asOf: asOf)
        let holds = HoldCheck(entry: entry, honour: judgement.honour, corpus: corpus, asOf: asOf).check()
        judgement.isUnderHold = holds.isUnderHold
        judgement.diagnostics += holds.findings

        guard let compiled = rules[entry.programmeID.value] else { return judgement }
        guard let honourCase = HonourCase(entry: entry, programme: compiled.programme, corpus: corpus) else {
            judgement.outcomes = compiled.rules.indices.map { RuleOutcome(rule: $0, status: .unknown, evidence: []) }
            return judgement
        }
        judgement.honourCase = honourCase
        judgement.outcomes.reserveCapacity(compiled.rules.count)
        for index in compiled.rules.indices {
            if corpus.isUnread(compiled.rules[index].reads), compiled.programme.rules[index].scope == .entry {
                // Its answer would be about an empty register.
                judgement.outcomes.append(RuleOutcome(rule: index, status: .unknown, evidence: []))
                if compiled.programme.rules[index].severity == .error { judgement.heldReasons = [WaitingEntries.code] }
                continue
            }
            let outcome = evaluate(index, compiled, honourCase, &judgement.diagnostics)
            judgement.outcomes.append(outcome)
            if case .unsupported = compiled.rules[index], outcome.status == .unknown, !outcome.acceptedUnsupported,
                compiled.programme.rules[index].severity == .error
            {
                judgement.isHeldByUnsupported = true
            }
        }
        return judgement
    }

    private func evaluate(
        _ index: Int, _ compiled: ProgrammeRules, _ honourCase: HonourCase, _ diagnostics: inout [Diagnostic]
    ) -> RuleOutcome {
        let declaration = compiled.programme.rules[index]
        guard declaration.scope == .entry || declaration.scope == .batch, honourCase.meets(declaration.condition) else {
            return RuleOutcome(rule: index, status: .notApplicable, evidence: [])
        }
        switch compiled.rules[index] {
        case .statement, .target: return RuleOutcome(rule: index, status: .notApplicable, evidence: [])
        case .batch: return RuleOutcome(rule: index, status: .unknown, evidence: [])
        case .unsupported:
            guard declaration.scope == .entry else { return RuleOutcome(rule: index, status: .notApplicable, evidence: []) }
            if let waiver = waivers.waiver(of: declaration, in: compiled.programme, for: honourCase.entry) {
                return RuleOutcome(rule: index, status: .waived, evidence: [waiver.row])
            }
            return RuleOutcome(rule: index, status: .unknown, acceptedUnsupported: compiled.isAccepted[index], evidence: [])
        case .entry(let rule):
            let verdict = waived(rule.evaluate(honourCase), declaration, honourCase)
            if let finding = verdict.finding {
                diagnostics.append(diagnostic(finding, verdict.status, declaration, compiled.programme))
            }
            return RuleOutcome(rule: index, status: verdict.status, evidence: verdict.evidence)
        }
    }

    private func diagnostic(_ finding: Finding, _ status: OutcomeStatus, _ declaration: RuleDeclaration, _ programme: Programme)
        -> Diagnostic
    {
        Diagnostic(
            // What is met after all is worth a look, whatever the rule weighs.
            status == .pass || status == .waived ? min(declaration.severity, .warning) : declaration.severity, finding.code, finding.found,
            at: finding.place, clause: programme.clause(of: declaration),
            required: finding.required, remedy: finding.remedy, notes: finding.notes)
    }

    /// The verdict where a decision sets the rule aside for this entry; as it was, where none does.
    private func waived(_ verdict: Verdict, _ rule: RuleDeclaration, _ honour: HonourCase) -> Verdict {
        guard verdict.status == .fail || verdict.status == .unknown else { return verdict }
        if let waiver = waivers.waiver(of: rule, in: honour.programme, for: honour.entry) {
            return Verdict(status: .waived, evidence: [waiver.row] + verdict.evidence, finding: nil)
        }
        guard let (waiver, day) = waivers.lapsed(rule, in: honour.programme, for: honour.entry) else { return verdict }
        var expired = verdict
        expired.finding?.notes.append(
            Diagnostic.Note(
                Message(
                    vi: "quyết định cho phép số \(waiver.decisionNumber) đã hết hạn ngày \(day.vietnamese)",
                    en: "the waiver \(waiver.decisionNumber) expired on \(day.iso)"),
                at: corpus.registers.place(of: waiver.row, column: "expires_on")))
        return expired
    }
}
