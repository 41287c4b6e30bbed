/// One kind of thing that happens to a board. Its `take` says what it did in words that are the same for the same seed, or
/// nil where the board gave no occasion.
struct StepKind: Sendable {
    let name: String
    /// What it does, in a line.
    let says: String
    /// How often it is taken, beside the others.
    let weight: Int
    let take: @Sendable (inout BoardEditor) throws -> String?

    init(_ name: String, _ says: String, weight: Int = 2, _ take: @escaping @Sendable (inout BoardEditor) throws -> String?) {
        (self.name, self.says, self.weight, self.take) = (name, says, weight, take)
    }

    static let all = entries + entryFiles + registers + places + rules + site + design + pictures + files + clock
}
