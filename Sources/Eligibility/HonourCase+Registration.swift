import Diagnostics
import Entries
import Formats
import Programmes
import Registers

extension HonourCase {
    /// The registration that a rule is to read, or the rule's answer where there is none to read.
    enum RegistrationFound {
        case row(Registration)
        case none(Verdict)
    }

    /// The registration that the entry names; else the only one of the subject in the entry's year.
    var registration: Registration? {
        if let named = entry.registrationID { return registers.registration(named.value) }
        let rows = registrations(of: entry.subjectID.value, .subject, in: entry.year.value)
        return rows.count == 1 ? rows[0] : nil
    }

    /// The registration by the subject, or by the organisation, in a year. The one that the entry names
    /// must be it; where the entry names none, or the year is not the entry's, the only one there is.
    func registration(of holder: Holder, in year: Int, _ required: Message) -> RegistrationFound {
        guard let id = holderID(holder) else { return .none(organisationMissing(required)) }
        if let named = entry.registrationID {
            guard let row = registers.registration(named.value) else { return .none(registrationUnknown(named, required)) }
            if year == entry.year.value || row.year == year {
                return contradiction(of: row, named, id, holder, year, required).map { .none($0) } ?? .row(row)
            }
        }
        let rows = registrations(of: id, holder, in: year)
        switch rows.count {
        case 1: return .row(rows[0])
        case 0: return .none(registrationMissing(id, year, required))
        default: return .none(registrationAmbiguous(rows, id, year, required))
        }
    }

    private func registrations(of id: String, _ holder: Holder, in year: Int) -> [Registration] {
        func isMeant(_ row: Registration) -> Bool { row.programmeID == programme.id && row.year == year }
        return switch holder {
        case .subject: registers.registrations(of: id).filter(isMeant)
        case .organisation: registers.registrations(ofOrganisation: id).filter(isMeant)
        }
    }

    // MARK: Why there is none

    private func registrationUnknown(_ named: Located<String>, _ required: Message) -> Verdict {
        .unknown(
            [],
            Finding(
                "registration-missing",
                found: Message(vi: "sổ đăng ký không có dòng “\(named.value)”", en: "the register has no registration “\(named.value)”"),
                required: required,
                remedy: Message(
                    vi: "kiểm tra mã ở khóa registration, hoặc bổ sung dòng này vào registrations.csv",
                    en: "check the id in registration, or add the row to registrations.csv"),
                at: entry.place(named)))
    }

    private func registrationMissing(_ id: String, _ year: Int, _ required: Message) -> Verdict {
        let name = name(of: id)
        return .unknown(
            [],
            Finding(
                "registration-missing",
                found: Message(
                    vi: "sổ đăng ký chưa có dòng nào của “\(name)” cho năm \(year)",
                    en: "the register has no registration of “\(name)” for \(year)"),
                required: required,
                remedy: Message(
                    vi: "bổ sung bản đăng ký vào registrations.csv (mã đối tượng \(id), năm \(year))",
                    en: "add the registration to registrations.csv (subject \(id), year \(year))"),
                at: subjectPlace))
    }

    private func registrationAmbiguous(_ rows: [Registration], _ id: String, _ year: Int, _ required: Message) -> Verdict {
        let (name, ids) = (name(of: id), rows.map(\.id).sorted().joined(separator: ", "))
        return .unknown(
            rows.map(\.row),
            Finding(
                "registration-ambiguous",
                found: Message(
                    vi: "“\(name)” có \(rows.count) bản đăng ký năm \(year) (\(ids)), bài chưa cho biết dựa vào bản nào",
                    en: "“\(name)” has \(rows.count) registrations in \(year) (\(ids)); the entry does not say which one it rests on"),
                required: required,
                remedy: Message(
                    vi: "ghi mã bản đăng ký của mô hình này vào khóa registration của bài",
                    en: "write the id of this model's registration into the entry's registration"),
                at: subjectPlace))
    }

    /// Why the registration that the entry names is not the one that is meant; nil where it is.
    private func contradiction(
        of row: Registration, _ named: Located<String>, _ id: String, _ holder: Holder, _ year: Int, _ required: Message
    ) -> Verdict? {
        let owner = holder == .subject ? row.subjectID : row.organisationOrSubject
        if owner != id {
            return mismatch(
                row, named, "registration-of-other-subject", Message(vi: "của “\(name(of: owner))”", en: "of “\(name(of: owner))”"),
                holder == .organisation && row.organisationID != nil ? "organisation_id" : "subject_id", required)
        }
        if row.programmeID != programme.id {
            return mismatch(
                row, named, "registration-of-other-programme",
                Message(vi: "theo kế hoạch “\(row.programmeID)”", en: "under the programme “\(row.programmeID)”"), "programme_id", required)
        }
        guard row.year != year else { return nil }
        return mismatch(
            row, named, "registration-of-other-year", Message(vi: "của năm \(row.year)", en: "of \(row.year)"), "year", required)
    }

    private func mismatch(
        _ row: Registration, _ named: Located<String>, _ code: String, _ what: Message, _ column: String, _ required: Message
    ) -> Verdict {
        .fail(
            [row.row],
            Finding(
                code,
                found: Message(vi: "bản đăng ký “\(row.id)” là \(what.vi)", en: "the registration “\(row.id)” is one \(what.en)"),
                required: required,
                remedy: Message(
                    vi: "ghi đúng mã bản đăng ký vào khóa registration; nếu mã đúng thì đối chiếu dòng này trong sổ với bản đăng ký",
                    en: "name the right registration; if this is the one, check its row against the paper"),
                at: entry.place(named),
                notes: [
                    Diagnostic.Note(
                        Message(vi: "dòng đăng ký", en: "the registration's row"), at: registers.place(of: row.row, column: column))
                ]))
    }
}
