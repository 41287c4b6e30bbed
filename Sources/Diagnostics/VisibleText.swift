/// Text that is safe to print: what would steer a terminal, turn the direction of what follows or hide
/// between letters is shown as its code point, `⟨U+001B⟩`.
///
/// Everything that the program prints passes here: `TextFormatter` for messages, places and excerpts, the
/// explanations, and the console for whatever else (file names in errors of the disk, progress).
package enum VisibleText {
    /// The same text with controls, directions and invisible characters as words. Line ends and tabs stay.
    package static func of(_ text: String) -> String {
        guard needsWork(text) else { return text }
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isShown(scalar) { output.append(scalar) } else { output.append(contentsOf: word(scalar).unicodeScalars) }
        }
        return String(output)
    }

    /// As above, but for the sequences of colours that the program itself writes.
    package static func keepingColours(_ text: String) -> String {
        guard needsWork(text) else { return text }
        var output = ""
        for (index, part) in text.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated() {
            if index == 0 {
                output += of(String(part))
            } else if let colour = colours.first(where: { part.hasPrefix($0) }) {
                output += "\u{1B}" + colour + of(String(part.dropFirst(colour.count)))
            } else {
                output += of("\u{1B}" + part)
            }
        }
        return output
    }

    /// `⟨U+001B⟩`.
    package static func word(_ scalar: Unicode.Scalar) -> String { "⟨\(CharacterName.code(scalar))⟩" }

    /// Whether a reader sees the character, or a line end or blank.
    package static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch CharacterName.nature(of: scalar) {
        // Parts of emoji, and harmless.
        case .invisible where scalar == "\u{200D}" || scalar == "\u{FE0F}": true
        case .control, .lineSeparator, .direction, .invisible: false
        // A carriage return would let what follows overwrite the line.
        case nil: scalar != "\r"
        case .privateUse, .replacement, .lookAlike: true
        }
    }

    /// What `TextFormatter` and the explanations paint with.
    private static let colours = ["[0m", "[1m", "[2m", "[1;31m", "[1;33m", "[1;36m"]

    /// Nearly all text is printed as it is: only bytes that can begin something invisible are looked at.
    private static func needsWork(_ text: String) -> Bool {
        text.utf8.contains { byte in
            switch byte {
            case 0x09, 0x0A: false
            case 0..<0x20, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3: true
            default: false
            }
        }
    }
}

extension Message {
    /// The same words with nothing invisible in them.
    package var visible: Message { Message(vi: VisibleText.of(vi), en: VisibleText.of(en)) }
}
