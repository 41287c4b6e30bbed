import Board
import Diagnostics
import Eligibility
import Formats
import Programmes
import Registers
import Vietnamese

/// A row of a register as a page cites it: in words that help a citizen find the paper.
struct Evidence: Sendable, Equatable {
    var text: String
    /// The page of the decision that it speaks of, relative to the base, where there is one.
    var route: String?
}

/// Puts the rows that an outcome rests on into words.
///
/// Only what is public anyway is said: numbers of decisions, days, bodies, kinds of documents. Points, ratings,
/// what was noted at a judgement, who checked a sheet and what was given by oneself are the dossier's, never
/// the page's.
struct EvidenceWords {
    let plan: SitePlan

    /// The rows in words, each sentence once, in the order of the evidence.
    func evidence(for rows: [RowReference]) -> [Evidence] {
        var found: [Evidence] = []
        for row in rows {
            if let evidence = evidence(for: row), !found.contains(evidence) { found.append(evidence) }
        }
        return found
    }

    private func evidence(for row: RowReference) -> Evidence? {
        let registers = plan.corpus.registers
        switch row.register {
        case .recognitions: return registers.recognition(at: row).map { cite("Sổ công nhận", $0.decision) }
        case .awards: return registers.award(at: row).map { cite("Sổ khen thưởng", $0.decision) }
        case .ratings: return registers.rating(at: row).map { Evidence(text: words(for: $0)) }
        case .registrations: return registers.registration(at: row).flatMap(words(for:)).map { Evidence(text: $0) }
        case .reviews: return registers.review(at: row).flatMap(words(for:)).map { Evidence(text: $0) }
        case .dossiers: return registers.document(at: row).map { Evidence(text: words(for: $0)) }
        case .scores: return registers.score(at: row).flatMap(words(for:)).map { Evidence(text: $0) }
        case .subjects, .waivers, .totals, .holds: return nil
        }
    }

    private func cite(_ register: String, _ decision: Decision) -> Evidence {
        Evidence(text: "\(register): \(Words.decision(decision).lowercasedFirst)", route: plan.route(of: decision))
    }

    private func words(for rating: Rating) -> String {
        var text = "Sổ xếp loại, \(Words.period(rating.period))"
        let parts = [rating.decisionNumber.map { "văn bản số \($0)" }, rating.ratedBy, rating.ratedOn.map { "ngày \($0.vietnamese)" }]
            .compactMap { $0 }
        if !parts.isEmpty { text += ": " + parts.joined(separator: ", ") }
        return text
    }

    private func words(for registration: Registration) -> String? {
        registration.registeredOn.map { "Sổ đăng ký: ngày \($0.vietnamese)\(confirmation(registration.confirmedBy))" }
    }

    private func words(for review: Review) -> String? {
        guard review.verdict == .met else { return nil }
        return "\(plan.corpus.vocabulary[.bodies].name(of: review.body)) nhận xét, ngày \(review.reviewedOn.vietnamese)"
    }

    private func words(for document: DossierDocument) -> String {
        let name = plan.corpus.vocabulary[.documents].name(of: document.document)
        return "Sổ hồ sơ: \(name.lowercasedFirst), nhận ngày \(document.submittedOn.vietnamese)\(confirmation(document.confirmedBy))"
    }

    private func words(for score: Score) -> String? {
        guard score.kind == .verified else { return nil }
        return "Bảng điểm đã thẩm định" + (score.verifiedOn.map { ", ngày \($0.vietnamese)" } ?? "")
    }

    private func confirmation(_ bodies: [String]) -> String {
        guard !bodies.isEmpty else { return "" }
        return " (xác nhận: \(bodies.map(plan.corpus.vocabulary[.bodies].name(of:)).joined(separator: "; ")))"
    }
}
