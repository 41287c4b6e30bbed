import Diagnostics
import Formats
import Programmes

/// **Mọi điều kiện.** Phải đạt tất cả các quy tắc nêu trong `rules`.
///
/// Dùng bên trong `any_of` và `unless`; ở ngoài thì khai thành từng quy tắc riêng để mỗi quy tắc có kết quả riêng.
/// Một quy tắc trái thì không đạt; không quy tắc nào trái mà có quy tắc chưa rõ thì chưa rõ.
///
/// Đọc: như các quy tắc bên trong.
///
/// Khóa:
/// - `rules` (bắt buộc): danh sách quy tắc, mỗi mục có `kind` và khóa riêng của loại đó, có thể có `when`.
///
/// Ví dụ (VN-10):
/// ```yaml
/// kind: all_of
/// rules:
///   - {kind: organisation_type, values: [enterprise]}
///   - {kind: human_review, topic: "Sản xuất kinh doanh đạt hiệu quả", body: mass_mobilisation_board}
/// ```
///
/// Thông báo: như quy tắc bên trong chưa đạt đầu tiên.
struct AllOfRule: EntryRule {
    static let kind = "all_of"
    let parts: RuleParts

    init?(_ keys: MappingReader, context: RuleContext) {
        guard let parts = RuleParts("rules", of: keys, context) else { return nil }
        self.parts = parts
    }

    var reads: [RuleSource] { parts.reads }
    var requirement: Message { parts.requirement(joinedBy: Message(vi: "; và ", en: "; and ")) }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let verdicts = parts.verdicts(of: honour)
        guard !verdicts.isEmpty else { return .notApplicable() }
        let evidence = verdicts.flatMap(\.evidence)
        let unmet = verdicts.filter { $0.status == .fail } + verdicts.filter { $0.status == .unknown }
        guard let worst = unmet.first, var finding = worst.finding else {
            return Verdict(status: .pass, evidence: evidence, finding: verdicts.lazy.compactMap(\.finding).first)
        }
        finding.notes += unmet.dropFirst().compactMap(\.finding).map { Diagnostic.Note($0.found, at: $0.place) }
        return Verdict(status: worst.status, evidence: evidence, finding: finding)
    }
}
