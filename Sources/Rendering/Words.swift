import Places
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

    /// A batch as rules name it: `2021`, or `district 2024`.
    static func batch(_ batch: String) -> String { batch.split(separator: " ").last.map { "năm \($0)" } ?? batch }
}
