import Board
import Diagnostics
import Entries
import Templates

// Pages without the board's frame: one to stand within another page, one to lead on from an old address.

/// The newest honours, for a frame on a portal's page.
struct EmbedModel: Sendable {
    let context: RenderContext

    /// As many as a column beside other news shows.
    static let count = 8

    var head: HeadModel {
        HeadModel(
            title: "Mới vinh danh", description: "", canonical: context.addresses.absolute(Route.entries), isHidden: true, trail: [])
    }

    var honours: [CardModel] {
        context.plan.newest(Self.count).map { CardModel(honour: context.plan.honours[$0], addresses: context.addresses) }
    }
}

enum EmbedView {
    static let view = View<EmbedModel>(
        "embed",
        Message(
            vi: "Danh sách mới vinh danh để nhúng vào trang khác; liên kết mở ở cửa sổ ngoài cùng.",
            en: "The newest honours, to stand in a frame; links open in the whole window."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .list("honours", CardView.view, Message(vi: "Các lượt vinh danh, mới nhất trước.", en: "The honours, the latest first.")) {
                $0.honours
            },
        ])
}

/// What stands at an address that an honour had before.
struct RedirectModel: Sendable {
    let context: RenderContext
    let honour: Honour
}

enum RedirectView {
    static let view = View<RedirectModel>(
        "redirect", Message(vi: "Trang ở địa chỉ cũ của một bài, dẫn tới địa chỉ mới.", en: "What stands at an entry's old address."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .text("title", Message(vi: "Tiêu đề bài.", en: "The entry's title.")) { $0.honour.entry.title },
            .text("url", Message(vi: "Địa chỉ mới.", en: "Its new address.")) { $0.context.addresses.url($0.honour.route) },
            .text("canonical", Message(vi: "Địa chỉ mới, đầy đủ.", en: "The same in full.")) {
                $0.context.addresses.absolute($0.honour.route)
            },
        ])
}
