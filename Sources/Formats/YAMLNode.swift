import Diagnostics

/// A value of a YAML document and where it stands.
package struct YAMLNode: Sendable {
    /// What the value is.
    package enum Content: Sendable {
        /// Text as its author wrote it; `plain` where no quotes stand around it.
        case scalar(String, plain: Bool)
        /// Nothing behind the colon, `~` or `null`.
        case null
        /// Keys and values in the file's order; no key occurs twice.
        case mapping([YAMLPair])
        case sequence([YAMLNode])
    }

    package var content: Content
    package var position: SourcePosition
    /// How many Unicode scalars of the first line belong to the value.
    package var length: Int32

    package init(_ content: Content, at position: SourcePosition, length: Int) {
        self.content = content
        self.position = position
        self.length = Int32(clamping: max(1, length))
    }

    /// Its place, in a file.
    package func place(in path: String) -> SourcePlace {
        SourcePlace(path: path, position: position, length: Int(length))
    }
}

/// A key and its value.
package struct YAMLPair: Sendable {
    package var key: Located<String>
    package var value: YAMLNode

    package init(key: Located<String>, value: YAMLNode) {
        self.key = key
        self.value = value
    }

    /// Whether nothing, or nothing but blanks, stands behind the colon.
    package var isEmpty: Bool {
        switch value.content {
        case .null: true
        case .scalar(let text, _): text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A }
        case .mapping, .sequence: false
        }
    }
}
