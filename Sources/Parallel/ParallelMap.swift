/// Applies `transform` to every item on all cores and keeps the items' order, so that the result does
/// not depend on how many cores there were.
///
/// The only place in the program that starts concurrent work on data. Items are handed out in chunks:
/// a task for each item would cost more than most items do.
package func mapInParallel<Item: Sendable, Result: Sendable>(
    _ items: [Item], chunks wanted: Int = 32, _ transform: @Sendable @escaping (Item) throws -> Result
) async throws -> [Result] {
    try await mapChunksInParallel(items, chunks: wanted) { chunk in try chunk.map(transform) }
}

/// As `mapInParallel`, but hands whole chunks to `transform`, so that a chunk can keep buffers of its
/// own. The chunks' results are joined in order.
package func mapChunksInParallel<Item: Sendable, Result: Sendable>(
    _ items: [Item], chunks wanted: Int = 32, _ transform: @Sendable @escaping (ArraySlice<Item>) throws -> [Result]
) async throws -> [Result] {
    let size = max(1, (items.count + wanted - 1) / max(1, wanted))
    guard items.count > size else { return try transform(items[...]) }
    return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
        var parts: [[Result]?] = []
        for (index, start) in stride(from: 0, to: items.count, by: size).enumerated() {
            let chunk = items[start..<min(start + size, items.count)]
            parts.append(nil)
            group.addTask { (index, try transform(chunk)) }
        }
        for try await (index, part) in group { parts[index] = part }
        var result: [Result] = []
        result.reserveCapacity(items.count)
        for index in parts.indices {
            result += parts[index]!
            parts[index] = nil
        }
        return result
    }
}

/// Hands chunks of the items to `body` on all cores, where only its effects count.
package func forEachChunkInParallel<Item: Sendable>(
    _ items: [Item], chunks wanted: Int = 64, _ body: @Sendable @escaping (ArraySlice<Item>) throws -> Void
) async throws {
    _ = try await mapChunksInParallel(items, chunks: wanted) { chunk -> [Never] in
        try body(chunk)
        return []
    }
}
