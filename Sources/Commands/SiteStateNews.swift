import Diagnostics
import Publishing
import Vietnamese

/// What is said of the published site when something went wrong, and of what an earlier run left: each sentence is true at
/// the moment when it is printed.
enum SiteStateNews {
    static let untouched = Message(
        vi: "Trang đang có vẫn nguyên như trước khi chạy lệnh này.", en: "The published site is as it was before this command.")

    /// What is left to do, and who does it.
    static func unfinished(_ remaining: UnfinishedPublication.Remaining) -> Message {
        switch remaining {
        case .unknown:
            Message(
                vi: "Trang mới đã ghi đủ xuống đĩa nhưng chưa thay hết trang cũ. Khi đĩa dùng được, chạy lại lệnh này: chương trình "
                    + "làm nốt phần còn lại trước mọi việc khác.",
                en: "The new site lies on the disk and is not wholly in place. Once the disk works, run this command again: it goes on "
                    + "with the rest before anything else.")
        case .removing(let files):
            Message(
                vi: "Trang mới đã vào chỗ, nhưng còn \(Numerals.formatted(files.count)) tệp cũ chưa xóa được: \(named(files)). "
                    + "Những tệp này vẫn xem được qua địa chỉ cũ: xóa bằng tay, hoặc chạy lại lệnh này.",
                en: "The new site is in place, but \(files.count) old files could not be removed: \(named(files)). They can still be seen "
                    + "at their addresses: remove them by hand, or run this command again.")
        case .tidying:
            Message(
                vi: "Trang mới đã vào chỗ đầy đủ; chỉ phần ghi chép của chương trình chưa dọn xong, lần chạy sau sẽ dọn.",
                en: "The new site is wholly in place; only the program's own notes are not in order yet, the next run sees to that.")
        }
    }

    /// What became of a run that was cut off.
    static func recovered(_ recovery: HeldOutput.Recovery) -> Message {
        switch recovery {
        case .finished:
            Message(
                vi: "Lần chạy trước bị ngắt khi đang thay trang; phần còn lại vừa được làm nốt.",
                en: "An earlier run was cut off while it put the site in place; the rest has just been done.")
        case .cleared:
            Message(
                vi: "Lần chạy trước bị ngắt trước khi thay trang; những gì nó ghi dở đã được dọn, trang không bị ảnh hưởng.",
                en: "An earlier run was cut off before it changed the site; what it had written was removed, the site is as it was.")
        }
    }

    /// Files of the site that somebody else had changed.
    ///
    /// - Parameter areAll: whether nothing of the site was left.
    static func mended(_ files: [String], areAll: Bool, in output: String) -> Message {
        guard !areAll else {
            return Message(
                vi: "Lưu ý: mọi tệp của trang trong \(output) đã bị xóa ngoài chương trình, nay được ghi lại đủ.",
                en: "Note: all files of the site in \(output) had been removed by somebody else and were written again.")
        }
        return Message(
            vi: "Lưu ý: \(Numerals.formatted(files.count)) tệp trong \(output) đã bị sửa hoặc xóa ngoài chương trình, nay được ghi lại: "
                + "\(named(files)). Muốn đổi trang, sửa trong content/.",
            en: "Note: \(files.count) files in \(output) had been changed or removed by somebody else and were written again: "
                + "\(named(files)). To change a page, change content/.")
    }

    /// Compressed files that a web server may send in place of the site's own.
    static func precompressed(_ files: [String], in output: String) -> Message {
        Message(
            vi:
                "Chú ý: trong \(output) có \(Numerals.formatted(files.count)) bản nén không do bangvang tạo: \(named(files)). Máy chủ có thể gửi "
                + "bản nén cũ thay cho trang mới, kể cả trang đã gỡ: xóa đi, hoặc nén lại sau mỗi lần dựng.",
            en:
                "Warning: \(output) holds \(files.count) compressed files that are not ours: \(named(files)). A server may send an old one in "
                + "place of a new page, also of one that was taken down: remove them, or compress anew after each build.")
    }

    private static func named(_ files: [String]) -> String {
        files.prefix(10).joined(separator: ", ") + (files.count > 10 ? ", …" : "")
    }
}
