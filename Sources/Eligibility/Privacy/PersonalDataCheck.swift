import Diagnostics
import Entries
import Formats
import Privacy

/// Turns what a text tells of people into findings for its author.
///
/// Numbers, addresses and full birth dates are errors: nobody's reason makes them part of a story. Health is an error
/// and ethnicity, religion and children are warnings until the entry says why it tells them
/// (`publish.sensitive`) and the recorded consent covers them (`publish.consent.covers`); health weighs more since
/// the board promises never to show it by default.
package struct PersonalDataCheck {
    let policy: PrivacyPolicy
    /// What the entry says of consent and reasons; nil for texts that are nobody's story.
    let publication: Entry.Publication?

    package init(policy: PrivacyPolicy, publication: Entry.Publication?) {
        self.policy = policy
        self.publication = publication
    }

    /// So many findings of one kind in one text are named, so that nobody mends a few and thinks it is done. Only a
    /// whole register of people that was published by mistake has more; those are counted.
    private static let named = 1000

    /// What is wrong with a text, in its order.
    package func diagnostics(for found: [Located<PersonalDataFinding>], in path: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var counts: [PersonalDataKind: Int] = [:]
        for finding in found {
            guard !policy.publicContacts.contains(finding.value) else { continue }
            counts[finding.value.kind, default: 0] += 1
            guard counts[finding.value.kind]! <= Self.named, let found = diagnostic(finding.value, at: finding.place(in: path)) else {
                continue
            }
            diagnostics.append(found)
        }
        for (kind, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where count > Self.named {
            // None where all of the kind may stand.
            guard let last = diagnostics.last(where: { $0.code == PersonalDataWords.code(kind) }) else { continue }
            diagnostics.append(PersonalDataWords.further(count - Self.named, like: last, in: path))
        }
        return diagnostics
    }

    /// What is wrong with words that are published beside a story. In a document there are no lines to point at, so its
    /// findings name the page.
    package func diagnostics(for text: AttachedText, in path: String) -> [Diagnostic] {
        let found = diagnostics(for: text.personalData, in: path)
        guard text.isPaged else { return found }
        return found.map { finding in
            var finding = finding
            if let page = finding.place?.position?.line {
                finding.notes.insert(Diagnostic.Note(Message(vi: "ở trang \(page) của tệp", en: "on page \(page) of the file")), at: 0)
            }
            finding.place = SourcePlace(path: path)
            return finding
        }
    }

    /// The finding about one place; nil where it may stand as it is.
    package func diagnostic(_ finding: PersonalDataFinding, at place: SourcePlace) -> Diagnostic? {
        guard !policy.publicContacts.contains(finding) else { return nil }
        let kind = finding.kind
        guard let scope = kind.scope else { return make(.error, finding, place, remedy: PersonalDataWords.remedy(kind)) }
        guard let publication else { return make(.warning, finding, place, remedy: PersonalDataWords.remedyOnAPage) }
        let hasReason = publication.sensitive.contains { $0.kind == kind }
        let isCovered = publication.consent.map { covers(scope, $0) } ?? false
        if hasReason, isCovered { return nil }
        return make(
            kind == .health ? .error : .warning, finding, place,
            remedy: PersonalDataWords.remedy(kind, scope, hasReason: hasReason, isCovered: isCovered))
    }

    /// For children, it must be their guardian's consent.
    private func covers(_ scope: Entry.Consent.Scope, _ consent: Entry.Consent) -> Bool {
        consent.covers.contains(scope) && (scope != .minor || consent.isByGuardian)
    }

    private func make(_ severity: Severity, _ finding: PersonalDataFinding, _ place: SourcePlace, remedy: Message) -> Diagnostic {
        var diagnostic = Diagnostic(
            severity, PersonalDataWords.code(finding.kind), PersonalDataWords.found(finding), at: place,
            required: PersonalDataWords.required(finding.kind), remedy: remedy)
        diagnostic.isSensitive = true
        return diagnostic
    }
}
