import Diagnostics
import Entries
import Formats
import Pictures
import Testing

@Suite struct EntryParserTests {
    private static let path = "content/entries/2021/vuon-mau-2021/index.md"
    private static let text = """
        ---
        id: vuon-mau-2021
        title: "Vườn mẫu"
        programme: lucngan-2021
        campaign: periodic
        level: district
        subject: dang-bo-xa-mau
        recognition: CN-1
        place: xa-mau
        year: 2021
        field: economy
        model: {title: "Vườn", status: new, quantity: 3, lead: "Chi bộ", scale: "Cả thôn"}
        results:
          - {value: 1548, unit: "m²", what: "đất hiến"}
          - {value: "36,6"}
        registration: DK-1
        score_sheet: BD-1
        summary: >
          Dòng một
          dòng hai
        achievements_section: "Thành tích"
        photos:
          - {file: a.jpg, role: portrait, alt: "Ảnh A", caption: "Chú thích", credit: "Người chụp"}
          - {file: media/b.png, role: activity, alt: "Ảnh B"}
        videos:
          - {file: phim.mp4, title: "Phim", poster: a.jpg, captions: phim.vtt, transcript: /media/phim.txt}
          - {url: "https://video.example.vn/1", title: "Phim hai"}
        publish: {status: ready, from: 01/10/2021, consent: {given_by: "Đảng ủy", on: 2021-07-06, covers: [name, photos]}}
        corrections:
          - {on: 05/11/2021, text: "36,6 tấn, không phải 63,6."}
          - {on: 2021-12-01, text: "Chi bộ có 12 đảng viên."}
        aliases: [/cu/, /cu-hon/]
        ---
        Mở đầu.

        ## Thành tích

        Ba chữ thôi.

        """

    private func parse(_ text: String, path: String = path) -> Diagnosed<Entry?> {
        let read = EntryParser.parse(SourceText(path: path, text: text))
        return Diagnosed(read.value.entry, read.diagnostics)
    }

    @Test func readsEveryKey() throws {
        let read = parse(Self.text)
        #expect(read.diagnostics.isEmpty)
        let entry = try #require(read.value)
        #expect(
            (entry.path, entry.id.value, entry.title, entry.programmeID.value) == (Self.path, "vuon-mau-2021", "Vườn mẫu", "lucngan-2021"))
        #expect((entry.campaign?.value, entry.level?.value, entry.subjectID.value) == ("periodic", "district", "dang-bo-xa-mau"))
        guard case .recognition(let basis) = entry.basis else { return #expect(Bool(false), "the basis is a recognition") }
        #expect(basis.value == "CN-1" && entry.place(basis).description == "\(Self.path):8:14")
        #expect((entry.placeID.value, entry.year.value, entry.field.value) == ("xa-mau", 2021, "economy"))
        let model = try #require(entry.model)
        #expect((model.title, model.status?.value, model.quantity, model.lead, model.scale) == ("Vườn", "new", 3, "Chi bộ", "Cả thôn"))
        #expect(entry.results.map(\.value) == ["1548", "36,6"], "figures stay as written")
        #expect(entry.results.map(\.unit) == ["m²", ""] && entry.results.map(\.what) == ["đất hiến", ""])
        #expect((entry.registrationID?.value, entry.scoreSheetID?.value) == ("DK-1", "BD-1"))
        #expect(entry.summary.value == "Dòng một dòng hai" && entry.achievementsSection?.value == "Thành tích")
        #expect(entry.photos.map(\.file.value) == ["entries/2021/vuon-mau-2021/a.jpg", "media/b.png"])
        #expect(entry.photos.map(\.role) == [.portrait, .activity] && entry.photos.map(\.alt) == ["Ảnh A", "Ảnh B"])
        #expect(entry.photos.map(\.caption) == ["Chú thích", nil] && entry.photos.map(\.credit) == ["Người chụp", nil])
        #expect(entry.publication.status == .ready && entry.publication.from?.iso == "2021-10-01")
        let consent = try #require(entry.publication.consent)
        #expect(consent.givenBy == "Đảng ủy" && consent.on.value.iso == "2021-07-06" && consent.covers == [.name, .photos])
        #expect(!consent.isByGuardian && consent.withdrawnOn == nil && entry.publication.sensitive.isEmpty)
        #expect(entry.corrections.map(\.on.value.iso) == ["2021-11-05", "2021-12-01"])
        #expect(entry.corrections.map(\.text) == ["36,6 tấn, không phải 63,6.", "Chi bộ có 12 đảng viên."])
        #expect(entry.place(entry.corrections[0].on).description == "\(Self.path):30:10")
        #expect(entry.aliases.map(\.value) == ["/cu/", "/cu-hon/"])
        #expect(entry.body.sections.map(\.title) == ["Thành tích"] && entry.body.sections.map(\.words) == [3])
        #expect(entry.body.sections.map(\.position.line) == [36])
    }

    @Test func readsThePointOfAPhotoThatMatters() throws {
        let text = Self.text.replacing("alt: \"Ảnh A\",", with: "alt: \"Ảnh A\", focus: [40, 25],")
        let entry = try #require(parse(text).value)
        #expect(entry.photos.map(\.focus) == [PictureFocus(x: 40, y: 25), nil])
        #expect(entry.leadPhoto?.file.value == "entries/2021/vuon-mau-2021/a.jpg")
        let lead = entry.pictureFrames.filter { $0.frame != .whole }
        #expect(lead.map(\.path) == ["entries/2021/vuon-mau-2021/a.jpg"] && lead.map(\.frame) == [.card(PictureFocus(x: 40, y: 25))])
        #expect(entry.pictureFrames.filter { $0.frame == .whole }.map(\.path) == entry.filePaths)
    }

    @Test(arguments: [
        ("[]", "focus-not-a-point"), ("[40]", "focus-not-a-point"), ("[40, 25, 1]", "focus-not-a-point"), ("[40, 101]", "out-of-range"),
        ("[giữa, 25]", "not-an-integer"),
        ("40", "wrong-kind"), ("[-1, 0]", "out-of-range"),
    ])
    func aPointThatIsNoneIsNamed(focus: String, code: String) {
        let parsed = parse(Self.text.replacing("alt: \"Ảnh A\",", with: "alt: \"Ảnh A\", focus: \(focus),"))
        #expect(parsed.diagnostics.map(\.code) == [code])
        #expect(parsed.diagnostics.allSatisfy { $0.place?.position?.line == 23 && $0.remedy != nil })
        #expect(parsed.value?.photos.map(\.focus) == [nil, nil])
    }

    @Test func readsVideos() throws {
        let videos = try #require(parse(Self.text).value).videos
        #expect(videos.map(\.title) == ["Phim", "Phim hai"])
        guard case .file(let file) = videos[0].source, case .address(let url) = videos[1].source else {
            return #expect(Bool(false), "a file, an address")
        }
        #expect(file.value == "entries/2021/vuon-mau-2021/phim.mp4" && url.value == "https://video.example.vn/1")
        #expect(videos[0].poster?.value == "entries/2021/vuon-mau-2021/a.jpg")
        #expect(videos[0].captions?.value == "entries/2021/vuon-mau-2021/phim.vtt")
        #expect(videos[0].transcript?.value == "media/phim.txt")
        #expect(videos[1].poster == nil && videos[1].captions == nil && videos[1].transcript == nil)
    }

    @Test func namesEveryFile() throws {
        let entry = try #require(parse(Self.text + "\n![c](c.jpg) [tệp](/media/d.pdf) [bài](../khac/index.md)\n").value)
        let own = ["a.jpg", "phim.mp4", "a.jpg", "phim.vtt", "c.jpg"].map { "entries/2021/vuon-mau-2021/" + $0 }
        #expect(entry.filePaths.sorted() == (own + ["media/b.png", "media/phim.txt", "media/d.pdf"]).sorted())
    }

    private static let least = """
        ---
        title: T
        programme: p
        subject: s
        award: KT-1
        place: x
        year: 2021
        field: f
        summary: S
        ---

        """

    @Test func whatNeedNotBeSaid() throws {
        let read = parse(Self.least, path: "content/entries/2021/mau.md")
        #expect(read.diagnostics.isEmpty)
        let entry = try #require(read.value)
        #expect(entry.id.value == "mau")
        guard case .award(let basis) = entry.basis else { return #expect(Bool(false), "the basis is an award") }
        #expect(basis.value == "KT-1")
        #expect(entry.publication.status == .draft && entry.publication.from == nil && entry.publication.consent == nil)
        #expect(
            entry.campaign == nil && entry.level == nil && entry.model == nil && entry.registrationID == nil && entry.scoreSheetID == nil)
        #expect(
            entry.results.isEmpty && entry.photos.isEmpty && entry.videos.isEmpty && entry.corrections.isEmpty && entry.aliases.isEmpty
                && entry.body.sections.isEmpty)
        #expect(entry.achievementsSection == nil && entry.body.words == 0)
    }

    @Test(
        arguments: [
            ("content/entries/2021/vu-dinh-lam.md", "vu-dinh-lam"), ("content/entries/2021/vu-dinh-lam/index.md", "vu-dinh-lam"),
            ("content/entries/vu-dinh-lam.md", "vu-dinh-lam"), ("content/entries/2021/a.b.md", "a.b"), ("x", "x"), ("index.md", ""),
        ])
    func idsComeFromFileNames(_ path: String, _ id: String) {
        #expect(EntryParser.defaultID(for: path) == id)
    }

    @Test(
        arguments: [
            ("Vũ Đình Lãm.md", nil, "invalid-id 1:1", "vu-dinh-lam"), ("mau.md", "Vuon-Mau", "invalid-id 2:5", "vuon-mau"),
            ("mau.md", "vườn mẫu", "invalid-id 2:5", "vuon-mau"), ("mau.md", "../khac", "invalid-id 2:5", "khac"),
            ("mau.md", "a--b", "invalid-id 2:5", "a-b"),
            ("Mau.md", "mau", nil, nil),
        ] as [(String, String?, String?, String?)])
    func idsMustSuitAddresses(_ file: String, _ id: String?, _ expected: String?, _ remedy: String?) {
        let text = id.map { Self.least.replacing("---\ntitle", with: "---\nid: \"\($0)\"\ntitle") } ?? Self.least
        let read = parse(text, path: "content/entries/2021/" + file)
        #expect(summary(read.diagnostics) == (expected.map { [$0] } ?? []))
        #expect((read.value == nil) == (expected != nil))
        if let remedy { #expect(read.diagnostics.first?.remedy?.vi.contains(remedy) == true) }
    }

    /// Some text of the sample, what stands there instead, and what is found; whether an entry is left.
    @Test(
        arguments: [
            ("no title", "title: \"Vườn mẫu\"\n", "", ["missing-key 2:1"], false),
            ("no basis", "recognition: CN-1\n", "", ["basis-missing 2:1"], false),
            ("two bases", "recognition: CN-1\n", "recognition: CN-1\naward: KT-1\n", ["basis-twice 9:8"], false),
            ("an unknown key", "level: district", "cap: district", ["unknown-key 6:1"], true),
            ("a year in words", "year: 2021", "year: hai nghìn", ["not-an-integer 10:7"], false),
            ("a year far off", "year: 2021", "year: 21", ["out-of-range 10:7"], false),
            ("a status that is none", "status: ready", "status: redy", ["unknown-value 28:19"], false),
            ("no status", "status: ready, ", "", ["missing-key 28:10"], false),
            ("no mapping of publish", "publish: {", "publish: ready #", ["yaml-comment-in-value 28:16", "wrong-kind 28:10"], false),
            ("no such day", "from: 01/10/2021", "from: 31/9/2021", ["no-such-day 28:32"], true),
            ("a consent without its day", "on: 2021-07-06, ", "", ["missing-key 28:53"], true),
            ("a picture without a description", ", alt: \"Ảnh B\"", "", ["missing-key 24:5"], true),
            ("a role that is none", "role: activity", "role: group", ["unknown-value 24:31"], true),
            ("a picture outside", "file: a.jpg", "file: ../../../../a.jpg", ["link-leaves-content 23:12"], true),
            ("a video of nothing", "file: phim.mp4, ", "", ["video-source 26:5"], true),
            ("a video of both", "file: phim.mp4, ", "file: phim.mp4, url: \"https://a.vn\", ", ["video-source 26:5"], true),
            ("a video elsewhere", "https://video.example.vn/1", "javascript:alert(1)", ["invalid-url 27:11"], true),
            ("a model without a title", "title: \"Vườn\", ", "", ["missing-key 12:8"], true),
            ("a result without a value", "value: 1548, ", "", ["missing-key 14:5"], true),
            ("a correction without its day", "on: 05/11/2021, ", "", ["missing-key 30:5"], true),
            ("a correction of nothing", ", text: \"Chi bộ có 12 đảng viên.\"", "", ["missing-key 31:5"], true),
            ("a correction's unknown key", "on: 2021-12-01, text", "on: 2021-12-01, link: x, text", ["unknown-key 31:22"], true),
            ("a key twice", "year: 2021", "year: 2021\nyear: 2022", ["yaml-duplicate-key 11:1"], true),
            ("an id without a value (faults: D7)", "id: vuon-mau-2021", "id:", ["empty-id 2:1"], false),
            ("a homoglyph in the id", "id: vuon-mau-2021", "id: vuon-m\u{430}u-2021", ["invalid-id 2:5"], false),
            ("marks in a title", "title: \"Vườn mẫu\"", "title: \"**Vườn** mẫu\"", ["markup-in-plain-text 3:8"], true),
            ("HTML in the story", "Mở đầu.", "Mở <b>đầu</b>.", ["markdown-raw-html 34:4"], true),
        ])
    func refusals(_ name: String, _ old: String, _ new: String, _ expected: [String], _ isLeft: Bool) {
        #expect(Self.text.contains(old))
        let read = parse(Self.text.replacing(old, with: new))
        #expect(summary(read.diagnostics) == expected, "\(name)")
        #expect((read.value != nil) == isLeft, "\(name)")
    }

    /// What an entry's file says of its publication is known though the rest of it can't be read.
    @Test(
        arguments: [
            ("title: T\npublish: {status: draft}\n", .draft), ("title: T\npublish: {status: withdrawn}\nyear: x\n", .withdrawn),
            ("title: T\n", .draft),
            ("publish: {status: redy}\n", nil), ("publish: ready\n", nil), ("- a\n", nil), ("a: [\n", nil),
        ] as [(String, Entry.Publication.Status?)])
    func statusOfWhatCannotBeRead(_ keys: String, _ status: Entry.Publication.Status?) {
        let read = EntryParser.parse(SourceText(path: Self.path, text: "---\n\(keys)---\nBài.\n"))
        #expect(read.value.entry == nil && read.value.status == status && read.diagnostics.hasErrors)
    }

    @Test(arguments: [
        ("", "front-matter-missing 1:1"), ("# Bài\n", "front-matter-missing 1:1"), ("---\ntitle: T\n", "front-matter-unclosed 1:1"),
    ])
    func noFrontMatter(_ text: String, _ expected: String) {
        #expect(summary(parse(text).diagnostics) == [expected])
        #expect(parse(text).value == nil)
    }

    @Test func emptyFrontMatter() {
        let read = parse("---\n---\nBài.\n")
        #expect(read.value == nil && read.diagnostics.hasErrors)
    }

    @Test func decomposedTextCountsColumnsAsEditorsShowThem() {
        let text = Self.text.replacing("title: \"Vườn mẫu\"", with: "title: \"Vu\u{31B}o\u{31B}\u{300}n ma\u{302}\u{303}u\", x: 1")
        #expect(parse(text).diagnostics.hasErrors)
        let composed = parse(Self.text.replacing("{value: 1548, unit: \"m²\"", with: "{value: \"vu\u{31B}o\u{31B}\u{300}n\", uint: \"m²\""))
        #expect(summary(composed.diagnostics) == ["unknown-key 14:21"])
    }
}
