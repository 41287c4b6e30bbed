import Diagnostics
import Eligibility
import Formats
import Programmes
import Registers

/// `docs/quy-dinh.md`: every rule of the catalogue, its clause, its kind, where it is recorded, and where it is specified.
struct RuleTable {
    private let programme: Programme
    private let vocabulary: Vocabulary
    /// What each rule reads, by its id.
    private let reads: [String: [RuleSource]]

    init(_ programme: Programme, _ vocabulary: Vocabulary) {
        self.programme = programme
        self.vocabulary = vocabulary
        let compiled = RuleCatalogue.compile(programme, vocabulary: vocabulary).value
        reads = Dictionary(uniqueKeysWithValues: zip(programme.rules, compiled).map { ($0.id, $1.reads) })
    }

    static let preface = """
        # Quy định của ba kế hoạch

        Tệp này do kiểm thử viết ra từ các tệp kế hoạch và các tệp đặc tả; đừng sửa tay. Viết lại bằng
        `BANGVANG_RECORD=1 swift test --filter RuleSpecificationTests`.

        Mỗi quy định mà máy kiểm tra được, hoặc do người có thẩm quyền nhận xét và ghi vào sổ, có một tệp đặc tả: lời của kế hoạch,
        cách hiểu, bài đạt, bài không đạt, bài chưa rõ, kèm nguyên văn thông báo. Các đặc tả được chạy qua toàn bộ chương trình; tên
        của mỗi kiểm thử mở đầu bằng mã quy định. Từng loại được giải thích ở [quy-tac.md](quy-tac.md).

        """

    /// The programme's part.
    func section(_ specifications: [Specification]) -> String {
        var rows: [(id: String, rules: [RuleDeclaration])] = []
        for rule in programme.rules {
            let id = Catalogue.id(of: rule)
            if let index = rows.firstIndex(where: { $0.id == id }) { rows[index].rules.append(rule) } else { rows.append((id, [rule])) }
        }
        let lines = rows.map { id, rules in
            let file = specifications.first { $0.id == id }
            return "| \(id) | " + columns(rules, file).joined(separator: " | ") + " |\n"
        }
        return """

            ## \(programme.shortTitle)

            \(programme.document.citation).

            | Mã | Điểm, mục | Loại | Phạm vi | Ghi ở đâu | Kiểm thử |
            | --- | --- | --- | --- | --- | --- |
            \(lines.joined())
            """
    }

    /// The cells behind the id. Rules into which an id is split and that say the same in a column share it.
    private func columns(_ rules: [RuleDeclaration], _ file: Specification?) -> [String] {
        let columns: [(RuleDeclaration) -> String] = [
            { $0.cite }, kind(of:), { $0.scope.vietnamese }, recorded(_:), { test(of: $0, file) },
        ]
        return columns.map { column in
            var shared: [(text: String, rules: [String])] = []
            for rule in rules {
                let text = column(rule)
                if let index = shared.firstIndex(where: { $0.text == text }) {
                    shared[index].rules.append(rule.id)
                } else {
                    shared.append((text, [rule.id]))
                }
            }
            guard shared.count > 1 else { return shared[0].text }
            return shared.map { "\($0.rules.joined(separator: ", ")): \($0.text)" }.joined(separator: "<br>")
        }
    }

    /// The kind's name, which leads to its description where this version has the kind.
    private func kind(of rule: RuleDeclaration) -> String {
        let name = rule.kind.value
        return RuleCatalogue.builtKinds.contains(name) ? "[`\(name)`](quy-tac.md#\(name))" : "`\(name)`"
    }

    private func test(of rule: RuleDeclaration, _ file: Specification?) -> String {
        if rule.onlyInforms { return "không có: chỉ nêu trên trang kế hoạch" }
        return file.map { "[\($0.id)](../\($0.path))" } ?? "thiếu"
    }

    /// Where the rule's ground stands: what it reads, and who judges where only people can.
    private func recorded(_ rule: RuleDeclaration) -> String {
        let sources = (reads[rule.id] ?? []).map { source in
            switch source {
            case .entry: "bài"
            case .register(let name): "`\(name.rawValue).csv`"
            case .places: "`places.csv`"
            }
        }
        let list = sources.isEmpty ? "không ghi" : sources.joined(separator: ", ")
        guard case .mapping(let pairs) = rule.node.content, rule.kind.value == "human_review",
            case .scalar(let body, _)? = pairs.first(where: { $0.key.value == "body" })?.value.content
        else { return list }
        return "\(list): nhận xét của \(vocabulary[.bodies].name(of: body))"
    }
}

extension RuleDeclaration.Scope {
    fileprivate var vietnamese: String {
        switch self {
        case .entry: "từng bài"
        case .organisation: "từng tổ chức"
        case .batch: "cả đợt"
        case .programme: "kế hoạch"
        }
    }
}
