import Diagnostics
import Eligibility
import Programmes

/// The catalogue of rules, written here a second time so that the programmes' files are held against it.
enum Catalogue {
    /// The ids of a plan's rules, in the catalogue's order.
    static func ids(of plan: Plan) -> [String] {
        switch plan {
        case .lucNgan: numbered("LN", 1...3, 7...35)
        case .yenBai: numbered("YB", 1...6) + ["YB-06b"] + numbered("YB", 7...28)
        case .vanNinh: numbered("VN", 1...2, 5...15, 20...24, 26...43, 50...56)
        }
    }

    /// The catalogue's id of a programme's rule: a programme splits some into `VN-35a`, `VN-35b` and so on.
    static func id(of rule: RuleDeclaration) -> String {
        guard let last = rule.id.last, last.isLetter, rule.id != "YB-06b" else { return rule.id }
        return String(rule.id.dropLast())
    }

    private static func numbered(_ plan: String, _ numbers: ClosedRange<Int>...) -> [String] {
        numbers.joined().map { "\(plan)-\($0 < 10 ? "0" : "")\($0)" }
    }
}

extension RuleDeclaration {
    /// Whether the rule only informs: nobody is ever held against it.
    var onlyInforms: Bool { kind.value == RuleCatalogue.statementKind }
}
