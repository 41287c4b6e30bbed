import Diagnostics
import Entries
import Formats
import Programmes
import Vietnamese

/// **Giới hạn số chữ.** Một phần của bài không dài quá số chữ cho phép.
///
/// Một “chữ” là một âm tiết viết cách nhau bằng khoảng trắng, có ít nhất một chữ cái hoặc chữ số. Phần thành tích là đề
/// mục mà bài nêu ở `achievements_section`, gồm các đề mục con, không tính phần khác.
///
/// Đọc: bài.
///
/// Khóa:
/// - `part` (bắt buộc): `achievements` (phần thành tích) hoặc `summary` (tóm tắt).
/// - `maximum` (bắt buộc): số chữ nhiều nhất.
///
/// Ví dụ (LN-27):
/// ```yaml
/// kind: word_limit
/// part: summary
/// maximum: 100
/// ```
///
/// Thông báo:
/// - `too-many-words` (không đạt): dài hơn cho phép.
/// - `achievements-section-missing` (chưa rõ): bài chưa cho biết phần nào là thành tích.
/// - `achievements-section-not-found` (chưa rõ): thân bài không có đề mục đã nêu.
struct WordLimitRule: EntryRule {
    enum Part: String, CaseIterable { case achievements, summary }

    static let kind = "word_limit"
    let part: Part
    let maximum: Int
    var reads: [RuleSource] { [.entry] }

    init?(_ keys: MappingReader, context: RuleContext) {
        let part = keys.choice("part", among: Part.self, required: true)
        let maximum = keys.integer("maximum", in: 1...100_000, required: true)
        guard let part, let maximum else { return nil }
        (self.part, self.maximum) = (part.value, maximum.value)
    }

    var requirement: Message {
        let limit = Numerals.formatted(maximum)
        return switch part {
        case .summary: Message(vi: "tóm tắt không quá \(limit) chữ", en: "the summary holds at most \(limit) words")
        case .achievements: Message(vi: "phần thành tích không quá \(limit) chữ", en: "the achievements hold at most \(limit) words")
        }
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let entry = honour.entry
        let required = requirement
        switch part {
        case .summary:
            return judge(
                Syllables.count(in: entry.summary.value), required, at: entry.place(entry.summary),
                Message(vi: "tóm tắt", en: "the summary"))
        case .achievements:
            guard let title = entry.achievementsSection else {
                return .unknown(
                    [],
                    Finding(
                        "achievements-section-missing",
                        found: Message(
                            vi: "bài chưa cho biết phần nào là thành tích nên không đếm được số chữ",
                            en: "the entry does not say which part holds the achievements, so its words can't be counted"),
                        required: required,
                        remedy: Message(
                            vi: "thêm khóa achievements_section với tên đề mục, ví dụ: achievements_section: \"Thành tích đạt được\"",
                            en: "add achievements_section with the title of the part"),
                        at: honour.subjectPlace))
            }
            guard let section = entry.body.sections.first(where: { Fold.comparable($0.title) == Fold.comparable(title.value) }) else {
                let nearest = Suggestion.nearest(to: title.value, among: entry.body.sections.map(\.title))
                return .unknown(
                    [],
                    Finding(
                        "achievements-section-not-found",
                        found: Message(vi: "thân bài không có đề mục “\(title.value)”", en: "the body has no heading “\(title.value)”"),
                        required: required,
                        remedy: nearest.map {
                            Message(vi: "có phải là đề mục “\($0)”?", en: "did you mean the heading “\($0)”?")
                        }
                            ?? Message(
                                vi: "đặt đề mục “## \(title.value)” trước phần thành tích",
                                en: "put the heading “## \(title.value)” before the achievements"),
                        at: entry.place(title)))
            }
            let place = SourcePlace(path: entry.path, position: section.position, length: section.title.unicodeScalars.count)
            return judge(section.words, required, at: place, Message(vi: "phần “\(section.title)”", en: "the part “\(section.title)”"))
        }
    }

    private func judge(_ words: Int, _ required: Message, at place: SourcePlace, _ what: Message) -> Verdict {
        guard words > maximum else { return .pass() }
        let (count, over) = (Numerals.formatted(words), Numerals.formatted(words - maximum))
        return .fail(
            [],
            Finding(
                "too-many-words", found: Message(vi: "\(what.vi) dài \(count) chữ", en: "\(what.en) holds \(count) words"),
                required: required,
                remedy: Message(vi: "rút bớt ít nhất \(over) chữ", en: "leave out at least \(over) words"), at: place))
    }
}
