import Documents
import Entries
import Pictures

// A fact as one field of the manifest: parts parted by colons.

extension FileFact {
    var manifest: String {
        switch self {
        case .picture(let width, let height, let isAnimated): return "\(width)x\(height)" + (isAnimated ? "xanimated" : "")
        case .video(let film, let bytes):
            let size = film.size.map { "\($0.width)x\($0.height)" } ?? ""
            guard let format = film.format else { return "video:\(size):\(bytes)" }
            let codecs = [film.picture, film.sound].map { $0.map(\.code).joined(separator: "+") }
            return "film:\(format.rawValue):\(size):\(bytes):\(film.duration.map(String.init) ?? ""):\(codecs[0]):\(codecs[1])"
        case .document(let document):
            guard let format = document.format else { return "document" }
            let remains = document.remains
            let marks = (remains.isSigned ? "s" : "") + (remains.hasUnreadParts ? "u" : "")
            return "text:\(format.rawValue):\(marks):\(remains.properties.joined(separator: "+"))"
        case .refused: return "refused"
        }
    }

    init?(manifest text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case ("film", 7):
            guard let format = VideoFormat(rawValue: parts[1]), let bytes = Int(parts[3]) else { return nil }
            func codecs(_ list: String) -> [VideoCodec] { list.split(separator: "+").map { VideoCodec(code: String($0)) } }
            self = .video(
                VideoDescription(
                    format: format, size: PictureSize(manifest: parts[2]), duration: Int(parts[4]), picture: codecs(parts[5]),
                    sound: codecs(parts[6])), bytes: bytes)
        case ("text", 4):
            guard let format = DocumentDescription.Format(rawValue: parts[1]) else { return nil }
            let remains = PDFRedaction.Remains(
                isSigned: parts[2].contains("s"), properties: parts[3].split(separator: "+").map(String.init),
                hasUnreadParts: parts[2].contains("u"))
            self = .document(DocumentDescription(format, remains: remains))
        // As versions before December 2026 wrote them. A take-down needs no more; a build looks at the file again.
        case ("video", 3):
            guard let bytes = Int(parts[2]) else { return nil }
            self = .video(VideoDescription(format: nil, size: PictureSize(manifest: parts[1])), bytes: bytes)
        case ("document", 1): self = .document(DocumentDescription(nil))
        case (_, 1):
            let sides = text.split(separator: "x", maxSplits: 2)
            guard sides.count >= 2, let width = Int(sides[0]), let height = Int(sides[1]), sides.count == 2 || sides[2] == "animated"
            else { return nil }
            self = .picture(width: width, height: height, isAnimated: sides.count == 3)
        default: return nil
        }
    }
}

extension PictureSize {
    fileprivate init?(manifest text: String) {
        let sides = text.split(separator: "x").compactMap { Int($0) }
        guard sides.count == 2 else { return nil }
        self.init(width: sides[0], height: sides[1])
    }
}
