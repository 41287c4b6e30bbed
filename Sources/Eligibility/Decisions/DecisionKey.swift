import Formats
import Registers
import Vietnamese

/// A decision under a form in which all usual ways of writing it are equal: number, authority and day together, since
/// numbers alone repeat in every commune, every year.
package struct DecisionKey: Hashable, Sendable {
    /// See `DecisionSpelling.number`.
    package let number: String
    /// See `DecisionSpelling.authority`.
    package let authority: String
    package let date: CalendarDay

    package init(_ decision: Decision) {
        number = DecisionSpelling.number(decision.number)
        authority = DecisionSpelling.authority(decision.authority)
        date = decision.date
    }

    package static func == (left: DecisionKey, right: DecisionKey) -> Bool {
        left.date == right.date && TextKey(left.number) == TextKey(right.number)
            && TextKey(left.authority) == TextKey(right.authority)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(TextKey(number))
        hasher.combine(TextKey(authority))
        hasher.combine(date)
    }

    /// Its parts behind one another, for an order and a fingerprint.
    package var text: String { "\(number)\n\(authority)\n\(date.iso)" }
}

/// How numbers of decisions and names of authorities are compared.
package enum DecisionSpelling {
    /// A number in the form in which spellings that mean the same are equal: small letters, tones placed one way, a hyphen
    /// for every kind of dash, no blanks around signs. “1/ QÐ–UBND” is “1/qđ-ubnd”.
    package static func number(_ text: String) -> String {
        let number = comparable(text, keepsBlanksAroundSigns: false)
        // “Số 127/QĐ-UBND”: the column's heading says so already.
        for label in ["số:", "số"] where number.hasPrefix(label) {
            let rest = number.dropFirst(label.count).drop { $0 == " " }
            if rest.first?.isNumber == true { return String(rest) }
        }
        return number
    }

    /// An authority's name in the same form, its blanks kept.
    package static func authority(_ text: String) -> String { comparable(text, keepsBlanksAroundSigns: true) }

    private static func comparable(_ text: String, keepsBlanksAroundSigns: Bool) -> String {
        let comparable = Fold.comparable(text, ignoringCase: true)
        // Nearly all numbers and names hold nothing that would change.
        guard comparable.utf8.contains(where: { $0 == 0x20 && !keepsBlanksAroundSigns || $0 == 0xE2 || $0 == 0xEF }) else {
            return comparable
        }
        var form = String.UnicodeScalarView()
        var owesBlank = false
        for scalar in comparable.unicodeScalars {
            if scalar == " " {
                owesBlank = true
                continue
            }
            let meant = isDash(scalar) ? "-" : narrow(scalar)
            if owesBlank, keepsBlanksAroundSigns || (isWordPart(meant) && form.last.map(isWordPart) == true) { form.append(" ") }
            owesBlank = false
            form.append(meant)
        }
        return String(form)
    }

    /// The usual form of a full-width character, as keyboards for Chinese type them.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        0xFF01...0xFF5E ~= scalar.value ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }

    /// Hyphens, dashes and the minus sign: keyboards and word processors put one for the other.
    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    // MARK: What looks alike, and may be two things

    /// What is left of a number when everything is taken away that a slip of the pen changes: marks, signs, blanks and the
    /// zeros before its figures. Numbers that agree in it may be one, or two; people have to say.
    package static func looseNumber(_ text: String) -> String {
        var loose: [UInt8] = []
        var isInFigures = false
        for byte in Fold.folded(text).utf8 {
            switch byte {
            case UInt8(ascii: "0") where !isInFigures: break
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                isInFigures = true
                loose.append(byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
                isInFigures = false
                loose.append(byte)
            default: isInFigures = false
            }
        }
        return String(decoding: loose, as: UTF8.self)
    }

    /// The same for an authority: marks, abbreviations and the office within it, since “Chủ tịch UBND xã Mẫu” and “Ủy ban
    /// nhân dân xã Mẫu” sign with one stamp and count their decisions together.
    package static func looseAuthority(_ text: String) -> String {
        var words = letters(of: Fold.folded(text))[...]
        while let office = offices.first(where: { words.starts(with: $0) }), words.count > office.count {
            words = words.dropFirst(office.count)
        }
        var joined = " " + words.joined(separator: " ") + " "
        for (long, short) in abbreviations { joined = joined.replacing(" \(long) ", with: " \(short) ") }
        return joined
    }

    private static func letters(of text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static let offices = ["chu tich", "pho chu tich", "thuong truc", "ban thuong vu", "btv", "tm", "kt", "t m", "k t"].map {
        $0.split(separator: " ").map(String.init)
    }

    private static let abbreviations = [
        ("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("mat tran to quoc", "mttq"), ("thi tran", "tt"), ("thanh pho", "tp"),
        ("thi xa", "tx"),
    ]
}
