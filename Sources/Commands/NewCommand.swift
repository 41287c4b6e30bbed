import ArgumentParser
import Diagnostics
import Eligibility
import Formats
import Programmes
import Publishing
import Registers
import Vietnamese

/// `bangvang new`: a new entry, with everything that its programme asks for.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: Help.text(vi: "Tạo một bài mới theo yêu cầu của kế hoạch.", en: "Makes a new entry from what its programme asks for."))

    @OptionGroup var shared: SharedOptions

    @Option(help: Help.argument(vi: "Mã kế hoạch.", en: "The programme's id.", value: "id"))
    var programme: String

    @Option(help: Help.argument(vi: "Mã đối tượng trong subjects.csv.", en: "The subject's id in subjects.csv.", value: "id"))
    var subject: String?

    @Option(
        help: Help.argument(
            vi: "Năm vinh danh (mặc định: năm cuối của kế hoạch, không quá năm nay).",
            en: "The year (default: the programme's last, not after this one).", value: "year"))
    var year: Int?

    @Option(
        help: Help.argument(
            vi: "Mã bài, là một phần của địa chỉ (mặc định: mã đối tượng và năm).", en: "The entry's id (default: subject and year).",
            value: "id"))
    var id: String?

    func run() async throws {
        let console = shared.console
        try await console.run {
            let options = try shared.boardOptions()
            var reader = ContentReader(keepsCache: false)
            let corpus = try await reader.read(try BoardFolder(root: options.root)).corpus
            guard let chosen = corpus.programme(programme) else {
                throw unknown(programme, Message(vi: "kế hoạch", en: "programme"), corpus.programmes.map(\.id))
            }
            if let subject, corpus.registers.subject(subject, on: nil) == nil {
                throw unknown(subject, Message(vi: "đối tượng", en: "subject"), Array(corpus.registers.subjectIDs).sorted())
            }
            let year = year ?? min(chosen.validTo.year, options.asOf.year)
            let id = try entryID(year)
            if let other = corpus.entries.first(where: { $0.id == id }) {
                throw ValidationError(
                    Message(
                        vi: "Mã “\(id)” đã dùng cho bài \(other.path). Chọn mã khác bằng --id.",
                        en: "The id “\(id)” is taken by \(other.path). Choose another with --id.")[
                            shared.lang])
            }
            let draft = EntryDraft(
                programme: chosen, vocabulary: corpus.vocabulary, registers: corpus.registers, id: id, year: year, subjectID: subject)
            let folder = "\(options.root)/content/entries/\(year)/\(id)"
            try Disk.makeFolder(folder)
            try Disk.replace(folder + "/index.md", with: Array(draft.text.utf8))
            console.print("\(folder)/index.md")
            console.say(
                Message(
                    vi: "Đã tạo bài nháp. Điền vào chỗ “…”, chép ảnh vào cùng thư mục, rồi chạy: bangvang check",
                    en: "A draft was made. Fill in each “…”, put the pictures into the same folder, then run: bangvang check"))
        }
    }

    private func entryID(_ year: Int) throws -> String {
        guard let id = id ?? subject.map({ "\(Slug.make($0))-\(year)" }) else {
            throw ValidationError(
                Message(vi: "Cần --id hoặc --subject để đặt tên cho bài.", en: "Give --id or --subject, to name the entry.")[shared.lang])
        }
        guard Slug.isValid(id) else {
            throw ValidationError(
                Message(
                    vi: "Mã “\(id)” không dùng làm địa chỉ được. Thử: --id \(Slug.make(id))",
                    en: "“\(id)” can't be part of an address. Try: --id \(Slug.make(id))")[
                        shared.lang])
        }
        return id
    }

    private func unknown(_ word: String, _ what: Message, _ known: [String]) -> ValidationError {
        let nearest = Suggestion.nearest(to: word, among: known)
        let list = known.prefix(20).joined(separator: ", ")
        return ValidationError(
            Message(
                vi: "Không có \(what.vi) “\(word)”. " + (nearest.map { "Có phải là “\($0)”?" } ?? "Các mã đang có: \(list)"),
                en: "There is no \(what.en) “\(word)”. " + (nearest.map { "Did you mean “\($0)”?" } ?? "Known ones: \(list)"))[shared.lang])
    }
}
