import Diagnostics
import Entries
import Formats
import Programmes

/// **Video, clip.** Bài có ít nhất bao nhiêu video. Kế hoạch thường chỉ khuyến khích, nên mức thường là `notice`.
///
/// Đọc: bài (khóa `videos`).
///
/// Khóa:
/// - `minimum` (bắt buộc): số video.
///
/// Ví dụ (LN-23):
/// ```yaml
/// kind: video
/// severity: notice
/// minimum: 1
/// ```
///
/// Thông báo:
/// - `video-missing` (không đạt): chưa đủ video.
struct VideoRule: EntryRule {
    static let kind = "video"
    let minimum: Int
    var reads: [RuleSource] { [.entry] }

    init?(_ keys: MappingReader, context: RuleContext) {
        guard let minimum = keys.integer("minimum", in: 1...100, required: true) else { return nil }
        self.minimum = minimum.value
    }

    var requirement: Message {
        Message(vi: "khuyến khích ít nhất \(minimum) video, clip", en: "at least \(minimum) video(s) encouraged")
    }

    func evaluate(_ honour: HonourCase) -> Verdict {
        let count = honour.entry.videos.count
        if count >= minimum { return .pass() }
        return .fail(
            [],
            Finding(
                "video-missing",
                found: count == 0
                    ? Message(vi: "bài chưa có video", en: "the entry has no video")
                    : Message(vi: "bài có \(count) video", en: "the entry has \(count) video(s)"),
                required: requirement,
                remedy: Message(vi: "nếu có phim tư liệu, bổ sung vào khóa videos", en: "add one to videos if there is any"),
                at: honour.subjectPlace))
    }
}
