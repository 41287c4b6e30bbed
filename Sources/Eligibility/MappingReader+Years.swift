import Diagnostics
import Formats
import Programmes

extension MappingReader {
    /// Years under a required key, fixed or counted from the entry's: `[2020]`, `["year", "year-1"]`.
    func relativeYears(_ key: String) -> [RelativeYear] {
        oneOrMore(key, required: true).compactMap { text in
            if let year = RelativeYear(text.value) { return year }
            collector.append(
                Diagnostic(
                    .error, "wrong-year",
                    Message(vi: "“\(text.value)” ở khóa “\(key)” không phải là năm", en: "“\(text.value)” in “\(key)” is no year"),
                    at: text.place(in: path),
                    remedy: Message(
                        vi: "ghi một năm (2020), year (năm xét) hoặc year-1 (năm liền trước), nhiều năm thì [2020, 2021]",
                        en: "write a year (2020), year or year-1; several as [2020, 2021]")))
            return nil
        }
    }
}
