/// Rows by a text key: one dictionary and one array for the whole register, however many rows share a
/// key.
package struct GroupedIndex: Sendable {
    private var ranges: [String: Range<Int32>]
    private var order: [Int32]

    /// Groups the rows, keeping the register's order within a group.
    package init<Row>(_ rows: [Row], by key: (Row) -> String) {
        var counts: [String: Int32] = [:]
        counts.reserveCapacity(rows.count)
        for row in rows { counts[key(row), default: 0] += 1 }
        ranges = [:]
        ranges.reserveCapacity(counts.count)
        order = [Int32](repeating: 0, count: rows.count)
        var next: Int32 = 0
        for (index, row) in rows.enumerated() {
            let key = key(row)
            if let range = ranges[key] {
                order[Int(range.upperBound)] = Int32(index)
                ranges[key] = range.lowerBound..<(range.upperBound + 1)
            } else {
                order[Int(next)] = Int32(index)
                ranges[key] = next..<(next + 1)
                next += counts[key]!
            }
        }
    }

    /// The indices of the rows with that key, in the register's order.
    package subscript(key: String) -> some RandomAccessCollection<Int32> {
        order[(ranges[key] ?? 0..<0).asInt]
    }

    package var keys: some Sequence<String> { ranges.keys }
}

extension Range<Int32> {
    fileprivate var asInt: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
