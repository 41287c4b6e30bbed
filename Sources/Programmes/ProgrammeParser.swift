import Diagnostics
import Formats

/// Reads one file of `content/programmes`.
package enum ProgrammeParser {
    /// Nil where the file can't be used at all; otherwise a programme, perhaps with errors beside it.
    package static func parse(_ text: SourceText, vocabulary: Vocabulary) -> Diagnosed<Programme?> {
        let document = YAMLParser.parse(text)
        let collector = DiagnosticCollector()
        guard let node = document.value,
            let reader = MappingReader(node, in: text.path, as: Message(vi: "tệp kế hoạch", en: "the programme"), into: collector)
        else { return Diagnosed(nil, document.diagnostics + collector.diagnostics) }
        let programme = read(reader, vocabulary)
        reader.finish()
        return Diagnosed(programme, document.diagnostics + collector.diagnostics)
    }

    /// A reader of a rule's own keys: those that all rules share count as asked for.
    package static func ownKeys(of declaration: RuleDeclaration, path: String, collector: DiagnosticCollector) -> MappingReader {
        let what = Message(vi: "quy tắc \(declaration.id)", en: "rule \(declaration.id)")
        guard let reader = MappingReader(declaration.node, in: path, as: what, into: collector) else {
            preconditionFailure("a declaration is read from a mapping")
        }
        for key in commonKeys { _ = reader.pair(key) }
        return reader
    }

    private static let commonKeys = ["id", "kind", "scope", "cite", "severity", "text", "when", "conflicts_with", "note"]

    private static func read(_ reader: MappingReader, _ vocabulary: Vocabulary) -> Programme? {
        let id = reader.identifier("id", required: true)
        let title = reader.string("title", required: true)
        let validity = reader.mapping("validity", required: true)
        let from = validity?.date("from", required: true)
        let to = validity?.date("to", required: true)
        let basis = reader.choice("rests_on", among: Programme.Basis.self, required: true)
        let place = reader.identifier("place", required: true)
        let document = readDocument(reader)
        let scale = reader.pair("rating_scale") == nil ? nil : reader.ratingScale("rating_scale", vocabulary, default: nil)?.id
        _ = reader.choice("word_rule", of: [("syllables", ())])
        let campaigns = reader.terms("campaigns", .campaigns, vocabulary)
        let levels = reader.terms("levels", .levels, vocabulary)
        let kinds = reader.terms("subject_kinds", .subjectKinds, vocabulary)
        let fields = readFields(reader, vocabulary)
        let readings = readReadings(reader, "readings")
        let contradictions = readReadings(reader, "contradictions")
        let waivers = reader.waiverTerms(vocabulary)
        let rules = readRules(reader, vocabulary)
        let sheets = ScoreSheetParser.read(reader, vocabulary, readings: readings + contradictions)
        let forms = readForms(reader)
        let shortTitle = reader.string("short_title")?.value
        let summary = reader.text("summary")?.value
        if let from, let to, to.value < from.value {
            reader.collector.append(
                Diagnostic(
                    .error, "validity-ends-before-it-begins",
                    Message(vi: "kế hoạch hết hạn trước khi có hiệu lực", en: "the programme ends before it begins"),
                    at: to.place(in: reader.path),
                    remedy: Message(vi: "kiểm tra validity.from và validity.to", en: "check validity.from and validity.to")))
        }
        guard let id, let title, let from, let to, let basis, let place, let document else { return nil }
        return Programme(
            id: id.value, title: title.value, shortTitle: shortTitle ?? title.value, summary: summary ?? "", document: document,
            validFrom: from.value,
            validTo: to.value, placeID: place, basis: basis.value, campaigns: campaigns, levels: levels, subjectKinds: kinds,
            fields: fields,
            ratingScale: scale, readings: readings, contradictions: contradictions, waivers: waivers, rules: rules,
            scoreSheets: sheets, forms: forms, path: reader.path, idPlace: id.place(in: reader.path))
    }

    private static func readDocument(_ reader: MappingReader) -> PlanDocument? {
        guard let document = reader.mapping("document", required: true) else { return nil }
        let name = document.string("name")?.value ?? "Kế hoạch"
        let issuer = document.string("issuer", required: true)
        let number = document.string("number")?.value
        let date = document.date("date")?.value
        let printed = document.string("printed_date")?.value
        let gaps = document.strings("gaps").map(\.value)
        if number == nil || date == nil, gaps.isEmpty {
            document.collector.append(
                Diagnostic(
                    .warning, "document-incomplete",
                    Message(
                        vi: "văn bản của kế hoạch thiếu số hoặc ngày mà không nói vì sao",
                        en: "the plan lacks its number or date, and no gap says why"),
                    at: document.place,
                    remedy: Message(vi: "điền number và date, hoặc ghi lý do vào gaps", en: "fill in number and date, or say why in gaps")))
        }
        guard let issuer else { return nil }
        return PlanDocument(name: name, number: number, date: date, printedDate: printed, issuer: issuer.value, gaps: gaps)
    }

    private static func readFields(_ reader: MappingReader, _ vocabulary: Vocabulary) -> [ProgrammeField] {
        reader.mappings("fields").compactMap { field in
            let id = field.term("id", .fields, vocabulary)
            let name = field.string("name")
            let note = field.text("note")
            guard let id else { return nil }
            return ProgrammeField(id: id, name: name?.value ?? vocabulary[.fields].name(of: id), note: note?.value)
        }
    }

    private static func readReadings(_ reader: MappingReader, _ key: String) -> [Reading] {
        reader.mappings(key).compactMap { reading in
            let rules = reading.oneOrMore("rules")
            let sheet = reading.identifier("score_sheet")
            let criteria = reading.integers("criteria", in: 1...1000)
            guard let text = reading.text("text", required: true) else { return nil }
            return Reading(references: rules, text: text.value, scoreSheet: sheet, criteria: criteria)
        }
    }

    private static func readRules(_ reader: MappingReader, _ vocabulary: Vocabulary) -> [RuleDeclaration] {
        var first: [String: Located<String>] = [:]
        return reader.items("rules", required: true).compactMap { node in
            // Each kind's own keys are read by the rule of that name, so unknown keys are its concern.
            let what = Message(vi: "quy tắc", en: "the rule")
            guard let rule = MappingReader(node, in: reader.path, as: what, into: reader.collector) else { return nil }
            let id = rule.identifier("id", required: true)
            let kind = rule.string("kind", required: true)
            let scope = rule.choice("scope", among: RuleDeclaration.Scope.self, required: true)
            let cite = rule.string("cite", required: true)
            let severity = rule.choice("severity", among: Severity.self, required: true)
            let text = rule.text("text", required: true)
            let condition = rule.condition("when", vocabulary)
            let conflicts = rule.oneOrMore("conflicts_with")
            if let id, let other = first.updateValue(id, forKey: id.value) {
                reader.collector.append(
                    Diagnostic(
                        .error, "duplicate-rule",
                        Message(vi: "quy tắc “\(id.value)” được khai báo hai lần", en: "rule “\(id.value)” is declared twice"),
                        at: id.place(in: reader.path),
                        remedy: Message(vi: "đổi mã hoặc bỏ một trong hai", en: "rename or remove one of the two"),
                        notes: [Diagnostic.Note(Message(vi: "khai báo trước", en: "declared here first"), at: other.place(in: reader.path))]
                    ))
            }
            guard let id, let kind, let scope, let cite, let severity, let text else { return nil }
            return RuleDeclaration(
                id: id.value, kind: kind, scope: scope.value, cite: cite.value, severity: severity.value, text: text.value,
                condition: condition, conflicts: conflicts, node: node)
        }
    }

    private static func readForms(_ reader: MappingReader) -> [Form] {
        reader.mappings("forms").compactMap { form in
            let id = form.identifier("id", required: true)
            let name = form.string("name", required: true)
            let note = form.text("note")
            let columns = form.strings("columns").map(\.value)
            let order = form.strings("order").map(\.value)
            let sortedBy = form.choices("sorted_by", of: Form.SortKey.allCases.map { ($0.rawValue, $0) }).map(\.value)
            guard let id, let name else { return nil }
            return Form(id: id.value, name: name.value, note: note?.value ?? "", columns: columns, order: order, sortedBy: sortedBy)
        }
    }
}
