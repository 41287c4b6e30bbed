import Diagnostics
import Entries
import Formats
import Programmes

/// **Ảnh theo vai trò.** Bài có ít nhất bao nhiêu ảnh chân dung và ảnh hoạt động; nhiều hơn thì càng tốt.
///
/// Đọc: bài (khóa `photos`).
///
/// Khóa:
/// - `roles` (bắt buộc): nhóm `{portrait: số, activity: số}`, số ảnh ít nhất của mỗi loại.
///
/// Ví dụ (LN-22):
/// ```yaml
/// kind: photos
/// roles: {portrait: 1, activity: 2}
/// ```
///
/// Thông báo:
/// - `photos-missing` (không đạt): còn thiếu ảnh.
struct PhotosRule: EntryRule {
    static let kind = "photos"
    let portraits: Int
    let activities: Int
    var reads: [RuleSource] { [.entry] }

    init?(_ keys: MappingReader, context: RuleContext) {
        guard let roles = keys.mapping("roles", required: true) else { return nil }
        portraits = roles.integer("portrait", in: 0...100)?.value ?? 0
        activities = roles.integer("activity", in: 0...100)?.value ?? 0
        roles.finish()
    }

    var requirement: Message {
        Message(
            vi: "ít nhất \(portraits) ảnh chân dung và \(activities) ảnh hoạt động",
            en: "at least \(portraits) portrait(s) and \(activities) of activities")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let photos = honour.entry.photos
        let portrait = photos.count { $0.role == .portrait }
        let activity = photos.count { $0.role == .activity }
        if portrait >= portraits, activity >= activities { return .pass() }
        var missing: [Message] = []
        if portrait < portraits {
            let count = portraits - portrait
            missing.append(Message(vi: "\(count) ảnh chân dung (role: portrait)", en: "\(count) portrait(s) (role: portrait)"))
        }
        if activity < activities {
            let count = activities - activity
            missing.append(Message(vi: "\(count) ảnh hoạt động (role: activity)", en: "\(count) picture(s) of activities (role: activity)"))
        }
        let place = photos.first.map { honour.entry.place($0.file) } ?? honour.subjectPlace
        return .fail(
            [],
            Finding(
                "photos-missing",
                found: Message(
                    vi: "bài có \(portrait) ảnh chân dung, \(activity) ảnh hoạt động",
                    en: "the entry has \(portrait) portrait(s) and \(activity) of activities"),
                required: requirement,
                remedy: Message(
                    vi: "bổ sung vào khóa photos: " + missing.map(\.vi).joined(separator: ", "),
                    en: "add to photos: " + missing.map(\.en).joined(separator: ", ")),
                at: place))
    }
}
