import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// What a rule asks for among the awards and recognitions that came before an honour.
struct EarlierHonours: Sendable {
    /// Empty where any level will do.
    let levels: [String]
    /// Whose awards and recognitions are asked for.
    let holder: Holder
    private let registers: [RegisterName]
    /// The programmes whose decisions count; nil for all of them.
    private let programmes: [String]?
    private let levelWords: Message
    /// Where the honour itself stands, whose day is compared.
    private let basis: RegisterName

    private enum Source: String, CaseIterable { case awards, recognitions }

    /// Reads `at_level`, `holder`, `registers` and `programmes`.
    init?(_ keys: MappingReader, _ context: RuleContext, requiresLevel: Bool) {
        levels = keys.terms("at_level", .levels, context.vocabulary, required: requiresLevel)
        holder = keys.choice("holder", among: Holder.self)?.value ?? .subject
        let sources =
            keys.value("registers") == nil
            ? Source.allCases : keys.choices("registers", of: Source.allCases.map { ($0.rawValue, $0) }).map(\.value)
        registers = [RegisterName.awards, .recognitions].filter { name in sources.contains { $0.rawValue == name.rawValue } }
        let named = keys.oneOrMore("programmes").map(\.value)
        programmes = named == ["any"] ? nil : named.isEmpty ? [context.programme.id] : named
        basis = context.programme.basis == .award ? .awards : .recognitions
        let names = levels.map { context.vocabulary[.levels].name(of: $0).lowercasedFirst }
        levelWords =
            names.isEmpty ? Message("") : Message(vi: " " + names.joined(separator: " hoặc "), en: " at \(names.joined(separator: " or "))")
        guard !registers.isEmpty, !levels.isEmpty || !requiresLevel else { return nil }
    }

    var reads: [RuleSource] { RuleParts.merged([(registers + [basis, .subjects]).map { .register($0) }]) }

    /// What is asked for, as a noun: “khen thưởng hoặc công nhận cấp huyện”.
    var words: Message {
        let what =
            switch registers {
            case [.awards]: Message(vi: "khen thưởng", en: "an award")
            case [.recognitions]: Message(vi: "công nhận", en: "a recognition")
            default: Message(vi: "khen thưởng hoặc công nhận", en: "an award or a recognition")
            }
        return what + levelWords
    }

    /// The files in which it would stand.
    var files: String { registers.map { "\($0.rawValue).csv" }.joined(separator: ", ") }

    // MARK: Looking

    /// How what is asked for stands in a year, or in one of several.
    enum Standing {
        case valid(HonourDecision)
        case underReview(HonourDecision)
        /// Given only after the honour itself.
        case late(HonourDecision)
        case revoked(HonourDecision)
        case missing

        var row: HonourDecision? {
            switch self {
            case .valid(let row), .underReview(let row), .late(let row), .revoked(let row): row
            case .missing: nil
            }
        }

        /// Whether a row says that the rule is not met, rather than that nobody knows.
        var isContradiction: Bool {
            switch self {
            case .late, .revoked: true
            case .valid, .underReview, .missing: false
            }
        }
    }

    /// The best of the holder's decisions in these years. The one that the honour rests on is none of them:
    /// nothing proves itself.
    func standing(of id: String, in years: [Int], before honour: HonourDecision, _ registers: Registers) -> Standing {
        let rows = decisions(of: id, registers).filter { row in
            row.row != honour.row && years.contains(row.year) && (levels.isEmpty || row.level.map(levels.contains) ?? false)
                && (programmes.map { row.programmeID.map($0.contains) ?? false } ?? true)
        }
        func latest(_ isMeant: (HonourDecision) -> Bool) -> HonourDecision? {
            rows.filter(isMeant).max { ($0.decision.date, $0.decision.number) < ($1.decision.date, $1.decision.number) }
        }
        let day = honour.decision.date
        if let row = latest({ $0.status == .valid && $0.decision.date <= day }) { return .valid(row) }
        // What is still open may stand in the end, whatever became of another decision.
        if let row = latest({ $0.status == .underReview && $0.decision.date <= day }) { return .underReview(row) }
        if let row = latest({ $0.status == .revoked }) { return .revoked(row) }
        return latest { _ in true }.map { .late($0) } ?? .missing
    }

    private func decisions(of id: String, _ all: Registers) -> [HonourDecision] {
        var decisions: [HonourDecision] = []
        if registers.contains(.awards) { decisions += all.awards(of: id).map { HonourDecision($0) } }
        if registers.contains(.recognitions) { decisions += all.recognitions(of: id).map { HonourDecision($0) } }
        return decisions
    }
}

// MARK: In words

extension EarlierHonours {
    /// What a standing that is not valid says, with the cell where it is to be mended.
    func finding(_ standing: Standing, _ years: [Int], _ name: String, _ id: String, _ honour: HonourCase, _ required: Message) -> Finding?
    {
        let list = years.sorted().map(String.init).joined(separator: ", ")
        switch standing {
        case .valid: return nil
        case .missing:
            return Finding(
                "award-missing",
                found: Message(
                    vi: "sổ chưa có quyết định \(words.vi) nào của “\(name)” cho năm \(list)",
                    en: "the registers have no row for “\(name)” in \(list): \(words.en)"),
                required: required,
                remedy: Message(
                    vi: "bổ sung quyết định vào \(files) (mã đối tượng \(id), năm \(list))",
                    en: "add the decision to \(files) (subject \(id), year \(list))"),
                at: honour.subjectPlace)
        case .underReview(let row):
            return Finding(
                "award-under-review",
                found: said(row, name) + Message(vi: " đang được xem xét", en: " is under review"), required: required,
                remedy: Message(vi: "chờ kết luận rồi cập nhật cột status", en: "wait for the conclusion, then update status"),
                at: honour.registers.place(of: row.row, column: "status"))
        case .revoked(let row):
            return Finding(
                "award-revoked",
                found: said(row, name) + Message(vi: " đã bị thu hồi", en: " was revoked"), required: required,
                remedy: Message(
                    vi: "quyết định đã thu hồi không còn là căn cứ; bài này không đủ điều kiện",
                    en: "a revoked decision satisfies nothing: the entry is not eligible"),
                at: honour.registers.place(of: row.row, column: "status"))
        case .late(let row):
            let day = row.decision.date
            return Finding(
                "award-after-honour",
                found: said(row, name)
                    + Message(
                        vi: " ký ngày \(day.vietnamese), sau quyết định của lần vinh danh này",
                        en: " was signed on \(day.iso), after the decision of this honour"),
                required: required,
                remedy: Message(
                    vi: "đối chiếu ngày ký của hai quyết định; nếu sổ ghi đúng, bài này không đủ điều kiện",
                    en: "check the dates of both decisions; if they are right, the entry is not eligible"),
                at: honour.registers.place(of: row.row, column: "decision_date"))
        }
    }

    /// A decision as findings name it.
    private func said(_ row: HonourDecision, _ name: String) -> Message {
        Message(
            vi: "quyết định số \(row.decision.number) năm \(row.year) về “\(name)”",
            en: "decision \(row.decision.number) of \(row.year) on “\(name)”")
    }
}

extension HonourCase {
    /// The answer of a rule that reads the row on which the honour rests, where the register has none.
    func basisMissing(_ required: Message) -> Verdict {
        .unknown(
            [],
            Finding(
                "basis-row-missing",
                found: Message(
                    vi: "sổ không có dòng “\(entry.basis.reference.value)” mà bài dựa vào",
                    en: "the register has no row “\(entry.basis.reference.value)”, on which the entry rests"),
                required: required,
                remedy: Message(
                    vi: "kiểm tra mã, hoặc bổ sung dòng này vào sổ", en: "check the id, or add the row to the register"),
                at: entry.place(entry.basis.reference)))
    }
}
