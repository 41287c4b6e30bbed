import Diagnostics
import Formats

/// Reads the score sheets of a programme.
enum ScoreSheetParser {
    /// The sheets under `score_sheets`, with all that is wrong with them, alone and beside one another.
    static func read(_ reader: MappingReader, _ vocabulary: Vocabulary, readings: [Reading]) -> [ScoreSheet] {
        let sheets = reader.mappings("score_sheets").compactMap { read($0, vocabulary) }
        ScoreSheetLint(sheets, readings, path: reader.path).diagnostics().forEach(reader.collector.append)
        return sheets
    }

    private static func read(_ sheet: MappingReader, _ vocabulary: Vocabulary) -> ScoreSheet? {
        let id = sheet.identifier("id", required: true)
        let name = sheet.string("name", required: true)
        let condition = sheet.condition("applies_to", vocabulary)
        let total = sheet.integer("max_total", in: 1...1000, required: true)
        let step = sheet.choice("points", among: ScoreSheet.Step.self)?.value ?? .whole
        let partReaders = sheet.mappings("parts")
        let parts = partReaders.compactMap(part)
        let criteria = sheet.mappings("criteria", required: true).compactMap(criterion)
        guard let id, let name, let total else { return nil }
        return ScoreSheet(
            id: id.value, name: name.value, condition: condition, maximumTotal: total.value, step: step,
            // Where one part can't be read, the others would seem to leave criteria out.
            parts: parts.count == partReaders.count ? parts : [], criteria: criteria,
            place: id.place(in: sheet.path), totalPlace: total.place(in: sheet.path))
    }

    private static func part(_ part: MappingReader) -> ScoreSheet.Part? {
        let id = part.identifier("id", required: true)
        let name = part.string("name", required: true)
        let maximum = part.integer("max", in: 0...1000, required: true)
        let criteria = part.integers("criteria", in: 1...1000, required: true)
        guard let id, let name, let maximum else { return nil }
        return ScoreSheet.Part(
            id: id.value, name: name.value, maximum: maximum.value, criteria: criteria.map(\.value), place: maximum.place(in: part.path))
    }

    private static func criterion(_ criterion: MappingReader) -> ScoreSheet.Criterion? {
        let number = criterion.integer("number", in: 1...1000, required: true)
        let maximum = criterion.integer("max", in: 0...1000, required: true)
        let text = criterion.text("text", required: true)
        let evidence = criterion.text("evidence")
        guard let number, let maximum, let text else { return nil }
        return ScoreSheet.Criterion(
            number: number.value, maximum: maximum.value, text: text.value, evidence: evidence?.value,
            place: number.place(in: criterion.path))
    }
}
