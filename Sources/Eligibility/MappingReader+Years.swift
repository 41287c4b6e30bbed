import Diagnostics
import Formats
import Programmes

extension MappingReader {
    /// Years under a key, fixed or counted from the entry's: `[2020]`, `["year", "year-1"]`.
    func relativeYears(_ key: String, required: Bool = true) -> [RelativeYear] {
        oneOrMore(key, required: required).compactMap { text in
            if let year = RelativeYear(text.value) { return year }
            reject(text, key)
            return nil
        }
    }

    /// A single year under a key, or the one given where the key is missing; nil where what stands there
    /// is no year.
    func relativeYear(_ key: String, default fallback: RelativeYear?) -> RelativeYear? {
        if value(key) == nil, let fallback { return fallback }
        guard let text = string(key, required: true) else { return nil }
        if let year = RelativeYear(text.value) { return year }
        reject(text, key)
        return nil
    }

    private func reject(_ text: Located<String>, _ key: String) {
        collector.append(
            Diagnostic(
                .error, "wrong-year",
                Message(vi: "“\(text.value)” ở khóa “\(key)” không phải là năm", en: "“\(text.value)” in “\(key)” is no year"),
                at: text.place(in: path),
                remedy: Message(
                    vi: "ghi một năm (2020), year (năm xét) hoặc year-1 (năm liền trước), nhiều năm thì [2020, 2021]",
                    en: "write a year (2020), year or year-1; several as [2020, 2021]")))
    }
}
