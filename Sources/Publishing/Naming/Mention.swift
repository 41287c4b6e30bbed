import Diagnostics

/// A place that still names somebody, or leads to his or her page.
package struct Mention: Sendable, Hashable {
    /// How.
    package enum Kind: String, Sendable, CaseIterable {
        /// In the words of a text.
        case name
        /// In a title, a picture's description or another attribute of a page.
        case attribute
        /// By a link to the page.
        case link
        /// In the name of a file or folder, which is part of an address.
        case fileName = "file_name"
    }

    package var kind: Kind
    package var place: SourcePlace
    /// The entry whose honouree it is, by its file.
    package var entry: String
}

/// All that still names somebody.
package struct Mentions: Sendable {
    /// In `content` and `site-templates`, by file, in the order of each.
    package var inContent: [Mention]
    /// In the published folder: the place's path is that of the file there, each kind once in a file.
    package var onSite: [Mention]
    /// Files of either that could not be read, so nobody knows what they say: from the board's root, and from the output folder.
    package var unread: (inContent: [String], onSite: [String])
    /// Other subjects that bear the same name, by their ids: what was found may speak of them.
    package var namesakes: [String]
    /// Whether there was a name to look for: of one word, or of an entry that can't be read, there is none.
    package var hasName: Bool
}
