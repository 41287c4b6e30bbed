import Diagnostics
import Formats
import Privacy

extension Entry {
    /// Whether and when the entry may be shown.
    package struct Publication: Sendable {
        /// What its author says of it.
        package enum Status: String, Sendable, CaseIterable { case draft, ready, withdrawn }

        package var status: Status
        /// The first day on which the entry may be shown.
        package var from: CalendarDay?
        package var consent: Consent?
        /// Why sensitive data are told all the same.
        package var sensitive: [SensitiveReason] = []
        /// Where the front matter says all this; nil where it says nothing.
        package var place: Located<Void>?
    }

    /// Who agreed to being shown, when, and with what (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 9).
    package struct Consent: Sendable {
        /// What one can agree to. Consent is given for something in particular: what is not named is not covered.
        package enum Scope: String, Sendable, CaseIterable {
            case name, photos, video, health, ethnicity, religion
            /// A child's data; with the guardian's consent.
            case minor
            /// Convictions, offences, discipline; pay, pension, debts.
            case offence, finance
        }

        package var givenBy: String?
        package var on: Located<CalendarDay>
        package var covers: Set<Scope>
        /// Whether a child's guardian agreed, the child beside him or her from seven years on (Điều 24).
        package var isByGuardian = false
        /// The day from which the consent no longer holds (Điều 4).
        package var withdrawnOn: Located<CalendarDay>?

        /// Whether the consent was taken back by that day.
        package func isWithdrawn(on day: CalendarDay) -> Bool { withdrawnOn.map { $0.value <= day } ?? false }
    }

    /// Why an entry tells something sensitive that people agreed to.
    package struct SensitiveReason: Sendable {
        package var kind: PersonalDataKind
        package var reason: String
    }
}

extension PersonalDataKind {
    /// What a consent must cover before this may be told; nil for what is never told, whoever agrees.
    package var scope: Entry.Consent.Scope? {
        switch self {
        case .health: .health
        case .ethnicity: .ethnicity
        case .religion: .religion
        case .minor: .minor
        case .offence: .offence
        case .finance: .finance
        case .birthDate, .identityNumber, .phone, .email, .homeAddress, .bankAccount, .propertyNumber: nil
        }
    }
}
