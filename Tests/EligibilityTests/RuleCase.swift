import Diagnostics
import Eligibility
import Programmes
import Registers
import Testing

/// One change of the sample board and what the rule then says of one of its entries.
struct RuleCase: Sendable, CustomTestStringConvertible {
    /// Where a finding must point.
    enum Spot: Sendable {
        case cell(Cell)
        /// The value of a key of the entry's front matter.
        case key(String)
        /// Where this text first stands in the entry's file.
        case text(String)
    }

    /// A finding: its code, and the place to which it points.
    struct Expected: Sendable {
        var code: String
        var spot: Spot
    }

    var rule: String
    var name: String
    /// The entry that the case is about.
    var entry: String
    var status: OutcomeStatus
    var finding: Expected?
    /// Other rules of the same entry whose outcomes the change touches as well.
    var others: Set<String>
    var change: @Sendable (inout SampleBoard) -> Void

    init(
        _ rule: String, _ name: String, _ entry: String, _ status: OutcomeStatus, _ code: String? = nil, at spot: Spot? = nil,
        others: Set<String> = [], _ change: @escaping @Sendable (inout SampleBoard) -> Void = { _ in }
    ) {
        self.rule = rule
        self.name = name
        self.entry = entry
        self.status = status
        self.finding = code.map { Expected(code: $0, spot: spot!) }
        self.others = others
        self.change = change
    }

    var testDescription: String { "\(rule): \(name)" }

    /// Changes the board, checks it, and compares everything that the rule says.
    func run() async throws {
        var board = SampleBoard()
        let before = try await board.check().statuses(of: entry)
        change(&board)
        let result = try await board.check()
        let after = try result.statuses(of: entry)
        #expect(after[rule] == status)
        // The change must reach the outcomes that the case names, and no others.
        let changed = Set(after.keys.filter { after[$0] != before[$0] })
        #expect(changed.subtracting([rule]) == others)

        let declaration = try #require(result.corpus.programmes[0].rules.first { $0.id == rule })
        let findings = try result.findings(rule, of: entry)
        if let finding {
            let found = try #require(findings.first, "the rule found nothing")
            #expect(findings.count == 1)
            #expect(found.code == finding.code)
            #expect(found.place?.description == board.place(finding.spot, of: entry))
            #expect(found.clause == Clause(rule: rule, cite: LucNgan.cites[rule] ?? "?", document: LucNgan.document))
            #expect(found.severity == (status == .pass ? min(.warning, declaration.severity) : declaration.severity))
            #expect(found.required != nil && found.remedy != nil)
        } else {
            #expect(findings.isEmpty)
        }
        let isHeld = declaration.severity == .error && (status == .fail || status == .unknown)
        #expect(try result.entry(entry).fate == (isHeld || others.contains { after[$0] != .pass } ? .withheld : .published))
    }
}

extension SampleBoard {
    /// `path:line:column` of what a finding must point at.
    func place(_ spot: RuleCase.Spot, of entry: String) -> String {
        let entry = self[entry: entry]
        switch spot {
        case .key(let key):
            let position = entry.position(ofKey: key)
            return "\(entry.path):\(position.line):\(position.column)"
        case .text(let text):
            let position = entry.position(of: text)
            return "\(entry.path):\(position.line):\(position.column)"
        case .cell(let cell):
            let table = self[cell.register]
            let position = table.position(row: table.index(ofRow: cell.match), column: table.index(ofColumn: cell.column))
            return "\(cell.register.path):\(position.line):\(position.column)"
        }
    }
}

/// The plan of Lục Ngạn as its catalogue reads, written here a second time so that the programme's file
/// is held against it.
enum LucNgan {
    static let document = "Kế hoạch số 29-KH/HU ngày 02/6/2021 của Ban Thường vụ Huyện ủy Lục Ngạn"

    /// The clause of each rule that can be checked.
    static let cites = [
        "LN-02": "I", "LN-07": "III.2.1", "LN-08": "III.2.1", "LN-09": "III.2.1", "LN-10": "III.2.1", "LN-11": "III.2.2",
        "LN-12": "III.2.2", "LN-13": "III.2.2", "LN-14": "III.2.2", "LN-15": "III.2.2", "LN-16": "III.2.2", "LN-17": "III.2.3",
        "LN-18": "III.2.3", "LN-19": "III.3", "LN-20": "III.3; các mẫu kèm theo", "LN-21": "III.3; các mẫu kèm theo", "LN-22": "III.3",
        "LN-23": "III.3", "LN-25": "Mẫu báo cáo thành tích tập thể, mục II", "LN-26": "Mẫu báo cáo thành tích cá nhân, mục II",
        "LN-27": "Mẫu danh sách trích ngang điển hình tập thể, cá nhân", "LN-30": "IV.1", "LN-32": "Mẫu báo cáo thành tích tập thể",
        "LN-33": "Mẫu báo cáo thành tích cá nhân", "LN-34": "Mẫu danh sách trích ngang điển hình tập thể, cá nhân",
        "LN-35": "Mẫu báo cáo thành tích tập thể, cá nhân; mục II",
    ]
}

/// A number of words, counted as the plan counts them.
func words(_ count: Int) -> String { Array(repeating: "chữ", count: count).joined(separator: " ") }
