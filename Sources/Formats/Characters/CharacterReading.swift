import Diagnostics
import Vietnamese

/// One look at all characters of a file: what can't stand in a text is taken out or replaced, what was lost on its
/// way is reported with what it probably was.
///
/// Controls and line separators become U+FFFD, so that no parser and no page sees one; directions and other invisible
/// characters are left out, but where a script or an emoji needs them. Everything is named at its place.
struct CharacterReading {
    /// The text as the parsers get it; nil where it stays as it was.
    private(set) var mended: [UInt8]?
    private(set) var diagnostics: [Diagnostic] = []

    private struct Finding {
        var kind: CharacterProblem.Kind
        /// In the mended text.
        var offset: Int
        /// In scalars.
        var length: Int
        var scalar: Unicode.Scalar
        /// What the passage may have been.
        var passage: (found: String, meant: [String])?
    }

    /// As many of one kind are named one by one; the rest are only counted.
    private static let named = 20
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    private let path: String
    private let separators: Set<UInt8>
    private var findings: [Finding] = []
    private var counts: [CharacterProblem.Kind: Int] = [:]

    /// Looks through valid UTF-8 in NFC with `\n` as its only line end.
    init(_ bytes: [UInt8], path: String) {
        self.path = path
        separators = path.hasSuffix(".csv") ? Set("\n,;\t|\"".utf8) : Set("\n".utf8)
        bytes.withUnsafeBufferPointer { look(through: $0) }
        guard !findings.isEmpty else { return }
        report(in: mended ?? bytes)
    }

    // MARK: Looking

    private mutating func look(through bytes: UnsafeBufferPointer<UInt8>) {
        var output: [UInt8]?
        var copied = 0
        var index = 0
        /// Behind it, no second word on the same misread passage.
        var passageEnd = 0
        func replace(_ range: Range<Int>, by bytes: [UInt8], of source: UnsafeBufferPointer<UInt8>) {
            if output == nil {
                output = []
                output?.reserveCapacity(source.count)
            }
            output? += source[copied..<range.lowerBound]
            output? += bytes
            copied = range.upperBound
        }
        /// Where an offset of the source lies in the text that results.
        func target(_ offset: Int) -> Int { output.map { $0.count + offset - copied } ?? offset }

        while let hit = CharacterSieve.next(in: bytes, from: index) {
            let scalar = Scalar(bytes, at: hit)
            index = hit + scalar.length
            if hit >= passageEnd, let passage = misread(at: hit, scalar, in: bytes) {
                add(
                    Finding(
                        kind: .misread, offset: target(passage.start), length: passage.length, scalar: scalar.value, passage: passage.words)
                )
                passageEnd = passage.end
            }
            if scalar.value == "?" {
                lost(at: hit, in: bytes, target)
                continue
            }
            guard let nature = CharacterName.nature(of: scalar.value) else { continue }
            // Parts of a passage that has been reported as a whole.
            if hit < passageEnd, scalar.value.value >= 0x80, nature != .direction {
                if nature == .control || nature == .lineSeparator {
                    replace(hit..<index, by: Self.replacement, of: bytes)
                }
                continue
            }
            switch nature {
            case .control, .lineSeparator:
                add(Finding(kind: .control, offset: target(hit), length: 1, scalar: scalar.value))
                replace(hit..<index, by: Self.replacement, of: bytes)
            case .direction:
                replace(hit..<index, by: [], of: bytes)
                add(Finding(kind: .direction, offset: target(index), length: 1, scalar: scalar.value))
            case .invisible:
                guard !isNeeded(scalar.value, hit..<index, in: bytes) else { continue }
                replace(hit..<index, by: [], of: bytes)
                // Before and behind everything it does no harm, and no parser could name its place.
                guard hit > 0, index < bytes.count else { continue }
                add(Finding(kind: .invisible, offset: target(index), length: 1, scalar: scalar.value))
            case .privateUse: add(Finding(kind: .privateUse, offset: target(hit), length: 1, scalar: scalar.value))
            case .replacement: add(Finding(kind: .replacement, offset: target(hit), length: 1, scalar: scalar.value))
            case .lookAlike:
                guard let word = mixedWord(around: hit..<index, in: bytes) else { continue }
                add(
                    Finding(kind: .lookAlike, offset: target(hit), length: 1, scalar: scalar.value, passage: (word.found, [word.meant])))
                index = word.end
            }
        }
        guard var output else { return }
        output += bytes[copied...]
        mended = output
    }

    private mutating func add(_ finding: Finding) {
        counts[finding.kind, default: 0] += 1
        if counts[finding.kind, default: 0] <= Self.named { findings.append(finding) }
    }

    // MARK: What was lost

    private struct Passage {
        var start: Int
        var end: Int
        var length: Int
        var words: (found: String, meant: [String])
    }

    /// The passage, no longer than its line or cell, in which UTF-8 was read as something else.
    private func misread(at hit: Int, _ scalar: Scalar, in bytes: UnsafeBufferPointer<UInt8>) -> Passage? {
        // The first letter of a misread pair stands before it: Ã Ä Å Æ Â á â Ă.
        guard hit >= 2, [0xC2, 0xE2, 0xEF].contains(bytes[hit]) else { return nil }
        let before = (bytes[hit - 2], bytes[hit - 1])
        guard (before.0 == 0xC3 && [0x82, 0x83, 0x84, 0x85, 0x86, 0xA1, 0xA2].contains(before.1)) || before == (0xC4, 0x82) else {
            return nil
        }
        let near = bytes[hit - 2..<min(bytes.count, hit + 10)]
        guard Mojibake.repaired(String(decoding: near.prefix { $0 != 0x0A }, as: UTF8.self)) != nil else { return nil }
        var start = hit
        while start > 0, !separators.contains(bytes[start - 1]) { start -= 1 }
        var end = hit
        while end < bytes.count, !separators.contains(bytes[end]) { end += 1 }
        let found = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let meant = Mojibake.repaired(found) else { return nil }
        return Passage(start: start, end: end, length: scalarCount(bytes, from: start, to: end), words: (found, [meant]))
    }

    /// A question mark within a word.
    private mutating func lost(at hit: Int, in bytes: UnsafeBufferPointer<UInt8>, _ target: (Int) -> Int) {
        guard hit > 0, isOfWord(bytes[hit - 1]), bytes[hit - 1] != UInt8(ascii: "?") else { return }
        var behind = hit + 1
        while behind < bytes.count, bytes[behind] == UInt8(ascii: "?") { behind += 1 }
        guard behind < bytes.count, isOfWord(bytes[behind]) else { return }
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || separators.contains(byte) }
        var start = hit
        while start > 0, hit - start < 200, !isBlank(bytes[start - 1]) { start -= 1 }
        var end = behind
        while end < bytes.count, end - behind < 200, !isBlank(bytes[end]) { end += 1 }
        // A word is told of at its first mark.
        guard !bytes[start..<hit].contains(UInt8(ascii: "?")) else { return }
        let word = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let damage = LostLetters.damage(in: word[...]) else { return }
        add(Finding(kind: .lost, offset: target(hit), length: 1, scalar: "?", passage: (damage.word, damage.candidates)))
    }

    private func isOfWord(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

    // MARK: What only seems to be something

    /// Whether an invisible character has its use there: between letters of a script that is written with such
    /// (Khmer, Cham, Arabic and others), or in an emoji.
    private func isNeeded(_ scalar: Unicode.Scalar, _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard range.lowerBound > 0 else { return false }
        var start = range.lowerBound - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        let before = Scalar(bytes, at: start).value.value
        switch before {
        case 0x0590...0x1AFF, 0xA800...0xABFF, 0xFB1D...0xFDFF: return scalar != "\u{FEFF}"
        case 0x1F000...0x1FBFF, 0x2190...0x2BFF, 0x23, 0x2A, 0x30...0x39, 0xFE0F, 0x3030, 0x303D, 0x203C, 0x2049, 0xA9, 0xAE:
            return scalar == "\u{FE0F}" || scalar == "\u{200D}" || 0xE0020...0xE007F ~= scalar.value
        default: return false
        }
    }

    /// The word around a Cyrillic or Greek letter, where Latin letters stand in it too, and the same all Latin.
    private func mixedWord(around range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> (found: String, meant: String, end: Int)? {
        var start = range.lowerBound
        while start > 0, isOfWord(bytes[start - 1]) || 0x30...0x39 ~= bytes[start - 1] { start -= 1 }
        var end = range.upperBound
        while end < bytes.count, isOfWord(bytes[end]) || 0x30...0x39 ~= bytes[end] { end += 1 }
        guard end - start <= 200 else { return nil }
        let found = String(decoding: bytes[start..<end], as: UTF8.self)
        guard found.unicodeScalars.contains(where: { VietnameseLetter($0) != nil }) else { return nil }
        var meant = String.UnicodeScalarView()
        for scalar in found.unicodeScalars { meant.append(CharacterName.latinLookAlike(scalar) ?? scalar) }
        // A word of another script with a Latin letter in it, a formula.
        guard meant.allSatisfy({ VietnameseLetter($0) != nil || $0.isASCII || !$0.properties.isAlphabetic }) else { return nil }
        return (found, String(meant), end)
    }

    // MARK: Saying so

    private mutating func report(in bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var lines = LineCursor(bytes)
            var numbers: [CharacterProblem.Kind: Int] = [:]
            for finding in findings.sorted(by: { $0.offset < $1.offset }) {
                let place = SourcePlace(path: path, position: lines.position(of: min(finding.offset, bytes.count)), length: finding.length)
                numbers[finding.kind, default: 0] += 1
                // Said with the first: of many findings of a kind a report shows only the first ones.
                let further = numbers[finding.kind] == 1 ? counts[finding.kind, default: 0] - Self.named : 0
                diagnostics.append(
                    CharacterProblem.diagnostic(finding.kind, finding.scalar, finding.passage, further: further, at: place))
            }
        }
    }

    /// A scalar of valid UTF-8.
    private struct Scalar {
        let value: Unicode.Scalar
        let length: Int

        init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
            let lead = bytes[index]
            length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
            for byte in bytes[index + 1..<min(bytes.count, index + length)] { value = value << 6 | UInt32(byte & 0x3F) }
            self.value = Unicode.Scalar(value) ?? "\u{FFFD}"
        }
    }
}
