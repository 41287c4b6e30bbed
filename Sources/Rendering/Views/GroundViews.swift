import Board
import Diagnostics
import Eligibility
import Formats
import Programmes
import Registers
import Templates

/// A rule that an honour rests on, with what shows it.
struct GroundModel: Sendable {
    let declaration: RuleDeclaration
    let evidence: [Evidence]
    let waiver: Waiver?
    let addresses: Addresses
}

extension EntryModel {
    /// How a rule came to be no obstacle, as the page tells it.
    enum GroundKind {
        /// The registers, or the entry itself, show that it is met.
        case met
        /// The body that may judge it found it met.
        case judged
        case waived
        /// Staff checked it on paper: this version can't check its kind.
        case unchecked
    }

    /// The rules that the honour rests on, of one kind.
    func grounds(_ kind: GroundKind) -> [GroundModel] {
        let words = EvidenceWords(plan: context.plan)
        return honour.report.outcomes.compactMap { outcome in
            let declaration = honour.programme.rules[outcome.rule]
            guard self.kind(of: outcome, declaration) == kind else { return nil }
            // What a waiver sets aside may be what a row says: then the row is nobody's business.
            let evidence = kind == .met || kind == .judged ? words.evidence(for: outcome.evidence) : []
            let waiver = kind == .waived ? outcome.evidence.lazy.compactMap { registers.waiver(at: $0) }.first : nil
            return GroundModel(declaration: declaration, evidence: evidence, waiver: waiver, addresses: addresses)
        }
    }

    private var registers: Registers { context.plan.corpus.registers }

    private func kind(of outcome: RuleOutcome, _ declaration: RuleDeclaration) -> GroundKind? {
        switch outcome.status {
        case .pass:
            guard declaration.scope == .entry, declaration.severity == .error else { return nil }
            return outcome.evidence.contains { $0.register == .reviews } ? .judged : .met
        case .waived: return .waived
        case .unknown: return outcome.acceptedUnsupported ? .unchecked : nil
        case .fail, .notApplicable: return nil
        }
    }
}

enum GroundView {
    static let view = View<GroundModel>(
        "ground", Message(vi: "Một quy định làm căn cứ.", en: "A rule that the honour rests on."),
        [
            .text("id", Message(vi: "Mã quy định.", en: "The rule's id.")) { $0.declaration.id },
            .text("cite", Message(vi: "Điểm, mục trong kế hoạch.", en: "The clause.")) { $0.declaration.cite },
            .text("text", Message(vi: "Nội dung quy định.", en: "The rule in words.")) { $0.declaration.text },
            .list(
                "evidence", LinkView.view,
                Message(
                    vi: "Sổ nào cho thấy điều đó: số quyết định, ngày, cơ quan; dẫn tới trang của quyết định nếu có.",
                    en: "The registers that show it: decisions, days, bodies; linked to the decision's page where there is one.")
            ) { model in
                model.evidence.map { LinkModel(title: $0.text, url: $0.route.map(model.addresses.url) ?? "") }
            },
            .record(
                "waiver", WaiverView.view, Message(vi: "Quyết định cho miễn, nếu được miễn.", en: "What waives it, where it is waived.")
            ) { $0.waiver },
        ])
}

enum WaiverView {
    static let view = View<Waiver>(
        "waiver", Message(vi: "Quyết định cho miễn một quy định.", en: "A decision that sets a rule aside."),
        [
            .text("number", Message(vi: "Số quyết định.", en: "The decision's number.")) { $0.decisionNumber },
            .text("by", Message(vi: "Người, cơ quan quyết định.", en: "Who decided it.")) { $0.decidedBy },
            .text("date", Message(vi: "Ngày quyết định.", en: "The day.")) { $0.decidedOn.vietnamese },
            .text("date_iso", Message(vi: "Ngày, dạng máy đọc.", en: "The same for machines.")) { $0.decidedOn.iso },
            .text("until", Message(vi: "Ngày cuối còn hiệu lực, nếu có hạn.", en: "Its last day, where it ends.")) {
                $0.expiresOn?.vietnamese
            },
            .text("reason", Message(vi: "Lý do.", en: "The reason.")) { $0.reason },
        ])
}
