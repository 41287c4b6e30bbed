import Formats
import Places
import Programmes
import Registers
import Vietnamese

/// Values in the words and figures of the site.
enum Words {
    /// `1548` as `1.548`.
    static func number(_ value: Int) -> String { Numerals.formatted(value) }

    /// A figure as its author wrote it; a bare whole number gets its separators.
    static func figure(_ text: String) -> String {
        guard text.utf8.count > 3, let value = Int(text), String(value) == text else { return text }
        return Numerals.formatted(value)
    }

    /// `Xã Mẫu An, Huyện Lục Ngạn, Tỉnh Bắc Giang`.
    static func place(_ chain: [Place]) -> String { chain.map(\.fullName).joined(separator: ", ") }

    /// `Quyết định số 127/QĐ-UBND ngày 10/7/2026`.
    static func shortDecision(_ decision: Decision) -> String { "Quyết định số \(decision.number) ngày \(decision.date.vietnamese)" }

    /// The same with the authority: `… của Chủ tịch UBND xã Mẫu`.
    static func decision(_ decision: Decision) -> String { "\(shortDecision(decision)) của \(decision.authority)" }

    /// The period of a rating: `2021H1` as `6 tháng đầu năm 2021`.
    static func period(_ period: String) -> String {
        let year = "năm \(period.prefix(4))"
        return switch period.dropFirst(4) {
        case "H1": "6 tháng đầu \(year)"
        case "H2": "6 tháng cuối \(year)"
        default: year
        }
    }
}

extension Vocabulary {
    /// What a decision gave: a form of award, or a title.
    func given(_ code: String) -> String { self[.awardForms][code]?.name ?? self[.recognitionTitles].name(of: code) }
}
