import Diagnostics
import Documents
import Pictures

/// What is known of a picture, a video or another file that entries refer to.
package enum FileFact: Sendable, Equatable {
    /// What a file is good for.
    package enum Kind: Sendable {
        case picture, video, document

        package var words: Message {
            switch self {
            case .picture: Message(vi: "ảnh", en: "a picture")
            case .video: Message(vi: "video", en: "a video")
            case .document: Message(vi: "tệp văn bản (vtt, txt, pdf)", en: "a text file (vtt, txt, pdf)")
            }
        }
    }

    /// Width and height in pixels, as shown; of an animated picture the first frame is shown.
    case picture(width: Int, height: Int, isAnimated: Bool = false)
    /// What it is, and how heavy.
    case video(VideoDescription, bytes: Int)
    case document(DocumentDescription)
    /// It can't be published, and why.
    case refused(code: String, Message, remedy: Message)

    package var kind: Kind? {
        switch self {
        case .picture: .picture
        case .video: .video
        case .document: .document
        case .refused: nil
        }
    }

    /// What the name of the published file ends in: servers go by it when they say what they send. Nil where the file's
    /// own ending stays.
    package var ending: String? {
        switch self {
        case .video(let film, _): film.format?.rawValue
        case .document(let document): document.format?.rawValue
        case .picture, .refused: nil
        }
    }

    /// Whether an earlier version of the program looked at the file, which looked for less.
    package var isFromEarlierVersion: Bool {
        switch self {
        case .video(let film, _): film.format == nil
        case .document(let document): document.format == nil
        case .picture, .refused: false
        }
    }
}

/// What is known of a text or a document that is published.
package struct DocumentDescription: Sendable, Equatable {
    /// The formats, by what their files end in.
    package enum Format: String, Sendable, CaseIterable {
        case captions = "vtt"
        case text = "txt"
        case pdf
    }

    /// Nil where an earlier version of the program looked at the file, which did not keep it.
    package var format: Format?
    /// What is published of a PDF's making.
    package var remains: PDFRedaction.Remains

    package init(_ format: Format?, remains: PDFRedaction.Remains = PDFRedaction.Remains()) {
        self.format = format
        self.remains = remains
    }
}

extension Entry {
    /// The photo that stands for the honour: its portrait, else its first.
    package var leadPhoto: Photo? { photos.first { $0.role == .portrait } ?? photos.first }

    /// What is shown of which pictures, by paths from `content`, as often as they are shown. Whether the paths lead to
    /// pictures is not known here.
    package var pictureFrames: [(path: String, frame: PictureFrame)] {
        let whole = filePaths.map { (path: $0, frame: PictureFrame.whole) }
        guard let lead = leadPhoto else { return whole }
        return whole + [(lead.file.value, .card(lead.focus ?? .usual))]
    }

    /// The files of `content` that the entry refers to, each path as often as it is named.
    package var filePaths: [String] {
        var paths = photos.map(\.file.value)
        for video in videos {
            if case .file(let file) = video.source { paths.append(file.value) }
            paths += [video.poster, video.captions, video.transcript].compactMap { $0?.value }
        }
        return paths + body.filePaths
    }
}

extension Entry {
    /// The files that may hold words besides the story's: captions and transcripts of its videos, whatever the story links
    /// to. Each path once, in the entry's order.
    package var attachedPaths: [String] {
        var seen: Set<String> = []
        let ofVideos = videos.flatMap { [$0.captions?.value, $0.transcript?.value] }.compactMap { $0 }
        return (ofVideos + body.linkedPaths).filter { seen.insert($0).inserted }
    }
}

extension Entry.Body {
    /// The files of `content` that the story links to or shows.
    package var filePaths: [String] {
        targets.filter { $0.kind == .file }.map(\.path)
    }

    /// Those that it links to.
    package var linkedPaths: [String] {
        targets.filter { $0.kind == .file && !$0.isImage }.map(\.path)
    }
}
