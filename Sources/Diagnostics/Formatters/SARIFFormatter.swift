/// Turns findings into SARIF 2.1.0 (OASIS Standard, errata 01), which code hosts and editors read.
///
/// The log has one run. Its rules are the plans' rules, each under `programme/rule` with its clause, and the codes
/// of the findings that rest on no clause. It holds no line of any file, and no path of the machine that it was
/// made on: the same findings are the same bytes everywhere. `docs/du-lieu.md` describes what stands where.
package enum SARIFFormatter {
    /// A rule of a plan, as the log names it.
    package struct Rule: Sendable {
        /// Unique among all plans: `lucngan-2021/LN-10`.
        package var id: String
        package var clause: Clause
        /// What the plan says, in one sentence.
        package var text: String
        /// How much a finding of this rule weighs by default.
        package var severity: Severity

        package init(id: String, clause: Clause, text: String, severity: Severity) {
            self.id = id
            self.clause = clause
            self.text = text
            self.severity = severity
        }
    }

    /// The whole log.
    ///
    /// - Parameters:
    ///   - diagnostics: in the order in which the results shall stand.
    ///   - rules: the rules of all plans, whether anything was found of them or not; of two with one id the first counts.
    ///   - version: the program's version, after Semantic Versioning.
    package static func log(_ diagnostics: [Diagnostic], rules: [Rule], version: String, in language: Language) -> JSONValue {
        let table = RuleTable(diagnostics, rules, language)
        var fingerprints = Fingerprints()
        let tag = JSONValue.string(language == .vietnamese ? "vi-VN" : "en-US")
        let results = diagnostics.map { diagnostic in
            result(diagnostic, table.index(of: diagnostic), table, fingerprints.next(for: diagnostic), language)
        }
        let driver: JSONValue = .object([
            ("name", "bangvang"), ("version", .string(version)), ("semanticVersion", .string(version)), ("language", tag),
            ("rules", .array(table.descriptors)),
        ])
        let run: JSONValue = .object([
            ("tool", .object([("driver", driver)])), ("language", tag),
            ("originalUriBaseIds", .object([(baseID, .object([("description", message(baseWords[language]))]))])),
            // A place's columns count Unicode scalars.
            ("columnKind", "unicodeCodePoints"), ("results", .array(results)),
        ])
        return .object([
            ("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
            ("version", "2.1.0"), ("runs", .array([run])),
        ])
    }

    /// What relative addresses start from; the name is the one that readers of SARIF know.
    private static let baseID = "%SRCROOT%"
    private static let baseWords = Message(
        vi: "Thư mục của bảng vàng, nơi có content/ và site-templates/.", en: "The board's folder, with content/ and site-templates/.")

    // MARK: One finding

    private static func result(
        _ diagnostic: Diagnostic, _ index: Int, _ table: RuleTable, _ fingerprint: String, _ language: Language
    ) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("ruleId", .string(table.ids[index])), ("ruleIndex", .integer(index)), ("level", .string(level(of: diagnostic.severity))),
            ("message", message(diagnostic.message[language])),
        ]
        if let place = diagnostic.place {
            members.append(("locations", .array([.object([("physicalLocation", physicalLocation(place))])])))
        }
        let related = diagnostic.notes.compactMap { note in note.place.map { (note.message[language], $0) } }
        if !related.isEmpty {
            let locations = related.enumerated().map { number, note in
                JSONValue.object([
                    ("id", .integer(number + 1)), ("physicalLocation", physicalLocation(note.1)), ("message", message(note.0)),
                ])
            }
            members.append(("relatedLocations", .array(locations)))
        }
        members.append(("partialFingerprints", .object([(Fingerprints.name, .string(fingerprint))])))
        members.append(("properties", properties(of: diagnostic, language)))
        return .object(members)
    }

    /// What SARIF has no place for.
    private static func properties(of diagnostic: Diagnostic, _ language: Language) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [("code", .string(diagnostic.code))]
        if let required = diagnostic.required { members.append(("required", .string(required[language]))) }
        if let remedy = diagnostic.remedy { members.append(("remedy", .string(remedy[language]))) }
        if let clause = diagnostic.clause {
            members.append(
                (
                    "clause",
                    .object([("rule", .string(clause.rule)), ("cite", .string(clause.cite)), ("document", .string(clause.document))])
                ))
        }
        let placeless = diagnostic.notes.filter { $0.place == nil }
        if !placeless.isEmpty { members.append(("notes", .array(placeless.map { .string($0.message[language]) }))) }
        return .object(members)
    }

    private static func physicalLocation(_ place: SourcePlace) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("artifactLocation", .object([("uri", .string(RelativeAddress.of(Printed.path(place.path)))), ("uriBaseId", .string(baseID))]))
        ]
        if let position = place.position {
            let column = Int(position.column)
            members.append(
                (
                    "region",
                    .object([
                        ("startLine", .integer(Int(position.line))), ("startColumn", .integer(column)),
                        ("endColumn", .integer(column + Int(place.length))),
                    ])
                ))
        }
        return .object(members)
    }

    // MARK: Words

    private static func level(of severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .notice: "note"
        }
    }

    /// A message object. Braces are doubled, since single ones stand for arguments (section 3.11.5); brackets that
    /// would read as a link are escaped (section 3.11.6).
    private static func message(_ text: String) -> JSONValue {
        let holdsLink = text.contains("](")
        var escaped = ""
        for letter in text {
            switch letter {
            case "{", "}": escaped += "\(letter)\(letter)"
            case "[" where holdsLink, "]" where holdsLink: escaped += "\\\(letter)"
            default: escaped.append(letter)
            }
        }
        return .object([("text", .string(escaped))])
    }
}

extension SARIFFormatter {
    /// The rules of the log and where each finding's rule stands among them.
    private struct RuleTable {
        private(set) var ids: [String] = []
        private(set) var descriptors: [JSONValue] = []
        private var byClause: [Clause: Int] = [:]
        private var byID: [String: Int] = [:]

        init(_ diagnostics: [Diagnostic], _ rules: [Rule], _ language: Language) {
            for rule in rules {
                byClause[rule.clause] = byClause[rule.clause] ?? add(rule.id) { Self.descriptor(of: rule, language) }
            }
            for code in Set(diagnostics.filter { $0.clause == nil }.map(\.code)).sorted() {
                _ = add(code) { Self.descriptor(ofCode: code, language) }
            }
            // A clause of no rule that was handed over still has a name.
            for diagnostic in diagnostics {
                guard let clause = diagnostic.clause, byClause[clause] == nil else { continue }
                let rule = Rule(id: clause.rule, clause: clause, text: clause.document, severity: diagnostic.severity)
                byClause[clause] = add(rule.id) { Self.descriptor(of: rule, language) }
            }
        }

        func index(of diagnostic: Diagnostic) -> Int {
            guard let index = diagnostic.clause.map({ byClause[$0] }) ?? byID[diagnostic.code] else {
                preconditionFailure("every finding's rule is in the table")
            }
            return index
        }

        private mutating func add(_ id: String, _ descriptor: () -> JSONValue) -> Int {
            if let index = byID[id] { return index }
            byID[id] = ids.count
            ids.append(id)
            descriptors.append(descriptor())
            return ids.count - 1
        }

        private static func descriptor(of rule: Rule, _ language: Language) -> JSONValue {
            .object([
                ("id", .string(rule.id)), ("shortDescription", message(rule.text)),
                ("help", message(TextFormatter.words(for: rule.clause)[language])),
                ("defaultConfiguration", .object([("level", .string(level(of: rule.severity)))])),
            ])
        }

        /// A code names, in English, what is wrong.
        private static func descriptor(ofCode code: String, _ language: Language) -> JSONValue {
            let words = code.split(separator: "-").joined(separator: " ")
            let short = Message(vi: "thông báo mang mã \(code)", en: words).asSentence
            return .object([("id", .string(code)), ("shortDescription", message(short[language]))])
        }
    }

    /// Marks by which a finding is known again in a later log, though lines have moved and whatever the language:
    /// made of path, code, clause and message. The second of two findings that are alike in all of these ends in
    /// `:2`, and so on.
    private struct Fingerprints {
        static let name = "finding/v1"
        private var counts: [String: Int] = [:]

        mutating func next(for diagnostic: Diagnostic) -> String {
            let clause = diagnostic.clause
            // FNV-1a, 64 bits.
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for part in [diagnostic.place?.path, diagnostic.code, clause?.rule, clause?.document, diagnostic.message.vi] {
                for byte in (part ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
                // No text holds this byte, so that parts can't run into one another.
                hash = (hash ^ 0xFF) &* 0x100_0000_01B3
            }
            let digits = String(hash, radix: 16)
            let mark = String(repeating: "0", count: 16 - digits.count) + digits
            counts[mark, default: 0] += 1
            let number = counts[mark] ?? 1
            return number == 1 ? mark : "\(mark):\(number)"
        }
    }

    /// Paths as relative references (RFC 3986).
    private enum RelativeAddress {
        static func of(_ path: String) -> String {
            var text = ""
            for byte in path.utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                    text.unicodeScalars.append(Unicode.Scalar(byte))
                default:
                    let digits = String(byte, radix: 16, uppercase: true)
                    text += "%" + (digits.count == 1 ? "0" : "") + digits
                }
            }
            return text
        }
    }
}
