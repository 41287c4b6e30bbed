import Diagnostics
import Templates
import Vietnamese

/// A bar of a chart: what is counted, how many, and the list that it counts.
struct ChartBar: Sendable {
    var label: String
    var count: Int
    /// Empty where there is no such list.
    var url: String
    /// Whether it lies within the bar above it, as a district does in its province.
    var isPart = false
}

/// Bars below one another, each under its words: drawn in pixels of the page, with widths in per cent, so that the
/// words keep their size on every screen.
///
/// The drawing is hidden from screen readers and the keyboard: the table beside it says the same, with the same links.
struct ChartModel: Sendable {
    /// A bar in its place.
    struct Row: Sendable {
        var bar: ChartBar
        /// The label, in lines that fit a telephone.
        var lines: [(text: String, y: Int)]
        var barY: Int
        /// In tenths of a per cent.
        var width: Int
    }

    let rows: [Row]
    let height: Int

    /// What a line holds on a screen of 320 pixels.
    static let lineLength = 32
    private static let lineHeight = 20
    private static let barHeight = 14
    private static let gap = 12
    /// Below the words, for what hangs from their line: g, y, ệ.
    private static let clearance = 3
    /// The rest of the width is for the figure behind the longest bar.
    private static let longest = 800

    /// Nil where there is nothing to compare.
    init?(_ bars: [ChartBar]) {
        guard bars.count > 1, let most = bars.map(\.count).max(), most > 0 else { return nil }
        var rows: [Row] = []
        var y = 0
        for bar in bars {
            let lines = Self.lines(of: bar.label)
            let placed = lines.enumerated().map { (text: $1, y: y + $0 * Self.lineHeight + 15) }
            y += lines.count * Self.lineHeight + Self.clearance
            // A bar that stands for something is seen.
            let width = bar.count == 0 ? 0 : max(4, bar.count * Self.longest / most)
            rows.append(Row(bar: bar, lines: placed, barY: y, width: width))
            y += Self.barHeight + Self.gap
        }
        self.rows = rows
        height = y
    }

    /// A label in lines, broken between words.
    static func lines(of label: String) -> [String] {
        var lines: [String] = []
        for word in label.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= lineLength {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}

enum ChartView {
    static let view = View<ChartModel>(
        "chart",
        Message(
            vi: "Biểu đồ cột ngang, vẽ bằng SVG. Trình đọc màn hình bỏ qua, vì bảng đi kèm nói cùng một điều.",
            en: "Horizontal bars, drawn as SVG; hidden from screen readers, since the table beside it says the same."),
        [
            .text("height", Message(vi: "Chiều cao, điểm ảnh.", en: "Its height in pixels.")) { String($0.height) },
            .list("bars", barView, Message(vi: "Các cột.", en: "The bars.")) { $0.rows },
        ])

    private static let barView = View<ChartModel.Row>(
        "chart_bar", Message(vi: "Một cột của biểu đồ.", en: "A bar of a chart."),
        [
            .text("url", Message(vi: "Danh sách mà cột đếm; trống khi không có.", en: "The list that it counts.")) { $0.bar.url },
            .text("count", Message(vi: "Con số.", en: "The figure.")) { Words.number($0.bar.count) },
            .flag("part", Message(vi: "Có khi là một phần của cột bên trên.", en: "Set for a part of the bar above.")) { $0.bar.isPart },
            .text("width", Message(vi: "Chiều dài cột, phần trăm.", en: "Its length in per cent.")) { "\($0.width / 10).\($0.width % 10)" },
            .text("y", Message(vi: "Mép trên của cột, điểm ảnh.", en: "Its upper edge in pixels.")) { String($0.barY) },
            .text("figure_y", Message(vi: "Dòng của con số, điểm ảnh.", en: "The figure's line in pixels.")) { String($0.barY + 12) },
            .list("lines", lineView, Message(vi: "Tên, chia thành dòng.", en: "The label, in lines.")) { $0.lines },
        ])

    private static let lineView = View<(text: String, y: Int)>(
        "chart_line", Message(vi: "Một dòng chữ trong biểu đồ.", en: "A line of a chart's words."),
        [
            .text("text", Message(vi: "Chữ.", en: "Its words.")) { $0.text },
            .text("y", Message(vi: "Vị trí, điểm ảnh.", en: "Its position in pixels.")) { String($0.y) },
        ])
}
