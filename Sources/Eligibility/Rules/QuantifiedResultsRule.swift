import Diagnostics
import Entries
import Formats
import Programmes
import Vietnamese

/// **Định lượng giá trị làm lợi.** Bài nêu hiệu quả bằng con số có đơn vị: tiền, diện tích, khối lượng, chiều dài, sản
/// lượng, số hộ, số con vật nuôi, tỷ lệ phần trăm.
///
/// Con số viết theo cách viết tiếng Việt: dấu chấm ngăn hàng nghìn, dấu phẩy thập phân: `1.548 hộ`, `3,796 km`,
/// `300 - 500 con`, `36,6 triệu đồng`, `5,3 tỷ`, `57/62 hộ`. Ngày, tháng, năm, giờ, số quyết định, số điện thoại không
/// phải là con số được tính; số không (`0 đồng`) cũng vậy. Một con số nêu hai lần tính là một. Đơn vị được biết:
///
/// - tiền: đồng, đ, VNĐ, USD, đô la; `triệu`, `tỷ` đứng một mình là tiền;
/// - diện tích: ha, héc-ta, m2, m², km2, km², mét vuông, sào, công đất;
/// - khối lượng: kg, gam, yến, tạ, tấn; chiều dài: km, m, mét, cây số;
/// - sản lượng: sản phẩm, lít, m3, m³, mét khối, kWh;
/// - hộ; con (vật nuôi); %, phần trăm.
///
/// Đọc: bài.
///
/// Khóa:
/// - `minimum`: số con số ít nhất, mặc định 1.
/// - `sources`: nơi tìm: `results` (khóa `results` của bài), `summary` (tóm tắt), `body` (thân bài). Mặc định
///   `[results, body]`.
/// - `units`: các đơn vị khác cũng được tính, ví dụ `["ô lồng", "việc làm"]`.
///
/// Ví dụ (VN-05):
/// ```yaml
/// kind: quantified_results
/// when: {field: economy}
/// minimum: 1
/// sources: [results, body]
/// ```
///
/// Thông báo:
/// - `figures-missing` (không đạt): bài không có, hoặc có chưa đủ, con số nào như vậy.
struct QuantifiedResultsRule: EntryRule {
    /// Where figures are looked for.
    enum Source: String, Sendable, CaseIterable { case results, summary, body }

    static let kind = "quantified_results"
    let minimum: Int
    let sources: [Source]
    let units: FigureUnits
    private let addedUnits: [String]
    var reads: [RuleSource] { [.entry] }

    init?(_ keys: MappingReader, context: RuleContext) {
        minimum = keys.integer("minimum", in: 1...100)?.value ?? 1
        let named = keys.choices("sources", of: Source.allCases.map { ($0.rawValue, $0) }).map(\.value)
        sources = named.isEmpty ? [.results, .body] : Source.allCases.filter(named.contains)
        addedUnits = keys.oneOrMore("units").map(\.value)
        units = FigureUnits.economic.adding(addedUnits)
    }

    var requirement: Message {
        let added = addedUnits.isEmpty ? "" : ", " + addedUnits.joined(separator: ", ")
        return Message(
            vi:
                "ít nhất \(minimum) con số có đơn vị cho biết giá trị làm lợi (tiền, diện tích, khối lượng, chiều dài, sản lượng, số hộ, số con, tỷ lệ\(added))",
            en:
                "at least \(minimum) figure(s) with a unit that tell the gain (money, area, weight, length, output, households, heads, shares\(added))"
        )
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let entry = honour.entry
        var found = FigureSet(wanted: minimum)
        for source in sources where !found.isComplete {
            switch source {
            case .results: for result in entry.results { figure(of: result).map { found.add($0) } }
            case .summary: found.add(from: Array(entry.summary.value.utf8), units)
            case .body: found.add(from: entry.body.text, units)
            }
        }
        return found.isComplete ? .pass() : .fail([], shortage(found.count, honour))
    }

    /// A result's value and unit are read together, as a reader does: “36,6 triệu” and “đồng”.
    private func figure(of result: Entry.Result) -> Figure? {
        FigureScanner.figures(in: "\(result.value) \(result.unit)", units: units).first
    }

    private func shortage(_ count: Int, _ honour: HonourCase) -> Finding {
        let others = honour.entry.results.filter { figure(of: $0) == nil }.prefix(3).map { "\($0.value) \($0.unit)" }
        let seen =
            others.isEmpty
            ? Message("")
            : Message(
                vi: "; đã có ở khóa results: \(others.joined(separator: "; "))", en: "; results holds: \(others.joined(separator: "; "))")
        let found =
            count == 0
            ? Message(vi: "bài chưa nêu con số nào về giá trị làm lợi", en: "the entry states no figure of its gain")
            : Message(vi: "bài mới nêu \(count) con số về giá trị làm lợi", en: "the entry states only \(count) figure(s) of its gain")
        return Finding(
            "figures-missing", found: found + seen, required: requirement,
            remedy: Message(
                vi:
                    "bổ sung con số thật của mô hình vào khóa results, ví dụ: {value: \"36,6\", unit: \"triệu đồng\", what: \"thu nhập tăng thêm mỗi hộ\"}",
                en: "add the model's true figures to results: {value: \"36,6\", unit: \"triệu đồng\", what: \"…\"}"),
            at: honour.subjectPlace)
    }
}

/// Figures of different sources, each counted once, until there are as many as are wanted.
private struct FigureSet {
    private struct Key: Hashable {
        var lower, upper: WrittenNumber
        var unit: String
    }

    let wanted: Int
    private var keys: Set<Key> = []
    var count: Int { keys.count }
    var isComplete: Bool { keys.count >= wanted }

    init(wanted: Int) { self.wanted = wanted }

    mutating func add(_ figure: Figure) {
        if !figure.isZero { keys.insert(Key(lower: figure.lower, upper: figure.upper, unit: figure.unit)) }
    }

    mutating func add(from text: [UInt8], _ units: FigureUnits) {
        text.withUnsafeBufferPointer { bytes in
            FigureScanner.scan(bytes, units: units) {
                add($0)
                return !isComplete
            }
        }
    }
}
