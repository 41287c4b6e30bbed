import Diagnostics

/// Looks through texts for what they tell of people.
///
/// What it finds depends on the text alone; the scanner is there to use its memory for one text after the other.
/// A finding is a reason to look, never a proof: each kind says in its own file what it looks for, where that
/// comes from, and what it is known to take for it wrongly.
///
/// Three steps, each on less text than the one before: `Sieve` finds the paragraphs that may tell something at all
/// (one paragraph of a story in nine); these are parted into words, numbers and marks, and the words that mean
/// something are marked; there the kinds look. A story costs some 3.6 ns a byte, less than its Markdown.
package struct PersonalDataScanner {
    private var tokens: [Token] = []

    package init() {}

    /// What a text tells, in its order.
    ///
    /// - Parameter bytes: valid UTF-8 in NFC.
    package mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, as form: TextForm) -> [PersonalDataFinding] {
        var sieve = Sieve(bytes, form)
        var findings: [PersonalDataFinding] = []
        while let paragraph = sieve.next() {
            let isMarked = Tokenizer.read(UnsafeBufferPointer(rebasing: bytes[paragraph]), as: form, into: &tokens)
            (isMarked || sieve.isMarked ? Lexicon.marked : Lexicon.unmarked).annotate(&tokens)
            tokens.withUnsafeBufferPointer { tokens in
                var search = Search(text: ReadText(bytes: UnsafeBufferPointer(rebasing: bytes[paragraph]), tokens: tokens, form: form))
                search.run()
                findings += search.findings.map { $0.moved(by: paragraph.lowerBound) }
            }
        }
        return findings
    }

    /// What a text tells, in its order.
    package mutating func scan(_ text: String, as form: TextForm = .prose) -> [PersonalDataFinding] {
        var text = text
        return text.withUTF8 { scan($0, as: form) }
    }
}

/// What a detector recognised.
struct Match {
    /// Nil for a number that is known to be something else, so that no other detector takes it for a person's.
    var kind: PersonalDataKind?
    var tokens: ClosedRange<Int>
}

/// One walk over a text, asking at each token the detectors that begin there.
private struct Search {
    let text: ReadText
    var findings: [PersonalDataFinding] = []
    /// Numbers up to this token have been recognised.
    private var settled = -1

    init(text: ReadText) {
        self.text = text
    }

    mutating func run() {
        for index in 0..<text.count {
            guard let match = match(at: index) else { continue }
            settled = max(settled, match.tokens.upperBound)
            guard let kind = match.kind else { continue }
            add(kind, match.tokens)
        }
        findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func match(at index: Int) -> Match? {
        let token = text[index]
        switch token.kind {
        case .number: return index > settled ? number(at: index) : nil
        case .mark:
            if token.key == Mark.at { return EmailAddress.find(at: index, in: text) }
            return token.key == Mark.plus && index > settled ? PhoneNumber.findInternational(at: index, in: text) : nil
        case .word: return token.sign == .none || token.sign == .other ? nil : words(at: index, token.sign)
        }
    }

    private func number(at index: Int) -> Match? {
        // Years, counts and amounts, which are nearly all, go at once.
        guard text[index].length >= 3, text.startsFigure(index) else { return nil }
        return BankAccount.findBeforeBank(at: index, in: text) ?? IdentityNumber.find(at: index, in: text)
            ?? PhoneNumber.find(at: index, in: text)
    }

    private func words(at index: Int, _ sign: Sign) -> Match? {
        switch sign {
        case .birth: return BirthDate.find(at: index, in: text)
        case .identityLabel: return IdentityNumber.findLabelled(at: index, in: text)
        case .codeLabel: return IdentityNumber.findCode(at: index, in: text)
        case .phoneLabel, .phoneHint: return PhoneNumber.findLabelled(at: index, in: text)
        case .bankLabel, .bankHint: return BankAccount.findLabelled(at: index, in: text)
        default: break
        }
        guard text.form != .name else { return nil }
        switch sign {
        case .houseNumber, .residence: return HomeAddress.find(at: index, in: text)
        case .disease, .disability, .injuryRate: return Health.find(at: index, in: text)
        case .nation, .people: return Ethnicity.find(at: index, in: text)
        case .religionLabel, .faith, .cleric: return Religion.find(at: index, in: text)
        case .age, .monthsOfAge, .schoolClass: return Minor.find(at: index, in: text)
        default: return nil
        }
    }

    private mutating func add(_ kind: PersonalDataKind, _ tokens: ClosedRange<Int>) {
        let range = Int(text[tokens.lowerBound].start)..<Int(text[tokens.upperBound].end)
        if let last = findings.last, last.range.overlaps(range) {
            if last.kind == kind { return }
            // A mailbox may be somebody's telephone number: told once.
            if kind == .email { findings.removeLast() }
        }
        let words = String(decoding: text.bytes[range], as: UTF8.self)
        let contact =
            switch kind {
            case .email: words.lowercased()
            case .phone, .bankAccount, .identityNumber: PhoneNumber.comparable(text.digits(of: Figure(tokens: tokens, digits: 0)))
            default: ""
            }
        findings.append(PersonalDataFinding(kind: kind, range: range, masked: Mask.masked(words), contact: contact))
    }
}
