import Diagnostics
import Entries
import Formats
import Registers

/// Honours counted: how many, of whom, and how many models they tell of.
package struct Tally: Sendable, Equatable {
    /// An honour that is given again counts again.
    package private(set) var honours = 0
    package private(set) var collectives = 0
    package private(set) var individuals = 0
    package private(set) var households = 0
    /// The models by what the plan's form asks: built in that year, kept up, or neither said.
    package private(set) var newModels = 0
    package private(set) var maintainedModels = 0
    package private(set) var otherModels = 0
    private var modelsByKind: [SubjectKind: Int] = [:]

    package init() {}

    /// All models.
    package var models: Int { newModels + maintainedModels + otherModels }

    /// How many honours went to one kind of subject.
    package func honours(of kind: SubjectKind) -> Int {
        switch kind {
        case .collective: collectives
        case .individual: individuals
        case .household: households
        }
    }

    mutating func add(_ kind: SubjectKind) {
        honours += 1
        switch kind {
        case .collective: collectives += 1
        case .individual: individuals += 1
        case .household: households += 1
        }
    }

    /// How many models were carried out by one kind of subject.
    package func models(of kind: SubjectKind) -> Int { modelsByKind[kind] ?? 0 }

    mutating func add(_ model: Entry.Model, of kind: SubjectKind) {
        // The form's column (3); an entry that leaves it out tells of one model.
        let quantity = model.quantity ?? 1
        modelsByKind[kind, default: 0] += quantity
        switch model.status?.value {
        case "new": newModels += quantity
        case "maintained": maintainedModels += quantity
        default: otherModels += quantity
        }
    }
}
