/// What may be known of a person from a text, as far as this program looks for it.
///
/// The law (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 2) parts personal data into basic and sensitive
/// ones; the lists are the Government's (Nghị định 356/2025/NĐ-CP; sensitive data: Điều 4). Political views
/// are sensitive too and are not looked for: honours of party committees and their members are about them.
package enum PersonalDataKind: String, Sendable, CaseIterable {
    case birthDate = "birth_date"
    case identityNumber = "identity_number"
    case phone
    case email
    case homeAddress = "home_address"
    case bankAccount = "bank_account"
    /// The number of a land certificate, a vehicle's plate.
    case propertyNumber = "property_number"
    case health
    case ethnicity
    case religion
    /// A child, named beside an age or a class.
    case minor
    /// Convictions, offences, discipline.
    case offence
    /// Pay, pension, debts.
    case finance
}

/// One place in a text that tells something of a person.
package struct PersonalDataFinding: Sendable, Equatable {
    package var kind: PersonalDataKind
    /// The bytes of the scanned text that are meant.
    package var range: Range<Int>
    /// The words there with digits and the names of mailboxes masked: the only form that a report may repeat.
    package var masked: String
    /// A number without its separators, an e-mail address in small letters; empty where the kind has no such
    /// thing. For telling an office's public contact from a person's, never to be shown.
    package var contact: String
}

/// What sort of text is scanned.
package enum TextForm: Sendable {
    /// A title, a caption, a cell: one run of words, whatever lines its source has.
    case prose
    /// Words in paragraphs, without markup: a transcript, the text of a document.
    case transcript
    /// WebVTT or SubRip: words that go on from one caption to the next.
    case captions
    /// The source of a story, read as it will be rendered: without marks and comments, entities resolved, addresses apart.
    case markdown
    /// The name of a file, or another part of an address: hyphens and underscores part its words, and only
    /// numbers and e-mail addresses are looked for.
    case name
}
