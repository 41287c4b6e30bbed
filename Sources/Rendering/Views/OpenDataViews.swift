import Board
import Diagnostics
import Entries
import Formats
import Places
import Templates

/// The page that explains the open data.
struct OpenDataModel: Sendable {
    let context: RenderContext

    static let title = "Dữ liệu mở"

    private var addresses: Addresses { context.addresses }
    private var plan: SitePlan { context.plan }

    var head: HeadModel {
        var head = context.indexHead(Self.title, Route.openData)
        head.structure = [structure]
        return head
    }

    var files: [OpenDataFileModel] {
        plan.openData.parts.map { part in
            OpenDataFileModel(
                title: part.year.map { "Năm \($0)" } ?? "Toàn bộ", json: addresses.url(part.json), csv: addresses.url(part.csv),
                count: part.honours.count)
        }
    }

    /// The day on which something in the data last changed.
    var updated: CalendarDay? { plan.honours.map(\.updatedOn).max() }

    func url(_ route: String) -> String { addresses.url(route) }

    /// The data as a dataset of schema.org; without a licence, since the board states none.
    private var structure: JSONValue {
        let years = plan.honours.map(\.entry.year.value)
        let span = years.min().flatMap { first in years.max().map { "\(first)/\($0)" } }
        let downloads = plan.openData.parts.flatMap { part in
            [("application/json", part.json), ("text/csv", part.csv)].map { type, route -> JSONValue in
                .node(
                    "DataDownload",
                    [("encodingFormat", .string(type)), ("contentUrl", .string(addresses.absolute(route)))])
            }
        }
        return .node(
            "Dataset",
            [
                ("name", .string("\(Self.title) – \(plan.configuration.title)")),
                (
                    "description",
                    .string(
                        "Các lượt vinh danh đã công bố trên \(plan.configuration.title): đối tượng, địa bàn lúc được vinh danh và hiện nay, năm, "
                            + "lĩnh vực, hình thức khen thưởng, quyết định, kế hoạch, tóm tắt và kết quả.")
                ),
                ("url", .string(addresses.absolute(Route.openData))), ("inLanguage", "vi"), ("isAccessibleForFree", true),
                ("creator", addresses.publisherReference), ("dateModified", updated.map { .string($0.iso) }),
                ("temporalCoverage", .words(span)),
                ("spatialCoverage", .array(plan.topPlaces().map { .node("AdministrativeArea", [("name", .string($0.fullName))]) })),
                ("variableMeasured", .array(OpenDataColumn.all.map { .string($0.words) })), ("distribution", .array(downloads)),
            ])
    }
}

struct OpenDataFileModel: Sendable {
    var title: String
    var json: String
    var csv: String
    var count: Int
}

enum OpenDataView {
    static let view = View<OpenDataModel>(
        "open_data", Message(vi: "Trang giới thiệu dữ liệu mở.", en: "The page of the open data."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tên trang.", en: "The page's name.")) { _ in OpenDataModel.title },
            .text("total", Message(vi: "Số lượt vinh danh.", en: "How many honours.")) { Words.number($0.context.plan.honours.count) },
            .text("updated", Message(vi: "Ngày thay đổi gần nhất.", en: "The day of the last change.")) { $0.updated?.vietnamese },
            .text("updated_iso", Message(vi: "Ngày ấy, dạng máy đọc.", en: "The same for machines.")) { $0.updated?.iso },
            .list("files", fileView, Message(vi: "Các tệp dữ liệu.", en: "The files.")) { $0.files },
            .text("index_url", Message(vi: "Mục lục các tệp, cho chương trình.", en: "The index of files, for programs.")) {
                $0.url(OpenDataFiles.index)
            },
            .text("schema_url", Message(vi: "Lược đồ của tệp JSON.", en: "The JSON Schema.")) { $0.url(OpenDataFiles.schema) },
            .text("columns_url", Message(vi: "Mô tả các cột của tệp CSV.", en: "The description of the CSV's columns.")) {
                $0.url(OpenDataFiles.columns)
            },
            .list("columns", columnView, Message(vi: "Các cột.", en: "The columns.")) { _ in OpenDataColumn.all },
        ])

    private static let fileView = View<OpenDataFileModel>(
        "open_data_file", Message(vi: "Một phần dữ liệu, ở hai dạng.", en: "A part of the data, in two forms."),
        [
            .text("title", Message(vi: "“Toàn bộ”, hoặc năm.", en: "All of it, or a year.")) { $0.title },
            .text("json_url", Message(vi: "Tệp JSON.", en: "The JSON file.")) { $0.json },
            .text("csv_url", Message(vi: "Tệp CSV.", en: "The CSV file.")) { $0.csv },
            .text("count", Message(vi: "Số lượt vinh danh.", en: "How many honours.")) { Words.number($0.count) },
        ])

    private static let columnView = View<OpenDataColumn>(
        "open_data_column", Message(vi: "Một cột của dữ liệu.", en: "A column of the data."),
        [
            .text("name", Message(vi: "Tên cột.", en: "Its name.")) { $0.name },
            .text("words", Message(vi: "Nội dung.", en: "What it holds.")) { $0.words },
            .flag("always", Message(vi: "Có khi không bao giờ trống.", en: "Set where it is never empty.")) { $0.isAlwaysThere },
        ])
}
