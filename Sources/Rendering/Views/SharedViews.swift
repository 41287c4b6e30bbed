import Board
import Diagnostics
import Entries
import Formats
import Templates

/// A link with its words.
struct LinkModel: Sendable {
    var title: String
    var url: String
    var count: Int?
}

enum LinkView {
    static let view = View<LinkModel>(
        "link", Message(vi: "Một liên kết.", en: "A link."),
        [
            .text("title", Message(vi: "Chữ của liên kết.", en: "Its words.")) { $0.title },
            .text("url", Message(vi: "Địa chỉ; trống ở trang hiện tại.", en: "Its address; empty for the page itself.")) { $0.url },
            .text("count", Message(vi: "Số lượt vinh danh, nếu có.", en: "How many honours, where there is a number.")) {
                $0.count.map { Words.number($0) }
            },
        ])
}

/// What the board says of itself on every page.
struct SiteModel: Sendable {
    let plan: SitePlan
    let isPreview: Bool

    func url(_ route: String) -> String { plan.configuration.base.path + route }
}

enum SiteView {
    static let view = View<SiteModel>(
        "site", Message(vi: "Thông tin chung của bảng vàng, có ở mọi trang.", en: "The board itself, on every page."),
        [
            .text("title", Message(vi: "Tên bảng vàng.", en: "The board's name.")) { $0.plan.configuration.title },
            .text("tagline", Message(vi: "Dòng giới thiệu ngắn dưới tên.", en: "The line below the name.")) {
                $0.plan.configuration.tagline
            },
            .text("description", Message(vi: "Một câu giới thiệu.", en: "A sentence about the board.")) {
                $0.plan.configuration.description
            },
            .flag("sample", Message(vi: "Có khi toàn bộ dữ liệu là minh họa.", en: "Set where all data is invented.")) {
                $0.plan.configuration.isSample
            },
            .flag("preview", Message(vi: "Có khi xem thử, không có khi xuất bản.", en: "Set in a preview only.")) { $0.isPreview },
            .text(
                "findings_url",
                Message(vi: "Trang liệt kê mọi điều cần sửa, chỉ có khi xem thử.", en: "The page of all mistakes, in a preview.")
            ) {
                $0.isPreview ? FindingsPage.path : nil
            },
            .text("home_url", Message(vi: "Trang chủ.", en: "The home page.")) { $0.url(Route.home) },
            .text("entries_url", Message(vi: "Danh sách vinh danh.", en: "The list of all honours.")) { $0.url(Route.entries) },
            .text("places_url", Message(vi: "Danh mục địa bàn.", en: "The index of places.")) { $0.url(Route.places) },
            .text("years_url", Message(vi: "Danh mục năm.", en: "The index of years.")) { $0.url(Route.years) },
            .text("fields_url", Message(vi: "Danh mục lĩnh vực.", en: "The index of fields.")) { $0.url(Route.fields) },
            .text("programmes_url", Message(vi: "Danh mục kế hoạch.", en: "The index of programmes.")) { $0.url(Route.programmes) },
            .text("decisions_url", Message(vi: "Danh mục quyết định.", en: "The index of decisions.")) { $0.url(Route.decisions) },
            .text(
                "notices_url",
                Message(
                    vi: "Trang đính chính và thu hồi; không có khi chưa có gì để nêu.",
                    en: "The page of corrections and revocations; none while there is nothing to tell.")
            ) { $0.plan.notices.isEmpty ? nil : $0.url(Route.notices) },
            .text("statistics_url", Message(vi: "Trang thống kê.", en: "The page of statistics.")) { $0.url(Route.statistics) },
            .text("open_data_url", Message(vi: "Trang dữ liệu mở.", en: "The page of the open data.")) { $0.url(Route.openData) },
            .text("search_url", Message(vi: "Trang tìm kiếm.", en: "The search page.")) { $0.url(Route.search) },
            .text("feed_url", Message(vi: "Nguồn tin Atom.", en: "The Atom feed.")) { $0.url(Route.feed) },
            .text(
                "security_policy",
                Message(vi: "Những gì trang được phép tải và làm (Content-Security-Policy).", en: "What a page may load and do.")
            ) { _ in ContentSecurityPolicy.ofPages },
            .text(
                "assets_url",
                Message(vi: "Thư mục tệp giao diện, kết thúc bằng dấu /.", en: "The folder of the templates' assets, ending in a slash.")
            ) {
                $0.url(Route.assets)
            },
            .list(
                "pages", LinkView.view,
                Message(vi: "Các trang nội dung như trang giới thiệu.", en: "Pages of text, such as the one about the board.")
            ) { model in
                model.plan.texts.map { LinkModel(title: $0.title, url: model.url($0.route)) }
            },
            .record(
                "publisher", PublisherView.view, Message(vi: "Cơ quan phụ trách bảng vàng.", en: "The office that publishes the board.")
            ) {
                $0.plan.configuration.publisher
            },
        ])
}

/// What templates find under `site` on every page, for those who look at templates without a page.
package enum SiteWords {
    /// The texts by their names.
    package static func all(of plan: SitePlan) -> [String: String] {
        let record = SiteView.view.record(of: SiteModel(plan: plan, isPreview: false))
        var words: [String: String] = [:]
        for (field, value) in zip(record.shape.fields, record.values) {
            if case .text(let text) = value { words[field.name] = text }
        }
        return words
    }
}

enum PublisherView {
    static let view = View<Publisher>(
        "publisher",
        Message(
            vi: "Cơ quan phụ trách; thông tin liên hệ công khai theo quy định.", en: "The publishing office; its contact is public by law."),
        [
            .text("name", Message(vi: "Tên cơ quan.", en: "Its name.")) { $0.name },
            .text("address", Message(vi: "Địa chỉ cơ quan.", en: "Its address.")) { $0.address },
            .text("phone", Message(vi: "Điện thoại cơ quan.", en: "Its telephone.")) { $0.phone },
            .text("email", Message(vi: "Thư điện tử cơ quan.", en: "Its e-mail.")) { $0.email },
            .text("contact_name", Message(vi: "Người phụ trách.", en: "The contact officer.")) { $0.contactName },
            .text("contact_position", Message(vi: "Chức vụ người phụ trách.", en: "The officer's position.")) { $0.contactPosition },
        ])
}

/// What the head of a page and the way to it need.
struct HeadModel: Sendable {
    var title: String
    var description: String
    var canonical: String
    /// Whether search engines should leave the page alone.
    var isHidden: Bool
    /// The pages above this one, from the home page on.
    var trail: [LinkModel]
    var picture: HeadPicture?
    /// The days on which what the page tells was first shown and last changed; only an honour's page has them.
    var published: CalendarDay?
    var modified: CalendarDay?
    /// The page's own feed, where it has one besides the board's.
    var feed: LinkModel?
    /// What the page shows, for machines; the way to it is added by itself.
    var structure: [JSONValue] = []
}

/// The picture that stands for a page where others link to it.
struct HeadPicture: Sendable {
    var address: String
    var width: Int
    var height: Int
    var alt: String
}

enum HeadView {
    static let view = View<HeadModel>(
        "head", Message(vi: "Phần đầu trang và đường dẫn tới trang.", en: "The head of the page and the way to it."),
        [
            .text("title", Message(vi: "Tiêu đề trang.", en: "The page's title.")) { $0.title },
            .text("description", Message(vi: "Mô tả ngắn của trang.", en: "A short description.")) { $0.description },
            .text("canonical", Message(vi: "Địa chỉ đầy đủ của trang.", en: "The page's full address.")) { $0.canonical },
            .flag(
                "noindex",
                Message(vi: "Có khi máy tìm kiếm không nên ghi nhận trang.", en: "Set where search engines should not index the page.")
            ) { $0.isHidden },
            .list(
                "breadcrumbs", LinkView.view,
                Message(vi: "Các trang cấp trên, từ trang chủ.", en: "The pages above, from the home page on.")
            ) { $0.trail },
            .text(
                "image", Message(vi: "Địa chỉ đầy đủ của ảnh đại diện, nếu có.", en: "The full address of a picture, where there is one.")
            ) { $0.picture?.address },
            .text("image_width", Message(vi: "Chiều rộng của ảnh, điểm ảnh.", en: "Its width in pixels.")) {
                $0.picture.map { String($0.width) }
            },
            .text("image_height", Message(vi: "Chiều cao của ảnh, điểm ảnh.", en: "Its height in pixels.")) {
                $0.picture.map { String($0.height) }
            },
            .text("image_alt", Message(vi: "Lời mô tả ảnh.", en: "Its text alternative.")) { $0.picture?.alt },
            .text(
                "published_iso",
                Message(
                    vi: "Ngày đăng bài, dạng máy đọc; chỉ có ở trang bài.", en: "The day of an entry's publication, for machines.")
            ) { $0.published?.iso },
            .text(
                "modified_iso", Message(vi: "Ngày bài thay đổi lần cuối, dạng máy đọc.", en: "The day on which the entry last changed.")
            ) { $0.modified?.iso },
            .record(
                "feed", LinkView.view,
                Message(vi: "Nguồn tin Atom riêng của trang, nếu có.", en: "The page's own Atom feed, where it has one.")
            ) { $0.feed },
            .html(
                "structured_data",
                Message(
                    vi: "Dữ liệu có cấu trúc (JSON-LD), đặt trong `<script type=\"application/ld+json\">`; không có thì trống.",
                    en: "Structured data (JSON-LD), for a `<script type=\"application/ld+json\">`; empty where there are none.")
            ) { StructuredData.script(for: $0) },
        ])
}
