/// Finds names of people and units in text, however they are spelt by habit: case, composition and the place of the tone (hoà, hòa)
/// make no difference, marks do, and only whole words count. A name may run over a line's end, through emphasis and quotation marks;
/// and it may stand as part of an address, without marks and with hyphens (`tran-thi-vi-du`).
package struct NameFinder: Sendable {
    /// A name as the numbers of its words, with its place among those asked for.
    private struct Name {
        var index: Int
        var written: [Int]
        var plain: [Int]
    }

    private let names: [Name]
    private let numberOfForm: [WordForm: Int]
    private let numberOfKey: [String: Int]
    /// The first bytes that a word of a name can have: most words of a text are told by theirs.
    private let firstBytes: [Bool]

    /// - Parameter names: those of one word only are left out: they are words of every other text too.
    package init(_ names: [String]) {
        var found: [Name] = []
        var (forms, keys): ([WordForm: Int], [String: Int]) = ([:], [:])
        for (index, name) in names.enumerated() {
            let words = Self.words(of: name)
            guard words.count > 1 else { continue }
            let written = words.map { form in
                let number = forms[form] ?? forms.count + 1
                forms[form] = number
                return number
            }
            let plain = words.map { form in
                let number = keys[form.key] ?? keys.count + 1
                keys[form.key] = number
                return number
            }
            found.append(Name(index: index, written: written, plain: plain))
        }
        (self.names, numberOfForm, numberOfKey) = (found, forms, keys)
        let initials = Set(keys.keys.flatMap { $0.utf8.prefix(1).flatMap { [$0, $0 & 0xDF] } })
        // Letters with marks have many spellings; y may be written i.
        firstBytes = (0..<256).map { byte in
            byte >= 0x80 || initials.contains(UInt8(byte)) || [UInt8(ascii: "y"), UInt8(ascii: "Y")].contains(UInt8(byte))
        }
    }

    /// Whether there is nothing to look for.
    package var isEmpty: Bool { names.isEmpty }

    private static func words(of name: String) -> [WordForm] {
        var (text, words): (String, [WordForm]) = (name, [])
        text.withUTF8 { bytes in
            WordForm.forEachWord(in: bytes) { word in
                if let form = WordForm(String(decoding: word, as: UTF8.self)) { words.append(form) }
            }
        }
        return words
    }

    /// A word that stands in a name, where it stands, and what parts it from the word before.
    private struct Word {
        var written: Int
        var plain: Int
        var range: Range<Int>
        var isHyphened: Bool
    }

    /// A place that names somebody.
    package struct Match: Sendable, Equatable {
        /// The bytes of the text.
        package var range: Range<Int>
        /// The name's index among those that were asked for.
        package var name: Int
    }

    /// Where a text names somebody, in its order.
    ///
    /// - Parameter bytes: valid UTF-8.
    package func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
        guard !isEmpty, let base = bytes.baseAddress else { return [] }
        var found: [Match] = []
        var recent: [Word] = []
        var cache: [String: (written: Int, plain: Int)] = [:]
        WordForm.forEachWord(in: bytes) { word in
            guard firstBytes[Int(word[0])] else { return recent.removeAll(keepingCapacity: true) }
            let start = UnsafePointer(word.baseAddress!) - UnsafePointer(base)
            let text = String(decoding: word, as: UTF8.self)
            let numbers = cache[text] ?? numbers(of: text)
            cache[text] = numbers
            guard numbers.written != 0 || numbers.plain != 0 else { return recent.removeAll(keepingCapacity: true) }
            var isHyphened = false
            if let last = recent.last {
                switch Gap(bytes, last.range.upperBound..<start) {
                case .wide: recent.removeAll(keepingCapacity: true)
                case .hyphen: isHyphened = true
                case .loose: break
                }
            }
            recent.append(
                Word(written: numbers.written, plain: numbers.plain, range: start..<start + word.count, isHyphened: isHyphened))
            if let match = endingName(recent) {
                // The longest name at a place, once.
                if let before = found.last, before.range.lowerBound >= match.range.lowerBound { found.removeLast() }
                found.append(match)
            }
        }
        return found
    }

    private func numbers(of word: String) -> (written: Int, plain: Int) {
        guard let form = WordForm(word) else { return (0, 0) }
        return (numberOfForm[form] ?? 0, word.utf8.allSatisfy { $0 < 0x80 } ? numberOfKey[form.key] ?? 0 : 0)
    }

    /// The longest name whose last word is the last of these.
    private func endingName(_ recent: [Word]) -> Match? {
        var longest: Match?
        for name in names where name.written.count <= recent.count {
            let words = recent.suffix(name.written.count)
            let isWritten = words.elementsEqual(name.written) { $0.written == $1 }
            let isAddress = words.elementsEqual(name.plain) { $0.plain == $1 } && words.dropFirst().allSatisfy(\.isHyphened)
            guard isWritten || isAddress, let first = words.first, let last = words.last else { continue }
            let range = first.range.lowerBound..<last.range.upperBound
            if range.count > longest?.range.count ?? 0 { longest = Match(range: range, name: name.index) }
        }
        return longest
    }
}

/// What parts two words.
private enum Gap {
    /// Blanks, a line's end, marks of emphasis and quotation: the words may belong together.
    case loose
    /// One hyphen or low line, as in addresses.
    case hyphen
    /// A full stop, a comma, an empty line, or too much of anything.
    case wide

    private static let longest = 24

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let gap = bytes[range]
        if gap.count == 1, gap.first == UInt8(ascii: "-") || gap.first == UInt8(ascii: "_") {
            self = .hyphen
            return
        }
        guard gap.count <= Self.longest, gap.count(where: { $0 == 0x0A }) < 2 else {
            self = .wide
            return
        }
        // Quotation marks and blanks of more than one byte begin with E2 80; a no-break space is C2 A0.
        let isLoose = gap.allSatisfy { byte in byte >= 0x80 || Self.marks.contains(byte) }
        self = isLoose ? .loose : .wide
    }

    private static let marks = Set(" \t\r\n*_~`\"'\\>-".utf8)
}
