import Diagnostics
import Eligibility
import Entries
import Formats
import Programmes
import Registers

/// The text of a new entry, with everything that its programme asks for.
package struct EntryDraft {
    package var programme: Programme
    package var vocabulary: Vocabulary
    package var registers: Registers
    package var id: String
    package var year: Int
    package var subjectID: String?

    package init(programme: Programme, vocabulary: Vocabulary, registers: Registers, id: String, year: Int, subjectID: String?) {
        self.programme = programme
        self.vocabulary = vocabulary
        self.registers = registers
        self.id = id
        self.year = year
        self.subjectID = subjectID
    }

    private var subject: Subject? { subjectID.flatMap { registers.subject($0, on: nil) } }

    /// The rules that speak of this subject and year, as far as that is known.
    private var rules: [RuleDeclaration] {
        programme.rules.filter { rule in
            guard rule.scope == .entry else { return false }
            let kinds = rule.condition.values(of: .subjectKind)
            guard let subject, !kinds.isEmpty else { return true }
            return kinds.contains(subject.kind.rawValue)
        }
    }

    /// The rows on which the new entry may rest, where the register has any.
    private var basis: String? {
        guard let subjectID else { return nil }
        switch programme.basis {
        case .recognition:
            return registers.recognitions(of: subjectID).first { $0.year == year && ($0.programmeID ?? programme.id) == programme.id }?.id
        case .award: return registers.awards(of: subjectID).first { $0.year == year && $0.programmeID == programme.id }?.id
        }
    }

    /// The place and the level of that row.
    private var known: (placeID: String?, level: String?) {
        guard let basis else { return (nil, nil) }
        switch programme.basis {
        case .recognition:
            let row = registers.recognition(basis)
            return (row?.placeID, row?.level)
        case .award:
            let row = registers.award(basis)
            return (row?.placeID, row?.level)
        }
    }

    /// The file's text. What is still to be filled in stands as `…`, so that the check names each place.
    package var text: String {
        let section = rules.contains(where: \.limitsAchievements)
        var lines = [
            "---", "# Theo kế hoạch: \(programme.title)", "# \(programme.document.citation)", "title: \"…\"", "programme: \(programme.id)",
        ]
        lines += choice("campaign", programme.campaigns, .campaigns)
        lines += choice("level", known.level.map { [$0] } ?? programme.levels, .levels)
        lines.append("subject: \(subjectID ?? "…")   # mã trong content/registers/subjects.csv")
        lines.append("\(programme.basis.rawValue): \(basis ?? "…")   # mã trong content/registers/\(programme.basis.rawValue)s.csv")
        lines.append("place: \(known.placeID ?? "…")   # mã trong content/places.csv, địa bàn vào ngày ký quyết định")
        lines.append("year: \(year)")
        // An entry has a field even where its plan names none: then any of the vocabulary's.
        lines += choice("field", programme.fields.isEmpty ? vocabulary[.fields].ids : programme.fields.map(\.id), .fields)
        lines.append("summary: \"…\"   # một đoạn ngắn, nêu việc làm và kết quả")
        if section { lines.append("achievements_section: \"Thành tích đạt được\"   # phần được đếm chữ") }
        lines += [
            "results:", "  - {value: \"…\", unit: \"…\", what: \"…\"}", "photos:",
            "  - {file: chan-dung.jpg, role: portrait, alt: \"…\", caption: \"…\", credit: \"…\"}",
            "  - {file: hoat-dong-1.jpg, role: activity, alt: \"…\", caption: \"…\", credit: \"…\"}",
            "  - {file: hoat-dong-2.jpg, role: activity, alt: \"…\", caption: \"…\", credit: \"…\"}", "publish:",
            "  status: draft   # draft: bản nháp; ready: sẵn sàng đăng; withdrawn: đã rút",
            "  # consent: {given_by: \"…\", on: \(year)-01-31, covers: [name, photos]}   # bỏ dấu # khi đã có sự đồng ý bằng văn bản",
            "---",
        ]
        lines += section ? ["", "…", "", "## Thành tích đạt được", "", "…"] : ["", "…"]
        lines.append("")
        lines.append("<!-- Kế hoạch yêu cầu (ghi chú này không hiện trên trang, xóa đi khi viết xong):")
        for rule in rules where rule.severity == .error { lines.append("  \(rule.id), \(Clause.section(rule.cite).vi): \(rule.text)") }
        lines.append("-->")
        return lines.joined(separator: "\n") + "\n"
    }

    /// A key with its only value, or with the values to choose from; no line where the plan has none to choose from.
    private func choice(_ key: String, _ codes: [String], _ list: Vocabulary.List) -> [String] {
        if codes.count <= 1 { return codes.map { "\(key): \($0)" } }
        let words = codes.map { "\($0) (\(vocabulary[list].name(of: $0)))" }.joined(separator: ", ")
        return ["\(key): …   # chọn một: \(words)"]
    }
}

extension RuleDeclaration {
    /// Whether the rule counts the words of the section of achievements.
    fileprivate var limitsAchievements: Bool {
        guard kind.value == "word_limit", case .mapping(let pairs) = node.content,
            case .scalar(let part, _)? = pairs.first(where: { $0.key.value == "part" })?.value.content
        else { return false }
        return part == "achievements"
    }
}
