import Board
import Diagnostics
import Formats

/// The open data as JSON, and its schema (JSON Schema 2020-12).
enum OpenDataJSON {
    /// One file: what it is, then an honour a line.
    static func file(_ part: OpenDataFiles.Part, _ context: RenderContext) -> [UInt8] {
        let plan = context.plan
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024 + part.honours.count * 2048)
        for (index, member) in head(of: part, context).enumerated() {
            bytes += (index == 0 ? "{\n" : ",\n").utf8
            JSONValue.string(member.key).append(to: &bytes)
            bytes += ": ".utf8
            member.value.append(to: &bytes)
        }
        bytes += ",\n\"honours\": [".utf8
        for (number, index) in part.honours.enumerated() {
            bytes += (number == 0 ? "\n" : ",\n").utf8
            object(EntryModel(index, in: context)).append(to: &bytes)
        }
        bytes += (plan.honours.isEmpty ? "]\n}\n" : "\n]\n}\n").utf8
        return bytes
    }

    private static func head(of part: OpenDataFiles.Part, _ context: RenderContext) -> [(key: String, value: JSONValue)] {
        let configuration = context.plan.configuration
        let days = part.honours.map { context.plan.honours[$0].updatedOn }
        return [
            ("title", .string(configuration.title)), ("publisher", .string(configuration.publisher.name)),
            ("page", .string(context.addresses.absolute(Route.openData))),
            ("schema", .string(context.addresses.absolute(OpenDataFiles.schema))), ("sample", .bool(configuration.isSample)),
            ("year", part.year.map(JSONValue.integer) ?? .null), ("updated", JSONValue(days.max()?.iso)),
            ("count", .integer(part.honours.count)),
        ]
    }

    private static func object(_ model: EntryModel) -> JSONValue {
        .object(OpenDataColumn.all.map { ($0.name, json($0.read(model), $0.kind)) })
    }

    private static func json(_ value: OpenDataColumn.Value, _ kind: OpenDataColumn.Kind) -> JSONValue {
        switch value {
        case .none: return .null
        case .text(let text): return .string(text)
        case .number(let number): return .integer(number)
        case .list(let items, _):
            guard case .list(let members) = kind else { return .null }
            return .array(items.map { item in .object(zip(members, item).map { ($0.name, JSONValue($1)) }) })
        }
    }

    /// The files there are, for programs that fetch them all.
    static func index(_ context: RenderContext) -> [UInt8] {
        let plan = context.plan, files = plan.openData
        func address(_ route: String) -> JSONValue { .string(context.addresses.absolute(route)) }
        let listed = files.parts.flatMap { part -> [JSONValue] in
            [("application/json", part.json), ("text/csv", part.csv)].map { type, route in
                .object([
                    ("url", address(route)), ("media_type", .string(type)), ("year", part.year.map(JSONValue.integer) ?? .null),
                    ("count", .integer(part.honours.count)),
                ])
            }
        }
        let value = JSONValue.object([
            ("title", .string(plan.configuration.title)), ("page", address(Route.openData)), ("schema", address(OpenDataFiles.schema)),
            ("columns", address(OpenDataFiles.columns)), ("sample", .bool(plan.configuration.isSample)),
            ("updated", JSONValue(plan.honours.map(\.updatedOn).max()?.iso)), ("count", .integer(plan.honours.count)),
            ("files", .array(listed)),
        ])
        return Array((value.text + "\n").utf8)
    }

    // MARK: The schema

    static func schema(_ context: RenderContext) -> [UInt8] {
        let own = context.addresses.absolute(OpenDataFiles.schema)
        let honour = object(
            OpenDataColumn.all.map { column in (column.name, type(of: column.kind, column.words, isAlwaysThere: column.isAlwaysThere)) })
        let file = object([
            ("title", described("string", "Tên bảng vàng")), ("publisher", described("string", "Cơ quan phụ trách")),
            ("page", described("string", "Trang giới thiệu dữ liệu", format: "uri")),
            ("schema", described("string", "Địa chỉ của lược đồ này", format: "uri")),
            ("sample", described("boolean", "Đúng khi toàn bộ dữ liệu là minh họa")),
            ("year", nullable(described("integer", "Năm vinh danh, khi tệp chỉ gồm một năm"))),
            ("updated", nullable(described("string", "Ngày thay đổi gần nhất trong tệp", format: "date"))),
            ("count", described("integer", "Số lượt vinh danh trong tệp")),
            ("honours", .object([("type", "array"), ("items", .object([("$ref", "#/$defs/honour")]))])),
        ])
        guard case .object(let members) = file else { preconditionFailure("a schema of an object is an object") }
        let value = JSONValue.object(
            [
                ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", .string(own)),
                ("title", .string("Dữ liệu mở của \(context.plan.configuration.title)")),
            ] + members + [("$defs", .object([("honour", honour)]))])
        return Array((value.text + "\n").utf8)
    }

    /// An object that has all of these members and no other.
    private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object([
            ("type", "object"), ("required", .array(members.map { .string($0.0) })), ("additionalProperties", false),
            ("properties", .object(members.map { (key: $0.0, value: $0.1) })),
        ])
    }

    private static func type(of kind: OpenDataColumn.Kind, _ words: String, isAlwaysThere: Bool) -> JSONValue {
        let plain: JSONValue =
            switch kind {
            case .text, .code: described("string", words)
            case .address: described("string", words, format: "uri")
            case .day: described("string", words, format: "date")
            case .year: described("integer", words)
            case .list(let members):
                .object([
                    ("description", .string(words)), ("type", "array"),
                    ("items", object(members.map { ($0.name, type(of: $0.kind, $0.words, isAlwaysThere: true)) })),
                ])
            }
        if case .list = kind { return plain }
        return isAlwaysThere ? plain : nullable(plain)
    }

    private static func described(_ type: String, _ words: String, format: String? = nil) -> JSONValue {
        .object([("description", .string(words)), ("type", .string(type))] + (format.map { [("format", .string($0))] } ?? []))
    }

    private static func nullable(_ schema: JSONValue) -> JSONValue {
        guard case .object(let members) = schema else { return schema }
        return .object(members.map { $0.key == "type" ? ($0.key, .array([$0.value, "null"])) : $0 })
    }
}
