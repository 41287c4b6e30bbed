import Board
import Diagnostics
import Entries
import Templates

/// Ways to pass a page on, and to tell the office of a mistake: plain links, which ask nobody for anything before they are
/// followed.
struct ShareModel: Sendable {
    /// The page's full address.
    let address: String
    let title: String
    let publisher: Publisher
    /// What tells the office which entry is meant.
    let entryID: String

    var facebook: String { "https://www.facebook.com/sharer/sharer.php?u=" + PercentEncoding.encode(address) }

    var mail: String { Self.mail(to: "", subject: title, body: address) }

    /// Nil where the office has no e-mail; its telephone stands at the foot of the page.
    var report: String? {
        guard !publisher.email.isEmpty else { return nil }
        return Self.mail(
            to: publisher.email, subject: "Góp ý nội dung: \(title) (\(entryID))", body: "Trang: \(address)\r\n\r\nNội dung góp ý: ")
    }

    /// A `mailto` address (RFC 6068).
    private static func mail(to recipient: String, subject: String, body: String) -> String {
        "mailto:\(recipient)?subject=\(PercentEncoding.encode(subject))&body=\(PercentEncoding.encode(body))"
    }
}

enum ShareView {
    static let view = View<ShareModel>(
        "share", Message(vi: "Chia sẻ trang và góp ý về trang.", en: "Ways to pass the page on, and to report a mistake."),
        [
            .text("address", Message(vi: "Địa chỉ đầy đủ của trang.", en: "The page's full address.")) { $0.address },
            .text("facebook_url", Message(vi: "Liên kết chia sẻ qua Facebook.", en: "A link that shares it on Facebook.")) { $0.facebook },
            .text("mail_url", Message(vi: "Liên kết gửi qua thư điện tử.", en: "A link that sends it by mail.")) { $0.mail },
            .text(
                "report_url",
                Message(
                    vi: "Liên kết gửi góp ý tới cơ quan phụ trách; không có khi cơ quan không có thư điện tử.",
                    en: "A link that writes to the office.")
            ) { $0.report },
        ])
}

/// Text as a part of an address (RFC 3986, section 2.3: all but the unreserved characters are encoded).
enum PercentEncoding {
    static func encode(_ text: String) -> String {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                output.append(byte)
            default:
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
