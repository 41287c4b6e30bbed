/// Why a file can't be published as a PDF. Values without wording: whoever names the file words the complaint.
package enum PDFError: Error, Equatable, Sendable {
    /// The bytes do not begin as a PDF does.
    case notAPDF
    /// The file ends before the document does.
    case truncated
    /// The bytes contradict the format's own rules; `what` says where, in English.
    case malformed(what: String)
    /// Its words can be read with a password, or with an empty one: neither looked through nor cleaned.
    case encrypted
    /// It holds something that acts, or that can't be looked at.
    case holds(Danger)

    /// What a document for reading has no need of.
    package enum Danger: String, Sendable, CaseIterable {
        /// A program.
        case javaScript
        /// It starts a program on the reader's machine.
        case launch
        /// It sends a form, or takes one in.
        case submission
        /// Other files lie in it.
        case attachment
    }
}
