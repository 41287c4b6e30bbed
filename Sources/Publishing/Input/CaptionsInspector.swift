import Diagnostics
import Entries
import Formats

/// Looks at the captions of videos, and words what is wrong with them.
enum CaptionsInspector {
    static func inspect(_ path: String, _ bytes: [UInt8]) -> FileFact {
        do throws(WebVTT.Problem) {
            _ = try WebVTT(bytes)
        } catch {
            return refused(path, error)
        }
        guard path.lowercased().hasSuffix(".vtt") else {
            return .refused(
                code: "captions-misnamed",
                Message(vi: "phụ đề “\(path)” là WebVTT nhưng tên không có đuôi .vtt", en: "“\(path)” is WebVTT, but is not named .vtt"),
                remedy: Message(vi: "đổi đuôi tệp thành .vtt", en: "rename it to .vtt"))
        }
        return .document(DocumentDescription(.captions))
    }

    private static func refused(_ path: String, _ problem: WebVTT.Problem) -> FileFact {
        if problem.kind == .isSubRip {
            return .refused(
                code: "captions-subrip",
                Message(
                    vi: "phụ đề “\(path)” là SubRip (SRT), trình duyệt không đọc được",
                    en: "the captions “\(path)” are SubRip (SRT), which browsers don't read"),
                remedy: Message(
                    vi:
                        "xuất lại dưới dạng WebVTT; hoặc chép ra tệp đuôi .vtt, thêm dòng đầu “WEBVTT” và một dòng trống, đổi dấu phẩy trong mốc thời gian thành dấu chấm (00:00:01,500 thành 00:00:01.500)",
                    en:
                        "export them as WebVTT; or copy them to a .vtt file, put “WEBVTT” and an empty line on top and turn the commas of times into points (00:00:01,500 to 00:00:01.500)"
                ))
        }
        let words = words(for: problem.kind)
        return .refused(
            code: "captions-malformed",
            Message(
                vi: "phụ đề “\(path)”, dòng \(problem.line): \(words.found.vi)", en: "“\(path)”, line \(problem.line): \(words.found.en)"),
            remedy: words.remedy)
    }

    private static func words(for kind: WebVTT.Problem.Kind) -> (found: Message, remedy: Message) {
        let example = "00:01:02.500 --> 00:01:05.000"
        switch kind {
        case .isSubRip, .noSignature:
            return (
                Message(vi: "tệp không mở đầu bằng chữ WEBVTT", en: "the file does not begin with WEBVTT"),
                Message(vi: "thêm dòng đầu “WEBVTT” và một dòng trống", en: "put “WEBVTT” and an empty line on top")
            )
        case .notUTF8:
            return (
                Message(vi: "tệp không phải là UTF-8", en: "the file is not UTF-8"),
                Message(vi: "mở bằng Notepad, chọn Lưu thành, mã hóa UTF-8", en: "save it again as UTF-8")
            )
        case .timing(let line):
            return (
                Message(vi: "“\(line.prefix(60))” không phải là mốc thời gian", en: "“\(line.prefix(60))” is no pair of times"),
                Message(
                    vi: "viết như \(example): hai chữ số mỗi phần, ba chữ số sau dấu chấm", en: "write it like \(example)")
            )
        case .endsBeforeItBegins:
            return (
                Message(vi: "câu phụ đề kết thúc trước khi bắt đầu", en: "the caption ends before it begins"),
                Message(vi: "sửa một trong hai mốc thời gian", en: "mend one of the two times")
            )
        case .outOfOrder:
            return (
                Message(vi: "câu phụ đề bắt đầu trước câu đứng trên nó", en: "the caption begins before the one above it"),
                Message(vi: "xếp các câu theo mốc bắt đầu", en: "put the captions in the order of their beginnings")
            )
        case .noTiming:
            return (
                Message(vi: "lời này không có dòng mốc thời gian", en: "these words have no line of times"),
                Message(
                    vi: "thêm dòng \(example) phía trên; trong một câu phụ đề không để dòng trống",
                    en: "put a line like \(example) above; a caption holds no empty line")
            )
        case .noCues:
            return (
                Message(vi: "chưa có câu phụ đề nào", en: "there are no captions"),
                Message(vi: "thêm ít nhất một câu phụ đề", en: "add at least one")
            )
        }
    }
}
