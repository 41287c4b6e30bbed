import Diagnostics
import Entries
import Formats

/// Holds the files and documents that a text names against what there is in `content`.
struct FileReferenceCheck {
    /// The document that names them, from the board's root.
    let path: String
    let corpus: Corpus
    private(set) var diagnostics: [Diagnostic] = []

    init(in path: String, _ corpus: Corpus) {
        self.path = path
        self.corpus = corpus
    }

    /// The links and pictures of a story or of a page of text. Addresses of the site are the planner's concern.
    mutating func check(_ body: Entry.Body) {
        for target in body.targets {
            let reference = Located(target.path, at: target.position, length: Int(target.length))
            switch target.kind {
            case .file:
                check(reference, as: target.isImage ? .picture : nil)
                if target.isImage, target.text.allSatisfy(\.isWhitespace) { reportMissingDescription(reference) }
            case .document where !corpus.documents.contains(target.path):
                report(
                    "unknown-document",
                    Message(
                        vi: "liên kết tới bài “\(target.path)” không có trong content",
                        en: "the link leads to “\(target.path)”, which is not there"),
                    at: reference, remedy: nearestDocument(to: target.path))
            case .document, .address: break
            }
        }
    }

    /// - Parameter wanted: what the file must be; nil where any publishable file will do.
    mutating func check(_ file: Located<String>, as wanted: FileFact.Kind?) {
        if let fact = corpus.fileFacts[file.value] {
            if case .refused(let code, let why, let remedy) = fact { return report(code, why, at: file, remedy: remedy) }
            let place = file.place(in: path)
            switch fact {
            case .picture(_, _, let isAnimated): if wanted == .picture, isAnimated { reportAnimation(file) }
            case .video(let film, _): diagnostics += CodecCheck(place: place, path: file.value).diagnostics(for: film)
            case .document(let document):
                let words = corpus.attachedTexts[file.value]
                diagnostics += DocumentCheck(place: place, path: file.value).diagnostics(for: document, words)
            case .refused: break
            }
            guard let wanted, fact.kind != wanted else { return }
            return report(
                "wrong-file-kind",
                Message(vi: "“\(file.value)” không phải là \(wanted.words.vi)", en: "“\(file.value)” is not \(wanted.words.en)"),
                at: file, remedy: Message(vi: "kiểm tra lại tên tệp", en: "check the file's name"))
        }
        guard !corpus.files.contains(file.value) else { return }
        report(
            "file-not-found", Message(vi: "không có tệp “content/\(file.value)”", en: "there is no file “content/\(file.value)”"), at: file,
            remedy: nearestFile(to: file.value))
    }

    /// Documents are compared by their ids: `x.md` and `x/index.md` are the same entry to its author.
    private func nearestDocument(to path: String) -> Message {
        var documents: [String: String] = [:]
        if corpus.documents.count <= ReferenceCheck.candidatesWorthComparing {
            for document in corpus.documents.sorted() { documents[EntryParser.defaultID(for: document)] = document }
        }
        return remedy(Suggestion.nearest(to: EntryParser.defaultID(for: path), among: documents.keys.sorted()).flatMap { documents[$0] })
    }

    private func nearestFile(to path: String) -> Message {
        // Only files of the same kind in the same folder are worth naming, and only their names compared:
        // the folder is long and alike.
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        let ending = path.lastIndex(of: ".").map { path[$0...].lowercased() } ?? ""
        let near = corpus.files.filter {
            $0.hasPrefix(folder) && $0.lowercased().hasSuffix(ending) && !$0.dropFirst(folder.count).contains("/")
        }
        let names = near.count > ReferenceCheck.candidatesWorthComparing ? [] : near.map { String($0.dropFirst(folder.count)) }.sorted()
        let nearest = Suggestion.nearest(to: String(path.dropFirst(folder.count)), among: names).map { String(folder) + $0 }
        return remedy(nearest)
    }

    private func remedy(_ nearest: String?) -> Message {
        nearest.map { Message(vi: "có phải là “content/\($0)”?", en: "did you mean “content/\($0)”?") }
            ?? Message(vi: "kiểm tra tên tệp, chữ hoa chữ thường và phần mở rộng", en: "check the name, its capitals and its extension")
    }

    /// A picture of a story tells part of it: who can't see it gets words (WCAG 2.2, 1.1.1).
    private mutating func reportMissingDescription(_ picture: Located<String>) {
        diagnostics.append(
            Diagnostic(
                .warning, "picture-without-description",
                Message(
                    vi: "ảnh “\(picture.value)” trong bài chưa có lời mô tả", en: "the picture “\(picture.value)” has no text alternative"),
                at: picture.place(in: path),
                remedy: Message(
                    vi: "viết lời mô tả trong ngoặc vuông, ví dụ ![Bà con trồng hoa ven đường](anh.jpg)",
                    en: "write what it shows in the square brackets, such as ![Neighbours planting flowers](picture.jpg)")))
    }

    private mutating func reportAnimation(_ file: Located<String>) {
        diagnostics.append(
            Diagnostic(
                .notice, "picture-animated",
                Message(
                    vi: "“\(file.value)” là ảnh động; trang chỉ hiện khung hình đầu",
                    en: "“\(file.value)” is animated; the page shows its first frame"),
                at: file.place(in: path),
                remedy: Message(vi: "nếu cần chuyển động, đưa vào khóa videos dưới dạng MP4", en: "for motion, add an MP4 to videos")))
    }

    private mutating func report(_ code: String, _ message: Message, at reference: Located<String>, remedy: Message) {
        diagnostics.append(Diagnostic(.error, code, message, at: reference.place(in: path), remedy: remedy))
    }
}
