import Diagnostics
import Registers
import Vietnamese

/// Finds one person, or one unit, under two ids: then its rows are parted and rules see half of them.
///
/// A name alone is no proof, since Nguyễn Văn An is everybody: the year of birth and the organisation must
/// be the same as well. Where neither is recorded of people, it is only worth a notice.
struct SameSubjectCheck {
    let registers: Registers

    /// What would be the same of one subject under two ids.
    struct Likeness: Hashable {
        let kind: SubjectKind
        let name: String
        let birthYear: Int?
        let organisationID: String?
        let organisationType: String?
        let placeID: String?

        init(_ subject: Subject) {
            kind = subject.kind
            name = Fold.comparable(subject.name, ignoringCase: true)
            birthYear = subject.birthYear
            organisationID = subject.organisationID
            organisationType = subject.organisationType
            placeID = subject.placeID
        }

        /// Whether there is more to it than a name that many may bear.
        var isTelling: Bool { kind == .collective || birthYear != nil || organisationID != nil || placeID != nil }
    }

    func check() -> [Diagnostic] {
        let subjects = registers.rows.subjects
        var first: [Int: Int] = [:]
        var near: Set<Int> = []
        var names = LooseName()
        first.reserveCapacity(subjects.count)
        for (index, subject) in subjects.enumerated() {
            if let other = first.updateValue(index, forKey: hash(of: subject, &names)) { near.formUnion([other, index]) }
        }
        return Dictionary(grouping: near) { Likeness(subjects[$0]) }
            .compactMap { likeness, indices in report(likeness, indices.map { subjects[$0] }) }
    }

    /// A number that is the same for subjects alike, and hardly ever for others.
    private func hash(of subject: Subject, _ names: inout LooseName) -> Int {
        var hasher = Hasher()
        names.hash(subject.name, into: &hasher)
        hasher.combine(subject.kind)
        hasher.combine(subject.birthYear)
        hasher.combine(subject.organisationID)
        hasher.combine(subject.organisationType)
        hasher.combine(subject.placeID)
        return hasher.finalize()
    }

    private func report(_ likeness: Likeness, _ rows: [Subject]) -> Diagnostic? {
        guard rows.count > 1 else { return nil }
        // A person who returns to an earlier position has two rows alike under one id.
        let subjects = Dictionary(grouping: rows, by: \.id).values.map { $0.min { ($0.name, $0.row.row) < ($1.name, $1.row.row) }! }.sorted
        { $0.id < $1.id }
        guard let named = subjects.first, subjects.count > 1 else { return nil }
        let ids = subjects.prefix(10).map { "“\($0.id)”" }.joined(separator: ", ") + (subjects.count > 10 ? ", …" : "")
        return Diagnostic(
            likeness.isTelling ? .warning : .notice, "same-subject-twice",
            Message(
                vi: "“\(named.name)” có \(subjects.count) mã mà mọi thông tin để nhận biết đều như nhau: \(ids)",
                en: "“\(named.name)” has \(subjects.count) ids, and nothing on record tells them apart: \(ids)"),
            at: registers.place(of: subjects[1].row, column: "subject_id"),
            remedy: Message(
                vi: "nếu là một thì dùng một mã ở mọi sổ; nếu là hai thì ghi năm sinh, nơi công tác hoặc địa bàn để phân biệt",
                en: "use one id in all registers; or, if there are two, record the year of birth, the organisation or the place"),
            notes: subjects.enumerated().filter { $0.offset != 1 }.map { _, subject in
                Diagnostic.Note(
                    Message(vi: "mã “\(subject.id)”", en: "the id “\(subject.id)”"),
                    at: registers.place(of: subject.row, column: "subject_id"))
            })
    }
}
