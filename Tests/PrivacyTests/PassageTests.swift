import Foundation
import Privacy
import Testing

/// A passage of the corpora beside this file, with what must be found in it: a kind, or nothing.
struct Passage: Sendable {
    var kind: PersonalDataKind?
    var form: TextForm
    var text: String

    /// The passages of a corpus; its head says how lines are written.
    static func read(_ name: String) throws -> [Passage] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")
        let lines = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(
            separator: "\n")
        return try lines.filter { !$0.hasPrefix("#") }.map { line in
            let colon = try #require(line.firstIndex(of: ":"), "\(line)")
            let label = line[..<colon].split(separator: "/")
            let kind = PersonalDataKind(rawValue: String(label[0]))
            try #require(kind != nil || label[0] == "clean", "\(line)")
            let form: TextForm =
                switch label.dropFirst().first {
                case nil: .markdown
                case "name": .name
                case "cell": .prose
                case "captions": .captions
                default: try #require(nil, "\(line)")
                }
            return Passage(
                kind: kind, form: form, text: unescaped(line[line.index(after: colon)...].drop { $0 == " " }))
        }
    }

    private static func unescaped(_ line: Substring) -> String {
        var (text, rest) = ("", line)
        while let character = rest.popFirst() {
            guard character == "\\", let next = rest.popFirst() else {
                text.append(character)
                continue
            }
            switch next {
            case "n": text.append("\n")
            case "t": text.append("\t")
            case "\\": text.append("\\")
            case "u" where rest.first == "{":
                let digits = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(digits.count + 2)
                if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                    text.unicodeScalars.append(scalar)
                }
            default: text += ["\\", next]
            }
        }
        return text
    }
}

/// What is found of each kind, and how often something is found where nothing is.
private struct Measurement: CustomStringConvertible {
    var found: [PersonalDataKind: Int] = [:]
    var all: [PersonalDataKind: Int] = [:]
    var missed: [String] = []
    var alarms: [String] = []
    var clean = 0

    init(_ passages: [Passage]) {
        var scanner = PersonalDataScanner()
        for passage in passages {
            let findings = scanner.scan(passage.text, as: passage.form)
            guard let kind = passage.kind else {
                clean += 1
                if !findings.isEmpty { alarms.append("\(findings.map(\.kind.rawValue)): \(passage.text)") }
                continue
            }
            all[kind, default: 0] += 1
            if findings.contains(where: { $0.kind == kind }) {
                found[kind, default: 0] += 1
            } else {
                missed.append(passage.text)
            }
        }
    }

    func share(_ kinds: [PersonalDataKind]) -> Double {
        let total = kinds.reduce(0) { $0 + all[$1, default: 0] }
        return Double(kinds.reduce(0) { $0 + found[$1, default: 0] }) / Double(total)
    }

    var description: String {
        let kinds = PersonalDataKind.allCases.map { "\($0.rawValue) \(found[$0, default: 0])/\(all[$0, default: 0])" }
        return (kinds + ["alarms \(alarms.count)/\(clean)"] + missed.map { "missed: \($0)" } + alarms).joined(
            separator: "\n")
    }
}

/// The recognisers measured as a whole.
///
/// `training.txt` was there while they were changed. `held-out.txt` was written before the first change and tried when
/// all was done: 56 of 60 numbers, dates, mailboxes and accounts, 36 of 36 addresses, peoples, faiths and children, 12 of
/// 12 of health, no false alarm in 139. Its misses were mended in general, and `second-held-out.txt` written and tried
/// then: 37 of 37, 22 of 22, 4 of 7, and 3 false alarms in 87. What that missed is mended too: all three hold now.
///
/// `structures.txt` came after somebody who saw neither these files nor the recognisers had written 260 passages, of which
/// 55 of 65 numbers, dates, mailboxes and accounts were found, 30 of 44, 10 of 15, and 12 false alarms in 130. One half of
/// them was shown to the author of the mends, the other kept back: of that, 35 of 36, 18 of 19, 6 of 7 are found now, with 2
/// false alarms in 64. The file's own four sets were each tried before anything was mended for them, the first with 26 of
/// 29, 28 of 30, 9 of 10, and 5 false alarms in 70; the corpus says what each found at first.
@Suite struct PassageTests {
    @Test(arguments: ["training.txt", "held-out.txt", "second-held-out.txt", "structures.txt"])
    func isFoundAsOftenAsPromised(
        _ name: String
    ) throws {
        let passages = try Passage.read(name)
        let measured = Measurement(passages)
        let kinds = Set(PersonalDataKind.allCases)
        // Those that came last are in the last corpus.
        let late: Set<PersonalDataKind> = name == "structures.txt" ? [] : [.propertyNumber, .offence, .finance]
        #expect(Set(measured.all.keys).union(late) == kinds, "\(name) holds every kind")
        #expect(
            measured.clean * 100 >= passages.count * 47 && measured.clean >= 70,
            "half of the passages are look-alikes")
        let numbers: [PersonalDataKind] = [.birthDate, .phone, .identityNumber, .email, .bankAccount, .propertyNumber]
        #expect(measured.share(numbers) >= 0.99, "\(measured)")
        // No share is promised of these; what the corpora hold is held.
        for kind in [PersonalDataKind.offence, .finance] where measured.all[kind] != nil {
            #expect(measured.share([kind]) == 1, "\(kind.rawValue)\n\(measured)")
        }
        for kind in [PersonalDataKind.homeAddress, .ethnicity, .religion, .minor] {
            // One miss in a few is less than the share allows for many.
            let missed = measured.all[kind, default: 0] - measured.found[kind, default: 0]
            #expect(measured.share([kind]) >= 0.93 || missed <= 1, "\(kind.rawValue)\n\(measured)")
        }
        #expect(measured.share([.homeAddress, .ethnicity, .religion, .minor]) >= 0.93, "\(measured)")
        #expect(measured.share([.health]) >= 0.85, "\(measured)")
        #expect(measured.alarms.count * 124 <= measured.clean, "\(measured)")
    }
}
