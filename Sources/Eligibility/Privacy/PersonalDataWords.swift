import Diagnostics
import Entries
import Privacy
import Vietnamese

/// The sentences about personal data. None repeats what was found: numbers are masked, and what is sensitive is
/// not named at all.
enum PersonalDataWords {
    static func code(_ kind: PersonalDataKind) -> String {
        switch kind {
        case .birthDate: "birth-date-shown"
        case .identityNumber: "identity-number-shown"
        case .phone: "phone-number-shown"
        case .email: "email-shown"
        case .homeAddress: "home-address-shown"
        case .bankAccount: "bank-account-shown"
        case .health: "health-shown"
        case .ethnicity: "ethnicity-shown"
        case .religion: "religion-shown"
        case .minor: "minor-shown"
        case .propertyNumber: "property-number-shown"
        case .offence: "offence-shown"
        case .finance: "finance-shown"
        }
    }

    static func found(_ finding: PersonalDataFinding) -> Message {
        let masked = finding.masked
        return switch finding.kind {
        case .birthDate: Message(vi: "ở đây có ngày sinh đầy đủ “\(masked)”", en: "there is a full date of birth here, “\(masked)”")
        case .identityNumber:
            Message(vi: "ở đây có số giấy tờ tùy thân “\(masked)”", en: "there is the number of an identity paper here, “\(masked)”")
        case .phone: Message(vi: "ở đây có số điện thoại “\(masked)”", en: "there is a telephone number here, “\(masked)”")
        case .email: Message(vi: "ở đây có địa chỉ thư điện tử “\(masked)”", en: "there is an e-mail address here, “\(masked)”")
        case .homeAddress: Message(vi: "ở đây có địa chỉ nhà “\(masked)”", en: "there is a home address here, “\(masked)”")
        case .bankAccount: Message(vi: "ở đây có số tài khoản “\(masked)”", en: "there is an account number here, “\(masked)”")
        case .health: Message(vi: "câu này nói về sức khỏe của một người", en: "this sentence tells of somebody’s health")
        case .ethnicity: Message(vi: "câu này nêu dân tộc của một người", en: "this sentence tells somebody’s ethnic origin")
        case .religion: Message(vi: "câu này nêu tôn giáo của một người", en: "this sentence tells somebody’s religion")
        case .minor: Message(vi: "câu này nêu tên một trẻ em", en: "this sentence names a child")
        case .propertyNumber:
            Message(
                vi: "ở đây có số giấy chứng nhận đất hoặc biển số xe “\(masked)”",
                en: "there is the number of a land certificate or a vehicle’s plate here, “\(masked)”")
        case .offence:
            Message(
                vi: "câu này nói về án tích, vi phạm hoặc kỷ luật của một người",
                en: "this sentence tells of somebody’s conviction, offence or discipline")
        case .finance:
            Message(vi: "câu này nói về lương, trợ cấp hoặc nợ của một người", en: "this sentence tells what somebody earns or owes")
        }
    }

    /// Findings that are only counted: one of their own kind, so that no report takes it for one of the named ones.
    static func further(_ count: Int, like last: Diagnostic, in path: String) -> Diagnostic {
        Diagnostic(
            last.severity, "personal-data-uncounted",
            Message(
                vi: "ngoài những chỗ đã nêu, tệp này còn \(Numerals.formatted(count)) chỗ nữa như vậy (\(last.code))",
                en: "besides those that are named, the file has \(count) more of the kind (\(last.code))"),
            at: SourcePlace(path: path), required: last.required,
            remedy: Message(
                vi: "nếu cả tệp là một danh sách như vậy thì bỏ tệp ra khỏi bảng vàng; nếu không thì sửa các chỗ đã nêu rồi kiểm tra lại",
                en: "take the file off the board where all of it is such a list; else mend what is named and check again"))
    }

    static func required(_ kind: PersonalDataKind) -> Message {
        switch kind {
        case .birthDate:
            Message(vi: "nhiều nhất là năm sinh; ngày, tháng sinh không đăng công khai", en: "the year of birth at most")
        case .identityNumber, .phone, .email, .bankAccount, .propertyNumber:
            Message(
                vi: "thông tin này của cá nhân không đăng công khai (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15)",
                en: "a person’s is not published (Law 91/2025/QH15 on personal data)")
        case .homeAddress:
            Message(vi: "địa bàn chỉ ghi đến thôn, tổ dân phố, xã, phường", en: "places are named to the hamlet or commune only")
        case .health, .ethnicity, .religion, .offence, .finance:
            Message(
                vi:
                    "đây là dữ liệu nhạy cảm (Nghị định 356/2025/NĐ-CP, Điều 4): chỉ đăng khi câu chuyện cần và người đó đồng ý",
                en: "this is sensitive (Decree 356/2025/NĐ-CP, art. 4): told only where the story needs it and the person agrees")
        case .minor:
            Message(
                vi:
                    "thông tin về trẻ em dưới 16 tuổi chỉ đăng khi cha mẹ hoặc người giám hộ đồng ý; từ đủ 07 tuổi thì cả trẻ em đồng ý (Luật số 91/2025/QH15, Điều 24)",
                en: "of a child under 16, only with the guardian’s consent, and the child’s own from 7 on (Law 91/2025/QH15, art. 24)")
        }
    }

    /// For what is never shown.
    static func remedy(_ kind: PersonalDataKind) -> Message {
        switch kind {
        case .birthDate: Message(vi: "chỉ giữ năm sinh, hoặc bỏ", en: "keep the year only, or none")
        case .identityNumber:
            Message(
                vi: "bỏ số này; nếu là mã số khác thì viết ngay trước nó đó là số gì, ví dụ “mã số thuế”, “mã hồ sơ”",
                en: "remove it; if it is another number, say before it what it is, such as “mã số thuế”")
        case .propertyNumber:
            Message(
                vi: "bỏ số này; nếu là của cơ quan, tổ chức thì viết rõ của ai ngay trong câu",
                en: "remove it; if it is an office’s, say in the sentence whose it is")
        case .homeAddress: Message(vi: "bỏ số nhà, đường, ngõ; giữ thôn, xã", en: "remove the house and street; keep hamlet and commune")
        default:
            Message(
                vi: "bỏ đi; nếu là của cơ quan, của quỹ và được công khai thì ghi vào privacy.public_contacts trong content/site.yaml",
                en: "remove it; if it is an office’s own and public, list it in privacy.public_contacts of content/site.yaml")
        }
    }

    /// For what may be told with a reason and consent: only what is still missing is asked for.
    static func remedy(_ kind: PersonalDataKind, _ scope: Entry.Consent.Scope, hasReason: Bool, isCovered: Bool) -> Message {
        let consent: Message =
            scope == .minor
            ? Message(
                vi: "ghi vào publish.consent: minor ở covers, guardian: true và ai đồng ý ở given_by",
                en: "add minor to publish.consent.covers, guardian: true, and who agreed to given_by")
            : Message(
                vi: "khi người đó đồng ý, thêm \(scope.rawValue) vào publish.consent.covers",
                en: "once the person agrees, add \(scope.rawValue) to publish.consent.covers")
        let reason = Message(
            vi: "ghi lý do vào publish.sensitive (kind: \(kind.rawValue), reason: …)",
            en: "give the reason in publish.sensitive (kind: \(kind.rawValue), reason: …)")
        let missing: Message =
            switch (hasReason, isCovered) {
            case (false, false): [reason, consent].joined(Message(vi: "; ", en: "; "))
            case (true, _): consent
            case (false, true): reason
            }
        return Message(
            vi: "bỏ đi nếu câu chuyện không cần; nếu cần thì \(missing.vi)",
            en: "remove it unless the story needs it; if so, \(missing.en)")
    }

    static let remedyOnAPage = Message(
        vi: "xem câu này có nói về một người cụ thể không; nếu có thì bỏ đi",
        en: "see whether somebody in particular is meant; if so, remove it")
}
