import ArgumentParser
import Diagnostics
import Eligibility
import Formats
import Programmes
import Publishing

/// `bangvang explain`: why an entry is shown or not, what a rule asks, what a place was and is.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Help.text(
            vi: "Giải thích một bài, một quy định, một địa bàn hoặc một kế hoạch.",
            en: "Explains an entry, a rule, a place or a programme."),
        discussion: Help.text(
            vi: "Ví dụ: bangvang explain ngo-thi-hau-2021; bangvang explain LN-10; bangvang explain huyen-luc-ngan; "
                + "bangvang explain yenbai-khoi-2024 --form phu-luc-4.",
            en: "For example: bangvang explain LN-10; bangvang explain yenbai-khoi-2024 --form phu-luc-4."))

    @OptionGroup var shared: SharedOptions

    @Argument(
        help: Help.argument(
            vi: "Mã của bài, quy định, địa bàn hoặc kế hoạch.", en: "The id of an entry, rule, place or programme.", value: "id"))
    var id: String

    @Option(
        name: .customLong("as"),
        help: Help.argument(
            vi: "Chỉ hiểu mã là: entry (bài), rule (quy định), place (địa bàn), programme (kế hoạch).",
            en: "Take the id for: entry, rule, place or programme only.", value: "kind"))
    var topic: Explainer.Topic?

    @Option(
        help: Help.argument(
            vi: "In danh sách mô hình của kế hoạch theo biểu mẫu này.", en: "Print the programme's list by this form.", value: "form"))
    var form: String?

    @Option(help: Help.argument(vi: "Năm của danh sách (mặc định: năm cuối của kế hoạch).", en: "The list's year.", value: "year"))
    var year: Int?

    @Option(help: Help.argument(vi: "Dạng kết quả: text hoặc json.", en: "The form: text or json.", value: "text|json"))
    var format = ExplanationFormat.text

    /// How an explanation is written.
    enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() async throws {
        let console = shared.console
        try await console.run {
            let options = try shared.boardOptions()
            var reader = ContentReader(keepsCache: false)
            let content = try await reader.read(try BoardFolder(root: options.root))
            let evaluation = try await BoardEvaluation(content, options: options)
            ProcessLifetime.keep(evaluation)
            let explainer = Explainer(content.corpus, evaluation.report, asOf: options.asOf)
            let found = try form.map { [try list($0, explainer, content)] } ?? explainer.explanations(of: id, as: topic)
            guard !found.isEmpty else { throw unknown(explainer) }
            switch format {
            case .text:
                let coloured = Console.Stream.standardOutput.isTerminal
                let text = found.map { ExplanationFormatter.text($0, console.language, coloured: coloured) }
                console.print(Printed.words(text.joined(separator: "\n")))
            case .json: console.print(JSONValue.array(found.map { ExplanationFormatter.json($0, console.language) }))
            }
        }
    }

    private func list(_ form: String, _ explainer: Explainer, _ content: BoardContent) throws -> Explanation {
        guard let programme = content.corpus.programme(id) else { throw unknown(explainer, only: .programme) }
        if let list = explainer.list(form, of: id, year: year ?? programme.validTo.year) { return list }
        let known = programme.forms.filter { !$0.sortedBy.isEmpty }.map(\.id)
        throw ValidationError(
            Message(
                vi: "Kế hoạch “\(id)” không có danh sách theo biểu mẫu “\(form)”. "
                    + (known.isEmpty ? "Kế hoạch này không có danh sách nào." : "Các danh sách: \(known.joined(separator: ", "))."),
                en: "The programme “\(id)” has no list by the form “\(form)”. Lists: \(known.joined(separator: ", ")).")[shared.lang])
    }

    private func unknown(_ explainer: Explainer, only: Explainer.Topic? = nil) -> ValidationError {
        let topics = (only ?? topic).map { [$0] } ?? Explainer.Topic.allCases
        let nearest = Suggestion.nearest(to: id, among: topics.flatMap(explainer.ids(of:)))
        return ValidationError(
            Message(
                vi: "Không có bài, quy định, địa bàn hay kế hoạch nào mang mã “\(id)”."
                    + (nearest.map { " Có phải là “\($0)”?" } ?? ""),
                en: "No entry, rule, place or programme has the id “\(id)”." + (nearest.map { " Did you mean “\($0)”?" } ?? ""))[
                    shared.lang])
    }
}

extension Explainer.Topic: ExpressibleByArgument {}
