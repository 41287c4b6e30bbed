import Glibc

/// Finds, in one pass over a text's bytes, the paragraphs that may tell something of a person; nearly all don't.
///
/// It lets too much through and never too little: a paragraph passes where it holds seven digits in a row (with
/// what people, Markdown and line ends put between them), something like a date, a number beside a word of a house or
/// a street, an `@`, one of the words that tell something by themselves, or anything that readers see otherwise than
/// it is written: entities, tags, full-width and invisible characters. A text without any Vietnamese mark passes
/// whole: its words are looked for without marks.
struct Sieve {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let form: TextForm
    /// Whether the text writes Vietnamese marks.
    let isMarked: Bool
    private var index = 0
    /// Where the paragraph at hand begins.
    private var start = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ form: TextForm) {
        (self.bytes, self.form) = (bytes, form)
        // The leading bytes of ă, đ, ơ, ư and of nearly all letters with a tone: no text does without them for long.
        isMarked = form != .name && [0xE1, 0xC4, 0xC6].contains { Self.holds($0, bytes) }
    }

    private static func holds(_ byte: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.baseAddress.map { memchr($0, byte, bytes.count) != nil } ?? false
    }

    /// The next paragraph that must be read; nil behind the last.
    mutating func next() -> Range<Int>? {
        // Words go on from one caption to the next, with times between: they are read whole.
        guard isMarked, form != .captions else {
            defer { index = bytes.count }
            return index < bytes.count ? 0..<bytes.count : nil
        }
        return SieveWords.shared.withTable { table in
            while index < bytes.count {
                if passes(table) {
                    let end = endOfParagraph(from: index)
                    defer { (start, index) = (end, end) }
                    return start..<end
                }
            }
            return nil
        }
    }

    private var hasParagraphs: Bool { form == .markdown || form == .transcript }

    private func endOfParagraph(from offset: Int) -> Int {
        guard hasParagraphs else { return bytes.count }
        var end = offset
        while let base = bytes.baseAddress, let found = memchr(base + end, 0x0A, bytes.count - end) {
            end = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
            if end < bytes.count, bytes[end] == 0x0A { return end }
        }
        return bytes.count
    }

    /// Whether what stands here lets the paragraph pass; moves behind it where it does not.
    @inline(__always)
    private mutating func passes(_ table: SieveWords.Table) -> Bool {
        switch table.classes[Int(bytes[index])] {
        case .letter:
            let first = index
            repeat { index &+= 1 } while index < bytes.count && table.classes[Int(bytes[index])].isInWord
            let key = word(first, index)
            return table.mayBegin(key) && isTelling(key, first..<index, table)
        case .digit: return passesNumber()
        case .lineEnd:
            index &+= 1
            if index < bytes.count, bytes[index] == 0x0A, hasParagraphs { start = index }
            return false
        case .at:
            index += 1
            return true
        case .percent:
            index += 1
            return bytes[index...].starts(with: "40".utf8)
        case .angle where form == .markdown:
            if bytes[index...].starts(with: "<!--".utf8) { return passesComment() }
            index += 1
            return index < bytes.count && (bytes[index] == UInt8(ascii: "/") || (bytes[index] | 0x20) &- 0x61 < 26)
        case .ampersand:
            index += 1
            return index < bytes.count && (bytes[index] == UInt8(ascii: "#") || (bytes[index] | 0x20) &- 0x61 < 26)
        case .strange: return passesStrange()
        case .bar:
            index += 1
            return form != .name
        default:
            index &+= 1
            return false
        }
    }

    /// Nothing in a comment is published, but what stands around it is joined on the page: with words before it in its
    /// paragraph, that is read.
    private mutating func passesComment() -> Bool {
        let isWithin = bytes[start..<index].contains { $0 > 0x20 }
        index += 4
        while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
        index = min(index + 3, bytes.count)
        if !isWithin { start = index }
        return isWithin
    }

    /// Whether a character stands here that can't be seen or looks like another; moves behind it where none does.
    private mutating func passesStrange() -> Bool {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0,
            third = index + 2 < bytes.count ? bytes[index + 2] : 0
        let isStrange =
            switch bytes[index] {
            case 0xC2: second == 0xAD
            // U+200B–U+200F, U+202A–U+202E, U+2060–U+206F.
            case 0xE2:
                second == 0x80 && (0x8B...0x8F ~= third || 0xAA...0xAE ~= third) || second == 0x81 && third >= 0xA0
            // Full-width characters, variation selectors, the byte order mark.
            case 0xEF: true
            default: second == 0x9D
            }
        index += 1
        return isStrange
    }

    // MARK: Words

    /// The first eight bytes of a word, noughts behind shorter ones.
    @inline(__always)
    private func word(_ first: Int, _ end: Int) -> UInt64 {
        guard first &+ 8 <= bytes.count, let base = UnsafeRawPointer(bytes.baseAddress) else {
            return SieveWords.key(of: bytes[first..<end])
        }
        let eight = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: first, as: UInt64.self))
        return end &- first >= 8 ? eight : eight & (1 &<< UInt64(truncatingIfNeeded: 8 &* (end &- first)) &- 1)
    }

    private func isTelling(_ key: UInt64, _ word: Range<Int>, _ table: SieveWords.Table) -> Bool {
        let first = word.lowerBound
        // Nearly all phrases are told by the first letter of their second word.
        var next = word.upperBound
        while next < bytes.count, Self.isGap(bytes[next]) { next += 1 }
        let second = next < bytes.count ? bytes[next] : 0
        for place in table.phrases(beginningWith: key) {
            let wanted = table.phrases[Int(place)].second
            guard wanted == 0 || Self.isAlike(second, wanted) else { continue }
            let phrase = table.phrases[Int(place)]
            guard let end = match(phrase.bytes, at: first, table) else { continue }
            switch phrase.needs {
            case .nothing: return true
            case .numberBehind: if hasDigit(end..<end + 32) { return true }
            case .numberNext: if hasDigit(end..<end + 5) { return true }
            case .numberNear: if hasDigit(first - 12..<end + 5) { return true }
            case .dateBehind: if hasDigit(end..<end + 48) || holdsMonth(end..<end + 60) { return true }
            case .monthBehind: if holdsMonth(end..<end + 60) { return true }
            case .classBehind: if hasDigit(end..<end + 32) || holdsNumberWord(at: end) { return true }
            case .childNear: if isNearChild(first, end) { return true }
            case .doerBefore: if follows(Self.doing, first) { return true }
            case .sufferingBefore: if follows(Self.catching, first) { return true }
            case .organBehind: if isBeforeOrgan(end) { return true }
            case .risingBefore: if isRising(before: first) { return true }
            case .numberBefore: if hasDigit(first - 5..<first) { return true }
            }
        }
        return false
    }

    /// The offset behind the words; nil where something else stands here. A blank of theirs is any run of blanks,
    /// line ends, hyphens and marks of emphasis.
    private func match(_ words: [UInt8], at offset: Int, _ table: SieveWords.Table) -> Int? {
        var next = offset
        for byte in words {
            if byte == 0x20 {
                guard next < bytes.count, Self.isGap(bytes[next]) else { return nil }
                while next < bytes.count, Self.isGap(bytes[next]) { next += 1 }
            } else {
                guard next < bytes.count, Self.isAlike(bytes[next], byte) else { return nil }
                next += 1
            }
        }
        return next < bytes.count && table.classes[Int(bytes[next])].isInWord ? nil : next
    }

    /// Whether two bytes may be of the same letter, small and capital. In the blocks where Vietnamese letters live
    /// the two differ in one of two bits, but for ư.
    @inline(__always)
    private static func isAlike(_ left: UInt8, _ right: UInt8) -> Bool {
        left == right || left ^ right == 0x20
            || left >= 0x80
                && (left ^ right == 0x01 || (left, right) == (0xAF, 0xB0) || (left, right) == (0xB0, 0xAF))
    }

    /// Blanks, line ends with the marks of a quotation, hyphens, marks of emphasis.
    private static func isGap(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x2A, 0x2D, 0x3E, 0x5C, 0x5F, 0x60, 0x7E, 0xC2, 0xA0: true
        default: false
        }
    }

    private func holdsMonth(_ range: Range<Int>) -> Bool {
        let range = range.clamped(to: 0..<bytes.count)
        return range.contains { bytes[$0] == UInt8(ascii: "t") && bytes[$0...].starts(with: "tháng".utf8) }
    }

    private static let numberWords = [
        "một", "hai", "ba", "bốn", "tư", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười",
    ].map { Array($0.utf8) }

    /// `lớp Sáu`.
    private func holdsNumberWord(at offset: Int) -> Bool {
        guard offset < bytes.count, Self.isGap(bytes[offset]) else { return false }
        let next = bytes[(offset + 1)...]
        return Self.numberWords.contains { word in
            next.count >= word.count && zip(next, word).allSatisfy { Self.isAlike($0, $1) }
        }
    }

    /// `mới lên tám`.
    private func isRising(before offset: Int) -> Bool {
        let word = Array("lên".utf8)
        let start = offset - word.count - 1
        return start >= 0 && Self.isGap(bytes[offset - 1]) && bytes[start..<offset - 1].elementsEqual(word)
    }

    private static let children = ["cháu", "Cháu", "bé", "Bé", "em ", "Em ", "con gái", "con trai"].map {
        Array($0.utf8)
    }

    private func isNearChild(_ first: Int, _ end: Int) -> Bool {
        let near = max(0, first - 60)..<min(bytes.count, end + 40)
        return near.contains { start in
            Self.children.contains { bytes[start] == $0[0] && bytes[start..<near.upperBound].starts(with: $0) }
        }
    }

    private static let doing = ["từng", "tội", "đã", "lần", "hay", "chuyên", "dính", "mê", "đi", "thua", "vì", "bạn"]
        .map {
            Array($0.utf8)
        }

    private static let catching = ["bị", "mắc", "mang", "nhiễm"].map { Array($0.utf8) }

    /// `bị bệnh`, `mắc một căn bệnh`.
    private func follows(_ words: [[UInt8]], _ offset: Int) -> Bool {
        let before = bytes[max(0, offset - 16)..<offset]
        return words.contains { word in
            before.indices.contains { before[$0] == word[0] && before[$0...].starts(with: word) }
        }
    }

    private static let organs = [
        "chân", "tay", "mắt", "tai", "tim", "gan", "thận", "phổi", "não", "dạ dày", "ruột", "cột sống", "khớp", "háng",
        "gối",
        "vai", "hông", "lưng", "đầu", "cổ", "họng", "vú", "ngực", "tử cung", "tuyến", "tụy", "mật", "lách", "máu",
        "xương", "đùi",
        "ngón", "sọ", "tủy", "thực quản", "đại tràng", "màng", "nửa người", "hai chi", "đốt sống", "van tim",
        "thần kinh", "u ", "cơ thể",
        "da ",
    ].map { Array($0.utf8) }

    /// `mổ khớp`, `gãy hai chân`.
    private func isBeforeOrgan(_ offset: Int) -> Bool {
        let behind = bytes[min(offset, bytes.count)..<min(offset + 18, bytes.count)]
        return behind.indices.contains { start in
            start > behind.startIndex && Self.isGap(bytes[start - 1])
                && Self.organs.contains { bytes[start] == $0[0] && bytes[start...].starts(with: $0) }
        }
    }

    private func hasDigit(_ range: Range<Int>) -> Bool {
        bytes[range.clamped(to: 0..<bytes.count)].contains { $0 &- 0x30 < 10 }
    }

    // MARK: Numbers

    private mutating func passesNumber() -> Bool {
        let first = index
        var digits = 0
        var end = index
        while true {
            while end < bytes.count, bytes[end] &- 0x30 < 10 { (digits, end) = (digits + 1, end + 1) }
            if digits >= 7 { return true }
            guard let next = digitBehindJoint(end) else { break }
            end = next
        }
        if isDate(first) || isOfHouse(first) || isPlate(first) { return true }
        index = end
        return false
    }

    /// The next digit behind what may stand within a number; nil where the number ends.
    private func digitBehindJoint(_ end: Int) -> Int? {
        guard end < bytes.count else { return nil }
        var next = end
        // `[0912](address)345678`: an address is not seen.
        if form == .markdown, bytes[end] == UInt8(ascii: "]"), end + 1 < bytes.count,
            bytes[end + 1] == UInt8(ascii: "("),
            let close = bytes[end..<min(end + 300, bytes.count)].firstIndex(of: UInt8(ascii: ")"))
        {
            next = close + 1
            if next < bytes.count, bytes[next] &- 0x30 < 10 { return next }
        }
        let end = next
        while next < bytes.count, next < end + 10, Self.isJoint(bytes[next]) { next += 1 }
        guard next > end, next < bytes.count, bytes[next] &- 0x30 < 10 else { return nil }
        // “2021, 2022”: a comma within a number has digits on both sides.
        return bytes[end] == 0x2C && next != end + 1 ? nil : next
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        switch byte {
        // Blanks and line ends, brackets, hyphens and dashes, points, commas, slashes, middle dots, marks of quotation and
        // emphasis.
        case 0x09, 0x0A, 0x0D, 0x20, 0x25, 0x28, 0x29, 0x2A, 0x2C, 0x2D, 0x2E, 0x2F, 0x3E, 0x5B, 0x5C, 0x5D, 0x5F,
            0x60, 0x7E, 0xC2, 0xA0,
            0xB7,
            0xE2, 0x80...0x95, 0xA2:
            true
        default: false
        }
    }

    /// `12/3`, `12 tháng 3`, `5.9.81`; longer dates with points and hyphens have seven digits.
    private func isDate(_ first: Int) -> Bool {
        func digits(_ offset: Int) -> Int { bytes[min(offset, bytes.count)...].prefix { $0 &- 0x30 < 10 }.count }
        let separator = first + digits(first)
        guard separator <= first + 2, separator < bytes.count else { return false }
        switch bytes[separator] {
        case UInt8(ascii: "/"): return 1...2 ~= digits(separator + 1)
        case UInt8(ascii: "-"), UInt8(ascii: "."):
            let month = digits(separator + 1)
            let second = separator + 1 + month
            return 1...2 ~= month && second < bytes.count && bytes[second] == bytes[separator]
                && digits(second + 1) > 0
        case 0...0x20:
            let month = "tháng".utf8
            let next = separator + 1
            return bytes[next...].starts(with: month) && next + month.count < bytes.count
                && bytes[next + month.count] <= 0x20
        default: return false
        }
    }

    /// `36C-284.19`, `21B1-4578`: two digits, a capital letter close behind, and four more digits.
    private func isPlate(_ first: Int) -> Bool {
        guard first + 8 <= bytes.count, bytes[first + 2] &- 0x41 < 26, bytes[first + 1] &- 0x30 < 10 else {
            return false
        }
        return bytes[(first + 3)..<min(first + 11, bytes.count)].count { $0 &- 0x30 < 10 } >= 4
    }

    /// `K12/`, `số 7, tổ …`, `số 14 Bà Triệu`.
    private func isOfHouse(_ first: Int) -> Bool {
        guard first > 0 else { return false }
        if bytes[first - 1] == UInt8(ascii: "K") { return true }
        var end = first + bytes[first...].prefix { $0 &- 0x30 < 10 }.count
        if end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
        guard end + 2 < bytes.count else { return false }
        let isBeforeStreet = bytes[end] == 0x20 && (bytes[end + 1] &- 0x41 < 26 || bytes[end + 1] == 0xC4)
        guard isBeforeStreet || bytes[end] == 0x2C && bytes[end + 1] == 0x20 else { return false }
        let label = "số ".utf8
        return first >= label.count && bytes[(first - label.count)..<first].elementsEqual(label)
    }
}
