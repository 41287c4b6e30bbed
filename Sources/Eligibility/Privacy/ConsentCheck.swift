import Diagnostics
import Entries
import Formats
import Privacy
import Programmes
import Registers

/// Holds the recorded consent against what the entry shows (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 9).
///
/// People and households must agree to their names, pictures and videos; a unit that is honoured need not. A child's
/// own word is no consent: under sixteen (Luật Trẻ em 102/2016/QH13, Điều 1) the guardian agrees, the child beside
/// him or her from seven years on (Luật 91/2025/QH15, Điều 24). From sixteen on people agree by themselves: the law
/// speaks of children only, and who is fifteen or older may act alone (Bộ luật Dân sự 2015, Điều 21 khoản 4).
struct ConsentCheck {
    let honour: HonourCase
    let policy: PrivacyPolicy
    let asOf: CalendarDay

    private var entry: Entry { honour.entry }
    private var publication: Entry.Publication { entry.publication }

    func diagnostics() -> [Diagnostic] {
        if let consent = publication.consent, let day = consent.withdrawnOn, consent.isWithdrawn(on: asOf) { return [withdrawn(day)] }
        guard honour.subject.kind != .collective else { return [] }
        guard let consent = publication.consent else { return [missing()] }
        // Where the decision itself is later than the day at hand, that day is only a trial.
        if consent.on.value > max(asOf, honour.honour?.decision.date ?? asOf) { return [inFuture(consent)] }
        return [uncovered(consent), tooEarly(consent), guardianMissing(consent)].compactMap { $0 }
    }

    /// How much it weighs that nobody agreed. A draft is still being written.
    private var severity: Severity {
        if publication.status == .draft { return .notice }
        return policy.requiresConsent ? .error : .warning
    }

    private var publishPlace: SourcePlace { publication.place.map { entry.place($0) } ?? SourcePlace(path: entry.path, line: 1, length: 3) }

    /// Why an entry is gone whose consent was taken back.
    static let withdrawn = "consent-withdrawn"

    private func withdrawn(_ day: Located<CalendarDay>) -> Diagnostic {
        Diagnostic(
            .notice, Self.withdrawn,
            Message(
                vi: "sự đồng ý đã được rút lại từ ngày \(day.value.vietnamese); bài không được đăng",
                en: "the consent was withdrawn on \(day.value.iso); the entry is not published"),
            at: entry.place(day),
            remedy: Message(
                vi: "không cần sửa; nếu người đó yêu cầu xóa dữ liệu thì xóa cả bài và ảnh",
                en: "nothing to mend; where the person asks for it, delete the entry and its pictures too"))
    }

    private func missing() -> Diagnostic {
        Diagnostic(
            severity, "consent-missing",
            Message(
                vi: "chưa ghi nhận sự đồng ý của “\(honour.subject.name)”",
                en: "no consent of “\(honour.subject.name)” is recorded"),
            at: publishPlace,
            required: Message(
                vi: "cá nhân, hộ gia đình đồng ý được nêu tên, đăng ảnh trên Bảng Vàng",
                en: "people and households agree to being named and shown"),
            remedy: Message(
                vi:
                    "khi có sự đồng ý bằng văn bản, thêm vào publish: consent: {given_by: \"…\", on: …, covers: [\(needed.map(\.rawValue).joined(separator: ", "))]}",
                en:
                    "once there is one in writing, add to publish: consent: {given_by: \"…\", on: …, covers: [\(needed.map(\.rawValue).joined(separator: ", "))]}"
            ))
    }

    /// What the entry shows of the person.
    private var needed: [Entry.Consent.Scope] {
        [.name] + (entry.photos.isEmpty ? [] : [.photos]) + (entry.videos.isEmpty ? [] : [.video])
    }

    private func uncovered(_ consent: Entry.Consent) -> Diagnostic? {
        let uncovered = needed.filter { !consent.covers.contains($0) }
        guard !uncovered.isEmpty else { return nil }
        let words = uncovered.map(Self.words).joined(Message(vi: ", ", en: ", "))
        return Diagnostic(
            severity, "consent-incomplete",
            Message(vi: "sự đồng ý đã ghi chưa nói đến: \(words.vi)", en: "the recorded consent does not cover: \(words.en)"),
            at: entry.place(consent.on),
            required: Message(vi: "đồng ý với từng loại thông tin được đăng", en: "consent for each sort of thing that is shown"),
            remedy: Message(
                vi:
                    "nếu người đó đã đồng ý thì thêm \(uncovered.map(\.rawValue).joined(separator: ", ")) vào covers; nếu chưa thì bỏ khỏi bài",
                en: "if the person agreed, add \(uncovered.map(\.rawValue).joined(separator: ", ")) to covers; if not, take it out"))
    }

    static func words(for scope: Entry.Consent.Scope) -> Message {
        switch scope {
        case .name: Message(vi: "tên", en: "the name")
        case .photos: Message(vi: "ảnh", en: "pictures")
        case .video: Message(vi: "video", en: "videos")
        case .health: Message(vi: "sức khỏe", en: "health")
        case .ethnicity: Message(vi: "dân tộc", en: "ethnic origin")
        case .religion: Message(vi: "tôn giáo", en: "religion")
        case .minor: Message(vi: "trẻ em", en: "children")
        case .offence: Message(vi: "án tích, kỷ luật", en: "convictions and discipline")
        case .finance: Message(vi: "thu nhập, nợ", en: "pay and debts")
        }
    }

    private func inFuture(_ consent: Entry.Consent) -> Diagnostic {
        Diagnostic(
            severity, "consent-in-future",
            Message(
                vi: "sự đồng ý ghi ngày \(consent.on.value.vietnamese), sau ngày đang xét \(asOf.vietnamese)",
                en: "the consent is dated \(consent.on.value.iso), after the day at hand, \(asOf.iso)"),
            at: entry.place(consent.on), required: Message(vi: "đồng ý trước khi đăng", en: "consent before publication"),
            remedy: Message(vi: "sửa ngày nếu ghi nhầm, hoặc chờ có sự đồng ý", en: "mend the day, or wait for the consent"))
    }

    /// Consent to this honour can't be older than the plan under which it was given.
    private func tooEarly(_ consent: Entry.Consent) -> Diagnostic? {
        let start = honour.programme.validFrom
        // A year that the plan does not cover is a finding of its own.
        guard consent.on.value < start, (start.year...max(start.year, honour.programme.validTo.year)).contains(entry.year.value) else {
            return nil
        }
        return Diagnostic(
            .warning, "consent-before-programme",
            Message(
                vi: "sự đồng ý ghi ngày \(consent.on.value.vietnamese), trước khi kế hoạch có hiệu lực (\(start.vietnamese))",
                en: "the consent is dated \(consent.on.value.iso), before the programme began (\(start.iso))"),
            at: entry.place(consent.on),
            required: Message(vi: "đồng ý cho chính lần vinh danh này", en: "consent to this very honour"),
            remedy: Message(
                vi: "sửa năm nếu ghi nhầm; nếu là bản đồng ý cũ thì hỏi lại", en: "mend the year; if it is an old one, ask again"))
    }

    private func guardianMissing(_ consent: Entry.Consent) -> Diagnostic? {
        guard honour.subject.kind == .individual, let born = honour.subject.birthYear, let decided = honour.honour?.decision.date,
            // Of a birthday only the year is known: who may still be fifteen is taken for a child.
            decided.year - born <= Self.lastYearOfChildhood, !consent.isByGuardian || !consent.covers.contains(.minor)
        else { return nil }
        return Diagnostic(
            severity, "guardian-consent-missing",
            Message(
                vi: "“\(honour.subject.name)” có thể chưa đủ 16 tuổi vào ngày ký quyết định; chưa ghi sự đồng ý của người giám hộ",
                en: "“\(honour.subject.name)” may be under 16 on the decision’s day; no guardian’s consent is recorded"),
            at: entry.place(consent.on), required: PersonalDataWords.required(.minor),
            remedy: Message(
                vi: "ghi vào publish.consent: minor ở covers, guardian: true và tên người giám hộ, tên trẻ ở given_by",
                en: "add minor to covers, guardian: true, and the guardian’s and the child’s names to given_by"))
    }

    private static let lastYearOfChildhood = 16
}
