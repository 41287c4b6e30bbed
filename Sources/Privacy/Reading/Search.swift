import Diagnostics

/// What a detector recognised.
struct Match {
    /// Nil for a number that is known to be something else, so that no other detector takes it for a person's.
    var kind: PersonalDataKind?
    var tokens: ClosedRange<Int>
}

/// One walk over a text, asking at each token the detectors that begin there.
struct Search {
    private let text: ReadText
    private var findings: [PersonalDataFinding] = []
    /// Numbers up to this token have been recognised.
    private var settled = -1
    /// The token behind the last words about a health.
    private var lastHealth: Int?

    /// What is found, in the text's order; places are those of the rendered bytes.
    static func findings(in text: ReadText) -> [PersonalDataFinding] {
        var search = Search(text: text)
        search.run()
        return search.findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private init(text: ReadText) {
        self.text = text
    }

    private mutating func run() {
        for index in 0..<text.count {
            let token = text[index]
            switch token.kind {
            case .number: if index > settled { take(number(at: index)) }
            case .mark: mark(at: index, token.key)
            case .word: if token.sign != .none, token.sign != .other { words(at: index, token.sign) }
            }
        }
    }

    private mutating func take(_ match: Match?) {
        guard let match else { return }
        settled = max(settled, match.tokens.upperBound)
        guard let kind = match.kind, !Institutions.own(contact: match.tokens, kind, in: text) else { return }
        add(kind, match.tokens)
    }

    private mutating func mark(at index: Int, _ key: UInt64) {
        switch key {
        case Mark.at: take(EmailAddress.find(at: index, in: text))
        case Mark.plus where index > settled: take(PhoneNumber.findInternational(at: index, in: text))
        case Mark.open, Mark.comma, Mark.hyphen, Mark.semicolon, Mark.bar, Mark.openingBracket: beside(name: index)
        default: break
        }
    }

    /// What stands behind a name: `Lê Văn Mẫu (12/3/1965)`, `…, 13 tuổi`, `… (Nùng)`.
    private mutating func beside(name index: Int) {
        guard text.form != .name, index > 0, let name = text.name(endingAt: index - 1) else { return }
        take(BirthDate.find(behindName: name, index, in: text))
        take(Ethnicity.find(behindName: name, index, in: text))
        take(Dwelling.find(behindName: name, index, in: text))
    }

    private func number(at index: Int) -> Match? {
        if text.isNamedByCamera(index) { return nil }
        // Years, counts and amounts, which are nearly all, go at once.
        let length = text[index].length
        let mayBegin =
            length >= 3 || text.digit(0, of: index) == 0 || PhoneNumber.isBracketed(index, in: text)
            || PhoneNumber.isGrouped(index, in: text)
        guard mayBegin, text.startsFigure(index) else {
            if length == 2, text.startsFigure(index), let plate = PropertyNumber.find(at: index, in: text) {
                return plate
            }
            return text.form == .name ? BirthDate.findInName(at: index, in: text) : nil
        }
        if length < 3 {
            return PropertyNumber.find(at: index, in: text) ?? PhoneNumber.find(at: index, in: text)
                ?? (text.form == .name ? BirthDate.findInName(at: index, in: text) : nil)
        }
        return BankAccount.findBesideBank(at: index, in: text) ?? IdentityNumber.find(at: index, in: text)
            ?? PhoneNumber.find(at: index, in: text)
            ?? (text.form == .name ? BirthDate.findInName(at: index, in: text) : nil)
    }

    private mutating func words(at index: Int, _ sign: Sign) {
        switch sign {
        case .birth, .birthInitial, .birthday, .emergence, .birthCertificate:
            take(BirthDate.find(at: index, in: text))
            if sign == .birth { take(Minor.findAtBirth(index, in: text)) }
        case .identityLabel: take(IdentityNumber.findLabelled(at: index, in: text))
        case .codeLabel: take(IdentityNumber.findCode(at: index, in: text))
        case .phoneLabel, .phoneHint: take(PhoneNumber.findLabelled(at: index, in: text))
        case .spelledPhone: take(PhoneNumber.findSpelled(at: index, in: text))
        case .bankLabel, .bankHint, .bankName: take(BankAccount.findLabelled(at: index, in: text))
        case .atWord: take(EmailAddress.find(at: index, in: text))
        case .plateLabel: take(PropertyNumber.findPlate(at: index, in: text))
        case .landLabel: take(PropertyNumber.findLand(at: index, in: text))
        default: if text.form != .name { sensitive(at: index, sign) }
        }
    }

    private mutating func sensitive(at index: Int, _ sign: Sign) {
        switch sign {
        case .houseNumber, .residence, .house, .building, .alley, .street, .number, .blockCode, .flat:
            dwelling(at: index, sign)
        case .dwelling, .filler: take(Dwelling.find(at: index, in: text))
        case .offence, .deed: take(Offence.find(at: index, in: text))
        case .debt, .pay: take(Finance.find(at: index, in: text))
        case .disease, .illness, .organAilment, .disability, .injuryRate, .treatment, .impairment, .addiction,
            .healthLabel:
            take(Health.find(at: index, in: text))
        case .nation, .people, .ethnonym: take(Ethnicity.find(at: index, in: text))
        case .religionLabel, .faith, .cleric, .devotion, .religion, .saintName: take(Religion.find(at: index, in: text))
        case .childhood, .age, .monthsOfAge, .schoolClass, .school, .smallNumber: take(Minor.find(at: index, in: text))
        default: break
        }
    }

    private mutating func dwelling(at index: Int, _ sign: Sign) {
        if let match = HomeAddress.find(at: index, in: text) { return take(match) }
        switch sign {
        case .residence, .house:
            take(Dwelling.find(at: index, in: text) ?? Dwelling.findDescribed(at: index, in: text))
        case .houseNumber: take(Dwelling.findUnit(at: index, in: text))
        default: break
        }
    }

    private mutating func add(_ kind: PersonalDataKind, _ tokens: ClosedRange<Int>) {
        let range = Int(text[tokens.lowerBound].start)..<Int(text[tokens.upperBound].end)
        if let other = findings.lastIndex(where: { $0.range.overlaps(range) }) {
            if findings[other].kind == kind { return }
            // A mailbox may be somebody's telephone number: told once.
            if kind == .email { findings.remove(at: other) }
        }
        // What is said of a health is said of the whole sentence: once.
        if kind == .health {
            defer { lastHealth = tokens.upperBound }
            if let lastHealth, !(lastHealth..<max(lastHealth, tokens.lowerBound)).contains(where: text.endsSentence) {
                return
            }
        }
        let words = String(decoding: text.bytes[range], as: UTF8.self)
        let contact =
            switch kind {
            case .email: words.lowercased()
            case .phone, .bankAccount, .identityNumber:
                PhoneNumber.comparable(text.digits(of: Figure(tokens: tokens, digits: 0)))
            default: ""
            }
        findings.append(PersonalDataFinding(kind: kind, range: range, masked: Mask.masked(words), contact: contact))
    }
}
