import Diagnostics
import Formats

/// A rule that the law sets for every plan, and that no plan need repeat.
enum CommonRule: String {
    /// Nobody is honoured several times, or in several forms, for one achievement: Luật Thi đua, khen thưởng
    /// số 06/2022/QH15, chapter I, the principles of commendation.
    case oneAchievementOneAward = "PL-01"
    /// Nobody is honoured while a discipline is being considered, an investigation or inspection is under way
    /// or a complaint is being verified: Nghị định số 152/2025/NĐ-CP, the principles of awarding.
    case noAwardUnderHold = "PL-02"

    /// The clause as it is cited for a decision of that day: what is older rests on the law of its own time,
    /// which said the same.
    func clause(on day: CalendarDay) -> Clause {
        let isOlder = day < inForceFrom
        let document = (isOlder ? "quy định của pháp luật về thi đua, khen thưởng lúc đó, nay là " : "") + document
        return Clause(rule: rawValue, cite: cite, document: document)
    }

    /// What the rule asks for.
    var requirement: Message {
        switch self {
        case .oneAchievementOneAward:
            Message(
                vi: "không khen thưởng nhiều lần, nhiều hình thức cho một thành tích đạt được",
                en: "one achievement is not honoured several times, nor in several forms")
        case .noAwardUnderHold:
            Message(
                vi:
                    "chưa khen thưởng trong thời gian xem xét thi hành kỷ luật, điều tra, thanh tra, kiểm tra, hoặc xác minh khiếu nại, tố cáo",
                en: "nobody is honoured while a discipline is considered, an investigation is under way or a complaint is being verified")
        }
    }

    private var cite: String {
        switch self {
        case .oneAchievementOneAward: "nguyên tắc khen thưởng"
        case .noAwardUnderHold: "nguyên tắc xét danh hiệu thi đua, hình thức khen thưởng"
        }
    }

    private var document: String {
        switch self {
        case .oneAchievementOneAward: "Luật Thi đua, khen thưởng số 06/2022/QH15"
        case .noAwardUnderHold: "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ"
        }
    }

    private var inForceFrom: CalendarDay {
        switch self {
        case .oneAchievementOneAward: CalendarDay(year: 2024, month: 1, day: 1)!
        case .noAwardUnderHold: CalendarDay(year: 2025, month: 6, day: 14)!
        }
    }
}
