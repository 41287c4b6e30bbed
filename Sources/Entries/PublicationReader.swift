import Diagnostics
import Formats
import Privacy

/// Reads what an entry's front matter says of its publication.
struct PublicationReader {
    private let front: MappingReader

    init(_ front: MappingReader) {
        self.front = front
    }

    /// A draft where nothing is said; nil where what is said can't be read, since a slip must not turn an
    /// honour into a draft that nobody misses.
    func read() -> Entry.Publication? {
        guard front.value("publish") != nil else { return Entry.Publication(status: .draft) }
        guard let publish = front.mapping("publish") else { return nil }
        let status = publish.choice("status", of: Entry.Publication.Status.allCases.map { ($0.rawValue, $0) }, required: true)
        let from = publish.date("from")
        let consent = publish.mapping("consent").flatMap(readConsent)
        let sensitive = publish.mappings("sensitive").compactMap(readReason)
        let place = Located((), at: publish.node.position, length: Int(publish.node.length))
        return status.map {
            Entry.Publication(status: $0.value, from: from?.value, consent: consent, sensitive: sensitive, place: place)
        }
    }

    private func readConsent(_ given: MappingReader) -> Entry.Consent? {
        let on = given.date("on", required: true), by = given.string("given_by")
        let covers = given.choices("covers", of: Entry.Consent.Scope.allCases.map { ($0.rawValue, $0) })
        let guardian = given.boolean("guardian")
        let withdrawn = given.date("withdrawn_on")
        if let on, let withdrawn, withdrawn.value < on.value { reportWithdrawnBeforeGiven(withdrawn, on) }
        return on.map {
            Entry.Consent(
                givenBy: by?.value, on: $0, covers: Set(covers.map(\.value)), isByGuardian: guardian?.value ?? false,
                withdrawnOn: withdrawn)
        }
    }

    private func readReason(_ sensitive: MappingReader) -> Entry.SensitiveReason? {
        let kinds = PersonalDataKind.allCases.filter { $0.scope != nil }.map { ($0.rawValue, $0) }
        let kind = sensitive.choice("kind", of: kinds, required: true), reason = sensitive.string("reason", required: true)
        guard let kind, let reason else { return nil }
        return Entry.SensitiveReason(kind: kind.value, reason: reason.value)
    }

    private func reportWithdrawnBeforeGiven(_ withdrawn: Located<CalendarDay>, _ on: Located<CalendarDay>) {
        front.collector.append(
            Diagnostic(
                .error, "consent-withdrawn-before-given",
                Message(
                    vi: "sự đồng ý rút lại ngày \(withdrawn.value.vietnamese), trước ngày đồng ý \(on.value.vietnamese)",
                    en: "the consent is withdrawn on \(withdrawn.value.iso), before it was given on \(on.value.iso)"),
                at: withdrawn.place(in: front.path),
                remedy: Message(
                    vi: "sửa ngày ghi nhầm; nếu sau khi rút người đó đã đồng ý lại thì bỏ khóa withdrawn_on",
                    en: "mend the wrong day; where consent was given again, remove withdrawn_on"),
                notes: [Diagnostic.Note(Message(vi: "ngày đồng ý", en: "the day of consent"), at: on.place(in: front.path))]))
    }
}
