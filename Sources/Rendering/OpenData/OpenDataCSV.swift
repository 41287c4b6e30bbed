import Board
import Diagnostics
import Formats

/// The open data as CSV (RFC 4180), and what its columns are (CSV on the Web: "Metadata Vocabulary for Tabular Data").
///
/// The files are for people with a spreadsheet: they begin with a byte order mark, without which Vietnamese is read as
/// something else; and no cell can be taken for a formula. Programs had better take the JSON, where every word stands
/// as it was written.
enum OpenDataCSV {
    static func file(_ part: OpenDataFiles.Part, _ context: RenderContext) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        bytes.reserveCapacity(1024 + part.honours.count * 1024)
        row(OpenDataColumn.all.map(\.name), &bytes)
        for index in part.honours {
            let model = EntryModel(index, in: context)
            row(OpenDataColumn.all.map { cell($0.read(model)) }, &bytes)
        }
        return bytes
    }

    private static func cell(_ value: OpenDataColumn.Value) -> String {
        switch value {
        case .none: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .list(_, let words): words
        }
    }

    private static func row(_ cells: [String], _ bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
        bytes += "\r\n".utf8
    }

    /// Writes a cell. One that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV
    /// Injection"): it is then shown as text, and no name on the board can run anything in an official's office.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        let isQuoted = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
        if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    }

    // MARK: The columns

    static func columns(_ context: RenderContext) -> [UInt8] {
        let columns = OpenDataColumn.all.map { column -> JSONValue in
            var members: [(key: String, value: JSONValue)] = [
                ("name", .string(column.name)), ("titles", .string(column.name)),
                ("dc:description", .object([("@value", .string(column.words)), ("@lang", "vi")])),
                ("datatype", .string(datatype(of: column.kind))), ("required", .bool(column.isAlwaysThere)),
            ]
            if case .list = column.kind { members.append(("separator", .string(OpenDataColumn.separator))) }
            return .object(members)
        }
        let tables = context.plan.openData.parts.map { part -> JSONValue in
            .object([("url", .string(context.addresses.absolute(part.csv)))])
        }
        let value = JSONValue.object([
            ("@context", .array(["http://www.w3.org/ns/csvw", .object([("@language", "vi")])])),
            ("dc:title", .string("Dữ liệu mở của \(context.plan.configuration.title)")),
            ("dialect", .object([("encoding", "utf-8"), ("lineTerminators", .array(["\r\n"])), ("header", true)])),
            ("tableSchema", .object([("columns", .array(columns)), ("primaryKey", "id")])), ("tables", .array(tables)),
        ])
        return Array((value.text + "\n").utf8)
    }

    private static func datatype(of kind: OpenDataColumn.Kind) -> String {
        switch kind {
        case .text, .code, .list: "string"
        case .address: "anyURI"
        case .day: "date"
        case .year: "gYear"
        }
    }
}
