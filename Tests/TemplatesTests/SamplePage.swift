import Diagnostics
import Templates

/// An invented page for the tests: people and places in it do not exist.
struct SamplePage: Sendable {
    var title = "Cầu & đường <Sậy>"
    var summary: String? = "Mô hình “Dân vận khéo”"
    var caption: String?
    var body = "<p>Bài</p>"
    var isDraft = false
    var photos = [SamplePhoto(file: "a.jpg", caption: "Cổng làng"), SamplePhoto(file: "b.jpg", caption: nil)]
    var next: SampleLink? = SampleLink(title: "Bài sau", target: SampleTarget(path: "/sau/"))
    var previous: SampleLink?
    var fields = ["văn hóa", "y tế & giáo dục"]
    var places = [
        SamplePlace(name: "Huyện", children: [SamplePlace(name: "Xã", children: [SamplePlace(name: "Thôn")]), SamplePlace(name: "Phường")])
    ]
    var site: Record?

    static let view = View<SamplePage>(
        "page", Message(vi: "Một trang thử.", en: "A page for tests."),
        [
            .text("title", Message(vi: "Tên bài.", en: "The title.")) { $0.title },
            .text("summary", Message(vi: "Tóm tắt.", en: "The summary.")) { $0.summary },
            .text("caption", Message(vi: "Chú thích | của trang.", en: "The page's caption.")) { $0.caption },
            .html("body", Message(vi: "Nội dung.", en: "The body.")) { Array($0.body.utf8) },
            .flag("draft", Message(vi: "Bản nháp.", en: "A draft.")) { $0.isDraft },
            .list("photos", SamplePhoto.view, Message(vi: "Các ảnh.", en: "The photos.")) { $0.photos },
            .record("next", SampleLink.view, Message(vi: "Bài sau.", en: "The next entry.")) { $0.next },
            .record("previous", SampleLink.view, Message(vi: "Bài trước.", en: "The entry before.")) { $0.previous },
            .texts("fields", Message(vi: "Các lĩnh vực.", en: "The fields.")) { $0.fields },
            .list("places", SamplePlace.view, Message(vi: "Các địa bàn.", en: "The places.")) { $0.places },
            .shared("site", SampleSite.view.shape, Message(vi: "Trang chung.", en: "The site.")) { $0.site },
        ])
}

struct SamplePhoto: Sendable {
    var file: String
    var caption: String?

    static let view = View<SamplePhoto>(
        "photo", Message(vi: "Một ảnh.", en: "A photo."),
        [
            .text("file", Message(vi: "Tên tệp.", en: "The file.")) { $0.file },
            .text("caption", Message(vi: "Chú thích.", en: "The caption.")) { $0.caption },
        ])
}

struct SampleLink: Sendable {
    var title: String
    var target: SampleTarget

    static let view = View<SampleLink>(
        "link", Message(vi: "Một liên kết.", en: "A link."),
        [
            .text("title", Message(vi: "Chữ.", en: "The words.")) { $0.title },
            .record("target", SampleTarget.view, Message(vi: "Đích.", en: "Where it leads.")) { $0.target },
        ])
}

struct SampleTarget: Sendable {
    var path: String

    static let view = View<SampleTarget>(
        "target", Message(vi: "Một đích.", en: "A target."), [.text("path", Message(vi: "Địa chỉ.", en: "The address.")) { $0.path }])
}

/// Contains itself.
struct SamplePlace: Sendable {
    var name: String
    var children: [SamplePlace] = []

    static let view: View<SamplePlace> = View(
        "place", Message(vi: "Một địa bàn.", en: "A place."),
        [
            .text("name", Message(vi: "Tên.", en: "The name.")) { $0.name },
            .list("children", SamplePlace.view, Message(vi: "Các địa bàn trực thuộc.", en: "The places within.")) { $0.children },
        ])
}

struct SampleSite: Sendable {
    var name: String
    var cards: [Record]

    static let view = View<SampleSite>(
        "site", Message(vi: "Cả trang.", en: "The site."),
        [
            .text("name", Message(vi: "Tên.", en: "The name.")) { $0.name },
            .records("cards", SampleLink.view.shape, Message(vi: "Các thẻ.", en: "The cards.")) { $0.cards },
        ])
}

/// A library with a page called `page`, whose file is `page.html`, and partials in `<name>.html`.
func library(page: String, partials: [String: String] = [:]) -> TemplateLibrary {
    let files = partials.merging(["page": page]) { $1 }.sorted { $0.key < $1.key }
    return TemplateLibrary(files.map { TemplateFile(name: $0.key, path: "\($0.key).html", bytes: Array($0.value.utf8)) })
}

extension Template {
    func rendered(_ record: Record) throws -> String {
        var output: [UInt8] = []
        try render(record, into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
