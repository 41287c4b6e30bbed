import Diagnostics

/// A page kind's templates, compiled: instructions in a row, with the literal text beside them.
struct TemplateProgram<Frames: RenderFrames>: Sendable {
    enum Instruction: Sendable {
        /// Copies bytes of `literals`.
        case literal(Piece)
        /// Prints a value with `& < > " '` escaped.
        case escaped(Frames.Address)
        /// Prints a value, escaped, at the beginning of an address (or in the midst of one whose scheme is not decided), and
        /// fails for one that may not be linked to.
        case address(Frames.Address, isWhole: Bool, site: Int32)
        /// Prints a value as it is.
        case raw(Frames.Address)
        /// Prints the indentation, at the start of a line that begins with a tag.
        case margin
        /// Runs the instructions up to `end` if the value is true, for a list once for each element.
        case section(Frames.Address, TemplateFrame, end: Int32, site: Int32)
        /// Runs the instructions up to `end` if the value is false.
        case inverted(Frames.Address, end: Int32)
        /// Runs a routine.
        case call(Int32, Margin, site: Int32)
    }

    /// A run of the literals.
    struct Piece: Sendable {
        var start: Int32
        var count: Int32
        /// Whether the first byte is the first of its line.
        var startsLine: Bool

        var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }

    /// How a routine's lines are indented.
    enum Margin: Sendable {
        /// Not at all: the call stands in the middle of a line.
        case none
        /// As the lines around the call, and by a run of literals besides.
        case further(Piece)
    }

    var instructions: [Instruction] = []
    var literals: [UInt8] = []
    /// The instructions of each routine; the first is the page itself.
    var routines: [Range<Int>] = []
    /// Where the tags stand that may fail when rendered.
    var sites: [SourcePlace] = []
    var table: Frames.Table
}
