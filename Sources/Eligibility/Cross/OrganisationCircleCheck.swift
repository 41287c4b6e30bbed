import Diagnostics
import Formats
import Registers

/// Finds organisations that, followed upwards by `organisation_id`, lead back to themselves on some day.
struct OrganisationCircleCheck {
    private let registers: Registers
    /// The rows that name an organisation above, by the id of the one below.
    private let above: [String: [Subject]]

    init(registers: Registers) {
        self.registers = registers
        // Nobody works in a person: only those that somebody stands below can be on a circle.
        let parents = Set(registers.rows.subjects.lazy.compactMap(\.organisationID))
        above = Dictionary(grouping: registers.rows.subjects.filter { $0.organisationID != nil && parents.contains($0.id) }, by: \.id)
    }

    /// One finding for each circle.
    func check() -> [Diagnostic] {
        var isDone: Set<String> = []
        var found: [Diagnostic] = []
        for id in above.keys.sorted() where !isDone.contains(id) { walk(from: id, &isDone, &found) }
        return found
    }

    /// Goes up from one organisation without recursion: a register may be a chain of thousands.
    private func walk(from start: String, _ isDone: inout Set<String>, _ found: inout [Diagnostic]) {
        var path: [(id: String, rows: [Subject], next: Int)] = []
        var depth: [String: Int] = [:]
        func enter(_ id: String) {
            depth[id] = path.count
            path.append((id, (above[id] ?? []).sorted { ($0.organisationID!, $0.row.row) < ($1.organisationID!, $1.row.row) }, 0))
        }
        enter(start)
        while let top = path.last {
            guard top.next < top.rows.count else {
                isDone.insert(top.id)
                depth[top.id] = nil
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let parent = top.rows[top.next].organisationID!
            if let entry = depth[parent] {
                let circle = path[entry...].map { $0.rows[$0.next - 1] }
                if holdsOnOneDay(circle) { found.append(report(circle)) }
            } else if above[parent] != nil, !isDone.contains(parent) {
                enter(parent)
            }
        }
    }

    /// A unit that moved below its former subordinate is on no circle.
    private func holdsOnOneDay(_ circle: [Subject]) -> Bool {
        let from = circle.compactMap(\.from).max(), to = circle.compactMap(\.to).min()
        guard let from, let to else { return true }
        return from <= to
    }

    private func report(_ circle: [Subject]) -> Diagnostic {
        // The same words whichever of them the walk came to first.
        let start = circle.indices.min { circle[$0].id < circle[$1].id }!
        let ordered = circle[start...] + circle[..<start]
        let chain = (ordered.prefix(10).map(\.id) + (ordered.count > 10 ? ["…"] : []) + [ordered.first!.id]).joined(separator: " → ")
        return Diagnostic(
            .error, "circular-organisations",
            ordered.count == 1
                ? Message(vi: "“\(ordered.first!.id)” thuộc chính nó", en: "“\(ordered.first!.id)” stands below itself")
                : Message(vi: "các tổ chức thuộc lẫn nhau thành vòng: \(chain)", en: "organisations stand below one another: \(chain)"),
            at: registers.place(of: ordered.first!.row, column: "organisation_id"),
            remedy: Message(vi: "sửa cột organisation_id của một dòng trong vòng này", en: "mend organisation_id in one row of the circle"),
            notes: ordered.dropFirst().map { subject in
                Diagnostic.Note(
                    Message(
                        vi: "“\(subject.id)” thuộc “\(subject.organisationID!)”", en: "“\(subject.id)” below “\(subject.organisationID!)”"),
                    at: registers.place(of: subject.row, column: "organisation_id"))
            })
    }
}
