import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Pictures
import Places
import Programmes
import Registers
import Templates

/// The page of one honour.
struct EntryModel: Sendable {
    let context: RenderContext
    let index: Int
    let honour: Honour

    init(_ index: Int, in context: RenderContext) {
        self.context = context
        self.index = index
        honour = context.plan.honours[index]
    }

    var addresses: Addresses { context.addresses }
    var vocabulary: Vocabulary { context.vocabulary }
    var entry: Entry { honour.entry }

    func link(to other: Honour?) -> LinkModel? {
        other.map { LinkModel(title: $0.entry.title, url: addresses.url($0.route)) }
    }

    var head: HeadModel {
        let home = LinkModel(title: "Trang chủ", url: addresses.url(Route.home))
        let year = LinkModel(title: "Năm \(entry.year.value)", url: addresses.url(Route.year(entry.year.value)))
        return HeadModel(
            title: entry.title, description: entry.summary.value, canonical: addresses.absolute(honour.route),
            isHidden: context.plan.configuration.isSample || honour.isDraft,
            trail: [
                home, LinkModel(title: "Danh sách vinh danh", url: addresses.url(Route.entries)), year,
                LinkModel(title: entry.title, url: ""),
            ],
            picture: headPicture, published: honour.shownFrom, modified: honour.updatedOn, structure: [structure])
    }

    /// What the person does, in the register's own words where it has some.
    var position: String? { honour.subject.positionText ?? honour.subject.position.map(vocabulary[.positions].name(of:)) }

    /// The latest first; those of one day in the author's order.
    var corrections: [Entry.Correction] {
        let all = entry.corrections
        return all.indices.sorted { all[$0].on.value != all[$1].on.value ? all[$0].on.value > all[$1].on.value : $0 < $1 }.map { all[$0] }
    }

    /// Where the place of the award lies today, where that is another place.
    var placesNow: [Place] {
        guard let own = honour.places.first, !own.exists(on: context.plan.asOf) else { return [] }
        return context.plan.placesToday(for: own)
    }

    var placesToday: [LinkModel] {
        placesNow.map { place in
            let url = context.plan.listing(at: Route.place(place.id)).map { addresses.url($0.route) } ?? ""
            return LinkModel(title: Words.place(context.plan.corpus.gazetteer.chain(from: place.id)), url: url)
        }
    }
}

enum EntryView {
    static let view = View<EntryModel>(
        "entry", Message(vi: "Trang của một lượt vinh danh.", en: "The page of one honour."), frame + honour + grounds + story + around)

    private static let frame: [ViewField<EntryModel>] = [
        .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
        .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
        .flag("draft", Message(vi: "Có khi bài chưa xuất bản.", en: "Set for what is not published.")) { $0.honour.isDraft },
        .text("fate", Message(vi: "Trạng thái của bài chưa xuất bản.", en: "What becomes of the entry.")) { $0.honour.report.fate.name.vi },
        .list("findings", FindingView.view, Message(vi: "Những điều cần sửa, chỉ có khi xem thử.", en: "What is wrong, in a preview.")) {
            model in
            model.context.isPreview ? model.honour.report.diagnostics.inReadingOrder() : []
        },
    ]

    private static let honour: [ViewField<EntryModel>] = [
        .text("title", Message(vi: "Tiêu đề bài.", en: "The title.")) { $0.entry.title },
        .text("name", Message(vi: "Tên người, đơn vị được vinh danh.", en: "Who is honoured.")) { $0.honour.subject.name },
        .text("kind", Message(vi: "Tập thể, cá nhân hay hộ gia đình.", en: "The kind of subject.")) {
            $0.vocabulary[.subjectKinds].name(of: $0.honour.subject.kind.rawValue)
        },
        .text("position", Message(vi: "Chức vụ, nơi công tác (cá nhân).", en: "The person's position.")) { $0.position },
        .text("birth_year", Message(vi: "Năm sinh, không bao giờ có ngày tháng.", en: "The year of birth, never the day.")) {
            $0.honour.subject.birthYear.map(String.init)
        },
        .text("summary", Message(vi: "Tóm tắt thành tích.", en: "The summary.")) { $0.entry.summary.value },
        .list(
            "places", LinkView.view,
            Message(vi: "Địa bàn lúc được vinh danh, từ nhỏ đến lớn.", en: "The places of the award, smallest first.")
        ) { model in
            model.honour.places.map { LinkModel(title: $0.fullName, url: model.addresses.url(Route.place($0.id))) }
        },
        .list(
            "places_today", LinkView.view,
            Message(vi: "Nay thuộc địa bàn nào, khi địa bàn cũ không còn.", en: "What the place is today, where it has ended.")
        ) {
            $0.placesToday
        },
        .text("year", Message(vi: "Năm vinh danh.", en: "The year.")) { String($0.entry.year.value) },
        .text("year_url", Message(vi: "Trang của năm đó.", en: "The year's page.")) { $0.addresses.url(Route.year($0.entry.year.value)) },
        .text("field", Message(vi: "Lĩnh vực, theo cách gọi của kế hoạch.", en: "The field, in the plan's words.")) {
            $0.honour.programme.fieldName($0.honour.field.id) ?? $0.honour.field.name
        },
        .text("field_url", Message(vi: "Trang của lĩnh vực.", en: "The field's page.")) {
            $0.addresses.url(Route.field($0.honour.field.slug))
        },
        .text("level", Message(vi: "Cấp vinh danh.", en: "The level.")) { model in
            model.honour.level.map(model.vocabulary[.levels].name(of:))
        },
        .record("model", WorkModelView.view, Message(vi: "Mô hình, nếu có.", en: "The model, where there is one.")) { model in
            model.entry.model.map { WorkModel(model: $0, vocabulary: model.vocabulary) }
        },
        .list("results", ResultView.view, Message(vi: "Kết quả bằng con số.", en: "Results in figures.")) { $0.entry.results },
    ]

    private static let grounds: [ViewField<EntryModel>] = [
        .text("given", Message(vi: "Hình thức khen thưởng hoặc danh hiệu.", en: "What was given.")) { model in
            model.vocabulary.given(model.honour.decision.given)
        },
        .text("decision_number", Message(vi: "Số quyết định.", en: "The decision's number.")) { $0.honour.decision.decision.number },
        .text("decision_date", Message(vi: "Ngày ký quyết định.", en: "The decision's date.")) {
            $0.honour.decision.decision.date.vietnamese
        },
        .text("decision_date_iso", Message(vi: "Ngày ký, dạng máy đọc.", en: "The same for machines.")) {
            $0.honour.decision.decision.date.iso
        },
        .text("decision_authority", Message(vi: "Cơ quan, người ký quyết định.", en: "The authority.")) {
            $0.honour.decision.decision.authority
        },
        .text("decision_url", Message(vi: "Trang của quyết định.", en: "The decision's page.")) { model in
            model.context.plan.route(of: model.honour.decision.decision).map(model.addresses.url)
        },
        .text("programme", Message(vi: "Tên kế hoạch.", en: "The programme's title.")) { $0.honour.programme.title },
        .text("programme_url", Message(vi: "Trang của kế hoạch.", en: "The programme's page.")) {
            $0.addresses.url(Route.programme($0.honour.programme.id))
        },
        .text("programme_citation", Message(vi: "Số, ngày, cơ quan ban hành kế hoạch.", en: "The plan as one cites it.")) {
            $0.honour.programme.document.citation
        },
        .list("rules_met", GroundView.view, Message(vi: "Các quy định đã đối chiếu, đạt.", en: "The rules that the honour meets.")) {
            $0.grounds(.met)
        },
        .list(
            "rules_judged", GroundView.view,
            Message(
                vi: "Các quy định do cơ quan có thẩm quyền nhận xét là đạt.", en: "The rules that the body concerned judged to be met.")
        ) { $0.grounds(.judged) },
        .list(
            "rules_waived", GroundView.view, Message(vi: "Các quy định được miễn theo quyết định.", en: "The rules that a decision waives.")
        ) {
            $0.grounds(.waived)
        },
        .list(
            "rules_unchecked", GroundView.view,
            Message(vi: "Các quy định cán bộ đối chiếu trên hồ sơ giấy.", en: "The rules that staff checked on paper.")
        ) { $0.grounds(.unchecked) },
        .list(
            "corrections", CorrectionView.view, Message(vi: "Các đính chính, mới nhất trước.", en: "The corrections, the latest first.")
        ) { $0.corrections },
    ]

    private static let story: [ViewField<EntryModel>] = [
        .record("portrait", PictureView.view, Message(vi: "Ảnh chân dung.", en: "The portrait.")) { model in
            model.entry.leadPhoto.flatMap(model.addresses.picture)
        },
        .list("gallery", PictureView.view, Message(vi: "Ảnh hoạt động.", en: "Pictures of activities.")) { model in
            let portrait = model.entry.leadPhoto?.file.value
            return model.entry.photos.filter { $0.file.value != portrait }.compactMap(model.addresses.picture)
        },
        .list("videos", VideoView.view, Message(vi: "Video.", en: "Videos.")) { model in
            model.entry.videos.map { VideoModel(video: $0, addresses: model.addresses) }
        },
        .html("body", Message(vi: "Nội dung bài.", en: "The story.")) { $0.addresses.html(of: $0.entry.body) },
    ]

    private static let around: [ViewField<EntryModel>] = [
        .record("share", ShareView.view, Message(vi: "Chia sẻ và góp ý.", en: "Ways to share, and to report a mistake.")) { model in
            ShareModel(
                address: model.addresses.absolute(model.honour.route), title: model.entry.title,
                publisher: model.context.plan.configuration.publisher, entryID: model.entry.id.value)
        },
        .record("previous", LinkView.view, Message(vi: "Bài đứng trước trong danh sách.", en: "The entry before.")) { model in
            model.link(to: model.context.plan.neighbours(of: model.index).previous)
        },
        .record("next", LinkView.view, Message(vi: "Bài đứng sau trong danh sách.", en: "The entry after.")) { model in
            model.link(to: model.context.plan.neighbours(of: model.index).next)
        },
        .records(
            "related", RenderedCardView.view.shape, Message(vi: "Các bài gần gũi: cùng địa bàn, cùng lĩnh vực.", en: "Related honours.")
        ) { model in
            model.context.plan.related(to: model.index).map { model.context.cards[$0] }
        },
    ]
}
