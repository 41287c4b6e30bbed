import Documents
import Entries
import Formats

/// Texts and documents as they are published.
enum DocumentCopy {
    /// A PDF without what it tells of its making, captions as browsers must read them, all else byte for byte. Nil where
    /// the file is no longer what it was when it was looked at.
    static func bytes(of file: [UInt8], _ document: DocumentDescription) -> [UInt8]? {
        switch document.format {
        case .pdf: try? PDFRedaction(of: file).applied(to: file)
        case .captions: WebVTT.published(file)
        case .text, nil: file
        }
    }
}
