import Board
import Diagnostics
import Documents
import Eligibility
import Entries
import Formats
import Imaging
import Pictures
import Places
import Programmes
import Registers
import Rendering
import Templates

/// What is fuzzed: each reader of files that people or other programs made.
///
/// A run passes bytes to one reader. It fails where the reader traps, takes too long, or breaks one of the
/// promises stated with the target.
enum FuzzTarget: String, CaseIterable {
    case entry, page, register, captions, picture, film, document, template, programme, site, worker

    func run(_ bytes: [UInt8]) {
        switch self {
        case .entry: fuzzEntry(bytes)
        case .page: fuzzPage(bytes)
        case .register: fuzzRegister(bytes)
        case .captions: fuzzCaptions(bytes)
        case .picture: fuzzPicture(bytes)
        case .film: fuzzFilm(bytes)
        case .document: fuzzDocument(bytes)
        case .template: fuzzTemplate(bytes)
        case .programme: fuzzProgramme(bytes)
        case .site: fuzzSite(bytes)
        case .worker: fuzzWorker(bytes)
        }
    }

    // MARK: Texts

    /// Front matter, story and what is found in both: a place of every finding lies within the file.
    private func fuzzEntry(_ bytes: [UInt8]) {
        guard let text = decode(bytes, as: "content/entries/2026/a.md") else { return }
        let parsed = EntryParser.parse(text)
        hold(parsed.diagnostics, to: text)
    }

    private func fuzzPage(_ bytes: [UInt8]) {
        guard let text = decode(bytes, as: "content/pages/a.md") else { return }
        let parsed = TextPageParser.parse(text)
        hold(parsed.diagnostics, to: text)
    }

    /// A table of places first, then as each of the registers. A table that can't be read has an error.
    private func fuzzRegister(_ bytes: [UInt8]) {
        guard let text = decode(bytes, as: "content/registers/a.csv") else { return }
        let parsed = CSVTable.parse(text)
        hold(parsed.diagnostics, to: text)
        guard let table = parsed.value else {
            precondition(parsed.diagnostics.hasErrors, "a table is lost without an error")
            return
        }
        hold(GazetteerParser.parse(places: table, links: table).diagnostics, to: text)
        var rows = RegisterRows()
        for name in RegisterName.allCases { hold(RegisterParser.parse(name, table, into: &rows), to: text) }
        _ = Registers(rows)
    }

    private func fuzzProgramme(_ bytes: [UInt8]) {
        guard let text = decode(bytes, as: "content/programmes/a.yaml") else { return }
        let vocabulary = VocabularyParser.parse(text)
        hold(vocabulary.diagnostics, to: text)
        let parsed = ProgrammeParser.parse(text, vocabulary: vocabulary.value)
        hold(parsed.diagnostics, to: text)
        guard let programme = parsed.value else {
            precondition(parsed.diagnostics.hasErrors, "a programme is lost without an error")
            return
        }
        hold(RuleCatalogue.compile(programme, vocabulary: vocabulary.value).diagnostics, to: text)
    }

    private func fuzzSite(_ bytes: [UInt8]) {
        guard let text = decode(bytes, as: "content/site.yaml") else { return }
        hold(SiteConfigurationParser.parse(text).diagnostics, to: text)
    }

    /// A template of a page beside one that it may include: what doesn't compile has an error.
    private func fuzzTemplate(_ bytes: [UInt8]) {
        let path = "site-templates/pages/entry.mustache"
        let library = TemplateLibrary(
            [
                TemplateFile(name: "pages/entry", path: path, bytes: bytes),
                TemplateFile(name: "a", path: "site-templates/a.mustache", bytes: bytes),
                TemplateFile(name: "b", path: "site-templates/b.mustache", bytes: Array("<p>{{$c}}{{title}}{{/c}}</p>".utf8)),
            ], isMinified: true)
        let compiled = PageTemplates.compile(library)
        precondition(compiled.value == nil, "a library without most of its pages compiles")
        _ = compiled.diagnostics
    }

    /// Captions as they are published are captions, and publishing them again changes nothing.
    private func fuzzCaptions(_ bytes: [UInt8]) {
        guard (try? WebVTT(bytes)) != nil else { return }
        let published = WebVTT.published(bytes)
        precondition((try? WebVTT(published)) != nil, "published captions are none any more")
        precondition(WebVTT.published(published) == published, "publishing twice is not publishing once")
    }

    // MARK: Bytes

    /// A cleaned picture has the size that it had, and cleaning it again changes nothing.
    private func fuzzPicture(_ bytes: [UInt8]) {
        guard let header = try? PictureHeader.read(bytes), let clean = try? PictureSanitizer.withoutMetadata(bytes) else { return }
        guard let again = try? PictureHeader.read(clean) else { preconditionFailure("a cleaned picture is none any more") }
        precondition(again.width == header.width && again.height == header.height, "cleaning changes the size")
        guard let twice = try? PictureSanitizer.withoutMetadata(clean) else { preconditionFailure("a cleaned picture is refused") }
        precondition(twice == clean, "cleaning twice is not cleaning once")
    }

    /// What is blanked lies within the film; blanking it again finds the same film.
    private func fuzzFilm(_ bytes: [UInt8]) {
        guard let redaction = try? VideoRedaction(of: bytes) else { return }
        var clean = bytes
        redaction.apply(to: &clean, at: 0)
        precondition(clean.count == bytes.count, "a film changes its length")
        guard (try? VideoRedaction(of: clean)) != nil else { preconditionFailure("a cleaned film is none any more") }
    }

    /// A cleaned PDF has its length, so that no offset in it changes; it is taken again, and then nothing changes.
    private func fuzzDocument(_ bytes: [UInt8]) {
        guard let redaction = try? PDFRedaction(of: bytes) else { return }
        let clean = redaction.applied(to: bytes)
        precondition(clean.count == bytes.count, "a PDF changes its length")
        guard let again = try? PDFRedaction(of: clean) else { preconditionFailure("a cleaned PDF is refused") }
        precondition(again.applied(to: clean) == clean, "cleaning twice is not cleaning once")
    }

    /// Both sides of the protocol, from the same bytes.
    private func fuzzWorker(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let (request, count) = WorkerRequest.read(lines: lines) {
            precondition(count > 0)
            precondition(request.outputCount >= 0)
        }
        for count in 0...3 {
            guard case .complete(let answer) = WorkerAnswer.read(bytes, outputs: count) else { continue }
            precondition(WorkerAnswer.read(answer.message, outputs: count) == .complete(answer), "an answer is read otherwise")
        }
    }

    // MARK: Promises

    /// Most random bytes are no UTF-8, and would only ever reach the guess at their encoding: seven inputs of
    /// eight are repaired first.
    private func decode(_ bytes: [UInt8], as path: String) -> SourceText? {
        let isRaw = bytes.count.isMultiple(of: 8)
        let text = isRaw ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
        let decoded = SourceText.decode(path: path, bytes: text)
        precondition(decoded.value != nil || decoded.diagnostics.hasErrors, "a file is lost without an error")
        return decoded.value
    }

    /// Every finding lies within its file, and says something.
    private func hold(_ diagnostics: [Diagnostic], to text: SourceText) {
        for diagnostic in diagnostics {
            precondition(!diagnostic.message.vi.isEmpty && !diagnostic.message.en.isEmpty, "an empty message")
            guard let position = diagnostic.place?.position else { continue }
            precondition(position.line > 0 && position.column > 0, "a place before the file begins")
        }
    }
}
