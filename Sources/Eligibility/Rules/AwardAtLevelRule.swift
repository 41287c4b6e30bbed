import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Đã được khen thưởng ở một cấp.** Đối tượng đã được khen thưởng hoặc công nhận ở cấp cho trước, quyết định còn
/// hiệu lực và có trước, hoặc cùng ngày với, quyết định của lần vinh danh này.
///
/// Dùng khi điển hình của cấp trên được chọn trong số điển hình của cấp dưới. Dòng mà chính bài dựa vào không được
/// tính. Quyết định đã thu hồi không là căn cứ (Luật 06/2022/QH15, Điều 93 khoản 2); đang xem xét thì chưa rõ. Dòng
/// công nhận không ghi kế hoạch chỉ được tính khi `programmes: any`.
///
/// Đọc: `awards.csv`, `recognitions.csv`, `subjects.csv`.
///
/// Khóa:
/// - `at_level`: cấp, mã trong `levels`, một hoặc nhiều cấp; không ghi thì cấp nào cũng được.
/// - `years`: một trong các năm này: `year` (mặc định, năm của bài), `year-1`… hoặc năm cố định.
/// - `programmes`: mã các kế hoạch được tính, hoặc `any` (mọi kế hoạch). Mặc định chỉ kế hoạch này.
/// - `registers`: sổ được tính: `awards`, `recognitions`. Mặc định cả hai.
/// - `holder`: `subject` (mặc định) hoặc `organisation`.
///
/// Ví dụ (VN-21):
/// ```yaml
/// kind: award_at_level
/// at_level: base
/// ```
///
/// Thông báo:
/// - `award-revoked` (không đạt): quyết định đã bị thu hồi.
/// - `award-after-honour` (không đạt): quyết định ký sau lần vinh danh này.
/// - `award-missing` (chưa rõ): sổ chưa có dòng nào.
/// - `award-under-review` (chưa rõ): quyết định đang được xem xét.
/// - `basis-row-missing` (chưa rõ): sổ không có dòng mà bài dựa vào nên không so được ngày.
/// - `organisation-missing` (chưa rõ): sổ đối tượng chưa ghi nơi công tác.
struct AwardAtLevelRule: EntryRule {
    static let kind = "award_at_level"
    let honours: EarlierHonours
    let years: [RelativeYear]
    var reads: [RuleSource] { [.entry] + honours.reads }

    init?(_ keys: MappingReader, context: RuleContext) {
        years = keys.value("years") == nil ? [.current] : keys.relativeYears("years")
        guard let honours = EarlierHonours(keys, context, requiresLevel: false), !years.isEmpty else { return nil }
        self.honours = honours
    }

    var requirement: Message { required(years.map(\.words).joined(Message(vi: " hoặc ", en: " or "))) }

    private func required(_ years: Message) -> Message {
        let who = honours.holder == .organisation ? Message(vi: "tổ chức nơi công tác ", en: "the organisation: ") : ""
        return who + Message(vi: "đã được \(honours.words.vi) \(years.vi)", en: "\(honours.words.en) in \(years.en)")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let years = years.map { $0.year(for: honour.entry.year.value) }
        let list = years.sorted().map(String.init)
        let required = required(Message(vi: "năm \(list.joined(separator: " hoặc "))", en: list.joined(separator: " or ")))
        guard let id = honour.holderID(honours.holder) else { return honour.organisationMissing(required) }
        guard let basis = honour.honour else { return honour.basisMissing(required) }
        let standing = honours.standing(of: id, in: years, before: basis, honour.registers)
        let evidence = standing.row.map { [$0.row] } ?? []
        guard let finding = honours.finding(standing, years, honour.name(of: id), id, honour, required) else { return .pass(evidence) }
        return standing.isContradiction ? .fail(evidence, finding) : .unknown(evidence, finding)
    }
}
