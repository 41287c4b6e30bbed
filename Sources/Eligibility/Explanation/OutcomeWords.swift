import Diagnostics

extension OutcomeStatus {
    /// What people read for it.
    package var name: Message {
        switch self {
        case .pass: Message(vi: "đạt", en: "met")
        case .fail: Message(vi: "không đạt", en: "not met")
        case .unknown: Message(vi: "chưa rõ", en: "not known")
        case .notApplicable: Message(vi: "không áp dụng", en: "not applicable")
        case .waived: Message(vi: "được miễn", en: "waived")
        }
    }
}
