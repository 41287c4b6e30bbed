import Diagnostics

/// What the program knows of one thing, and why: a small tree of facts that reads as text and serves other
/// programs as JSON, so that the two can't drift apart.
package struct Explanation: Sendable {
    /// What a fact says.
    package enum Value: Sendable {
        case words(Message)
        /// A code, with the words that people read for it.
        case code(String, Message)
        case number(Int)
    }

    /// One fact: a key for programs, a label for people.
    package struct Fact: Sendable {
        package var key: String
        package var label: Message
        package var value: Value
        /// Where it is recorded.
        package var place: SourcePlace?
    }

    /// A list of explanations under a label.
    package struct Group: Sendable {
        package var key: String
        package var label: Message
        package var items: [Explanation]
    }

    /// What a part is.
    package enum Part: Sendable {
        case fact(Fact)
        case group(Group)
    }

    package var title: Message
    package var parts: [Part] = []

    package init(_ title: Message) {
        self.title = title
    }

    /// Adds a fact, unless there are no words for it.
    mutating func add(_ key: String, _ label: Message, _ words: Message?, at place: SourcePlace? = nil) {
        guard let words, !words.vi.isEmpty else { return }
        parts.append(.fact(Fact(key: key, label: label, value: .words(words), place: place)))
    }

    /// Adds a fact that programs know by a code.
    mutating func add(_ key: String, _ label: Message, code: String, _ words: Message, at place: SourcePlace? = nil) {
        parts.append(.fact(Fact(key: key, label: label, value: .code(code, words), place: place)))
    }

    mutating func add(_ key: String, _ label: Message, number: Int) {
        parts.append(.fact(Fact(key: key, label: label, value: .number(number), place: nil)))
    }

    /// Adds a list, unless it is empty.
    mutating func add(_ key: String, _ label: Message, _ items: [Explanation]) {
        guard !items.isEmpty else { return }
        parts.append(.group(Group(key: key, label: label, items: items)))
    }
}
