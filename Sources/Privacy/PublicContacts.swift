/// Telephone numbers, e-mail addresses and accounts that are an office's own and may be shown.
package struct PublicContacts: Sendable, Equatable {
    private var contacts: Set<String> = []
    /// Whole domains, each with its `@`.
    private var domains: Set<String> = []

    /// - Parameter texts: as staff write them: `024 3000 1234`, `lienhe@tinh.gov.vn`, or `@tinh.gov.vn` for all
    ///   addresses of a domain.
    package init(_ texts: [String] = []) {
        for text in texts {
            if text.hasPrefix("@") {
                domains.insert(text.lowercased())
            } else if text.utf8.contains(UInt8(ascii: "@")) {
                contacts.insert(text.lowercased())
            } else {
                let digits = text.utf8.filter { $0 &- 0x30 < 10 }
                if !digits.isEmpty { contacts.insert(PhoneNumber.comparable(digits)) }
            }
        }
    }

    /// Whether what was found is one of them. An identity number never is.
    package func contains(_ finding: PersonalDataFinding) -> Bool {
        switch finding.kind {
        case .phone, .bankAccount: contacts.contains(finding.contact)
        case .email: contacts.contains(finding.contact) || domains.contains { finding.contact.hasSuffix($0) }
        default: false
        }
    }
}
