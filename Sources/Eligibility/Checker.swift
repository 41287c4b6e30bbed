import Diagnostics
import Entries
import Formats
import Parallel
import Programmes
import Registers

/// Holds every entry against every rule of its programme.
package enum Checker {
    /// Throws only what breaks the machine: a mistake of an author is in the report.
    package static func check(_ corpus: Corpus, options: CheckOptions) async throws -> CheckReport {
        try await check(corpus, options, known: nil).report
    }

    /// As above, but takes over the judgements of an earlier check of the same entries against the same
    /// rules and rows: a preview checks thousands of entries after each edit of one.
    package static func check(
        _ corpus: Corpus, options: CheckOptions, remembering memory: inout CheckMemory?
    ) async throws -> CheckReport {
        let known = memory.flatMap { $0.applies(to: corpus, options) ? $0 : nil }
        let (report, found) = try await check(corpus, options, known: known)
        memory = CheckMemory(corpus, options, found)
        return report
    }

    /// What was found before entries were held against one another: a preview need not look for it again.
    struct Found: Sendable {
        /// What was found of each entry alone.
        var judgements: [Judgement]
        /// What the registers tell of people.
        var registerData: RegisterPersonalData
        /// What registers say against one another.
        var registers: RegisterCheck.Findings
    }

    private static func check(
        _ corpus: Corpus, _ options: CheckOptions, known: CheckMemory?
    ) async throws -> (report: CheckReport, found: Found) {
        var diagnostics: [Diagnostic] = []
        var rules: [String: ProgrammeRules] = [:]
        for programme in corpus.programmes {
            let compiled = RuleCatalogue.compile(programme, vocabulary: corpus.vocabulary)
            // Without the vocabulary no code in a rule is known.
            if !corpus.isUnread(Corpus.vocabularyPath) {
                diagnostics += compiled.diagnostics
                diagnostics += ProgrammeLint(programme: programme, rules: compiled.value, vocabulary: corpus.vocabulary).diagnostics()
            }
            rules[programme.id] = ProgrammeRules(programme: programme, rules: compiled.value, acceptedKinds: options.acceptedKinds)
        }
        let compiledRules = rules
        let waivers = WaiverBook(corpus: corpus, asOf: options.asOf)
        let kept = known?.judgements(in: corpus) ?? []
        let alone = try await mapInParallel(Array(corpus.entries.indices)) { index in
            if !kept.isEmpty, let judgement = kept[index] { return judgement }
            return EntryJudge(
                source: corpus.entries[index], corpus: corpus, rules: compiledRules, waivers: waivers, options: options
            ).judge()
        }
        let registers = known?.registers ?? RegisterCheck(corpus: corpus).check()
        var judgements = alone
        reportSharedIDs(corpus, &judgements)
        let ofPages = PersonalDataCheck(policy: options.privacy, publication: nil)
        for text in corpus.texts {
            var files = FileReferenceCheck(in: text.path, corpus)
            files.check(text.body)
            diagnostics += files.diagnostics + ofPages.diagnostics(for: text.personalData, in: text.path)
            for path in Set(text.body.linkedPaths).sorted() {
                if let words = corpus.attachedTexts[path] { diagnostics += ofPages.diagnostics(for: words, in: "content/" + path) }
            }
        }
        let ofRows = known?.registerData ?? RegisterPersonalData(corpus.registers)
        ofRows.report(in: corpus, options.privacy, &judgements, &diagnostics)
        let batches = BatchJudge(corpus: corpus, rules: rules, waivers: waivers).judge(&judgements, &diagnostics)
        let targets = TargetJudge(corpus: corpus, rules: rules, asOf: options.asOf).judge(&diagnostics)
        diagnostics += unsupportedKinds(corpus, rules, judgements)
        WaiverCheck(book: waivers).check(&judgements, &diagnostics)
        OneAwardCheck(corpus: corpus).check(&judgements, &diagnostics)
        diagnostics += registers.diagnostics(besides: Set(judgements.lazy.compactMap(\.honour?.row)))
        diagnostics += WaitingEntries.diagnostics(judgements, corpus)
        var entries = zip(corpus.entries, judgements).map { $1.report(for: $0, asOf: options.asOf) }
        NamesakeCheck(corpus: corpus).check(&entries)
        let report = CheckReport(entries: entries, batches: batches, targets: targets, diagnostics: diagnostics)
        return (report, Found(judgements: alone, registerData: ofRows, registers: registers))
    }

    // MARK: One entry beside the others

    /// Two entries with one id would share an address, and one of them would be lost.
    private static func reportSharedIDs(_ corpus: Corpus, _ judgements: inout [Judgement]) {
        var first: [String: Int] = [:]
        first.reserveCapacity(corpus.entries.count)
        var firstByBasis: [RowReference: Int] = [:]
        for index in corpus.entries.indices {
            let source = corpus.entries[index]
            if let other = first.updateValue(index, forKey: source.id) {
                first[source.id] = other
                let twin = corpus.entries[other]
                judgements[index].diagnostics.append(
                    Diagnostic(
                        .error, "duplicate-id",
                        Message(vi: "mã “\(source.id)” đã dùng cho một bài khác", en: "the id “\(source.id)” is taken by another entry"),
                        at: source.entry.map { $0.place($0.id) } ?? SourcePlace(path: source.path),
                        remedy: Message(
                            vi: "đổi tên tệp hoặc khóa id của bài viết sau; mã là một phần của địa chỉ nên phải duy nhất",
                            en: "rename the newer file, or change its id: it is part of the address"),
                        notes: [
                            Diagnostic.Note(
                                Message(vi: "bài dùng mã này trước", en: "the entry that has it"), at: SourcePlace(path: twin.path))
                        ]))
                judgements[index].isUnusable = true
            }
            guard let entry = source.entry, let row = judgements[index].honour?.row else { continue }
            if let other = firstByBasis.updateValue(index, forKey: row) {
                firstByBasis[row] = other
                judgements[index].diagnostics.append(
                    Diagnostic(
                        .warning, "decision-told-twice",
                        Message(
                            vi: "hai bài cùng dựa vào một dòng “\(entry.basis.reference.value)”",
                            en: "two entries rest on the row “\(entry.basis.reference.value)”"),
                        at: entry.place(entry.basis.reference),
                        remedy: Message(vi: "giữ một bài cho mỗi lần vinh danh", en: "keep one entry for each honour"),
                        notes: [
                            Diagnostic.Note(Message(vi: "bài kia", en: "the other one"), at: SourcePlace(path: corpus.entries[other].path))
                        ]))
            }
        }
    }

    /// One line for each rule that this version can't evaluate, instead of one for each entry.
    private static func unsupportedKinds(_ corpus: Corpus, _ rules: [String: ProgrammeRules], _ judgements: [Judgement]) -> [Diagnostic] {
        corpus.programmes.flatMap { programme -> [Diagnostic] in
            guard let compiled = rules[programme.id] else { return [] }
            return compiled.rules.indices.compactMap { index in
                let declaration = programme.rules[index]
                guard case .unsupported = compiled.rules[index], !compiled.isAccepted[index], declaration.scope == .entry else {
                    return nil
                }
                // A rule of a known kind whose keys are wrong has been reported already.
                guard !RuleCatalogue.builtKinds.contains(declaration.kind.value) else { return nil }
                let held = judgements.count { $0.programmeID == programme.id && $0.isProposed && $0.status(of: index) == .unknown }
                guard held > 0 else { return nil }
                return Diagnostic(
                    declaration.severity, "rule-unsupported",
                    Message(
                        vi: "phiên bản này chưa kiểm tra được loại quy tắc “\(declaration.kind.value)”; \(held) bài chưa rõ kết quả",
                        en: "this version can't evaluate the kind “\(declaration.kind.value)”; \(held) entries have no outcome"),
                    at: declaration.kind.place(in: programme.path),
                    clause: programme.clause(of: declaration),
                    remedy: Message(
                        vi:
                            "tự kiểm tra quy tắc này trên hồ sơ giấy, rồi ghi “\(declaration.kind.value)” vào accepted_kinds trong content/site.yaml",
                        en: "check the rule on paper, then add “\(declaration.kind.value)” to accepted_kinds in content/site.yaml"))
            }
        }
    }
}

/// A programme with its rules ready to be evaluated.
final class ProgrammeRules: Sendable {
    let programme: Programme
    let rules: [CompiledRule]
    /// For each rule, whether it is of an unsupported kind that staff accept by name.
    let isAccepted: [Bool]

    init(programme: Programme, rules: [CompiledRule], acceptedKinds: Set<String>) {
        self.programme = programme
        self.rules = rules
        isAccepted = zip(programme.rules, rules).map { declaration, rule in
            guard case .unsupported = rule else { return false }
            return acceptedKinds.contains(declaration.kind.value)
        }
    }
}
