/// A stack of values in which names are looked up while rendering, innermost first.
struct DynamicFrames: RenderFrames {
    private var stack: [TemplateValue]

    init(root: TemplateValue, table: Void) {
        stack = [root]
    }

    /// The first of the names is looked up in all frames, the others only within what it gave; what
    /// isn't there is absent.
    func value(at name: NamePath) -> TemplateValue {
        guard let first = name.components.first else { return stack[stack.count - 1] }
        let start = stack.lazy.reversed().compactMap { Self.field(first, of: $0) }.first
        return name.components.dropFirst().reduce(start ?? .absent) { Self.field($1, of: $0) ?? .absent }
    }

    private static func field(_ name: String, of value: TemplateValue) -> TemplateValue? {
        guard case .record(let record) = value, let slot = record.shape.slot(named: name) else { return nil }
        return record.values[slot]
    }

    func save(_ frame: TemplateFrame) -> Int { stack.count }

    mutating func enter(_ value: TemplateValue, _ frame: TemplateFrame) -> Bool {
        stack.append(value)
        return true
    }

    mutating func enter(_ record: Record, _ frame: TemplateFrame) -> Bool {
        enter(.record(record), frame)
    }

    mutating func restore(_ saved: Int, _ frame: TemplateFrame) {
        stack.removeSubrange(saved...)
    }
}
