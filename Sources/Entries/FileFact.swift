import Diagnostics
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
    /// Width and height as shown, where the file says so, and how heavy it is.
    case video(size: PictureSize?, bytes: Int)
    case document
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
    /// The captions and transcripts of its videos, each path once, in the entry's order.
    package var attachedPaths: [String] {
        var seen: Set<String> = []
        return videos.flatMap { [$0.captions?.value, $0.transcript?.value] }.compactMap { $0 }.filter { seen.insert($0).inserted }
    }
}

extension Entry.Body {
    /// The files of `content` that the story links to or shows.
    package var filePaths: [String] {
        targets.filter { $0.kind == .file }.map(\.path)
    }
}
