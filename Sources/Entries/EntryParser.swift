import Diagnostics
import Formats
import Pictures
import Privacy
import Vietnamese

/// Reads one file of `content/entries`.
package struct EntryParser {
    private let reader: MappingReader
    private let path: String
    private var collector: DiagnosticCollector { reader.collector }

    /// The id that a file's name gives: `x.md` and `x/index.md` are both `x`.
    package static func defaultID(for path: String) -> String {
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).suffix(2).map { Substring($0) }
        let name = parts.last == "index.md" ? parts.dropLast().last ?? "" : parts.last ?? ""
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : String(name)
    }

    /// What a file gives: an entry, or at least what it says of its publication.
    package struct Result: Sendable {
        /// Nil where the file can't be used as an entry.
        package var entry: Entry?
        /// Nil where not even the front matter can be read.
        package var status: Entry.Publication.Status?
        /// What the file's texts tell of people, in its order: all that would be published, and where it stands.
        package var personalData: [Located<PersonalDataFinding>] = []
    }

    /// Reads an entry and all that is wrong with it.
    package static func parse(_ text: SourceText) -> Diagnosed<Result> {
        let split = FrontMatterSplit.split(text)
        guard let parts = split.value else { return Diagnosed(Result(), split.diagnostics) }
        let yaml = YAMLParser.parse(text, range: parts.yaml, firstLine: parts.yamlFirstLine)
        let body = BodyParser.parse(text.bytes[parts.body], path: text.path, firstLine: parts.bodyFirstLine)
        let collector = DiagnosticCollector()
        collector.diagnostics = split.diagnostics + yaml.diagnostics
        var result = Result()
        if let node = yaml.value,
            let reader = MappingReader(
                node, in: text.path, as: Message(vi: "phần thông tin đầu bài", en: "the front matter"), into: collector)
        {
            let parser = EntryParser(reader: reader, path: text.path)
            let publication = PublicationReader(reader).read()
            result.status = publication?.status
            var data = PersonalDataReading(text)
            data.read(frontMatter: node, of: parts)
            data.read(body: parts)
            result.entry = parser.read(body.value, publication)
            if let id = result.entry?.id { data.read(id: id) }
            result.personalData = data.found
            reader.finish()
            collector.diagnostics += PlainTextMarkup.findings(in: node, source: text.bytes[parts.yaml], path: text.path)
        }
        return Diagnosed(result, collector.diagnostics + body.diagnostics)
    }

    private func read(_ body: Entry.Body, _ publication: Entry.Publication?) -> Entry? {
        let id = readID()
        let title = reader.string("title", required: true)
        let programme = reader.identifier("programme", required: true)
        let campaign = reader.string("campaign"), level = reader.string("level")
        let subject = reader.identifier("subject", required: true)
        let basis = readBasis()
        let place = reader.identifier("place", required: true)
        let year = reader.integer("year", in: 1945...2100, required: true)
        if let year { checkFolder(year) }
        let field = reader.string("field", required: true)
        let model = readModel(), results = readResults()
        let registration = reader.identifier("registration"), sheet = reader.identifier("score_sheet")
        let summary = reader.text("summary", required: true)
        let section = reader.string("achievements_section")
        let photos = readPhotos(), videos = readVideos()
        let corrections = readCorrections()
        let aliases = reader.strings("aliases")
        guard let id, let title, let programme, let subject, let basis, let place, let year, let field, let summary, let publication else {
            return nil
        }
        return Entry(
            path: path, id: id, title: title.value, programmeID: programme, campaign: campaign, level: level, subjectID: subject,
            basis: basis,
            placeID: place, year: year, field: field, model: model, results: results, registrationID: registration, scoreSheetID: sheet,
            summary: summary, achievementsSection: section, photos: photos, videos: videos, publication: publication,
            corrections: corrections, aliases: aliases, body: body)
    }

    /// An entry in a folder of another year: its year, not the folder, is part of its address for ever.
    private func checkFolder(_ year: Located<Int>) {
        let parts = path.split(separator: "/")
        guard parts.count > 3, parts[1] == "entries", let folder = Int(parts[2]), folder != year.value else { return }
        let rest = parts.dropFirst(3).joined(separator: "/")
        collector.append(
            Diagnostic(
                .warning, "year-not-of-folder",
                Message(
                    vi: "bài ghi năm \(year.value) nhưng nằm trong thư mục của năm \(folder)",
                    en: "the entry's year is \(year.value), and it lies in the folder of \(folder)"),
                at: year.place(in: path),
                remedy: Message(
                    vi: "sửa year: \(folder), hoặc chuyển bài sang content/entries/\(year.value)/\(rest)",
                    en: "mend it to year: \(folder), or move the entry to content/entries/\(year.value)/\(rest)")))
    }

    /// What file systems take as a folder's name, with room for what may be put behind it.
    private static let longestID = 150

    /// The id is part of an address for ever, so it holds only what every system passes on unchanged.
    private func readID() -> Located<String>? {
        let written = reader.string("id")
        if written == nil, let pair = reader.pair("id"), pair.isEmpty {
            collector.append(Self.emptyID(Self.defaultID(for: path), at: pair.key.place(in: path)))
            return nil
        }
        let id = written ?? Located(Self.defaultID(for: path), at: SourcePosition(line: 1, column: 1), length: 3)
        if Slug.isValid(id.value), id.value.utf8.count <= Self.longestID, let problem = ServableName.problem(ofFolder: id.value) {
            collector.append(problem.diagnostic(id.value, at: id.place(in: path)))
            return nil
        }
        if Slug.isValid(id.value), id.value.utf8.count <= Self.longestID { return id }
        let slug = String(Slug.make(id.value).prefix(Self.longestID).drop { $0 == "-" })
        let strange = CharacterName.strange(in: id.value) {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-")
        }
        collector.append(
            Diagnostic(
                .error, "invalid-id",
                Message(
                    vi: "mã bài “\(VisibleText.of(id.value))” không dùng làm địa chỉ được\(strange.vi)",
                    en: "the id “\(VisibleText.of(id.value))” can't be part of an address\(strange.en)"),
                at: id.place(in: path),
                remedy: slug.isEmpty
                    ? Message(
                        vi: "chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối",
                        en: "use small letters without marks, digits and hyphens")
                    : written == nil
                        ? Message(
                            vi: "đổi tên tệp thành “\(slug)”, hoặc thêm id: \(slug)", en: "rename the file to “\(slug)”, or add id: \(slug)"
                        )
                        : Message(vi: "ghi id: \(slug)", en: "write id: \(slug)")))
        return nil
    }

    /// A line `id:` is the beginning of an address that its author did not finish: nothing may be made up for it.
    private static func emptyID(_ name: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .error, "empty-id", Message(vi: "khóa “id” có mà để trống", en: "there is a key “id” without a value"), at: place,
            remedy: Message(
                vi: "ghi mã của bài sau dấu hai chấm, hoặc xóa cả dòng để dùng tên tệp: \(name)",
                en: "write the entry's id behind the colon, or delete the line to use the file's name: \(name)"))
    }

    private func readBasis() -> Entry.Basis? {
        let recognition = reader.identifier("recognition"), award = reader.identifier("award")
        switch (recognition, award) {
        case (let id?, nil): return .recognition(id)
        case (nil, let id?): return .award(id)
        case (nil, nil):
            collector.append(
                Diagnostic(
                    .error, "basis-missing",
                    Message(vi: "bài chưa cho biết dựa vào quyết định nào", en: "the entry names no decision that it rests on"),
                    at: reader.place,
                    remedy: Message(
                        vi: "thêm một trong hai khóa: recognition (mã trong recognitions.csv) hoặc award (mã trong awards.csv)",
                        en: "add recognition (an id of recognitions.csv) or award (an id of awards.csv)")))
        case (.some, let id?):
            collector.append(
                Diagnostic(
                    .error, "basis-twice", Message(vi: "bài có cả recognition và award", en: "the entry has both recognition and award"),
                    at: id.place(in: path),
                    remedy: Message(vi: "giữ một khóa, theo rests_on của kế hoạch", en: "keep the one that the programme rests on")))
        }
        return nil
    }

    private func readModel() -> Entry.Model? {
        guard let model = reader.mapping("model") else { return nil }
        let title = model.string("title", required: true)
        let status = model.string("status"), quantity = model.integer("quantity", in: 1...1_000_000)
        let lead = model.string("lead"), scale = model.string("scale")
        guard let title else { return nil }
        return Entry.Model(title: title.value, status: status, quantity: quantity?.value, lead: lead?.value, scale: scale?.value)
    }

    private func readResults() -> [Entry.Result] {
        reader.mappings("results").compactMap { result in
            let value = result.string("value", required: true), unit = result.string("unit"), what = result.string("what")
            guard let value else { return nil }
            return Entry.Result(value: value.value, unit: unit?.value ?? "", what: what?.value ?? "")
        }
    }

    private func readCorrections() -> [Entry.Correction] {
        reader.mappings("corrections").compactMap { correction in
            let on = correction.date("on", required: true), text = correction.string("text", required: true)
            guard let on, let text else { return nil }
            return Entry.Correction(on: on, text: text.value)
        }
    }

    private func readPhotos() -> [Entry.Photo] {
        reader.mappings("photos").compactMap { photo in
            let file = file("file", photo, required: true)
            let role = photo.choice("role", of: Entry.Photo.Role.allCases.map { ($0.rawValue, $0) }, required: true)
            let alt = photo.string("alt", required: true), caption = photo.string("caption"), credit = photo.string("credit")
            let focus = readFocus(photo)
            guard let file, let role, let alt else { return nil }
            return Entry.Photo(file: file, role: role.value, alt: alt.value, caption: caption?.value, credit: credit?.value, focus: focus)
        }
    }

    /// Two numbers in per cent: from the left edge, and from the upper one.
    private func readFocus(_ photo: MappingReader) -> PictureFocus? {
        guard let written = photo.value("focus") else { return nil }
        let numbers = photo.numbers("focus", in: 0...100)
        if numbers.count == 2 { return PictureFocus(x: numbers[0].value, y: numbers[1].value) }
        // A number that is none, or lies outside, has been reported already.
        if case .sequence(let items) = written.content, items.count == numbers.count {
            collector.append(
                Diagnostic(
                    .error, "focus-not-a-point",
                    Message(
                        vi: "điểm chính của ảnh cần hai số, ở đây có \(numbers.count)",
                        en: "the point of a photo that matters takes two numbers, here are \(numbers.count)"),
                    at: written.place(in: path),
                    remedy: Message(
                        vi: "ghi hai số phần trăm, tính từ mép trái và từ mép trên, ví dụ focus: [50, 30]",
                        en: "write two percentages, from the left and from the upper edge, such as focus: [50, 30]")))
        }
        return nil
    }

    private func readVideos() -> [Entry.Video] {
        reader.mappings("videos").compactMap { video in
            let file = file("file", video), url = video.string("url")
            let title = video.string("title", required: true)
            let poster = self.file("poster", video), captions = self.file("captions", video), transcript = self.file("transcript", video)
            let source: Entry.Video.Source
            switch (file, url) {
            case (let file?, nil): source = .file(file)
            case (nil, let url?):
                guard url.value.hasPrefix("https://") || url.value.hasPrefix("http://") else {
                    collector.append(
                        Diagnostic(
                            .error, "invalid-url",
                            Message(vi: "“\(url.value)” không phải là địa chỉ web", en: "“\(url.value)” is not a web address"),
                            at: url.place(in: path),
                            remedy: Message(vi: "ghi đầy đủ, bắt đầu bằng https://", en: "write it in full, from https://")))
                    return nil
                }
                source = .address(url)
            default:
                // A file that was refused has been reported already.
                guard video.pair("file") == nil || url != nil else { return nil }
                collector.append(
                    Diagnostic(
                        .error, "video-source",
                        Message(vi: "video cần đúng một trong hai khóa file, url", en: "a video needs exactly one of file, url"),
                        at: video.place,
                        remedy: Message(vi: "ghi tên tệp ở khóa file, hoặc địa chỉ ở khóa url", en: "give the file, or the url")))
                return nil
            }
            guard let title else { return nil }
            return Entry.Video(source: source, title: title.value, poster: poster, captions: captions, transcript: transcript)
        }
    }

    /// A file's path from `content`.
    private func file(_ key: String, _ mapping: MappingReader, required: Bool = false) -> Located<String>? {
        guard let written = mapping.string(key, required: required) else { return nil }
        do throws(ContentPath.Failure) {
            let resolved = try ContentPath.resolve(written.value, from: path)
            return written.map { _ in resolved }
        } catch {
            collector.append(BodyParser.leavesContent(written.value, at: written.place(in: path)))
            return nil
        }
    }
}
