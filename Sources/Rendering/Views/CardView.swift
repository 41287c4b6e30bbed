import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers
import Templates

/// An honour in a list.
struct CardModel: Sendable {
    let honour: Honour
    let addresses: Addresses

    var vocabulary: Vocabulary { addresses.plan.corpus.vocabulary }
}

enum CardView {
    static let view = View<CardModel>(
        "card", Message(vi: "Một lượt vinh danh trong danh sách.", en: "An honour in a list."),
        [
            .text("url", Message(vi: "Địa chỉ bài.", en: "The page's address.")) { $0.addresses.url($0.honour.route) },
            .text("title", Message(vi: "Tiêu đề bài.", en: "The entry's title.")) { $0.honour.entry.title },
            .text("name", Message(vi: "Tên tập thể, cá nhân hoặc hộ gia đình.", en: "Who is honoured.")) { $0.honour.subject.name },
            .text("kind", Message(vi: "Tập thể, cá nhân hay hộ gia đình.", en: "Collective, individual or household.")) {
                $0.vocabulary[.subjectKinds].name(of: $0.honour.subject.kind.rawValue)
            },
            .flag("individual", Message(vi: "Có khi là cá nhân.", en: "Set for individuals.")) { $0.honour.subject.kind == .individual },
            .text("place", Message(vi: "Địa bàn lúc được vinh danh.", en: "The place of the award.")) { Words.place($0.honour.places) },
            .text("year", Message(vi: "Năm vinh danh.", en: "The year.")) { String($0.honour.entry.year.value) },
            .text("field", Message(vi: "Lĩnh vực.", en: "The field.")) { $0.honour.field.name },
            .text("level", Message(vi: "Cấp vinh danh.", en: "The level.")) { model in
                model.honour.level.map(model.vocabulary[.levels].name(of:))
            },
            .text("summary", Message(vi: "Tóm tắt thành tích.", en: "The summary.")) { $0.honour.entry.summary.value },
            .record("portrait", PictureView.view, Message(vi: "Ảnh chân dung, cắt cho thẻ.", en: "The portrait, cut for the card.")) {
                model in
                model.honour.entry.leadPhoto.flatMap(model.addresses.cardPicture)
            },
            .flag(
                "draft", Message(vi: "Có khi bài chưa xuất bản, chỉ gặp khi xem thử.", en: "Set for what is not published, in a preview.")
            ) { $0.honour.isDraft },
        ])
}

/// A card as lists show it: rendered once from the template `partials/card`.
enum RenderedCardView {
    static let view = View<[UInt8]>(
        "rendered_card",
        Message(vi: "Một thẻ vinh danh đã dựng từ mẫu `partials/card`.", en: "A card, rendered from the template `partials/card`."),
        [.html("card", Message(vi: "Thẻ vinh danh.", en: "The card.")) { $0 }])
}
