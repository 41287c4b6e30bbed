import Board
import Diagnostics
import Entries
import Formats
import Programmes
import Templates

// What the board puts right in public: corrections, revocations, and what stands where an honour no longer does.

/// A correction of an entry, as its own page shows it.
enum CorrectionView {
    static let view = View<Entry.Correction>(
        "correction", Message(vi: "Một đính chính của bài.", en: "A correction of an entry."),
        [
            .text("date", Message(vi: "Ngày đính chính.", en: "The day.")) { $0.on.value.vietnamese },
            .text("date_iso", Message(vi: "Ngày, dạng máy đọc.", en: "The same for machines.")) { $0.on.value.iso },
            .text("text", Message(vi: "Nội dung đính chính.", en: "What was put right.")) { $0.text },
        ])
}

/// A page of the corrections and revocations.
struct NoticesModel: Sendable {
    let context: RenderContext
    let page: Int

    static let title = "Đính chính và thu hồi"

    var head: HeadModel {
        context.indexHead(page == 1 ? Self.title : "\(Self.title) – trang \(page)", Route.page(page, of: Route.notices))
    }

    var notices: [NoticeModel] {
        context.plan.notices[context.plan.noticePages.range(ofPage: page)].map { NoticeModel(notice: $0, context: context) }
    }

    var pagination: PaginationModel? {
        PaginationModel(context.plan.noticePages, page: page, of: Route.notices, context.addresses)
    }
}

enum NoticesView {
    static let view = View<NoticesModel>(
        "notices", Message(vi: "Đính chính và thu hồi.", en: "Corrections and revocations."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tên trang.", en: "The page's name.")) { _ in NoticesModel.title },
            .list("notices", NoticeView.view, Message(vi: "Các thông báo, mới nhất trước.", en: "The notices, the latest first.")) {
                $0.notices
            },
            .record(
                "pagination", PaginationView.view,
                Message(vi: "Phân trang, khi có hơn một trang.", en: "The pages, where there are several.")
            ) { $0.pagination },
        ])
}

struct NoticeModel: Sendable {
    let notice: Notice
    let context: RenderContext

    struct Revocation {
        var programme: Programme?
        var year: Int
        var by: String?
        var count: Int
    }

    var revocation: Revocation? {
        guard case .revocation(let programme, let year, let by, let count) = notice.kind else { return nil }
        return Revocation(programme: programme, year: year, by: by, count: count)
    }

    /// The corrected story, and what was put right.
    var correction: (honour: Honour, text: String)? {
        guard case .correction(let index, let text) = notice.kind else { return nil }
        return (context.plan.honours[index], text)
    }
}

enum NoticeView {
    static let view = View<NoticeModel>(
        "notice", Message(vi: "Một đính chính, hoặc một lần thu hồi quyết định.", en: "A correction, or a revocation."),
        [
            .text("date", Message(vi: "Ngày; trống khi sổ chưa ghi.", en: "The day; empty where the register lacks it.")) {
                $0.notice.day?.vietnamese
            },
            .text("date_iso", Message(vi: "Ngày, dạng máy đọc.", en: "The same for machines.")) { $0.notice.day?.iso },
            .flag("revocation", Message(vi: "Có khi là thu hồi.", en: "Set for revocations.")) { $0.revocation != nil },
            .text("programme", Message(vi: "Thu hồi: tên kế hoạch.", en: "A revocation's programme.")) { $0.revocation?.programme?.title },
            .text("programme_url", Message(vi: "Thu hồi: trang của kế hoạch.", en: "Its page.")) { model in
                model.revocation?.programme.map { model.context.addresses.url(Route.programme($0.id)) }
            },
            .text("year", Message(vi: "Thu hồi: năm vinh danh.", en: "A revocation's year.")) { $0.revocation.map { String($0.year) } },
            .text(
                "count",
                Message(
                    vi: "Thu hồi: số trường hợp, khi hơn một. Tên không được nhắc lại.",
                    en: "How many a decision revoked, where more than one. Names are not repeated.")
            ) { model in
                model.revocation.flatMap { $0.count > 1 ? Words.number($0.count) : nil }
            },
            .text("by", Message(vi: "Thu hồi: quyết định thu hồi.", en: "The decision that revoked it.")) { $0.revocation?.by },
            .text("title", Message(vi: "Đính chính: tiêu đề bài.", en: "A correction's entry.")) { $0.correction?.honour.entry.title },
            .text("url", Message(vi: "Đính chính: địa chỉ bài.", en: "Its page.")) { model in
                model.correction.map { model.context.addresses.url($0.honour.route) }
            },
            .text("text", Message(vi: "Đính chính: nội dung.", en: "What was put right.")) { $0.correction?.text },
        ])
}

/// The page that stands where an honour no longer does.
struct TombstoneModel: Sendable {
    let context: RenderContext
    let tombstone: Tombstone

    var title: String {
        switch tombstone.reason {
        case .revoked: "Quyết định đã bị thu hồi"
        case .withdrawn: "Nội dung không còn được công bố"
        case .underReview: "Nội dung tạm thời không được công bố"
        }
    }

    /// Its canonical address is the home page's: the own one may hold a name, and no template may print it.
    var head: HeadModel {
        HeadModel(title: title, description: "", canonical: context.addresses.absolute(Route.home), isHidden: true, trail: [])
    }

    var revocation: (by: String?, on: CalendarDay?)? {
        if case .revoked(let by, let on) = tombstone.reason { (by, on) } else { nil }
    }
}

enum TombstoneView {
    static let view = View<TombstoneModel>(
        "tombstone",
        Message(
            vi: "Trang ở địa chỉ của một bài không còn được công bố; không có tên, ảnh hay nội dung của bài.",
            en: "What stands at the address of an honour that is no longer shown; nothing of the entry can be named here."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tiêu đề.", en: "Its title.")) { $0.title },
            .flag("revoked", Message(vi: "Có khi quyết định đã bị thu hồi.", en: "Set where the decision was revoked.")) {
                $0.revocation != nil
            },
            .text("revoked_by", Message(vi: "Quyết định thu hồi, nếu sổ có ghi.", en: "The decision that revoked it.")) {
                $0.revocation?.by
            },
            .text("revoked_on", Message(vi: "Ngày thu hồi, nếu sổ có ghi.", en: "The day.")) { $0.revocation?.on?.vietnamese },
            .text("revoked_on_iso", Message(vi: "Ngày thu hồi, dạng máy đọc.", en: "The same for machines.")) { $0.revocation?.on?.iso },
            .flag("withdrawn", Message(vi: "Có khi bài đã rút hoặc được gỡ.", en: "Set where the entry was withdrawn.")) { model in
                if case .withdrawn = model.tombstone.reason { true } else { false }
            },
            .flag("under_review", Message(vi: "Có khi đang được xem xét.", en: "Set while its decision is under review.")) { model in
                if case .underReview = model.tombstone.reason { true } else { false }
            },
        ])
}
