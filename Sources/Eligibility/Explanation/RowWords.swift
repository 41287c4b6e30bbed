import Diagnostics
import Formats
import Programmes
import Registers
import Vietnamese

/// Says in words what a register's row records, as an official would cite it in a file.
struct RowWords {
    let registers: Registers
    let vocabulary: Vocabulary

    /// Nil where no such row was read. Numbers that may be somebody's own are masked, as in every report.
    func words(for reference: RowReference) -> Message? { recorded(reference)?.maskingLongNumbers }

    private func recorded(_ reference: RowReference) -> Message? {
        switch reference.register {
        case .subjects: registers.subject(at: reference).map(subject)
        case .recognitions: registers.recognition(at: reference).map(recognition)
        case .awards: registers.award(at: reference).map(award)
        case .ratings: registers.rating(at: reference).map(rating)
        case .registrations: registers.registration(at: reference).map(registration)
        case .scores: registers.score(at: reference).map(score)
        case .reviews: registers.review(at: reference).map(review)
        case .waivers: registers.waiver(at: reference).map(waiver)
        case .dossiers: registers.document(at: reference).map(document)
        case .totals: registers.total(at: reference).map(total)
        case .holds: registers.hold(at: reference).map(hold)
        }
    }

    /// A decision as one cites it.
    static func decision(_ decision: Decision) -> Message {
        Message(
            vi: "quyết định số \(decision.number) ngày \(decision.date.vietnamese) của \(decision.authority)",
            en: "decision \(decision.number) of \(decision.date.iso), \(decision.authority)")
    }

    /// Whether a decision still stands, and what ended it.
    static func standing(_ status: DecisionStatus, _ on: CalendarDay?, _ by: String?) -> Message {
        switch status {
        case .valid: return Message(vi: "còn hiệu lực", en: "in force")
        case .underReview: return Message(vi: "đang được xem xét", en: "under review")
        case .revoked:
            let day = on.map { Message(vi: " ngày \($0.vietnamese)", en: " on \($0.iso)") } ?? ""
            let decision = by.map { Message(vi: " theo \($0)", en: " by \($0)") } ?? ""
            return Message(vi: "đã thu hồi", en: "revoked") + day + decision
        }
    }

    private func name(_ id: String, on day: CalendarDay? = nil) -> String { registers.subject(id, on: day)?.name ?? id }

    private func term(_ list: Vocabulary.List, _ id: String?) -> String? {
        id.map { vocabulary[list].name(of: $0).lowercasedFirst }
    }

    private func joined(_ parts: [Message?]) -> Message { parts.compactMap { $0 }.joined(Message(vi: ", ", en: ", ")) }

    private func subject(_ row: Subject) -> Message {
        let days = [
            row.from.map { Message(vi: "từ \($0.vietnamese)", en: "from \($0.iso)") },
            row.to.map { Message(vi: "đến \($0.vietnamese)", en: "to \($0.iso)") },
        ]
        return joined(
            [
                Message(row.name), term(.subjectKinds, row.kind.rawValue).map { Message(vi: $0, en: row.kind.rawValue) },
                term(.organisationTypes, row.organisationType).map { Message(vi: "loại tổ chức: \($0)", en: "type: \($0)") },
                (row.positionText ?? term(.positions, row.position)).map { Message($0) },
                row.organisationID.map { Message(vi: "công tác tại \(name($0, on: row.from))", en: "works in \(name($0, on: row.from))") },
            ] + days)
    }

    private func recognition(_ row: Recognition) -> Message {
        joined([
            Message(
                vi: "\(name(row.subjectID)): \(vocabulary[.recognitionTitles].name(of: row.title))",
                en: "\(name(row.subjectID)): \(row.title)"),
            term(.levels, row.level).map { Message($0) }, Message(vi: "năm \(row.year)", en: String(row.year)), Self.decision(row.decision),
            Self.standing(row.status, row.revokedOn, row.revokedBy),
        ])
    }

    private func award(_ row: Award) -> Message {
        joined([
            Message(vi: "\(name(row.subjectID)): \(vocabulary[.awardForms].name(of: row.form))", en: "\(name(row.subjectID)): \(row.form)"),
            term(.levels, row.level).map { Message($0) }, term(.campaigns, row.campaign).map { Message($0) },
            Message(vi: "năm \(row.year)", en: String(row.year)), Self.decision(row.decision),
            Self.standing(row.status, row.revokedOn, row.revokedBy),
        ])
    }

    private func rating(_ row: Rating) -> Message {
        let grade = vocabulary.ratingScales[row.scale]?.grades.name(of: row.rating).lowercasedFirst ?? row.rating
        let period = RatingPeriod.words(for: row.period)
        return joined([
            Message(vi: "\(name(row.subjectID)), \(period.vi): \(grade)", en: "\(name(row.subjectID)), \(period.en): \(grade)"),
            row.ratedBy.map { Message($0) }, row.decisionNumber.map { Message(vi: "số \($0)", en: "no. \($0)") },
            row.ratedOn.map { Message(vi: "ngày \($0.vietnamese)", en: $0.iso) },
        ])
    }

    private func registration(_ row: Registration) -> Message {
        joined([
            Message(
                vi: "\(name(row.subjectID)) đăng ký “\(row.modelTitle ?? "chưa ghi tên mô hình")”, năm \(row.year)",
                en: "\(name(row.subjectID)) registered “\(row.modelTitle ?? "a model without a title")”, \(row.year)"),
            term(.modelStatuses, row.status).map { Message($0) }, term(.fields, row.field).map { Message(vi: "lĩnh vực \($0)", en: $0) },
            row.registeredOn.map { Message(vi: "ngày \($0.vietnamese)", en: "on \($0.iso)") },
            row.confirmedBy.isEmpty
                ? nil
                : Message(
                    vi: "xác nhận của \(row.confirmedBy.map(vocabulary[.bodies].name(of:)).joined(separator: "; "))",
                    en: "confirmed by \(row.confirmedBy.joined(separator: "; "))"),
        ])
    }

    private func score(_ row: Score) -> Message {
        let line =
            switch row.line {
            case .criterion(let number): Message(vi: "tiêu chí \(number)", en: "criterion \(number)")
            case .sum(let id): Message(vi: "dòng cộng \(id)", en: "the sum \(id)")
            }
        let points = row.points.words
        let kind =
            row.kind == .verified ? Message(vi: "đã thẩm định", en: "verified") : Message(vi: "tự chấm", en: "by the subject itself")
        return joined([
            line + Message(vi: ": \(points.vi) điểm", en: ": \(points.en) points"), kind,
            row.verifiedBy.map { Message(vocabulary[.bodies].name(of: $0)) },
            row.verifiedOn.map { Message(vi: "ngày \($0.vietnamese)", en: $0.iso) },
            row.evidence.map { Message(vi: "tài liệu kiểm chứng: \($0)", en: "evidence: \($0)") },
        ])
    }

    private func review(_ row: Review) -> Message {
        let verdict = row.verdict == .met ? Message(vi: "đạt", en: "met") : Message(vi: "chưa đạt", en: "not met")
        return joined([
            Message(
                vi: "\(vocabulary[.bodies].name(of: row.body)) nhận xét ngày \(row.reviewedOn.vietnamese): \(verdict.vi)",
                en: "judged by \(row.body) on \(row.reviewedOn.iso): \(verdict.en)"),
            row.note.map { Message(vi: "“\($0)”", en: "“\($0)”") },
        ])
    }

    private func waiver(_ row: Waiver) -> Message {
        joined([
            Message(
                vi: "được miễn theo quyết định số \(row.decisionNumber) ngày \(row.decidedOn.vietnamese) của \(row.decidedBy)",
                en: "waived by decision \(row.decisionNumber) of \(row.decidedOn.iso), \(row.decidedBy)"),
            row.expiresOn.map { Message(vi: "đến hết ngày \($0.vietnamese)", en: "until \($0.iso)") },
            Message(vi: "lý do: \(row.reason)", en: "reason: \(row.reason)"),
        ])
    }

    private func document(_ row: DossierDocument) -> Message {
        joined([
            Message(vocabulary[.documents].name(of: row.document)),
            Message(vi: "nhận ngày \(row.submittedOn.vietnamese)", en: "received on \(row.submittedOn.iso)"),
            row.confirmedBy.isEmpty
                ? nil
                : Message(
                    vi: "xác nhận của \(row.confirmedBy.map(vocabulary[.bodies].name(of:)).joined(separator: "; "))",
                    en: "confirmed by \(row.confirmedBy.joined(separator: "; "))"),
            row.copies.map { Message(vi: "\($0) bộ", en: "\($0) copies") },
        ])
    }

    private func total(_ row: ReportedTotal) -> Message {
        let value = row.value.isEmpty ? "" : " “\(row.value)”"
        return Message(
            vi: "dòng tổng số đã báo cáo, \(row.key.rawValue)\(value): \(row.count)",
            en: "reported sum, \(row.key.rawValue)\(value): \(row.count)")
    }

    private func hold(_ row: Hold) -> Message {
        let kind = row.kind.words
        return joined([
            Message(vi: "\(name(row.subjectID)): trong thời gian \(kind.vi)", en: "\(name(row.subjectID)): \(kind.en)"),
            Message(vi: "từ \(row.from.vietnamese)", en: "from \(row.from.iso)"),
            row.until.map { Message(vi: "đến \($0.vietnamese)", en: "to \($0.iso)") },
            row.decisionNumber.map { Message(vi: "số \($0)", en: "no. \($0)") }, row.authority.map { Message($0) },
        ])
    }
}
