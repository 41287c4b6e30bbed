import Diagnostics
import Formats

/// A form on which points are given.
package struct ScoreSheet: Sendable {
    /// One row of a score sheet.
    package struct Criterion: Sendable {
        package var number: Int
        package var maximum: Int
        package var text: String
        /// What the form asks for as evidence, in its words.
        package var evidence: String?
        /// Where its number stands.
        package var place: SourcePlace
    }

    /// Criteria that the form adds up by themselves.
    package struct Part: Sendable {
        package var id: String
        package var name: String
        package var maximum: Int
        package var criteria: [Int]
        /// Where its maximum stands.
        package var place: SourcePlace
    }

    /// The smallest step in which points are given.
    package enum Step: String, Sendable, CaseIterable {
        case whole, half

        /// The step in tenths of a point.
        package var tenths: Int { self == .whole ? 10 : 5 }

        /// Whether points lie on a step.
        package func holds(_ points: Points) -> Bool { points.tenths.isMultiple(of: tenths) }

        /// The fewest points in this step that are at least that share of a maximum: for 90 per cent of 15,
        /// 13,5 in halves and 14 in whole points. Never rounded down.
        package func fewest(percent: Int, of maximum: Int) -> Points {
            let needed = maximum * 10 * percent
            let unit = tenths * 100
            return Points(tenths: (needed + unit - 1) / unit * tenths)
        }
    }

    /// What a sum of all criteria is called in registers.
    package static let totalID = "total"

    package var id: String
    package var name: String
    /// Whose achievements it scores; the first form of the programme whose condition holds is an entry's.
    package var condition: Condition
    package var maximumTotal: Int
    package var step: Step
    package var parts: [Part]
    package var criteria: [Criterion]
    /// Where its id stands.
    package var place: SourcePlace
    /// Where its total stands.
    package var totalPlace: SourcePlace

    /// The criterion of that number.
    package func criterion(_ number: Int) -> Criterion? { criteria.first { $0.number == number } }
}
