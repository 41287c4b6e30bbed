import Diagnostics
import Entries
import Formats
import Programmes
import Registers

/// **Nhiều năm liên tục.** Đối tượng được khen thưởng hoặc công nhận ở cấp cho trước trong nhiều năm liền nhau, năm
/// cuối là một năm xác định, các quyết định đều còn hiệu lực.
///
/// Mỗi năm cần một dòng; các dòng đã dùng được nêu làm căn cứ, năm nào thiếu được nêu rõ. Quyết định đã thu hồi không
/// là căn cứ; đang xem xét thì chưa rõ. Dòng mà chính bài dựa vào không được tính, dòng ký sau lần vinh danh này cũng
/// vậy.
///
/// Đọc: `awards.csv`, `recognitions.csv`, `subjects.csv`.
///
/// Khóa:
/// - `at_level` (bắt buộc): cấp, mã trong `levels`, một hoặc nhiều cấp.
/// - `years` (bắt buộc): số năm liên tục, từ 2.
/// - `ending`: năm cuối cùng: `year-1` (mặc định, năm liền trước năm của bài), `year` hoặc một năm cố định.
/// - `programmes`: mã các kế hoạch được tính, hoặc `any` (mọi kế hoạch). Mặc định chỉ kế hoạch này.
/// - `registers`: sổ được tính: `awards`, `recognitions`. Mặc định cả hai.
/// - `holder`: `subject` (mặc định) hoặc `organisation`.
///
/// Ví dụ (VN-22):
/// ```yaml
/// kind: consecutive_recognitions
/// at_level: district
/// years: 2
/// ending: "year-1"
/// ```
///
/// Thông báo:
/// - `award-revoked` (không đạt): quyết định của một năm đã bị thu hồi.
/// - `award-after-honour` (không đạt): quyết định của một năm ký sau lần vinh danh này.
/// - `award-missing` (chưa rõ): sổ thiếu một hoặc nhiều năm.
/// - `award-under-review` (chưa rõ): quyết định của một năm đang được xem xét.
/// - `basis-row-missing` (chưa rõ): sổ không có dòng mà bài dựa vào nên không so được ngày.
/// - `organisation-missing` (chưa rõ): sổ đối tượng chưa ghi nơi công tác.
struct ConsecutiveRecognitionsRule: EntryRule {
    static let kind = "consecutive_recognitions"
    let honours: EarlierHonours
    let count: Int
    let ending: RelativeYear
    var reads: [RuleSource] { [.entry] + honours.reads }

    init?(_ keys: MappingReader, context: RuleContext) {
        let count = keys.integer("years", in: 2...20, required: true)
        let ending = keys.relativeYear("ending", default: RelativeYear("year-1"))
        guard let honours = EarlierHonours(keys, context, requiresLevel: true), let count, let ending else { return nil }
        (self.honours, self.count, self.ending) = (honours, count.value, ending)
    }

    var requirement: Message { required(Message(vi: "đến \(ending.words.vi)", en: "up to \(ending.words.en)")) }

    private func required(_ years: Message) -> Message {
        let who = honours.holder == .organisation ? Message(vi: "tổ chức nơi công tác ", en: "the organisation: ") : ""
        return who
            + Message(
                vi: "\(count) năm liên tục được \(honours.words.vi), \(years.vi)",
                en: "\(honours.words.en) in \(count) consecutive years, \(years.en)")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let last = ending.year(for: honour.entry.year.value)
        let years = Array((last - count + 1)...last)
        let list = years.map(String.init).joined(separator: ", ")
        let required = required(Message(vi: "là các năm \(list)", en: "namely \(list)"))
        guard let id = honour.holderID(honours.holder) else { return honour.organisationMissing(required) }
        guard let basis = honour.honour else { return honour.basisMissing(required) }
        let standings = years.map { (year: $0, standing: honours.standing(of: id, in: [$0], before: basis, honour.registers)) }
        let evidence = standings.compactMap(\.standing.row?.row)
        let findings = findings(standings, id, honour, required)
        guard var finding = findings.first else { return .pass(evidence) }
        for other in findings.dropFirst() {
            finding.found = finding.found + "; " + other.found
            finding.notes.append(Diagnostic.Note(other.found, at: other.place))
        }
        return standings.contains { $0.standing.isContradiction } ? .fail(evidence, finding) : .unknown(evidence, finding)
    }

    /// What stands against the years: contradictions first, then open decisions, then all years that nobody
    /// recorded as one finding.
    private func findings(
        _ standings: [(year: Int, standing: EarlierHonours.Standing)], _ id: String, _ honour: HonourCase, _ required: Message
    ) -> [Finding] {
        let name = honour.name(of: id)
        func finding(_ standing: EarlierHonours.Standing, _ years: [Int]) -> Finding? {
            honours.finding(standing, years, name, id, honour, required)
        }
        let contradictions = standings.filter { $0.standing.isContradiction }
        let open = standings.filter { !$0.standing.isContradiction && $0.standing.row != nil }
        let missing = standings.filter { $0.standing.row == nil }.map(\.year)
        return (contradictions + open).compactMap { finding($0.standing, [$0.year]) }
            + (missing.isEmpty ? [] : [finding(.missing, missing)].compactMap { $0 })
    }
}
