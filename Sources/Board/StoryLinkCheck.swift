import Diagnostics
import Eligibility
import Entries
import Formats

/// Holds the links of stories and pages of text against a plan: what they lead to within the board must be there, and be
/// shown.
struct StoryLinkCheck {
    private let plan: SitePlan
    private let documents: Set<String>
    private let textByPath: [String: TextPage]

    init(_ plan: SitePlan) {
        self.plan = plan
        documents = Set(plan.documentRoutes)
        textByPath = Dictionary(plan.texts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is wrong with the links of a body.
    func findings(in body: Entry.Body, of path: String) -> [Diagnostic] {
        body.targets.compactMap { target in
            let place = SourcePlace(path: path, position: target.position, length: Int(target.length))
            return switch target.kind {
            case .file: nil
            case .document: document(target, at: place)
            case .address: address(target, at: place)
            }
        }
    }

    private func document(_ target: Entry.Target, at place: SourcePlace) -> Diagnostic? {
        let path = "content/" + target.path
        if let honour = plan.honourByPath[path] { return heading(target, of: plan.honours[honour].entry.body, at: place) }
        if let text = textByPath[path] { return heading(target, of: text.body, at: place) }
        // One that is not there at all has been reported already.
        guard plan.corpus.documents.contains(target.path) else { return nil }
        return Self.unpublished(
            target, at: place,
            Message(
                vi: "bỏ liên kết, hoặc chờ bài kia được đăng; tạm thời liên kết dẫn tới danh sách vinh danh",
                en: "remove the link; for now it leads to the list of honours"))
    }

    private func address(_ target: Entry.Target, at place: SourcePlace) -> Diagnostic? {
        let route = String(target.path.drop { $0 == "/" })
        switch plan.page(at: route) {
        case .tombstone:
            return Self.unpublished(
                target, at: place,
                Message(
                    vi: "bỏ liên kết và những gì nói về bài kia: trang ở địa chỉ ấy không còn nội dung",
                    en: "remove the link and what is said of that entry: its page has no content any more"))
        case .entry(let index): return heading(target, of: plan.honours[index].entry.body, at: place)
        case .text(let index): return heading(target, of: plan.texts[index].body, at: place)
        case .some: return nil
        case nil: break
        }
        if documents.contains(route) { return nil }
        if plan.isUnpublished(route) {
            return Self.unpublished(
                target, at: place,
                Message(
                    vi: "bỏ liên kết, hoặc chờ bài kia được đăng; tạm thời liên kết dẫn tới danh sách vinh danh",
                    en: "remove the link; for now it leads to the list of honours"))
        }
        return Self.broken(target, at: place)
    }

    /// A fragment must name a heading of the document, or a part that every page of its kind has.
    private func heading(_ target: Entry.Target, of body: Entry.Body, at place: SourcePlace) -> Diagnostic? {
        let fragment = ContentPath.percentDecoded(String(target.fragment.drop { $0 == "#" }))
        guard !fragment.isEmpty, fragment != "top", body.headingID(for: fragment) == nil, !Entry.Body.pageIDs.contains(fragment)
        else { return nil }
        return BodyParser.unknownHeading(fragment, among: body.headingIDs, at: place)
    }
}

extension StoryLinkCheck {
    fileprivate static func broken(_ target: Entry.Target, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "broken-link",
            Message(vi: "liên kết “\(target.path)” không dẫn tới trang nào", en: "the link “\(target.path)” leads to no page"),
            at: place,
            remedy: Message(
                vi: "liên kết tới bài khác bằng đường dẫn tệp, ví dụ ../2024/ten-bai.md",
                en: "link to another entry by its file, such as ../2024/name.md"))
    }

    fileprivate static func unpublished(_ target: Entry.Target, at place: SourcePlace, _ remedy: Message) -> Diagnostic {
        Diagnostic(
            .warning, "link-to-unpublished",
            Message(
                vi: "liên kết tới bài “\(target.path)”, bài này không được đăng",
                en: "the link leads to “\(target.path)”, which is not published"),
            at: place, remedy: remedy)
    }
}
