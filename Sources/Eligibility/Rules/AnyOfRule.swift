import Diagnostics
import Formats
import Programmes

/// **Một trong các điều kiện.** Chỉ cần đạt một trong các quy tắc nêu trong `rules`.
///
/// Đạt khi có một quy tắc đạt. Không quy tắc nào đạt mà có quy tắc chưa rõ thì kết quả là chưa rõ; tất cả đều trái
/// thì không đạt. Mỗi quy tắc trong danh sách có `kind` và các khóa riêng của loại ấy, có thể có `when`: quy tắc
/// không nói về bài thì không được tính.
///
/// Đọc: như các quy tắc bên trong.
///
/// Khóa:
/// - `rules` (bắt buộc): danh sách quy tắc, mỗi mục có `kind` và khóa riêng của loại đó, có thể có `when`.
///
/// Ví dụ (YB-18b):
/// ```yaml
/// kind: any_of
/// rules:
///   - {kind: rating_at_least, period: "year-1", minimum: good}
///   - {kind: rating_at_least, period: "year-1", scale: local, minimum: local_good}
/// ```
///
/// Thông báo:
/// - `no-alternative-met` (không đạt): mọi quy tắc bên trong đều trái.
/// - `no-alternative-known` (chưa rõ): chưa quy tắc nào đạt, và có quy tắc chưa rõ.
struct AnyOfRule: EntryRule {
    static let kind = "any_of"
    let parts: RuleParts

    init?(_ keys: MappingReader, context: RuleContext) {
        guard let parts = RuleParts("rules", of: keys, context) else { return nil }
        self.parts = parts
    }

    var reads: [RuleSource] { parts.reads }
    var requirement: Message { parts.requirement(joinedBy: Message(vi: "; hoặc ", en: "; or ")) }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let verdicts = parts.verdicts(of: honour)
        guard !verdicts.isEmpty else { return .notApplicable() }
        if let met = verdicts.first(where: { $0.status == .pass }) { return met }
        let findings = verdicts.compactMap(\.finding)
        let isKnown = verdicts.allSatisfy { $0.status == .fail }
        guard let first = findings.first else { return .notApplicable() }
        let finding = Finding(
            isKnown ? "no-alternative-met" : "no-alternative-known", found: findings.map(\.found).joined("; "), required: requirement,
            remedy: Message(vi: "chỉ cần một trong các việc sau: ", en: "one of these is enough: ") + findings.map(\.remedy).numbered(),
            at: first.place,
            notes: findings.dropFirst().map { Diagnostic.Note($0.found, at: $0.place) } + findings.flatMap(\.notes))
        let evidence = verdicts.flatMap(\.evidence)
        return isKnown ? .fail(evidence, finding) : .unknown(evidence, finding)
    }
}
