/// Writes diagnostics for people to read: place, sentence, excerpt with a caret, clause, remedy.
package struct TextFormatter {
    package var language: Language
    /// Colours, for terminals only.
    package var coloured: Bool
    /// Lines that hold something of a person's: an excerpt of one shows no digit and no mailbox.
    package var maskedLines: Set<SourceLine>
    /// The lines of a file by its path, without their line ends; nil where it can't be read.
    package var lines: (String) -> [Substring]?

    package init(language: Language, coloured: Bool, maskedLines: Set<SourceLine> = [], lines: @escaping (String) -> [Substring]?) {
        self.language = language
        self.coloured = coloured
        self.maskedLines = maskedLines
        self.lines = lines
    }

    /// How many notes of one finding are printed; the other reports have them all.
    private static let shownNotes = 10

    /// One diagnostic, ending in a line end.
    package func format(_ diagnostic: Diagnostic) -> String {
        var output = ""
        if let place = diagnostic.place { output += bold(VisibleText.of(place.description)) + ": " }
        output += paint(Self.word(for: diagnostic.severity)[language], diagnostic.severity) + ": "
        output += bold(VisibleText.of(diagnostic.message[language])) + " [\(diagnostic.code)]\n"
        output += excerpt(of: diagnostic)
        if let required = diagnostic.required {
            output += labelled(Message(vi: "yêu cầu", en: "required"), required[language])
        }
        if let clause = diagnostic.clause {
            output += labelled(Message(vi: "căn cứ", en: "clause"), Self.words(for: clause)[language])
        }
        let label = Message(vi: "xem thêm", en: "note")
        for note in diagnostic.notes.prefix(Self.shownNotes) {
            let place = note.place.map { $0.description + ": " } ?? ""
            output += labelled(label, place + note.message[language])
        }
        let others = diagnostic.notes.count - Self.shownNotes
        if others > 0 {
            let words = Message(
                vi: "và \(Self.dotted(others)) chỗ khác; --format json có đủ", en: "and \(others) more; --format json has them all")
            output += labelled(label, words[language])
        }
        if let remedy = diagnostic.remedy {
            output += labelled(Message(vi: "cách sửa", en: "remedy"), remedy[language])
        }
        return output
    }

    /// The line that a diagnostic speaks of, with a mark below what is meant; empty where there is none to show.
    package func excerpt(of diagnostic: Diagnostic) -> String {
        guard let place = diagnostic.place else { return "" }
        let isMasked = diagnostic.isSensitive || SourceLine(place).map(maskedLines.contains) == true
        return excerpt(of: place, diagnostic.severity, isMasked: isMasked)
    }

    /// The word that opens a finding of this weight.
    package static func word(for severity: Severity) -> Message {
        switch severity {
        case .error: Message(vi: "lỗi", en: "error")
        case .warning: Message(vi: "cảnh báo", en: "warning")
        case .notice: Message(vi: "lưu ý", en: "notice")
        }
    }

    /// A clause with its plan, as one would cite it.
    package static func words(for clause: Clause) -> Message {
        let section = Clause.section(clause.cite)
        return Message(
            vi: "\(clause.rule), \(section.vi), \(clause.document)", en: "\(clause.rule), \(section.en), \(clause.document)")
    }

    /// With a full stop between thousands, as Vietnamese writes numbers.
    private static func dotted(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.indices.map { (digits.count - $0) % 3 == 0 && $0 > 0 ? ".\(digits[$0])" : "\(digits[$0])" }.joined()
    }

    private func labelled(_ label: Message, _ text: String) -> String {
        "  \(dim(label[language] + ":")) \(VisibleText.of(text))\n"
    }

    /// The line, and a caret under the run of characters that is meant. A long line is cut to a
    /// window around the run.
    private func excerpt(of place: SourcePlace, _ severity: Severity, isMasked: Bool) -> String {
        guard let position = place.position, let lines = lines(place.path), lines.indices.contains(Int(position.line) - 1) else {
            return ""
        }
        var scalars = lines[Int(position.line) - 1].unicodeScalars.map {
            $0 == "\t" || !VisibleText.isShown($0) ? " " : $0
        }
        if isMasked { Mask.masked(&scalars) } else { Mask.maskedLongNumbers(&scalars) }
        var start = min(max(0, Int(position.column) - 1), scalars.count)
        var length = max(1, min(Int(place.length), scalars.count - start))
        var (before, after) = ("", "")
        let window = 100
        if scalars.count > window {
            let lower = max(0, min(start - 30, scalars.count - window))
            let upper = min(scalars.count, lower + window)
            if lower > 0 { before = "…" }
            if upper < scalars.count { after = "…" }
            scalars = Array(scalars[lower..<upper])
            start -= lower
            length = max(1, min(length, scalars.count - start))
        }
        let margin = String(position.line)
        let padding = String(repeating: " ", count: DisplayWidth.of(before.unicodeScalars) + DisplayWidth.of(scalars[..<start]))
        let run = scalars[start..<min(scalars.count, start + length)]
        let carets = String(repeating: "^", count: max(1, DisplayWidth.of(run)))
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        let blank = String(repeating: " ", count: margin.count)
        return "  \(dim(margin + " |")) \(before)\(text)\(after)\n  \(dim(blank + " |")) \(padding)\(paint(carets, severity))\n"
    }

    private func paint(_ text: String, _ severity: Severity) -> String {
        let colour =
            switch severity {
            case .error: "31"
            case .warning: "33"
            case .notice: "36"
            }
        return coloured ? "\u{1B}[1;\(colour)m\(text)\u{1B}[0m" : text
    }

    private func bold(_ text: String) -> String { coloured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func dim(_ text: String) -> String { coloured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
