import Diagnostics

/// A place of a story that readers will not see as its author meant it.
struct Leftover {
    /// A stable name in kebab case.
    var code: String
    /// What readers will see.
    var message: Message
    /// Bytes of the story.
    var range: Range<Int>
    var remedy: Message
    /// Lines as they should be written, each with the byte at which it starts now; shown as notes.
    var lines: [(start: Int, text: String)] = []

    /// The usual remedy: the whole line, mended.
    static func writing(_ line: String) -> Message {
        Message(vi: "viết: \(CharacterProblem.cut(line))", en: "write: \(CharacterProblem.cut(line))")
    }
}

/// A paragraph as its author wrote it.
struct StoryParagraph {
    /// Of the whole story.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Its lines without the marks and blanks of what it stands in.
    let lines: [Range<Int>]
    /// Where each line starts in its file: before the marks.
    let lineStarts: [Int]
    /// What readers will see of it, `\n` between lines.
    let text: ArraySlice<UInt8>
    /// Whether it is the text of an item of a list.
    let isItem: Bool

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// A line from its start in the file.
    func wholeLine(_ index: Int) -> Range<Int> { lineStarts[index]..<lines[index].upperBound }

    /// A whole line with a part of it written anew.
    func line(_ index: Int, writing new: String, for part: Range<Int>) -> String {
        string(lineStarts[index]..<part.lowerBound) + new + string(part.upperBound..<lines[index].upperBound)
    }
}

/// What a byte of a story is to the looks.
enum StoryByte {
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether a letter begins here: Latin with all of Vietnamese, no dash, quote or blank.
    static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        if bytes[index] < 0x80 { return isASCIILetter(bytes[index]) }
        return 0xC3...0xCF ~= bytes[index] || bytes[index] == 0xE1
    }

    /// The bytes that a no-break space takes here; 0 where none stands.
    static func noBreakSpace(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        index + 1 < bytes.count && bytes[index] == 0xC2 && bytes[index + 1] == 0xA0 ? 2 : 0
    }
}
