import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers

/// One thing that the open data tell of an honour. Stated once: the JSON files, the CSV files, the schema, the
/// description of the columns and the list on the page all come from it.
struct OpenDataColumn: Sendable {
    enum Kind: Sendable {
        case text, code, address, day, year
        /// Objects with these members; in CSV one text.
        case list([Member])
    }

    struct Member: Sendable {
        let name: String
        let words: String
        let kind: Kind
    }

    /// What an honour has in a column.
    enum Value {
        case none
        case text(String)
        case number(Int)
        /// The members' values in their order, and the words for a cell of CSV.
        case list([[String?]], words: String)

        init(_ text: String?) {
            self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
        }
    }

    let name: String
    /// What it is, in Vietnamese.
    let words: String
    let kind: Kind
    /// Whether every honour has it.
    let isAlwaysThere: Bool
    let read: @Sendable (EntryModel) -> Value

    private init(
        _ name: String, _ words: String, _ kind: Kind = .text, always: Bool = false, _ read: @escaping @Sendable (EntryModel) -> Value
    ) {
        (self.name, self.words, self.kind, self.isAlwaysThere, self.read) = (name, words, kind, always, read)
    }
}

extension OpenDataColumn {
    /// All columns. Each is on the honour's page in words; codes and ids are those that stand in addresses, or keep a
    /// meaning when its words are put better. The year of birth is left out: whole lists of it serve nobody.
    static let all: [OpenDataColumn] = subject + places + terms + grounds + story

    private static let subject: [OpenDataColumn] = [
        OpenDataColumn("id", "Mã của lượt vinh danh, không đổi", .code, always: true) { .text($0.entry.id.value) },
        OpenDataColumn("url", "Địa chỉ trang của lượt vinh danh", .address, always: true) {
            .text($0.addresses.absolute($0.honour.route))
        },
        OpenDataColumn("title", "Tiêu đề bài", always: true) { .text($0.entry.title) },
        OpenDataColumn("name", "Tên tập thể, cá nhân hoặc hộ gia đình", always: true) { .text($0.honour.subject.name) },
        OpenDataColumn("kind", "Loại đối tượng (mã): collective, individual, household", .code, always: true) {
            .text($0.honour.subject.kind.rawValue)
        },
        OpenDataColumn("kind_name", "Loại đối tượng", always: true) {
            .text($0.vocabulary[.subjectKinds].name(of: $0.honour.subject.kind.rawValue))
        },
        OpenDataColumn("position", "Chức vụ, nơi công tác (cá nhân)") { Value($0.position) },
    ]

    private static let placeMembers = [
        Member(name: "id", words: "Mã địa bàn", kind: .code), Member(name: "name", words: "Tên đầy đủ", kind: .text),
    ]

    private static let places: [OpenDataColumn] = [
        OpenDataColumn("place_id", "Mã địa bàn lúc được vinh danh", .code, always: true) { .text($0.entry.placeID.value) },
        OpenDataColumn("places", "Địa bàn lúc được vinh danh, từ nhỏ đến lớn", .list(placeMembers), always: true) { model in
            .list(model.honour.places.map { [$0.id, $0.fullName] }, words: Words.place(model.honour.places))
        },
        OpenDataColumn("places_today", "Nay thuộc địa bàn nào, khi địa bàn cũ không còn", .list(placeMembers)) { model in
            let today = model.placesNow
            let gazetteer = model.context.plan.corpus.gazetteer
            return .list(
                today.map { [$0.id, Words.place(gazetteer.chain(from: $0.id))] },
                words: today.map { Words.place(gazetteer.chain(from: $0.id)) }.joined(separator: separator))
        },
    ]

    private static let terms: [OpenDataColumn] = [
        OpenDataColumn("year", "Năm vinh danh", .year, always: true) { .number($0.entry.year.value) },
        OpenDataColumn("field", "Lĩnh vực (mã)", .code, always: true) { .text($0.honour.field.id) },
        OpenDataColumn("field_name", "Lĩnh vực", always: true) { .text($0.honour.field.name) },
        OpenDataColumn("level", "Cấp vinh danh (mã)", .code) { Value($0.honour.level) },
        OpenDataColumn("level_name", "Cấp vinh danh") { model in Value(model.honour.level.map(model.vocabulary[.levels].name(of:))) },
        OpenDataColumn("given", "Hình thức khen thưởng hoặc danh hiệu (mã)", .code, always: true) { .text($0.honour.decision.given) },
        OpenDataColumn("given_name", "Hình thức khen thưởng hoặc danh hiệu", always: true) {
            .text($0.vocabulary.given($0.honour.decision.given))
        },
    ]

    private static let grounds: [OpenDataColumn] = [
        OpenDataColumn("decision_number", "Số quyết định", always: true) { .text($0.honour.decision.decision.number) },
        OpenDataColumn("decision_date", "Ngày ký quyết định", .day, always: true) { .text($0.honour.decision.decision.date.iso) },
        OpenDataColumn("decision_authority", "Cơ quan, người ký quyết định", always: true) {
            .text($0.honour.decision.decision.authority)
        },
        OpenDataColumn("decision_url", "Địa chỉ trang của quyết định", .address) { model in
            Value(model.context.plan.route(of: model.honour.decision.decision).map(model.addresses.absolute))
        },
        OpenDataColumn("programme", "Mã kế hoạch làm căn cứ", .code, always: true) { .text($0.honour.programme.id) },
        OpenDataColumn("programme_title", "Tên kế hoạch", always: true) { .text($0.honour.programme.title) },
        OpenDataColumn("programme_citation", "Số, ngày, cơ quan ban hành kế hoạch", always: true) {
            .text($0.honour.programme.document.citation)
        },
    ]

    private static let story: [OpenDataColumn] = [
        OpenDataColumn("model", "Tên mô hình “Dân vận khéo”") { Value($0.entry.model?.title) },
        OpenDataColumn("summary", "Tóm tắt thành tích", always: true) { .text($0.entry.summary.value) },
        OpenDataColumn(
            "results", "Kết quả bằng con số, như bài đã ghi",
            .list([
                Member(name: "what", words: "Nội dung", kind: .text),
                Member(name: "value", words: "Con số, viết theo lối Việt Nam", kind: .text),
                Member(name: "unit", words: "Đơn vị", kind: .text),
            ])
        ) { model in
            .list(
                model.entry.results.map { [$0.what, $0.value, $0.unit] },
                words: model.entry.results.map { result in
                    (result.what.isEmpty ? "" : "\(result.what): ")
                        + [result.value, result.unit].filter { !$0.isEmpty }.joined(separator: " ")
                }.joined(separator: separator))
        },
        OpenDataColumn(
            "corrections", "Các đính chính, mới nhất trước",
            .list([
                Member(name: "date", words: "Ngày đính chính", kind: .day), Member(name: "text", words: "Nội dung đính chính", kind: .text),
            ])
        ) { model in
            .list(
                model.corrections.map { [$0.on.value.iso, $0.text] },
                words: model.corrections.map { "\($0.on.value.iso): \($0.text)" }.joined(separator: separator))
        },
        OpenDataColumn(
            "published", "Ngày đăng; với bài có từ trước khi ghi nhận, là ngày quyết định hoặc ngày được phép đăng", .day, always: true
        ) { .text($0.honour.shownFrom.iso) },
        OpenDataColumn("updated", "Ngày bài thay đổi lần cuối (đăng hoặc đính chính)", .day, always: true) {
            .text($0.honour.updatedOn.iso)
        },
    ]

    /// What parts the items of a list in one cell.
    static let separator = " | "
}
