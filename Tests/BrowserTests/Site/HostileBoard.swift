import Foundation
import TestSupport

/// A board of what nobody expects: names without end, scripts in every text, forty pictures, letters that run the other way.
///
/// Everything on it is invented.
enum HostileBoard {
    /// Runs where a text of the board gets through to a page as markup, or into a link.
    static let script =
        "<script>document.documentElement.dataset.hostile='x'</script><img src=x onerror=\"document.documentElement.dataset.hostile='x'\">"

    /// What each page is there for, by the entry's id.
    static let entries = [
        "ten-hai-tram-ky-tu", "khong-anh", "bon-muoi-anh", "mot-doan-hai-muoi-nghin-chu", "danh-sach-nhu-bang", "chu-nguoc-va-emoji",
        "ma-lenh-trong-moi-o",
    ]

    /// Puts the entries, and the rows that they rest on, beside those of the small board.
    static func board() throws -> SiteFixture {
        let site = try SiteFixture()
        for (number, id) in entries.enumerated() {
            let isScripted = id == "ma-lenh-trong-moi-o"
            let name = id == "ten-hai-tram-ky-tu" ? longName : isScripted ? "Hộ ông \(script)" : "Hộ ông Mẫu \(id)"
            let text = isScripted ? script : "Chủ tịch UBND xã Mẫu B"
            try site.append(to: "content/registers/subjects.csv", "\(id),household,\(cell(name)),,,,,,,,\n")
            try site.append(
                to: "content/registers/awards.csv",
                "KX-\(number),\(id),mau-2024,periodic,base,certificate_of_merit,2023,xa-mau-b,2\(number)/QĐ-UBND,2023-11-21,\(cell(text)),\(cell(text)),\(cell(text)),valid,,,\n"
            )
            try site.write("content/entries/2023/\(id)/index.md", entry(id, number))
        }
        for number in 1...40 { try site.write("content/entries/2023/bon-muoi-anh/\(picture(number))", SamplePicture.jpeg) }
        try site.write("content/entries/2023/ma-lenh-trong-moi-o/a.jpg", SamplePicture.jpeg)
        return site
    }

    /// Two hundred characters, the last sixty of them in one word.
    private static let longName =
        "Hộ ông " + String(repeating: "Nguyễn Quỳnh Ngưỡng ", count: 7).prefix(132) + " " + String(repeating: "ưỡng", count: 15)

    /// Spaces, accents and a `%` in every second one.
    private static func picture(_ number: Int) -> String {
        number.isMultiple(of: 2) ? "Ảnh số \(number) đạt 100%.jpg" : "a\(number).jpg"
    }

    /// A cell of a CSV file.
    private static func cell(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }

    /// A text between YAML's double quotes.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }

    private static func entry(_ id: String, _ number: Int) -> String {
        let isScripted = id == "ma-lenh-trong-moi-o"
        let text = isScripted ? script : "Gia đình hiến đất làm đường."
        let title = id == "ten-hai-tram-ky-tu" ? longName : isScripted ? script : titles[id] ?? id
        return """
            ---
            id: \(id)
            title: \(quoted(title))
            programme: mau-2024
            campaign: periodic
            level: base
            subject: \(id)
            award: KX-\(number)
            place: xa-mau-b
            year: 2023
            field: new_rural
            summary: \(quoted(text))
            \(extras[id] ?? "")
            publish: {status: ready, consent: {given_by: \(quoted(text)), on: 2023-11-01, covers: [name, photos]}}
            ---
            \(bodies[id] ?? text)

            """
    }

    private static let titles = [
        "chu-nguoc-va-emoji": "Chữ ngược مرحبا بالعالم và שלום 👨‍👩‍👧‍👦🏳️‍🌈"
    ]

    /// Keys that only one entry has.
    private static let extras = [
        "bon-muoi-anh": "photos:\n"
            + (1...40).map { "  - {file: \(quoted(picture($0))), role: activity, alt: \"Ảnh hoạt động số \($0)\"}" }.joined(separator: "\n"),
        "ma-lenh-trong-moi-o": """
        model: {title: \(quoted(script)), status: new, quantity: 1, lead: \(quoted(script)), scale: \(quoted(script))}
        results:
          - {value: "1", unit: \(quoted(script)), what: \(quoted(script))}
        photos:
          - {file: a.jpg, role: portrait, alt: \(quoted(script)), caption: \(quoted(script)), credit: \(quoted(script))}
        """,
    ]

    private static let bodies = [
        "mot-doan-hai-muoi-nghin-chu": String(repeating: "Bà con thôn Mẫu hiến đất, lùi rào, góp công. ", count: 2000),
        "danh-sach-nhu-bang": """
        | Hạng mục | Khối lượng | Đơn vị | Ghi chú | Người phụ trách | Thời gian | Kinh phí | Nguồn |
        |---|---|---|---|---|---|---|---|
        | Đường | 1.200 | m | Đổ bê tông | Tổ một | 2023 | 120.000.000 | Xã hội hóa |

        - Hạng mục ................................................................................................ 1
          - Nhỏ hơn
            - Nhỏ hơn nữa
              - Nhỏ hơn nhiều
                - \(String(repeating: "Dàikhôngnghỉ", count: 30))

        ```
        \(String(repeating: "cột\t", count: 60))
        ```
        """,
        "chu-nguoc-va-emoji": """
        مرحبا بالعالم، هذا نص من اليمين إلى اليسار. שלום עולם.

        👩🏽‍🌾👨‍👩‍👧‍👦🏳️‍🌈 \(String(repeating: "🌾", count: 200)) ngược Ễ Ộ Ữ Ẵ Ẩ \(String(repeating: "Ễ", count: 120))
        """,
        "ma-lenh-trong-moi-o": """
        \(script)

        <b onclick="document.documentElement.dataset.hostile='x'">chữ</b>

        <svg onload="document.documentElement.dataset.hostile='x'"></svg>
        """,
    ]
}
