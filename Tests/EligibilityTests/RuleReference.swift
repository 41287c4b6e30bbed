import Diagnostics
import Eligibility
import Foundation

/// The reference of rule kinds, made from their own doc comments: what a kind asks, what it reads, its keys, an
/// example and its messages.
struct RuleReference {
    /// One kind, as its file documents it.
    struct Kind {
        var name: String
        /// The bold words at the start.
        var title: String
        /// The first sentence and what explains it, in Markdown.
        var text: String
        var reads: String
        var keys: [(name: String, isRequired: Bool, text: String)]
        var exampleTitle: String
        var example: String
        var messages: [(code: String, text: String)]
        /// The code that follows the comment, up to the end of the file.
        var source: String
        var file: String
    }

    let kinds: [Kind]

    /// Reads `Sources/Eligibility/Rules`, in the order of the catalogue.
    init() throws {
        let folder = Self.package.appending(path: "Sources/Eligibility/Rules")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix("Rule.swift") }.sorted()
        let read = try files.map { file in
            try Self.read(try String(contentsOf: folder.appending(path: file), encoding: .utf8), file: file)
        }
        let order = RuleCatalogue.kinds.map { $0.kind }
        kinds = read.sorted { (order.firstIndex(of: $0.name) ?? order.count) < (order.firstIndex(of: $1.name) ?? order.count) }
    }

    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The codes that a source text gives: its literals in kebab case.
    static func codes(in source: String) -> Set<String> {
        Set(source.matches(of: #/"([a-z]+(?:-[a-z]+)+)"/#).map { String($0.1) })
    }

    /// The codes that anything in `Sources/Eligibility` gives.
    static func codesOfEligibility() throws -> Set<String> {
        let folder = package.appending(path: "Sources/Eligibility")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return try files.filter { $0.pathExtension == "swift" }.reduce(into: []) { codes, file in
            codes.formUnion(Self.codes(in: try String(contentsOf: file, encoding: .utf8)))
        }
    }

    struct Mistake: Error {
        var words: String
    }

    private static func read(_ source: String, file: String) throws -> Kind {
        let lines = source.components(separatedBy: "\n")
        guard let start = lines.firstIndex(where: { $0.hasPrefix("/// **") }),
            let end = lines[start...].firstIndex(where: { !$0.hasPrefix("///") })
        else { throw Mistake(words: "\(file): a doc comment that begins with bold words is missing") }
        let code = lines[end...].joined(separator: "\n")
        let comment = lines[start..<end].map { $0.dropFirst(3).drop { $0 == " " } }.map(String.init)
        // Within an example, blanks at the start of a line count.
        let raw = lines[start..<end].map { String($0.dropFirst($0.hasPrefix("/// ") ? 4 : 3)) }

        func part(_ from: String, until ends: [String]) -> [String] {
            guard let first = comment.firstIndex(where: { $0.hasPrefix(from) }) else { return [] }
            let rest = first + 1
            let last = comment[rest...].firstIndex { line in ends.contains { line.hasPrefix($0) } } ?? comment.endIndex
            return Array(raw[first..<last])
        }
        let head = Array(comment[..<(comment.firstIndex { $0.hasPrefix("Đọc:") } ?? comment.endIndex)])
        guard let name = code.firstMatch(of: #/static let kind = "([a-z_]+)"/#)?.1,
            let bold = head.first?.firstMatch(of: #/^\*\*(.+?)\.\*\* /#)
        else { throw Mistake(words: "\(file): no kind, or no bold title") }
        let text = ([String(head[0].dropFirst(bold.0.count))] + head.dropFirst()).joined(separator: "\n")
        let example = part("Ví dụ", until: ["Thông báo"])
        return Kind(
            name: String(name), title: String(bold.1), text: text.trimmingCharacters(in: .whitespacesAndNewlines),
            reads: part("Đọc:", until: ["Khóa:"]).joined(separator: " ").replacing("Đọc:", with: "").trimmingCharacters(in: .whitespaces),
            keys: items(part("Khóa:", until: ["Ví dụ"])).map { item in
                let isRequired = item.text.hasPrefix("(bắt buộc): ")
                return (item.name, isRequired, String(item.text.dropFirst(isRequired ? 12 : 2)))
            },
            exampleTitle: (example.first ?? "").trimmingCharacters(in: .init(charactersIn: ": ")),
            example: example.drop { !$0.hasPrefix("```yaml") }.dropFirst().prefix { $0 != "```" }.joined(separator: "\n"),
            messages: items(part("Thông báo", until: [])).map { ($0.name, $0.text) }, source: code, file: file)
    }

    /// The items of a list “- `name` text”, continued lines joined.
    private static func items(_ lines: [String]) -> [(name: String, text: String)] {
        var items: [String] = []
        for line in lines.dropFirst() where !line.isEmpty {
            if line.hasPrefix("- ") {
                items.append(String(line.dropFirst(2)))
            } else if !items.isEmpty {
                items[items.count - 1] += " " + line.trimmingCharacters(in: .whitespaces)
            }
        }
        return items.compactMap { item in
            guard let match = item.firstMatch(of: #/^`([^`]+)`(:| )/#) else { return nil }
            let text = item.dropFirst(match.0.count - 1)
            return (String(match.1), text.hasPrefix(" ") ? String(text.dropFirst()) : String(text))
        }
    }

    // MARK: The page

    var markdown: String {
        var page = Self.opening
        page += "\n| Loại | Việc |\n| --- | --- |\n| [`statement`](#statement) | Chỉ nêu để biết |\n"
        page += kinds.map { "| [`\($0.name)`](#\($0.name)) | \($0.title) |\n" }.joined()
        page +=
            "\n## `statement`\n\n**Chỉ nêu để biết.** Nội dung hiện trên trang của kế hoạch; không có gì để đối chiếu. Không có khóa riêng.\n"
        for kind in kinds { page += "\n" + section(kind) }
        return page
    }

    private func section(_ kind: Kind) -> String {
        var text = "## `\(kind.name)`\n\n**\(kind.title).** \(kind.text)\n\n"
        text += "Phạm vi: \(scopes(kind.name)). Đọc: \(kind.reads)\n\n"
        text += "| Khóa | Bắt buộc | Ý nghĩa |\n| --- | --- | --- |\n"
        text += kind.keys.map { "| `\($0.name)` | \($0.isRequired ? "●" : "") | \($0.text.replacing("|", with: "\\|")) |\n" }.joined()
        text += "\n\(kind.exampleTitle):\n\n```yaml\n\(kind.example)\n```\n"
        guard !kind.messages.isEmpty else { return text }
        text += "\n| Thông báo | Kết quả và khi nào |\n| --- | --- |\n"
        return text + kind.messages.map { "| `\($0.code)` | \(Self.outcome($0.text)) |\n" }.joined()
    }

    /// “(không đạt): …” as a sentence.
    private static func outcome(_ text: String) -> String {
        guard let match = text.firstMatch(of: #/^\(([^)]+)\): (.*)$/#) else { return text }
        return "\(String(match.1).uppercasedFirst): \(match.2)"
    }

    private func scopes(_ name: String) -> String {
        guard let type = RuleCatalogue.type(of: name) else { return "" }
        var scopes: [String] = []
        if type is any EntryRule.Type { scopes.append("`entry`") }
        if type is any BatchRule.Type || type is any ListRule.Type { scopes.append("`batch`") }
        if type is any TargetRule.Type { scopes += type is any ListRule.Type ? ["`programme`"] : ["`organisation`", "`programme`"] }
        return scopes.joined(separator: ", ")
    }

    private static let opening = """
        # Các loại quy tắc

        <!-- Trang này do máy viết từ chú thích của từng loại quy tắc trong Sources/Eligibility/Rules.
             Làm lại: BANGVANG_RECORD=1 swift test --filter RuleReferenceTests -->

        Mỗi quy định của một kế hoạch là một mục trong `rules` của tệp `content/programmes/<mã>.yaml`. Trang này nói đủ để khai
        một kế hoạch mới mà không cần lập trình: [khóa chung](#khóa-chung), [điều kiện](#điều-kiện-when),
        [giá trị khác nhau theo điều kiện](#giá-trị-khác-nhau-theo-điều-kiện), rồi từng loại. Phần còn lại của tệp kế hoạch
        có ở [du-lieu.md](du-lieu.md#7-kế-hoạch-contentprogrammesidyaml).

        ## Khóa chung

        | Khóa | Bắt buộc | Ý nghĩa |
        | --- | --- | --- |
        | `id` | ● | Mã của quy định, duy nhất trong kế hoạch: `LN-10` |
        | `kind` | ● | Loại quy tắc, một trong các loại dưới đây |
        | `scope` | ● | `entry` (từng bài), `batch` (các bài được đếm chung, hoặc danh sách của kế hoạch), `organisation` (từng tổ chức), `programme` (cơ quan thực hiện). Chỉ `entry` và số lượng của `batch` quyết định bài có được đăng không |
        | `cite` | ● | Điểm, mục của kế hoạch |
        | `severity` | ● | `error` (giữ bài lại), `warning`, `notice`. Với tổ chức và cơ quan thực hiện, không đạt chỉ là cảnh báo, chưa rõ là lưu ý |
        | `text` | ● | Quy định, một câu |
        | `when` | | Quy tắc nói về ai; không ghi thì nói về tất cả |
        | `conflicts_with` | | Mã những quy tắc mà kế hoạch viết mâu thuẫn với quy tắc này; không khai thì có cảnh báo `conflicting-rules` |
        | `note` | | Ghi chú |

        Kết quả của mỗi quy tắc với mỗi bài: **đạt**; **không đạt** (có dòng sổ, hoặc chính bài, trái với quy định); **chưa rõ**
        (chưa có gì chứng minh, không bao giờ coi là đạt); **không áp dụng**; **được miễn** (có quyết định trong `waivers.csv`).

        ## Điều kiện: `when`

        Các khóa đứng cạnh nhau phải cùng đúng; nhiều giá trị của một khóa thì chỉ cần một. Điều gì chưa được ghi trong sổ thì
        không loại trừ quy tắc.

        ```yaml
        when: {subject_kind: collective, level: [district, province]}
        when: {place_tag: disadvantaged_hamlet, model_quantity: {at_least: 2}}
        when: {any: [{level: base}, {campaign: unscheduled}], not: {field: economy}}
        ```

        | Khóa | Hỏi điều gì |
        | --- | --- |
        | `subject_kind` | Tập thể, cá nhân hay hộ gia đình (mã trong `subject_kinds`) |
        | `position` | Chức vụ vào ngày ký (mã trong `positions`) |
        | `birth_year` | Năm sinh: một năm, danh sách năm, hoặc `{at_least: …, at_most: …}` |
        | `organisation_type` | Loại của tập thể, hoặc của nơi cá nhân công tác (mã trong `organisation_types`) |
        | `organisation` | Chính tổ chức đó (mã trong `subjects.csv`) |
        | `place` | Địa bàn của quyết định, hoặc địa bàn bao quanh nó (mã trong `places.csv`) |
        | `place_kind` | Loại địa bàn (mã trong `place_kinds`) |
        | `place_tag` | Diện của địa bàn hoặc của địa bàn bao quanh (mã trong `place_tags`; cột `tags` của `places.csv`) |
        | `model_status`, `model_quantity` | Tình trạng và số lượng mô hình, theo bài, nếu bài không ghi thì theo đăng ký |
        | `level`, `campaign`, `field`, `year` | Cấp, hình thức xét, lĩnh vực, năm của bài |
        | `authority` | Người ký quyết định (mã trong `authorities`) |
        | `award_form`, `recognition_title` | Hình thức khen thưởng; danh hiệu công nhận |
        | `any` | Danh sách điều kiện, chỉ cần một điều kiện đúng |
        | `not` | Điều kiện phải sai |

        ## Giá trị khác nhau theo điều kiện

        Một ngưỡng có thể khác nhau: trường hợp đầu tiên có điều kiện đúng được dùng, trường hợp cuối cùng không có `when`.
        Chưa biết bài thuộc trường hợp nào thì kết quả là chưa rõ (`case-not-known`).

        ```yaml
        minimum:
          - {when: {place_tag: disadvantaged_hamlet}, value: 65}
          - {value: 75}
        ```

        ## Các loại

        """
}
