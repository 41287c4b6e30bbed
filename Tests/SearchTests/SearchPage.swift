import Foundation
import Search
import TestSupport

/// The script of the search page, run over an index in a headless browser. No server: what the script fetches is in the page.
struct SearchPage {
    /// What the page shows for a query.
    struct Answer: Decodable, Equatable {
        struct Row: Decodable, Equatable {
            var address: String
            var text: String
            /// The words that are marked.
            var marks: [String]
            /// The names of all elements within the row, in capitals.
            var elements: [String]
        }

        var status: String
        var rows: [Row]
        var hasMore: Bool
        /// The files fetched for it.
        var files: [String]
        /// What a filter offers, by its name.
        var choices: [String: [String]]

        /// The numbers of the documents shown, as `SearchContent.sample` gives addresses.
        var documents: [Int] { rows.compactMap { $0.address.split(separator: "-").last.flatMap { Int($0.dropLast()) } } }
    }

    /// The browser, where there is one.
    static let browser = [ProcessInfo.processInfo.environment["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"]
        .compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Opens the page once for each search (`q=…&nam=…`, as in an address) over one index.
    ///
    /// - Parameter broken: files that can't be loaded.
    static func ask(_ content: SearchContent, _ searches: [String], broken: Set<String> = []) throws -> [Answer] {
        let folder = try TestFolder()
        var files: [String: String] = [:]
        for file in SearchIndexBuilder.files(for: content) where !broken.contains(file.name) {
            files[file.name] = String(decoding: file.bytes, as: UTF8.self)
        }
        let script = try String(contentsOfFile: Repository.root + "/site-templates/assets/tim-kiem.js", encoding: .utf8)
        let page = """
            <!DOCTYPE html><meta charset="utf-8"><title>Thử</title>\(markup)<pre id="out"></pre>
            <script>const files = \(try json(files)), searches = \(try json(searches)); \(frame)</script>
            <script>\(script)</script><script>\(driver)</script>
            """
        try page.write(toFile: folder.path + "/page.html", atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: browser ?? "/usr/bin/false")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync", "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=600000", "--dump-dom",
            "file://\(folder.path)/page.html",
        ]
        let output = folder.path + "/dom.html"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let dom = try String(contentsOfFile: output, encoding: .utf8)
        guard let start = dom.range(of: "<pre id=\"out\">"), let end = dom.range(of: "</pre>", range: start.upperBound..<dom.endIndex),
            let text = String(dom[start.upperBound..<end.lowerBound]).removingPercentEncoding, !text.isEmpty
        else { throw Mistake(words: "the page wrote nothing") }
        return try JSONDecoder().decode([Answer].self, from: Data(text.utf8))
    }

    struct Mistake: Error { var words: String }

    private static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self).replacingOccurrences(of: "</", with: "<\\/")
    }

    /// The elements that the script looks for.
    private static let markup = """
        <form id="tim" data-base="/" data-index="chi-muc/" hidden><input name="q">
        <details id="tim-noi"><select name="noi"><option value=""></option></select></details>
        <details id="tim-loc"><select name="nam"><option value=""></option></select><select name="linh-vuc"><option value=""></option></select>
        <select name="loai"><option value=""></option></select><select name="cap"><option value=""></option></select>
        <select name="ke-hoach"><option value=""></option></select></details></form>
        <p id="tim-dem"></p><ol id="tim-ket-qua"></ol><button id="tim-them"></button>
        """

    /// Stands in for the network.
    private static let frame = """
        let asked = [];
        // A page that is a file has no history to write.
        history.pushState = history.replaceState = () => {};
        window.fetch = async address => {
          const name = address.replace('chi-muc/', '').replace(/[?].*/, '');
          asked.push(name);
          return {ok: name in files, text: async () => files[name], json: async () => JSON.parse(files[name])};
        };
        """

    /// Fills the form in, sends it, and notes what the page shows.
    private static let driver = """
        (async () => {
          const found = [];
          for (const search of searches) {
            asked = [];
            for (const id of ['tim-noi', 'tim-loc']) document.getElementById(id).open = false;
            const form = document.getElementById('tim'), asks = new URLSearchParams(search);
            for (const field of form.elements) {
              if (!field.name) continue;
              const value = asks.get(field.name) || '';
              if (field.options && ![...field.options].some(option => option.value === value)) field.add(new Option(value));
              field.value = value;
            }
            form.dispatchEvent(new Event('submit', {cancelable: true}));
            await new Promise(done => setTimeout(done, 50));
            const choices = {};
            for (const select of document.querySelectorAll('select')) choices[select.name] = [...select.options].slice(1).map(option => option.text);
            found.push({
              status: document.getElementById('tim-dem').textContent, hasMore: !document.getElementById('tim-them').hidden, files: asked, choices,
              rows: [...document.querySelectorAll('#tim-ket-qua > li')].map(row => ({
                address: row.querySelector('a').getAttribute('href'), text: row.textContent,
                marks: [...row.querySelectorAll('mark')].map(mark => mark.textContent), elements: [...row.querySelectorAll('*')].map(one => one.tagName)})),
            });
          }
          document.getElementById('out').textContent = encodeURIComponent(JSON.stringify(found));
        })();
        """
}
