import Privacy

/// What the board's office decided about personal data: `privacy` in `site.yaml`.
package struct PrivacyPolicy: Sendable, Equatable {
    /// Whether nobody is shown without a recorded consent; where not, a missing one is a warning.
    package var requiresConsent: Bool
    /// Telephones, addresses and accounts of offices, the publisher's own among them.
    package var publicContacts: PublicContacts

    package init(requiresConsent: Bool = false, publicContacts: PublicContacts = PublicContacts()) {
        self.requiresConsent = requiresConsent
        self.publicContacts = publicContacts
    }
}
