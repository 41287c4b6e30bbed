/// Looks at one paragraph for what its author meant as something else.
///
/// `kinds` is the whole list; each has a file of its own. A sieve over what readers will see, and over the first byte
/// of each line, says whether any of them has to look: of a thousand paragraphs hardly one.
enum ParagraphLook {
    /// What of a paragraph asks for a closer look.
    struct Signs: OptionSet {
        let rawValue: UInt8
        /// Asterisks, underscores or tildes that readers will see.
        static let emphasis = Signs(rawValue: 1)
        /// `](`, `] (` or `[^` that readers will see.
        static let reference = Signs(rawValue: 2)
        /// Two bars or more.
        static let bars = Signs(rawValue: 4)
        /// A line that begins as a heading or an item might.
        static let lineStart = Signs(rawValue: 8)
        /// Emphasis around signs only: the marks were meant as text.
        static let vanished = Signs(rawValue: 16)
        /// A box of a list of tasks.
        static let box = Signs(rawValue: 32)
        /// Tabs, as cells of a spreadsheet have them between them.
        static let tabs = Signs(rawValue: 64)
        /// Marks of other notations: `==x==`, `H~2~O`, `m^2`.
        static let foreign = Signs(rawValue: 128)
    }

    struct Kind: Sendable {
        var signs: Signs
        var find: @Sendable (StoryParagraph) -> [Leftover]
    }

    static let kinds: [Kind] = [
        Kind(signs: .lineStart, find: HeadingMark.find), Kind(signs: .lineStart, find: TypedList.find),
        Kind(signs: .bars, find: TableBars.find), Kind(signs: .emphasis, find: BrokenEmphasis.find),
        Kind(signs: .reference, find: BrokenReference.find), Kind(signs: .vanished, find: VanishedSigns.find),
        Kind(signs: .box, find: TaskBox.find), Kind(signs: .tabs, find: TableTabs.find), Kind(signs: .foreign, find: ForeignMarks.find),
    ]

    /// What a paragraph's text, as readers see it, asks for.
    static func signs(ofText text: ArraySlice<UInt8>) -> Signs {
        var signs: Signs = []
        var (asterisks, bars) = (0, 0)
        text.withUnsafeBufferPointer { text in
            table.withUnsafeBufferPointer { table in
                var index = 0
                while index < text.count {
                    let byte = text[index]
                    index += 1
                    guard table[Int(byte)] else { continue }
                    let next = index < text.count ? text[index] : 0
                    switch byte {
                    case UInt8(ascii: "*"):
                        asterisks += 1
                        if asterisks == 2 { signs.insert(.emphasis) }
                    case UInt8(ascii: "_"), UInt8(ascii: "~"):
                        if next == byte { signs.insert(.emphasis) } else if byte == UInt8(ascii: "~") { signs.insert(.foreign) }
                    case UInt8(ascii: "="): if next == byte { signs.insert(.foreign) }
                    case UInt8(ascii: "^"): signs.insert(.foreign)
                    case 0x09: signs.insert(.tabs)
                    case UInt8(ascii: "|"):
                        bars += 1
                        if bars == 2 { signs.insert(.bars) }
                    case UInt8(ascii: "["):
                        if next == UInt8(ascii: "^") { signs.insert(.reference) }
                        if index == 1, text.count > 3, text[2] == UInt8(ascii: "]"), text[3] == 0x20, [0x20, 0x58, 0x78].contains(next) {
                            signs.insert(.box)
                        }
                    default:
                        if next == UInt8(ascii: "(") || next == 0x20 && index + 1 < text.count && text[index + 1] == UInt8(ascii: "(") {
                            signs.insert(.reference)
                        }
                    }
                }
            }
        }
        return signs
    }

    /// Whether a line that begins with this byte may be an unread heading or item.
    static func isOfLineStart(_ byte: UInt8) -> Bool { lineStarts[Int(byte)] }

    private static let table: [Bool] = (0...255).map { "*_~|[]=^\t".utf8.contains(UInt8($0)) }
    private static let lineStarts: [Bool] = (0...255).map { (byte: UInt8) in
        "#-+*".utf8.contains(byte) || StoryByte.isDigit(byte) || StoryByte.isASCIILetter(byte) || byte == 0xE2 || byte == 0xC2
    }
}
