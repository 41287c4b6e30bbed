/// A position in a text file. Lines and columns count from 1; a column counts Unicode scalars of the
/// text in NFC, which for Vietnamese is what an editor shows.
package struct SourcePosition: Sendable, Hashable, Comparable {
    package var line: Int32
    package var column: Int32

    package init(line: Int, column: Int) {
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }

    /// In the order of the text.
    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// Where something stands: a file, and within it a run of characters on one line.
package struct SourcePlace: Sendable, Hashable, Comparable {
    /// The file's path as the user knows it, relative to the board's root.
    package var path: String
    /// The first character, or nil where the whole file is meant.
    package var position: SourcePosition?
    /// How many Unicode scalars the run holds, at least 1; it never leaves its line.
    package var length: Int32

    package init(path: String, position: SourcePosition? = nil, length: Int = 1) {
        self.path = path
        self.position = position
        self.length = Int32(clamping: max(1, length))
    }

    package init(path: String, line: Int, column: Int = 1, length: Int = 1) {
        self.init(path: path, position: SourcePosition(line: line, column: column), length: length)
    }

    /// By file, then in the order of the text; a whole file stands before its lines.
    package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
        if left.path != right.path { return left.path < right.path }
        let zero = SourcePosition(line: 0, column: 0)
        return (left.position ?? zero) < (right.position ?? zero)
    }

    /// `path:line:column`, as editors and terminals turn into a link; as it is printed.
    package var description: String {
        guard let position else { return Printed.path(path) }
        return "\(Printed.path(path)):\(position.line):\(position.column)"
    }
}

/// A line of a file.
package struct SourceLine: Sendable, Hashable {
    package var path: String
    /// From 1.
    package var line: Int32

    /// Nil for a place that is a whole file.
    package init?(_ place: SourcePlace) {
        guard let position = place.position else { return nil }
        (path, line) = (place.path, position.line)
    }
}

/// A value and where its author wrote it.
package struct Located<Value> {
    package var value: Value
    package var position: SourcePosition
    /// How many Unicode scalars the author's text holds.
    package var length: Int32

    package init(_ value: Value, at position: SourcePosition, length: Int = 1) {
        self.value = value
        self.position = position
        self.length = Int32(clamping: max(1, length))
    }

    /// Another value at the same place.
    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
        Located<Other>(try transform(value), at: position, length: Int(length))
    }

    /// The place, in a file.
    package func place(in path: String) -> SourcePlace {
        SourcePlace(path: path, position: position, length: Int(length))
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
