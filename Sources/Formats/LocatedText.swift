import Diagnostics

extension Located<String> {
    /// As `Located.init`, for the hundreds of thousands of cells and keys of a board: that initialiser is
    /// generic and of another module, so it is not specialised and looks up its type at every call (a fifth
    /// of the time of reading a table).
    static func text(_ value: String, at position: SourcePosition, length: Int) -> Located<String> {
        var located = prototype
        located.value = value
        located.position = position
        located.length = Int32(clamping: max(1, length))
        return located
    }

    private static let prototype = Located("", at: SourcePosition(line: 1, column: 1))
}
