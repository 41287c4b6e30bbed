import Eligibility
import Registers
import Testing

private let unit = SampleBoard.committeeEntry
private let person = SampleBoard.secretaryEntry

/// What the entry itself holds: words, photos and videos, LN-22, LN-23 and LN-25 to LN-27.
@Suite struct EntryTextRuleTests {
    @Test(arguments: photos + videos) func pictures(_ rule: RuleCase) async throws { try await rule.run() }
    @Test(arguments: achievements) func wordsOfAchievements(_ rule: RuleCase) async throws { try await rule.run() }
    @Test(arguments: summary) func wordsOfSummary(_ rule: RuleCase) async throws { try await rule.run() }

    // MARK: Photos and videos

    static let photos: [RuleCase] = [
        photos("one portrait, two activities", ["portrait", "activity", "activity"], .pass),
        photos("more than asked for", ["activity", "portrait", "activity", "portrait", "activity"], .pass),
        photos("no portrait", ["activity", "activity", "activity"], .fail),
        photos("one activity", ["portrait", "portrait", "activity"], .fail),
        RuleCase("LN-22", "no photos", unit, .fail, "photos-missing", at: .key("subject")) { $0[entry: unit]["photos"] = nil },
    ]

    private static func photos(_ name: String, _ roles: [String], _ status: OutcomeStatus) -> RuleCase {
        RuleCase("LN-22", name, unit, status, status == .fail ? "photos-missing" : nil, at: .text("anh-0.jpg")) {
            let items = roles.enumerated().map { "{file: anh-\($0).jpg, role: \($1), alt: \"Ảnh \($0)\"}" }
            $0[entry: unit]["photos"] = "[\(items.joined(separator: ", "))]"
        }
    }

    static let videos: [RuleCase] = [
        RuleCase("LN-23", "a video", unit, .pass),
        RuleCase("LN-23", "none: only a notice, and the entry is published", unit, .fail, "video-missing", at: .key("subject")) {
            $0[entry: unit]["videos"] = nil
        },
    ]

    // MARK: Words

    static let achievements: [RuleCase] =
        achievements("LN-25", of: unit, maximum: 1500) + achievements("LN-26", of: person, maximum: 1000) + [
            RuleCase("LN-25", "does not speak of persons", person, .notApplicable)
        ]

    private static func achievements(_ rule: String, of entry: String, maximum: Int) -> [RuleCase] {
        let heading = "## Thành tích đạt được"
        func passes(_ name: String, _ body: String) -> RuleCase {
            RuleCase(rule, name, entry, .pass) { $0[entry: entry].body = body }
        }
        func fails(_ name: String, _ body: String) -> RuleCase {
            RuleCase(rule, name, entry, .fail, "too-many-words", at: .text("## ")) { $0[entry: entry].body = body }
        }
        func titled(_ name: String, _ key: String, _ title: String) -> RuleCase {
            RuleCase(rule, name, entry, .fail, "too-many-words", at: .text("## ")) {
                $0[entry: entry]["achievements_section"] = "\"\(key)\""
                $0[entry: entry].body = "## \(title)\n\n\(words(maximum + 1))\n"
            }
        }
        return [
            passes("as many words as allowed", "\(heading)\n\n\(words(maximum))\n"),
            fails("one word more", "\(heading)\n\n\(words(maximum + 1))\n"),
            passes("other sections do not count", "\(words(2000))\n\n\(heading)\n\n\(words(maximum))\n\n## Lời kết\n\n\(words(2000))\n"),
            passes("a section of a higher level ends it", "\(heading)\n\n\(words(maximum))\n\n# Phần hai\n\n\(words(50))\n"),
            passes("dashes and lone marks are no words", "\(heading)\n\n\(words(maximum)) – … “ ” - *\n"),
            fails("numbers are words", "\(heading)\n\n\(words(maximum)) 3.500\n"),
            fails("sub-headings and their text count", "\(heading)\n\n\(words(maximum - 3))\n\n### Hai chữ\n\nthêm hai\n"),
            passes("sub-headings count once", "\(heading)\n\n\(words(maximum - 4))\n\n### Hai chữ\n\nthêm hai\n"),
            titled("the heading has its tone on the other letter", "Xã hòa thuận, uỷ ban gần dân", "Xã hoà thuận, ủy ban gần dân"),
            titled("the heading is written in decomposed letters", "Thành tích đạt được", "Tha\u{300}nh ti\u{301}ch đạt đươ\u{323}c"),
            RuleCase(rule, "the entry names no section", entry, .unknown, "achievements-section-missing", at: .key("subject")) {
                $0[entry: entry]["achievements_section"] = nil
            },
            RuleCase(
                rule, "the body lacks the section", entry, .unknown, "achievements-section-not-found", at: .key("achievements_section")
            ) {
                $0[entry: entry]["achievements_section"] = "\"Thành tích nổi bật\""
            },
        ]
    }

    static let summary: [RuleCase] = [unit, person].flatMap { entry in
        [
            RuleCase("LN-27", "100 words in the summary of \(entry)", entry, .pass) { $0[entry: entry]["summary"] = "\"\(words(100))\"" },
            RuleCase("LN-27", "101 words in the summary of \(entry)", entry, .fail, "too-many-words", at: .key("summary")) {
                $0[entry: entry]["summary"] = "\"\(words(101))\""
            },
        ]
    }
}
