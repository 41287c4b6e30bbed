import Diagnostics

/// Which routine calls which, to find inclusions that never end.
struct CallGraph {
    private struct Call {
        let target: Int
        let place: SourcePlace
    }

    /// By caller; only calls that take no step down into the data.
    private var level: [Int: [Call]] = [:]

    /// With `descends`, a section over a part of the data stands between: as data ends, so does
    /// a recursion through such calls.
    mutating func add(from caller: Int, to target: Int, descends: Bool, at place: SourcePlace) {
        if !descends { level[caller, default: []].append(Call(target: target, place: place)) }
    }

    /// The calls that close a circle of calls without a step down. Values stay the same along it,
    /// so whoever gets into it never comes out.
    func endlessCalls() -> [SourcePlace] {
        var places: [SourcePlace] = []
        var finished: Set<Int> = []
        var path: Set<Int> = []
        func visit(_ routine: Int) {
            path.insert(routine)
            for call in level[routine] ?? [] where !finished.contains(call.target) {
                if path.contains(call.target) {
                    places.append(call.place)
                } else {
                    visit(call.target)
                }
            }
            path.remove(routine)
            finished.insert(routine)
        }
        for routine in level.keys.sorted() where !finished.contains(routine) { visit(routine) }
        return places
    }
}
