import Diagnostics
import Entries
import Formats
import Places
import Programmes
import Registers
import Vietnamese

/// Holds what an entry points at against what there is: every id must lead somewhere, and the row that
/// the honour rests on must speak of the same subject, year, programme and place.
struct ReferenceCheck {
    let entry: Entry
    let corpus: Corpus
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether something that the entry points at can't be known, since its file could not be read.
    private(set) var waits = false

    init(_ entry: Entry, in corpus: Corpus) {
        self.entry = entry
        self.corpus = corpus
    }

    mutating func run() {
        let registers = corpus.registers
        let subject = registers.subject(entry.subjectID.value, on: nil)
        if subject == nil {
            missing(
                entry.subjectID, "unknown-subject", Message(vi: "đối tượng", en: "subject"), RegisterName.subjects.path,
                registers.subjectIDs)
        }
        if corpus.gazetteer[entry.placeID.value] == nil {
            missing(entry.placeID, "unknown-place", Message(vi: "địa bàn", en: "place"), "content/places.csv", corpus.gazetteer.ids)
        }
        if let programme = corpus.programme(entry.programmeID.value) {
            checkProgramme(programme, subject)
        } else {
            missing(
                entry.programmeID, "unknown-programme", Message(vi: "kế hoạch", en: "programme"), "content/programmes",
                corpus.programmes.map(\.id))
        }
        if !corpus.vocabulary[.fields].contains(entry.field.value) {
            missing(
                entry.field, "unknown-field", Message(vi: "lĩnh vực", en: "field"), "content/vocabulary.yaml",
                corpus.vocabulary[.fields].ids)
        }
        checkTerm(entry.level, .levels)
        checkTerm(entry.campaign, .campaigns)
        checkTerm(entry.model?.status, .modelStatuses)
        checkBasis()
        checkRegistration(subject)
        checkFiles()
        if let sheet = entry.scoreSheetID, registers.scores(onSheet: sheet.value).first(where: { _ in true }) == nil {
            missing(
                sheet, "unknown-score-sheet", Message(vi: "bảng điểm", en: "score sheet"), RegisterName.scores.path, registers.scoreSheetIDs
            )
        }
    }

    // MARK: The programme

    private mutating func checkProgramme(_ programme: Programme, _ subject: Subject?) {
        let year = entry.year.value
        if year < programme.validFrom.year || year > programme.validTo.year {
            report(
                "year-outside-programme",
                Message(vi: "năm \(year) nằm ngoài thời hạn của kế hoạch", en: "\(year) is outside the programme's validity"),
                at: entry.year,
                required: Message(
                    vi: "từ \(programme.validFrom.vietnamese) đến \(programme.validTo.vietnamese)",
                    en: "from \(programme.validFrom.iso) to \(programme.validTo.iso)"),
                remedy: Message(vi: "sửa khóa year hoặc khóa programme", en: "mend year or programme"))
        }
        checkAllowed(entry.level, programme.levels, "level-not-in-programme", .levels)
        checkAllowed(entry.campaign, programme.campaigns, "campaign-not-in-programme", .campaigns)
        if !programme.fields.isEmpty, corpus.vocabulary[.fields].contains(entry.field.value) {
            checkAllowed(entry.field, programme.fields.map(\.id), "field-not-in-programme", .fields)
        }
        if let subject, !programme.subjectKinds.isEmpty, !programme.subjectKinds.contains(subject.kind.rawValue) {
            report(
                "subject-kind-not-in-programme",
                Message(
                    vi:
                        "“\(subject.name)” là \(corpus.vocabulary[.subjectKinds].name(of: subject.kind.rawValue).lowercasedFirst), kế hoạch không xét",
                    en: "“\(subject.name)” is of the kind \(subject.kind.rawValue), which the programme does not cover"),
                at: entry.subjectID,
                remedy: Message(
                    vi: "kiểm tra cột kind của subjects.csv hoặc khóa programme", en: "check kind in subjects.csv, or programme"))
        }
        let matches: Bool =
            switch (entry.basis, programme.basis) {
            case (.recognition, .recognition), (.award, .award): true
            default: false
            }
        if !matches {
            report(
                "wrong-basis",
                Message(
                    vi: "kế hoạch này dựa vào khóa \(programme.basis.rawValue)", en: "this programme rests on \(programme.basis.rawValue)"),
                at: entry.basis.reference,
                remedy: Message(vi: "đổi sang khóa \(programme.basis.rawValue)", en: "use the key \(programme.basis.rawValue)"))
        }
    }

    private mutating func checkAllowed(_ value: Located<String>?, _ allowed: [String], _ code: String, _ list: Vocabulary.List) {
        guard let value, !allowed.isEmpty, !allowed.contains(value.value), corpus.vocabulary[list].contains(value.value) else { return }
        let names = allowed.map { "\($0) (\(corpus.vocabulary[list].name(of: $0)))" }.joined(separator: ", ")
        report(
            code,
            Message(
                vi: "kế hoạch không có \(list.item.vi) “\(corpus.vocabulary[list].name(of: value.value))”",
                en: "the programme has no \(list.item.en) “\(value.value)”"),
            at: value, remedy: Message(vi: "chọn một trong: \(names)", en: "choose one of: \(names)"))
    }

    // MARK: The row that the honour rests on

    private mutating func checkBasis() {
        let registers = corpus.registers
        let reference = entry.basis.reference
        guard let honour = HonourDecision(entry.basis, in: registers) else {
            switch entry.basis {
            case .recognition:
                missing(
                    reference, "unknown-recognition", Message(vi: "dòng công nhận", en: "recognition"), RegisterName.recognitions.path,
                    registers.recognitionIDs)
            case .award:
                missing(
                    reference, "unknown-award", Message(vi: "dòng khen thưởng", en: "award"), RegisterName.awards.path, registers.awardIDs)
            }
            return checkPlace(on: nil)
        }
        agree(honour, "subject_id", honour.subjectID, entry.subjectID, Message(vi: "đối tượng", en: "subject"))
        agree(honour, "year", String(honour.year), entry.year.map { String($0) }, Message(vi: "năm", en: "year"))
        if let programme = honour.programmeID {
            agree(honour, "programme_id", programme, entry.programmeID, Message(vi: "kế hoạch", en: "programme"))
        }
        if let level = honour.level, let own = entry.level {
            agree(honour, "level", level, own, Message(vi: "cấp", en: "level"))
        }
        if let place = honour.placeID {
            agree(honour, "place_id", place, entry.placeID, Message(vi: "địa bàn", en: "place"))
        }
        checkPlace(on: honour.decision.date)
        checkLevel(honour)
        checkAuthority(honour)
    }

    /// An authority that no place completes: “Chủ tịch UBND huyện” of which huyện? Two of them would be one.
    private mutating func checkAuthority(_ honour: HonourDecision) {
        guard !corpus.isUnread(Corpus.placesPath), let level = AuthorityCompletion.bareLevel(endOf: honour.decision.authority) else {
            return
        }
        let words = level.words.joined(separator: " ")
        diagnostics.append(
            Diagnostic(
                .error, "authority-incomplete",
                Message(
                    vi: "“\(honour.decision.authority)” chưa cho biết là \(words) nào",
                    en: "“\(honour.decision.authority)” does not say of which place"),
                at: corpus.registers.place(of: honour.row, column: "authority"),
                required: Message(
                    vi: "tên đầy đủ của cơ quan, người ký: số quyết định lặp lại ở mỗi địa phương",
                    en: "the full name of the authority, since numbers of decisions repeat in every place"),
                remedy: Message(
                    vi: "ghi thêm tên, ví dụ “\(honour.decision.authority) Mẫu”; hoặc sửa cột place_id nếu địa bàn ghi nhầm",
                    en: "add the name, such as “\(honour.decision.authority) Mẫu”; or mend place_id where the place is wrong"),
                notes: [
                    Diagnostic.Note(
                        Message(vi: "bài dựa vào dòng này", en: "the entry that rests on the row"), at: entry.place(entry.basis.reference))
                ]))
    }

    private mutating func agree(
        _ honour: HonourDecision, _ column: String, _ inRegister: String, _ inEntry: Located<String>, _ what: Message
    ) {
        guard inRegister != inEntry.value else { return }
        diagnostics.append(
            Diagnostic(
                .error, "register-disagrees",
                Message(
                    vi: "\(what.vi) trong bài là “\(inEntry.value)”, trong sổ là “\(inRegister)”",
                    en: "the entry's \(what.en) is “\(inEntry.value)”, the register's “\(inRegister)”"),
                at: entry.place(inEntry),
                remedy: Message(vi: "đối chiếu quyết định rồi sửa bên ghi nhầm", en: "check the decision, then mend the one that is wrong"),
                notes: [
                    Diagnostic.Note(
                        Message(vi: "dòng mà bài dựa vào", en: "the row that the entry rests on"),
                        at: corpus.registers.place(of: honour.row, column: column))
                ]))
    }

    private mutating func checkPlace(on day: CalendarDay?) {
        guard let absence = corpus.gazetteer[entry.placeID.value]?.absence(on: day, orIn: entry.year.value) else { return }
        report(
            "place-did-not-exist", absence.found, at: entry.placeID, required: absence.required,
            remedy: Message(
                vi: "ghi địa bàn đúng với thời điểm ký quyết định; trang web tự cho biết nay thuộc đâu",
                en: "name the place of that day; the site itself says what it is today"))
    }

    /// A level that had ended by the day of the decision, whoever names it: the entry, the row or the plan.
    private mutating func checkLevel(_ honour: HonourDecision) {
        guard let level = corpus.programme(entry.programmeID.value)?.level(of: entry, resting: honour),
            let end = corpus.vocabulary[.levels][level]?.end(before: honour.decision.date)
        else { return }
        let row = corpus.registers.place(of: honour.row, column: honour.level == nil ? "decision_date" : "level")
        diagnostics.append(
            end.diagnostic(
                at: entry.level.map(entry.place) ?? row,
                notes: [Diagnostic.Note(Message(vi: "dòng mà bài dựa vào", en: "the row that the entry rests on"), at: row)]))
    }

    /// The subject's own registration, or one by the organisation where it belongs.
    private mutating func checkRegistration(_ subject: Subject?) {
        guard let reference = entry.registrationID else { return }
        guard let row = corpus.registers.registration(reference.value) else {
            return missing(
                reference, "unknown-registration", Message(vi: "dòng đăng ký", en: "registration"), RegisterName.registrations.path,
                corpus.registers.registrationIDs)
        }
        guard row.subjectID != entry.subjectID.value, row.subjectID != subject?.organisationID else { return }
        report(
            "registration-of-other-subject",
            Message(vi: "dòng đăng ký “\(row.id)” là của “\(row.subjectID)”", en: "registration “\(row.id)” belongs to “\(row.subjectID)”"),
            at: reference,
            remedy: Message(vi: "kiểm tra mã đăng ký", en: "check the registration's id"))
    }

    // MARK: Files

    private mutating func checkFiles() {
        var files = FileReferenceCheck(in: entry.path, corpus)
        for photo in entry.photos { files.check(photo.file, as: .picture) }
        for video in entry.videos {
            if case .file(let file) = video.source { files.check(file, as: .video) }
            video.poster.map { files.check($0, as: .picture) }
            for file in [video.captions, video.transcript] { file.map { files.check($0, as: .document) } }
        }
        files.check(entry.body)
        diagnostics += files.diagnostics
        var videos = VideoCheck(entry, in: corpus)
        videos.run()
        diagnostics += videos.diagnostics
    }

    // MARK: Reporting

    private mutating func checkTerm(_ value: Located<String>?, _ list: Vocabulary.List) {
        guard let value, !corpus.vocabulary[list].contains(value.value) else { return }
        missing(value, "unknown-code", list.item, "content/vocabulary.yaml", corpus.vocabulary[list].ids)
    }

    /// Above this many candidates no nearest one is looked for: thousands of wrong ids in a large
    /// register would otherwise cost minutes.
    static let candidatesWorthComparing = 1000

    private mutating func missing(_ value: Located<String>, _ code: String, _ what: Message, _ file: String, _ known: some Sequence<String>)
    {
        guard !corpus.isUnread(file) else { return waits = true }
        let candidates = Array(known.prefix(Self.candidatesWorthComparing + 1))
        let nearest =
            candidates.count > Self.candidatesWorthComparing ? nil : Suggestion.nearest(to: value.value, among: candidates.sorted())
        report(
            code, Message(vi: "không có \(what.vi) “\(value.value)”", en: "there is no \(what.en) “\(value.value)”"), at: value,
            remedy: nearest.map {
                Message(vi: "có phải là “\($0)”? Danh sách nằm ở \(file)", en: "did you mean “\($0)”? The list is \(file)")
            } ?? Message(vi: "kiểm tra mã, hoặc bổ sung vào \(file)", en: "check the id, or add it to \(file)"))
    }

    private mutating func report(
        _ code: String, _ message: Message, at value: Located<some Any>, required: Message? = nil, remedy: Message
    ) {
        diagnostics.append(Diagnostic(.error, code, message, at: entry.place(value), required: required, remedy: remedy))
    }
}
