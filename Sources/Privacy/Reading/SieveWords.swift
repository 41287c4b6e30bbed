/// The words that let a paragraph pass by themselves, in the forms in which a text may hold them: small, with a
/// capital, in capitals.
final class SieveWords: Sendable {
    static let shared = SieveWords()

    /// What must stand beside a word.
    enum Need {
        case nothing
        /// A digit soon behind it.
        case numberBehind
        /// A digit, or a number in words before `tháng`.
        case dateBehind
        /// `tháng` soon behind it; days in digits pass by themselves.
        case monthBehind
        /// A digit in the next word.
        case numberNext
        /// A digit close before it or in the next word.
        case numberNear
        case numberBefore
        /// A digit soon behind it, or a number in words next.
        case classBehind
        /// `từng`, `tội` and the like close before it.
        case doerBefore
        /// `bị`, `mắc` close before it.
        case sufferingBefore
        /// A part of the body soon behind it.
        case organBehind
        /// A word for a child near.
        case childNear
        /// `lên` close before it.
        case risingBefore
    }

    struct Phrase {
        var bytes: [UInt8]
        var needs: Need
        /// The first byte of its second word; zero where it has none.
        var second: UInt8
    }

    /// Where the phrases of one first word stand.
    fileprivate struct Slot {
        var key: UInt64 = 0
        var phrases: Range<Int32> = 0..<0
    }

    /// What a byte is part of.
    enum ByteClass: UInt8 {
        case other, lineEnd, angle, at, digit
        /// A bar: tables are read as a whole.
        case bar
        /// An entity may begin here, or a character that can't be seen or looks like another.
        case ampersand, percent, strange
        /// A byte within a letter of several.
        case inLetter
        case letter

        @inline(__always)
        var isInWord: Bool { rawValue >= Self.inLetter.rawValue }
    }

    private let classes: [ByteClass]
    /// A table with open addressing; a key of zero is an empty place.
    private let slots: [Slot]
    private let phrases: [Phrase]
    private static let slotBits: UInt64 = 13
    /// A bit for the hash of each first word: it tells nearly all words that begin nothing.
    private let filter: [UInt64]
    private static let filterBits: UInt64 = 16

    private static let needs: [Sign: Need] = [
        .birth: .dateBehind, .emergence: .monthBehind, .birthday: .nothing, .spelledPhone: .nothing, .atWord: .nothing,
        .disease: .nothing, .disability: .nothing, .injuryRate: .nothing, .treatment: .nothing, .impairment: .nothing,
        .ethnonym: .nothing, .religionLabel: .nothing, .faith: .nothing, .cleric: .nothing, .devotion: .nothing,
        .saintName: .nothing,
        .addiction: .nothing,
        .age: .nothing, .monthsOfAge: .nothing, .schoolClass: .classBehind, .school: .nothing,
        .smallNumber: .risingBefore, .childhood: .childNear, .residence: .numberBehind, .flat: .numberNext,
        .houseNumber: .numberBehind, .house: .numberNext, .building: .numberNear, .blockCode: .numberNext,
        .alley: .numberBehind, .street: .numberBefore,
        .offence: .nothing, .deed: .doerBefore, .debt: .nothing, .pay: .numberBehind, .illness: .sufferingBefore,
        .organAilment: .organBehind,
        .plateLabel: .numberBehind, .landLabel: .numberBehind, .dwelling: .numberBehind,
    ]

    /// Whether nearly every paragraph has the word, so that to look at it would cost more than it finds.
    private static func isCommon(_ words: String, _ sign: Sign) -> Bool {
        let first = String(words.prefix { $0 != " " })
        return switch sign {
        case .residence: ["ở", "về", "đang", "hiện", "gia"].contains(first)
        case .dwelling: ["sống", "sinh", "chuyển", "lưu"].contains(first)
        case .flat: first != "p"
        case .smallNumber: ["hai", "ba", "lên"].contains(first)
        default: false
        }
    }

    /// Houses told by what stands beside them, alleys by who lives there, creeds: no sign says so by itself.
    private static let others = [
        "nhà cuối", "nhà đầu", "nhà thứ", "nhà giữa", "nhà sát", "nhà cạnh", "nhà đối diện", "nhà bên", "nhà nằm",
        "nhà ngay",
        "nhà gần", "nhà giáp", "nhà phía sau", "nhà sau", "nhà mé", "nhà kế", "nhà ở cuối", "nhà ở đầu", "nhà ở sát",
        "nhà trong",
        "công giáo", "thiên chúa", "tin lành", "cao đài", "hòa hảo", "hoà hảo", "hồi giáo", "cơ đốc", "bà la môn",
        "bà ni",
        "phật giáo", "tứ ân hiếu nghĩa",
        "ngõ ông", "ngõ bà", "hẻm ông", "hẻm bà", "ngõ cụ", "ngõ anh", "ngõ chị",
    ]

    private init() {
        let classes = (0..<256).map(Self.byteClass)
        var byFirst: [UInt64: [Phrase]] = [:]
        var filter = [UInt64](repeating: 0, count: 1 << (Int(Self.filterBits) - 6))
        let declared = Lexicon.words(of: Set(Self.needs.keys)).filter { !Self.isCommon($0.word, $0.sign) }
            .map { (words: $0.word, needs: Self.needs[$0.sign]!) }
        let rooms = ["phòng", "dãy"].map { ($0, Need.numberNext) } + [("đối diện", Need.numberBehind)]
        for (words, needs) in declared + rooms + Self.others.map({ ($0, Need.nothing) }) {
            for form in Set([words, words.prefix(1).uppercased() + words.dropFirst(), words.uppercased()]) {
                let bytes = Array(form.utf8)
                let key = Self.key(of: bytes.prefix { classes[Int($0)].isInWord })
                let behind = bytes.drop { classes[Int($0)].isInWord }
                let second = behind.first == 0x20 ? behind.dropFirst().first ?? 0 : 0
                byFirst[key, default: []].append(Phrase(bytes: bytes, needs: needs, second: second))
                let bit = Self.hash(key)
                filter[Int(bit >> 6)] |= 1 << (bit & 63)
            }
        }
        precondition(byFirst.count * 2 < 1 << Int(Self.slotBits), "the table of words is too full")
        var slots = [Slot](repeating: Slot(), count: 1 << Int(Self.slotBits))
        var phrases: [Phrase] = []
        for (key, group) in byFirst.sorted(by: { $0.key < $1.key }) {
            var place = Self.place(of: key)
            while slots[place].key != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = Slot(key: key, phrases: Int32(phrases.count)..<Int32(phrases.count + group.count))
            phrases += group
        }
        (self.classes, self.filter, self.slots, self.phrases) = (classes, filter, slots, phrases)
    }

    private static func byteClass(_ byte: Int) -> ByteClass {
        switch byte {
        case 0x0A: .lineEnd
        case 0x40: .at
        case 0x3C: .angle
        case 0x25: .percent
        case 0x26: .ampersand
        case 0x7C: .bar
        case 0xC2, 0xE2, 0xEF, 0xF0: .strange
        case 0x30...0x39: .digit
        // Latin letters are one byte, or begin with one of these.
        case 0x41...0x5A, 0x61...0x7A, 0xC3...0xC6, 0xE1: .letter
        case 0x80...0xBF: .inLetter
        default: .other
        }
    }

    /// The first eight bytes of a word, noughts behind shorter ones.
    static func key(of word: some Sequence<UInt8>) -> UInt64 {
        word.prefix(8).enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
    }

    @inline(__always)
    private static func place(of key: UInt64) -> Int { Int(hash(key) >> (filterBits - slotBits)) }

    @inline(__always)
    private static func hash(_ key: UInt64) -> UInt64 { (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - filterBits) }

    /// The words for one pass over a text.
    struct Table {
        let classes: UnsafeBufferPointer<ByteClass>
        fileprivate let filter: UnsafeBufferPointer<UInt64>
        fileprivate let slots: UnsafeBufferPointer<Slot>
        let phrases: UnsafeBufferPointer<Phrase>

        /// Whether one of the phrases may begin with this word.
        @inline(__always)
        func mayBegin(_ key: UInt64) -> Bool {
            let bit = SieveWords.hash(key)
            return filter[Int(bit >> 6)] & 1 << (bit & 63) != 0
        }

        /// The places of the phrases that begin with this word.
        @inline(__always)
        func phrases(beginningWith key: UInt64) -> Range<Int32> {
            var place = SieveWords.place(of: key)
            while slots[place].key != key {
                if slots[place].key == 0 { return 0..<0 }
                place = (place + 1) & (slots.count - 1)
            }
            return slots[place].phrases
        }
    }

    func withTable<Result>(_ body: (Table) -> Result) -> Result {
        classes.withUnsafeBufferPointer { classes in
            filter.withUnsafeBufferPointer { filter in
                slots.withUnsafeBufferPointer { slots in
                    phrases.withUnsafeBufferPointer {
                        body(Table(classes: classes, filter: filter, slots: slots, phrases: $0))
                    }
                }
            }
        }
    }
}
