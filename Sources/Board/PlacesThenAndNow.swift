import Places

extension Gazetteer {
    /// The ids of every place that an honour belongs to, by the chain of places on the day of the award: these, and those around what
    /// they became. A commune goes its own way through each reform; where it has no successor, the place around it has.
    func placesThenAndNow(of chain: [Place]) -> Set<String> {
        var ids = Set(chain.map(\.id))
        guard let start = chain.first(where: { hasLinks(from: $0.id) }) else { return ids }
        for later in followers(of: start.id) { ids.formUnion(self.chain(from: later.id).map(\.id)) }
        return ids
    }
}
