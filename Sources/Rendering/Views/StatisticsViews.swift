import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Places
import Programmes
import Registers
import Templates

/// The page of statistics.
struct StatisticsModel: Sendable {
    static let title = "Thống kê"

    let context: RenderContext
    let statistics: Statistics

    init(_ context: RenderContext) {
        self.context = context
        statistics = Statistics(context.plan)
    }

    var addresses: Addresses { context.addresses }
    var head: HeadModel {
        var head = context.indexHead(Self.title, Route.statistics)
        head.description =
            "Các lượt vinh danh trên \(context.plan.configuration.title) theo năm, lĩnh vực, địa bàn, đối tượng; mô hình xây dựng mới và duy trì."
        return head
    }

    // MARK: The parts

    var years: StatisticsPart {
        part("Năm", statistics.years.map { (ChartBar(label: String($0.subject), count: $0.tally.honours, url: url($0.route)), $0.tally) })
    }

    var fields: StatisticsPart {
        part(
            "Lĩnh vực",
            statistics.fields.map { (ChartBar(label: $0.subject.name, count: $0.tally.honours, url: url($0.route)), $0.tally) })
    }

    var places: StatisticsPart {
        part(
            "Địa bàn",
            statistics.places.map { line in
                let place = line.subject.place
                let ended = place.validTo.map { " (đến \($0.vietnamese))" } ?? ""
                let bar = ChartBar(
                    label: place.fullName + ended, count: line.tally.honours, url: url(line.route), isPart: line.subject.depth > 0)
                return (bar, line.tally)
            })
    }

    private func url(_ route: String) -> String { addresses.url(route) }

    private func part(_ name: String, _ rows: [(bar: ChartBar, tally: Tally)]) -> StatisticsPart {
        StatisticsPart(
            name: name, rows: rows.map { StatisticsRow(bar: $0.bar, tally: $0.tally, hasHouseholds: hasHouseholds) },
            hasHouseholds: hasHouseholds)
    }

    /// A column of noughts would only make the others narrower.
    private var hasHouseholds: Bool { statistics.total.households > 0 }

    /// By whom the honours are: there are no lists of these.
    var kinds: [KindModel] {
        SubjectKind.allCases.compactMap { kind in
            let honours = statistics.total.honours(of: kind)
            guard honours > 0 else { return nil }
            return KindModel(
                name: context.vocabulary[.subjectKinds].name(of: kind.rawValue), honours: honours, subjects: statistics.subjects[kind] ?? 0)
        }
    }

    var modelYears: ChartModel? {
        let lines = statistics.years.filter { $0.tally.models > 0 }
        return ChartModel(lines.map { ChartBar(label: String($0.subject), count: $0.tally.models, url: url($0.route)) })
    }
}

/// One way of counting the honours, as a chart and a table.
struct StatisticsPart: Sendable {
    var name: String
    var rows: [StatisticsRow]
    var hasHouseholds: Bool

    var chart: ChartModel? { ChartModel(rows.map(\.bar)) }
}

struct StatisticsRow: Sendable {
    var bar: ChartBar
    var tally: Tally
    var hasHouseholds: Bool
}

/// Collectives, individuals or households.
struct KindModel: Sendable {
    var name: String
    var honours: Int
    var subjects: Int
}

enum StatisticsView {
    static let view = View<StatisticsModel>(
        "statistics", Message(vi: "Trang thống kê.", en: "The page of statistics."),
        [
            .shared("site", SiteView.view.shape, Message(vi: "Thông tin chung.", en: "The board itself.")) { $0.context.siteRecord },
            .record("head", HeadView.view, Message(vi: "Phần đầu trang.", en: "The head.")) { $0.head },
            .text("title", Message(vi: "Tiêu đề.", en: "The title.")) { _ in StatisticsModel.title },
            .text("total", Message(vi: "Số lượt vinh danh; không có khi bảng còn trống.", en: "How many honours; none on an empty board."))
            {
                $0.statistics.total.honours == 0 ? nil : Words.number($0.statistics.total.honours)
            },
            .text("subjects", Message(vi: "Số tập thể, cá nhân, hộ gia đình, mỗi bên tính một lần.", en: "How many subjects, each once.")) {
                Words.number($0.statistics.subjects.values.reduce(0, +))
            },
            .text(
                "again", Message(vi: "Bao nhiêu trong số đó được vinh danh nhiều lần, nếu có.", en: "How many of them more than once.")
            ) { $0.statistics.honouredAgain == 0 ? nil : Words.number($0.statistics.honouredAgain) },
            .text("decisions", Message(vi: "Số quyết định.", en: "How many decisions.")) { Words.number($0.statistics.decisions) },
            .text("as_of", Message(vi: "Ngày ký quyết định mới nhất được tính.", en: "The day of the latest decision counted.")) {
                $0.statistics.latestDecision?.vietnamese
            },
            .record("years", StatisticsPartView.view, Message(vi: "Theo năm.", en: "By year.")) { $0.years },
            .record("fields", StatisticsPartView.view, Message(vi: "Theo lĩnh vực.", en: "By field.")) { $0.fields },
            .record("places", StatisticsPartView.view, Message(vi: "Theo địa bàn.", en: "By place.")) { $0.places },
            .flag(
                "places_ended",
                Message(vi: "Có khi bảng theo địa bàn có nơi đã sắp xếp lại.", en: "Set where places that have ended are among them.")
            ) { $0.statistics.tellsOfEndedPlaces },
            .list("kinds", kindView, Message(vi: "Theo tập thể, cá nhân, hộ gia đình.", en: "By kind of subject.")) { $0.kinds },
            .text("models", Message(vi: "Số mô hình; không có khi chưa có mô hình nào.", en: "How many models; none where there are none."))
            {
                $0.statistics.total.models == 0 ? nil : Words.number($0.statistics.total.models)
            },
            .text("models_new", Message(vi: "Trong đó xây dựng mới.", en: "New ones among them.")) {
                Words.number($0.statistics.total.newModels)
            },
            .text("models_maintained", Message(vi: "Trong đó duy trì.", en: "Maintained ones among them.")) {
                Words.number($0.statistics.total.maintainedModels)
            },
            .record("models_by_year", ChartView.view, Message(vi: "Biểu đồ mô hình theo năm.", en: "The models by year.")) {
                $0.modelYears
            },
            .list(
                "model_sums", ModelSumsView.view, Message(vi: "Các dòng tổng số của từng kế hoạch.", en: "The sums of each plan.")
            ) { model in
                model.statistics.models.map { ModelSumsModel(sums: $0, context: model.context) }
            },
            .list("timeline", MomentView.view, Message(vi: "Dòng thời gian, mới nhất trước.", en: "The years, the latest first.")) {
                model in
                model.statistics.timeline.map { MomentModel(moment: $0, context: model.context) }
            },
        ])

    private static let kindView = View<KindModel>(
        "statistics_kind", Message(vi: "Tập thể, cá nhân hoặc hộ gia đình.", en: "A kind of subject."),
        [
            .text("name", Message(vi: "Tên gọi.", en: "Its name.")) { $0.name },
            .text("honours", Message(vi: "Số lượt vinh danh.", en: "How many honours.")) { Words.number($0.honours) },
            .text("subjects", Message(vi: "Số tập thể, người, hộ khác nhau.", en: "How many of them, each once.")) {
                Words.number($0.subjects)
            },
        ])
}

enum StatisticsPartView {
    static let view = View<StatisticsPart>(
        "statistics_part", Message(vi: "Một cách thống kê: biểu đồ và bảng.", en: "One way of counting: a chart and a table."),
        [
            .text("name", Message(vi: "Tên cột đầu của bảng.", en: "The name of the table's first column.")) { $0.name },
            .record(
                "chart", ChartView.view, Message(vi: "Biểu đồ, khi có gì để so sánh.", en: "The chart, where there is what to compare.")
            ) {
                $0.chart
            },
            .list("rows", rowView, Message(vi: "Các dòng của bảng.", en: "The table's rows.")) { $0.rows },
            .flag("households", Message(vi: "Có khi bảng cần cột hộ gia đình.", en: "Set where households have a column.")) {
                $0.hasHouseholds
            },
        ])

    private static let rowView = View<StatisticsRow>(
        "statistics_row", Message(vi: "Một dòng của bảng thống kê.", en: "A row of a table of statistics."),
        [
            .text("title", Message(vi: "Năm, lĩnh vực hoặc địa bàn.", en: "The year, field or place.")) { $0.bar.label },
            .text("url", Message(vi: "Danh sách tương ứng.", en: "Its list.")) { $0.bar.url },
            .flag("part", Message(vi: "Có khi thuộc dòng bên trên.", en: "Set for a part of the row above.")) { $0.bar.isPart },
            .text("honours", Message(vi: "Số lượt vinh danh.", en: "How many honours.")) { Words.number($0.tally.honours) },
            .text("collectives", Message(vi: "Số lượt tập thể.", en: "Those of collectives.")) { Words.number($0.tally.collectives) },
            .text("individuals", Message(vi: "Số lượt cá nhân.", en: "Those of individuals.")) { Words.number($0.tally.individuals) },
            .text(
                "households", Message(vi: "Số lượt hộ gia đình, khi bảng có cột ấy.", en: "Those of households, where they have a column.")
            ) {
                $0.hasHouseholds ? Words.number($0.tally.households) : nil
            },
        ])
}

/// The sums of one plan in one year.
struct ModelSumsModel: Sendable {
    let sums: ModelSums
    let context: RenderContext

    var rows: [ModelSumsRow] {
        sums.rows.map { row in
            ModelSumsRow(
                title: sums.programme.fieldName(row.field) ?? context.vocabulary[.fields].name(of: row.field), tally: row.tally,
                hasHouseholds: sums.total.households > 0)
        }
    }
}

struct ModelSumsRow: Sendable {
    var title: String
    var tally: Tally
    var hasHouseholds: Bool
}

enum ModelSumsView {
    static let view = View<ModelSumsModel>(
        "model_sums",
        Message(
            vi: "Tổng số mô hình của một kế hoạch trong một năm, cộng như biểu mẫu của kế hoạch.",
            en: "The models of one plan in one year, summed as the plan's form sums them."),
        [
            .text("programme", Message(vi: "Tên kế hoạch.", en: "The plan's title.")) { $0.sums.programme.title },
            .text("programme_url", Message(vi: "Trang của kế hoạch.", en: "The plan's page.")) {
                $0.context.addresses.url(Route.programme($0.sums.programme.id))
            },
            .text("year", Message(vi: "Năm.", en: "The year.")) { String($0.sums.year) },
            .text("form", Message(vi: "Biểu mẫu của kế hoạch có các dòng tổng số ấy, nếu có.", en: "The plan's form of these sums.")) {
                $0.sums.form?.name
            },
            .list("rows", rowView, Message(vi: "Theo lĩnh vực, thứ tự của kế hoạch.", en: "By field, in the plan's order.")) { $0.rows },
            .record("sum", rowView, Message(vi: "Dòng tổng số.", en: "The sum.")) { model in
                ModelSumsRow(title: "Tổng số", tally: model.sums.total, hasHouseholds: model.sums.total.households > 0)
            },
            .flag("households", Message(vi: "Có khi bảng cần cột hộ gia đình.", en: "Set where households have a column.")) {
                $0.sums.total.households > 0
            },
        ])

    private static let rowView = View<ModelSumsRow>(
        "model_sums_row", Message(vi: "Một dòng tổng số mô hình.", en: "A sum of models."),
        [
            .text("title", Message(vi: "Lĩnh vực.", en: "The field.")) { $0.title },
            .text("count", Message(vi: "Số mô hình.", en: "How many models.")) { Words.number($0.tally.models) },
            .text("new", Message(vi: "Xây dựng mới.", en: "New ones.")) { Words.number($0.tally.newModels) },
            .text("maintained", Message(vi: "Duy trì.", en: "Maintained ones.")) { Words.number($0.tally.maintainedModels) },
            .text("collectives", Message(vi: "Do tập thể thực hiện.", en: "By collectives.")) {
                Words.number($0.tally.models(of: .collective))
            },
            .text("individuals", Message(vi: "Do cá nhân thực hiện.", en: "By individuals.")) {
                Words.number($0.tally.models(of: .individual))
            },
            .text(
                "households", Message(vi: "Do hộ gia đình thực hiện, khi bảng có cột ấy.", en: "By households, where they have a column.")
            ) {
                $0.hasHouseholds ? Words.number($0.tally.models(of: .household)) : nil
            },
        ])
}

/// A year of the timeline.
struct MomentModel: Sendable {
    let moment: Statistics.Moment
    let context: RenderContext

    var highlights: [LinkModel] {
        moment.highlights.map { index in
            let honour = context.plan.honours[index]
            return LinkModel(title: honour.entry.title, url: context.addresses.url(honour.route))
        }
    }

    /// `3 tập thể`, `1 cá nhân`: what there is, in words.
    var kinds: String {
        SubjectKind.allCases.compactMap { kind -> String? in
            let count = moment.tally.honours(of: kind)
            guard count > 0 else { return nil }
            return "\(Words.number(count)) \(context.vocabulary[.subjectKinds].name(of: kind.rawValue).lowercased())"
        }.joined(separator: ", ")
    }
}

enum MomentView {
    static let view = View<MomentModel>(
        "moment", Message(vi: "Một năm trên dòng thời gian.", en: "A year of the timeline."),
        [
            .text("year", Message(vi: "Năm.", en: "The year.")) { String($0.moment.year) },
            .text("url", Message(vi: "Trang của năm.", en: "The year's page.")) { $0.context.addresses.url($0.moment.route) },
            .text("total", Message(vi: "Số lượt vinh danh.", en: "How many honours.")) { Words.number($0.moment.tally.honours) },
            .text("kinds", Message(vi: "Bao nhiêu tập thể, cá nhân, hộ gia đình.", en: "How many of each kind.")) { $0.kinds },
            .text("decisions", Message(vi: "Số quyết định.", en: "How many decisions.")) { Words.number($0.moment.decisions) },
            .text("models", Message(vi: "Số mô hình, nếu có.", en: "How many models, where there are any.")) {
                $0.moment.tally.models == 0 ? nil : Words.number($0.moment.tally.models)
            },
            .list("highlights", LinkView.view, Message(vi: "Vài lượt vinh danh của năm.", en: "Some of the year's honours.")) {
                $0.highlights
            },
        ])
}
