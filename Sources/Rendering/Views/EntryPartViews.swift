import Board
import Diagnostics
import Eligibility
import Entries
import Pictures
import Programmes
import Templates

// What the page of an honour is made of: the model, results, videos, and in a preview what is wrong.

struct WorkModel: Sendable {
    let model: Entry.Model
    let vocabulary: Vocabulary
}

enum WorkModelView {
    static let view = View<WorkModel>(
        "model", Message(vi: "Mô hình “Dân vận khéo”.", en: "The model."),
        [
            .text("title", Message(vi: "Tên mô hình.", en: "Its name.")) { $0.model.title },
            .text("status", Message(vi: "Xây dựng mới hay duy trì.", en: "New or maintained.")) { work in
                work.model.status.map { work.vocabulary[.modelStatuses].name(of: $0.value) }
            },
            .text("quantity", Message(vi: "Số lượng.", en: "How many.")) { $0.model.quantity.map { Words.number($0) } },
            .text("lead", Message(vi: "Đơn vị chủ trì.", en: "Who leads it.")) { $0.model.lead },
            .text("scale", Message(vi: "Quy mô.", en: "Its scale.")) { $0.model.scale },
        ])
}

enum ResultView {
    static let view = View<Entry.Result>(
        "result", Message(vi: "Một kết quả bằng con số.", en: "A result in figures."),
        [
            .text("value", Message(vi: "Con số.", en: "The figure.")) { Words.figure($0.value) },
            .text("unit", Message(vi: "Đơn vị.", en: "Its unit.")) { $0.unit },
            .text("what", Message(vi: "Nội dung.", en: "What it counts.")) { $0.what },
        ])
}

struct VideoModel: Sendable {
    let video: Entry.Video
    let addresses: Addresses

    /// Width and height as shown, where the file says so.
    var size: PictureSize? {
        guard case .file(let file) = video.source, case .video(let film, _) = addresses.plan.corpus.fileFacts[file.value] else {
            return nil
        }
        return film.size
    }

    /// The shape of its place on the page, which is there before the video is: the usual shape that is nearest.
    var shape: String {
        guard let size else { return "wide" }
        return switch size.width * 100 / size.height {
        case ..<80: "tall"
        case ..<120: "square"
        case ..<155: "classic"
        default: "wide"
        }
    }
}

enum VideoView {
    static let view = View<VideoModel>(
        "video", Message(vi: "Một video.", en: "A video."),
        [
            .text("title", Message(vi: "Tên video.", en: "Its title.")) { $0.video.title },
            .text("file", Message(vi: "Địa chỉ tệp video của trang.", en: "The address of the site's own file.")) { model in
                if case .file(let file) = model.video.source { model.addresses.file(file.value) } else { nil }
            },
            .text("address", Message(vi: "Địa chỉ video ở trang khác.", en: "The address of a video elsewhere.")) { model in
                if case .address(let url) = model.video.source { url.value } else { nil }
            },
            .text("width", Message(vi: "Chiều rộng, điểm ảnh, nếu tệp cho biết.", en: "Its width in pixels, where the file says so.")) {
                $0.size.map { String($0.width) }
            },
            .text("height", Message(vi: "Chiều cao, điểm ảnh, nếu tệp cho biết.", en: "Its height in pixels.")) {
                $0.size.map { String($0.height) }
            },
            .text(
                "shape",
                Message(vi: "Khuôn hình: `wide`, `classic`, `square` hoặc `tall`.", en: "Its shape: wide, classic, square or tall.")
            ) { $0.shape },
            .record("poster", PictureView.view, Message(vi: "Ảnh bìa.", en: "Its poster.")) { model in
                model.video.poster.flatMap { model.addresses.picture($0.value, .whole) }
            },
            .text("captions", Message(vi: "Phụ đề.", en: "Its captions.")) { model in
                model.video.captions.map { model.addresses.file($0.value) }
            },
            .text("transcript", Message(vi: "Địa chỉ tệp bản lời.", en: "The address of its transcript.")) { model in
                model.video.transcript.map { model.addresses.file($0.value) }
            },
            .texts(
                "transcript_paragraphs",
                Message(vi: "Các đoạn của bản lời, khi đó là tệp TXT.", en: "The transcript's paragraphs, where it is a TXT file.")
            ) { model in
                model.video.transcript.flatMap { model.addresses.plan.corpus.attachedTexts[$0.value]?.paragraphs } ?? []
            },
        ])
}

enum FindingView {
    static let view = View<Diagnostic>(
        "finding", Message(vi: "Một điều cần sửa.", en: "Something to mend."),
        [
            .text("severity", Message(vi: "Lỗi, cảnh báo hay lưu ý.", en: "How much it weighs.")) {
                TextFormatter.word(for: $0.severity).vi.uppercasedFirst
            },
            .flag("error", Message(vi: "Có khi là lỗi.", en: "Set for errors.")) { $0.severity == .error },
            .text("message", Message(vi: "Điều tìm thấy.", en: "What was found.")) { $0.message.vi },
            .text("required", Message(vi: "Yêu cầu.", en: "What is required.")) { $0.required?.vi },
            .text("clause", Message(vi: "Căn cứ.", en: "The clause.")) { $0.clause.map { TextFormatter.words(for: $0).vi } },
            .text("place", Message(vi: "Tệp, dòng, cột.", en: "File, line, column.")) { $0.place?.description },
            .text("remedy", Message(vi: "Cách sửa.", en: "The remedy.")) { $0.remedy?.vi },
        ])
}
