/// Where a strict template finds a value: the innermost record of one shape, a slot in it, and for
/// dotted names the slots from there on.
struct ShapeAddress: Sendable {
    static let noTail: Int32 = -1
    /// The innermost plain value: `{{.}}`.
    static let plain = ShapeAddress(register: .max, slot: 0, tail: noTail)

    let register: UInt16
    let slot: UInt16
    /// An index into the program's tails, or `noTail`.
    let tail: Int32
}

/// One register for each shape: the innermost record of it. A section puts its record there and
/// puts back what was there before, so a value is found without a search, however deep the recursion.
struct ShapeFrames: RenderFrames {
    struct Table: Sendable {
        /// By register.
        let shapes: [Shape]
        let tails: [[Int]]
    }

    enum Saved {
        case nothing
        case plain(TemplateValue)
        case record(Record)
    }

    private let table: Table
    private var records: [Record]
    private var plain = TemplateValue.absent

    /// The root is a record of the program's first shape. The other registers hold it too until a
    /// section fills them: the compiler has made sure that nobody reads them before.
    init(root: TemplateValue, table: Table) {
        guard case .record(let record) = root else { preconditionFailure("a strict template renders a record") }
        self.table = table
        records = Array(repeating: record, count: table.shapes.count)
    }

    func value(at address: ShapeAddress) -> TemplateValue {
        if address.register == ShapeAddress.plain.register { return plain }
        let value = records[Int(address.register)].values[Int(address.slot)]
        return address.tail == ShapeAddress.noTail ? value : follow(table.tails[Int(address.tail)], from: value)
    }

    private func follow(_ tail: [Int], from start: TemplateValue) -> TemplateValue {
        var value = start
        for slot in tail {
            guard case .record(let record) = value else { return .absent }
            value = record.values[slot]
        }
        return value
    }

    func save(_ frame: TemplateFrame) -> Saved {
        switch frame {
        case .none, .pushed: .nothing
        case .plain: .plain(plain)
        case .record(let register): .record(records[Int(register)])
        }
    }

    mutating func enter(_ value: TemplateValue, _ frame: TemplateFrame) -> Bool {
        switch (frame, value) {
        case (.none, _):
            return true
        case (.plain, _):
            plain = value
            return true
        case (_, .record(let record)):
            return enter(record, frame)
        default:
            return false
        }
    }

    mutating func enter(_ record: Record, _ frame: TemplateFrame) -> Bool {
        guard case .record(let register) = frame, record.shape === table.shapes[Int(register)] else { return false }
        records[Int(register)] = record
        return true
    }

    mutating func restore(_ saved: Saved, _ frame: TemplateFrame) {
        switch (saved, frame) {
        case (.plain(let value), _): plain = value
        case (.record(let record), .record(let register)): records[Int(register)] = record
        default: break
        }
    }
}
