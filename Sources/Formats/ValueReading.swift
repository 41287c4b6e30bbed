import Diagnostics

/// Gathers what readers find, so that one reading reports all of it.
package final class DiagnosticCollector {
    package var diagnostics: [Diagnostic] = []

    package init() {}

    /// Keeps a finding.
    package func append(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

/// Turns the text of a key's value or of a table's cell into a value, or reports why that can't be.
///
/// Its words are made only when something is wrong: most values are right, and there are many.
struct ValueReading {
    /// What holds the value, for the words of a message.
    enum Holder {
        case key(String)
        case column(String)

        var words: Message {
            switch self {
            case .key(let name): Message(vi: "khóa “\(name)”", en: "the key “\(name)”")
            case .column(let name): Message(vi: "cột “\(name)”", en: "the column “\(name)”")
            }
        }
    }

    let holder: Holder
    let path: String
    let collector: DiagnosticCollector
    /// Whether what a wrong value says may be a person's own: no report repeats its digits.
    var isPersonal = false

    /// An integer as people write it: digits, perhaps with a sign before them.
    func integer(_ text: Located<String>, in range: ClosedRange<Int>?) -> Located<Int>? {
        guard let value = Int(text.value) else {
            return reject(
                text, "not-an-integer",
                Message(
                    vi: "“\(quoted(text))” ở \(holder.words.vi) không phải là số nguyên",
                    en: "“\(quoted(text))” in \(holder.words.en) is not an integer"),
                (isPersonal ? nil : Self.digitsOnly(text.value)).map {
                    Message(
                        vi: "nếu là \($0) thì ghi \($0), không có dấu ngăn hàng nghìn, phần lẻ hay đơn vị",
                        en: "if it is \($0), write \($0), without thousands separators, decimals or units")
                }
                    ?? Message(
                        vi: "chỉ ghi chữ số, không có dấu chấm ngăn hàng nghìn hay đơn vị: 3500",
                        en: "write digits only, without thousands separators or units: 3500"))
        }
        if let range, !range.contains(value) {
            return reject(
                text, "out-of-range",
                Message(
                    vi:
                        "\(isPersonal ? quoted(text) : String(value)) ở \(holder.words.vi) nằm ngoài khoảng từ \(range.lowerBound) đến \(range.upperBound)",
                    en:
                        "\(isPersonal ? quoted(text) : String(value)) in \(holder.words.en) lies outside \(range.lowerBound) to \(range.upperBound)"
                ),
                Message(
                    vi: "ghi một số từ \(range.lowerBound) đến \(range.upperBound)",
                    en: "write a number from \(range.lowerBound) to \(range.upperBound)"))
        }
        return text.map { _ in value }
    }

    private func quoted(_ text: Located<String>) -> String { isPersonal ? Mask.masked(text.value) : text.value }

    func boolean(_ text: Located<String>) -> Located<Bool>? {
        switch text.value.lowercased() {
        case "true", "yes": return text.map { _ in true }
        case "false", "no": return text.map { _ in false }
        default:
            return reject(
                text, "not-a-boolean",
                Message(
                    vi: "“\(text.value)” ở \(holder.words.vi) không phải là có hay không",
                    en: "“\(text.value)” in \(holder.words.en) is neither yes nor no"),
                Message(vi: "ghi yes (có) hoặc no (không)", en: "write yes or no"))
        }
    }

    func date(_ text: Located<String>) -> Located<CalendarDay>? {
        do throws(CalendarDay.ParsingError) {
            let day = try CalendarDay.parse(text.value)
            return text.map { _ in day }
        } catch {
            let remedy = Message(
                vi: "ghi ngày/tháng/năm, ví dụ 09/7/2021, hoặc năm-tháng-ngày, ví dụ 2021-07-09",
                en: "write day/month/year, such as 09/7/2021, or year-month-day, such as 2021-07-09")
            switch error {
            case .notADate:
                return reject(
                    text, "not-a-date",
                    Message(
                        vi: "“\(text.value)” ở \(holder.words.vi) không phải là ngày",
                        en: "“\(text.value)” in \(holder.words.en) is not a date"),
                    Self.dayBeforeTime(text.value).map { day in
                        Message(
                            vi: "bỏ phần giờ, chỉ ghi ngày: \(day); trong bảng tính, định dạng cả cột là Ngày (Date) rồi lưu lại",
                            en:
                                "drop the time and write the day only: \(day); format the column as a date in the spreadsheet and save again"
                        )
                    } ?? Self.day(ofSerial: text.value).map { day in
                        Message(
                            vi:
                                "bảng tính đếm ngày thành số; \(text.value) là ngày \(day): ghi ngày/tháng/năm, hoặc định dạng lại cột là Ngày rồi lưu",
                            en:
                                "spreadsheets count days; \(text.value) is \(day): write day/month/year, or format the column as a date and save again"
                        )
                    } ?? remedy)
            case .noSuchDay:
                return reject(
                    text, "no-such-day",
                    Message(
                        vi: "lịch không có ngày “\(text.value)” (\(holder.words.vi))",
                        en: "the calendar has no day “\(text.value)” (\(holder.words.en))"),
                    remedy)
            }
        }
    }

    /// Letters without diacritics, digits, `-`, `_` and `.`, starting with a letter or digit: what can
    /// stand in an address and in a file's name on any system.
    func identifier(_ text: Located<String>) -> Located<String>? {
        func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
        let bytes = text.value.utf8
        if let first = bytes.first, isAlphanumeric(first), bytes.count <= 100,
            bytes.allSatisfy({ isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E })
        {
            return text
        }
        let strange = CharacterName.strange(
            in: text.value, allowing: { $0.value < 0x80 && isAlphanumeric(UInt8($0.value)) || "-_.".unicodeScalars.contains($0) })
        return reject(
            text, "invalid-identifier",
            Message(
                vi: "“\(VisibleText.of(text.value))” ở \(holder.words.vi) không dùng làm mã được\(strange.vi)",
                en: "“\(VisibleText.of(text.value))” in \(holder.words.en) can't serve as an identifier\(strange.en)"),
            Message(
                vi:
                    "mã gồm chữ không dấu, chữ số và các dấu - _ . , bắt đầu bằng chữ cái hoặc chữ số, dài nhất 100 ký tự: chi-bo-mau-2024",
                en: "identifiers hold letters without diacritics, digits and - _ . , start with a letter or digit and have at most 100 "
                    + "characters: chi-bo-mau-2024"))
    }

    func choice<Value>(_ text: Located<String>, of choices: [(name: String, value: Value)]) -> Located<Value>? {
        if let found = choices.first(where: { $0.name == text.value }) { return text.map { _ in found.value } }
        let strange = CharacterName.strange(in: text.value, allowing: \.isASCII)
        return reject(
            text, "unknown-value",
            Message(
                vi: "giá trị “\(text.value)” không có trong các giá trị của \(holder.words.vi)\(strange.vi)",
                en: "“\(text.value)” is not among the values of \(holder.words.en)\(strange.en)"),
            Self.nearestAndKnown(
                CharacterName.withLatinLetters(text.value), among: choices.map(\.name),
                Message(vi: "các giá trị dùng được", en: "known values")))
    }

    func empty(at position: SourcePosition, length: Int) {
        collector.append(
            Diagnostic(
                .error, "empty-value",
                Message(
                    vi: "giá trị bắt buộc ở \(holder.words.vi) đang để trống",
                    en: "the value of \(holder.words.en) is required, but empty"),
                at: SourcePlace(path: path, position: position, length: length),
                remedy: Message(vi: "điền giá trị", en: "fill it in")))
    }

    func reject<Value>(_ text: Located<String>, _ code: String, _ message: Message, _ remedy: Message) -> Located<Value>? {
        var diagnostic = Diagnostic(.error, code, message, at: text.place(in: path), remedy: remedy)
        diagnostic.isSensitive = isPersonal
        collector.append(diagnostic)
        return nil
    }

    /// The whole number that `1.500`, `1,500`, `1 500` or `2024,0` was probably meant to be.
    private static func digitsOnly(_ text: String) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) {
            $0 == "." || $0 == "," || $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}"
        }
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }) else { return nil }
        if parts.count == 2, parts[1].allSatisfy({ $0 == "0" }), parts[1].count < 3 { return String(parts[0]) }
        guard parts[0].count <= 3, parts.dropFirst().allSatisfy({ $0.count == 3 }), let number = Int(parts.joined()) else { return nil }
        return String(number)
    }

    /// The day that a spreadsheet counts with this number (1900 system, ECMA-376 part 1, 18.17.4), as people write it:
    /// for numbers of the years 1954 to 2064.
    private static func day(ofSerial text: String) -> String? {
        guard text.utf8.count == 5, let serial = Int(text), 20_000...60_000 ~= serial,
            let day = CalendarDay(daysSinceEpoch: serial - 25_569)
        else { return nil }
        return day.vietnamese
    }

    /// The day of `2021-06-28 00:00:00`, `2021-06-28T07:30` and `28/6/2021 0:00`, as it was written; nil where there is no day
    /// before a time.
    private static func dayBeforeTime(_ text: String) -> String? {
        guard let blank = text.firstIndex(where: { $0 == " " || $0 == "T" || $0 == "\u{A0}" }) else { return nil }
        let day = String(text[..<blank])
        let time = text[text.index(after: blank)...].split(separator: ":", omittingEmptySubsequences: false)
        guard (try? CalendarDay.parse(day)) != nil, 2...3 ~= time.count, time[0].utf8.count <= 2,
            time.joined().utf8.prefix(4).allSatisfy({ 0x30...0x39 ~= $0 }), !time.contains(where: \.isEmpty)
        else { return nil }
        return day
    }

    /// "Perhaps x. Known ones: x, y, z."
    static func nearestAndKnown(_ word: String, among known: [String], _ label: Message) -> Message {
        let list = known.joined(separator: ", ")
        guard let nearest = Suggestion.nearest(to: word, among: known) else {
            return Message(vi: "\(label.vi): \(list)", en: "\(label.en): \(list)")
        }
        return Message(vi: "có lẽ là “\(nearest)”; \(label.vi): \(list)", en: "perhaps “\(nearest)”; \(label.en): \(list)")
    }
}
