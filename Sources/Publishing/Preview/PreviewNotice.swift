import Diagnostics
import Rendering

/// Something that a preview says above each page.
package struct PreviewNotice: Sendable, Equatable {
    package var message: Message
    /// Lines of a file with a mark below what is meant.
    package var excerpt: String?
    /// Where more is said.
    package var address: String?
    /// Whether something has to be mended; not where it is only good to know.
    package var isTrouble: Bool

    init(_ message: Message, excerpt: String? = nil, address: String? = nil, isTrouble: Bool = false) {
        (self.message, self.excerpt, self.address, self.isTrouble) = (message, excerpt, address, isTrouble)
    }

    static func couldNotRead(_ why: Message) -> PreviewNotice {
        PreviewNotice(
            Message(
                vi: "Chưa đọc lại được các tệp: \(why.vi) Trang dưới đây là bản đọc được gần nhất; chương trình đang tự thử lại.",
                en: "The files could not be read again: \(why.en) This page is as it was read last; reading is tried again."),
            isTrouble: true)
    }

    static func boardErrors(_ count: Int, first: Diagnostic, excerpt: String, isShownOld: Bool) -> PreviewNotice {
        let place = first.place.map { "\($0.description): " } ?? ""
        let old =
            isShownOld
            ? Message(
                vi: " Trang dưới đây dùng bản trước khi có lỗi.", en: " This page is made with what was there before the error.")
            : Message(vi: "", en: "")
        let others =
            count > 1
            ? Message(vi: " (và \(count - 1) lỗi khác của cả bảng)", en: " (and \(count - 1) more errors of the whole board)")
            : Message(vi: "", en: "")
        return PreviewNotice(
            Message(
                vi: "Lỗi của cả bảng: \(place)\(first.message.vi)\(others.vi)\(old.vi)",
                en: "An error of the whole board: \(place)\(first.message.en)\(others.en)\(old.en)"),
            excerpt: excerpt.isEmpty ? nil : excerpt, address: FindingsPage.path, isTrouble: true)
    }

    static func countsDrafts(_ count: Int) -> PreviewNotice {
        PreviewNotice(
            Message(
                vi: "Danh sách và con số ở đây tính cả \(count) bài chưa lên trang (bản nháp, chờ ngày hoặc còn vướng).",
                en: "Lists and figures here include \(count) entries that are not published yet."))
    }
}
