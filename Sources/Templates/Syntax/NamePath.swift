/// A name as a tag writes it: `title`, `next.title`, or `.` for the value that the section is at.
struct NamePath: Sendable, Hashable {
    /// The names between the dots; none for `.` alone.
    let components: [String]

    init(_ text: String) {
        components = text == "." ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    /// As it is written in a tag.
    var text: String { components.isEmpty ? "." : components.joined(separator: ".") }
}
