import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Templates

/// Looks for personal data in what all pages share: the site's own words, names of codes and places, templates and
/// texts that an office adds to the design. Registers, entries, programmes and pages of text are looked through where
/// they are read.
struct PublishedTexts {
    private let check: PersonalDataCheck

    init(_ policy: PrivacyPolicy) {
        check = PersonalDataCheck(policy: policy, publication: nil)
    }

    /// `content/site.yaml`: the publisher's telephone and address of letters are public, and so is the office's house.
    func configuration(_ text: SourceText) -> [Diagnostic] {
        check.diagnostics(
            for: PersonalDataReading.found(
                in: text, leavingOut: ["privacy", "address", "base_url", "accepted_kinds"]), in: text.path)
    }

    /// `content/vocabulary.yaml`: the names of codes stand on pages and in open data.
    func vocabulary(_ text: SourceText) -> [Diagnostic] {
        check.diagnostics(for: PersonalDataReading.found(in: text), in: text.path)
    }

    /// `content/places.csv`: the names of places and the resolutions that made or ended them.
    func places(_ gazetteer: Gazetteer) -> [Diagnostic] {
        gazetteer.places.flatMap { place in
            // Nearly all are words only; a name tells somebody's number or mailbox or nothing.
            [place.name, place.fullName == place.name ? "" : place.fullName, place.decree]
                .filter { $0.utf8.contains { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "@") } }
                .flatMap { PersonalDataReading.found(inCell: $0) }
                .compactMap { check.diagnostic($0, at: place.source) }
        }
    }

    /// A template, or a text among the assets: what stands in it stands on pages, whoever they are about.
    func design(_ text: SourceText) -> [Diagnostic] {
        check.diagnostics(for: PersonalDataReading.found(inMarkup: text), in: text.path)
    }

    /// Whether an asset is a text for people.
    static func isForReaders(_ path: String) -> Bool {
        [".html", ".txt", ".md", ".csv", ".vcf"].contains { path.lowercased().hasSuffix($0) }
    }
}
