import ArgumentParser
import Board
import Diagnostics
import Formats
import Glibc
import Publishing

/// The options that all commands share.
struct SharedOptions: ParsableArguments {
    @Option(
        help: Help.argument(
            vi: "Thư mục của bảng vàng, nơi có content/ và site-templates/.", en: "The board's folder, with content/ and site-templates/.",
            value: "dir"))
    var root = "."

    @Option(
        help: Help.argument(
            vi: "Thư mục xuất trang (mặc định: public trong thư mục của bảng vàng).",
            en: "The output folder (default: public in the board's folder).", value: "dir"))
    var output: String?

    @Option(
        name: .customLong("base-url"),
        help: Help.argument(
            vi: "Địa chỉ của trang, thay cho base_url trong site.yaml.", en: "The site's address, in place of base_url in site.yaml.",
            value: "url"))
    var baseURL: String?

    @Option(
        name: .customLong("as-of"),
        help: Help.argument(
            vi: "Xét theo ngày này (mặc định: hôm nay, giờ Việt Nam).", en: "Judge as of this day (default: today in Vietnam).",
            value: "date"))
    var asOf: String?

    @Option(help: Help.argument(vi: "Ngôn ngữ của thông báo: vi hoặc en.", en: "The language of messages: vi or en.", value: "vi|en"))
    var lang = Language.vietnamese

    @Flag(help: Help.argument(vi: "Chỉ báo lỗi, không báo gì khác.", en: "Say nothing but errors."))
    var quiet = false

    var console: Console { Console(language: lang, isQuiet: quiet, root: root) }

    /// - Throws: `ValidationError` where an option can't be understood.
    func boardOptions(drafts: Bool = false, withhold: Bool = false, allowedRemovals: [String] = []) throws -> BoardOptions {
        // An empty variable of a script: nobody means the root of the file system, or no folder at all.
        if root.allSatisfy(\.isWhitespace) {
            throw ValidationError(
                Message(
                    vi: "--root để trống. Ghi thư mục của bảng vàng, hoặc bỏ hẳn --root khi đang đứng trong thư mục ấy.",
                    en: "--root is empty. Name the board's folder, or leave --root out within it.")[lang])
        }
        let root = Self.withoutSlash(root)
        // A folder that the disk does not give is another mistake than one that isn't there.
        guard try Disk.existingKind(of: root + "/.") == .folder else {
            throw ValidationError(Message(vi: "Không có thư mục “\(root)”.", en: "There is no folder “\(root)”.")[lang])
        }
        if let output, output.allSatisfy(\.isWhitespace) {
            throw ValidationError(
                Message(
                    vi: "--output để trống. Ghi thư mục xuất trang, hoặc bỏ hẳn --output để dùng public.",
                    en: "--output is empty. Name the output folder, or leave --output out for public.")[lang])
        }
        return BoardOptions(
            root: root, output: output.map(Self.withoutSlash) ?? root + "/public", base: try base(), asOf: try day(),
            audience: drafts ? .reviewers : .visitors,
            withholdsIneligible: withhold, allowedRemovals: Set(allowedRemovals))
    }

    private func base() throws -> BaseAddress? {
        guard let baseURL else { return nil }
        guard let base = BaseAddress(baseURL) else {
            throw ValidationError(
                Message(
                    vi: "“\(baseURL)” không phải là địa chỉ. Ví dụ đúng: https://tinh.gov.vn/bangvang/",
                    en: "“\(baseURL)” is not an address. For example: https://tinh.gov.vn/bangvang/")[lang])
        }
        return base
    }

    private func day() throws -> CalendarDay {
        if let asOf {
            guard let day = try? CalendarDay.parse(asOf) else {
                throw ValidationError(
                    Message(
                        vi: "“\(asOf)” không phải là ngày. Ví dụ đúng: 2026-11-21 hoặc 21/11/2026.",
                        en: "“\(asOf)” is not a date. For example: 2026-11-21.")[lang])
            }
            return day
        }
        return Self.today
    }

    /// The calendar day in Vietnam (UTC+7), of now or of `SOURCE_DATE_EPOCH`.
    static var today: CalendarDay {
        let epoch = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
        return CalendarDay(unixSeconds: epoch ?? time(nil), hoursEastOfGreenwich: 7)!
    }

    private static func withoutSlash(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}

/// How a command reports.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For other programs, complete.
    case json
    /// For code hosts and editors.
    case sarif

    static let help = Help.argument(
        vi: "Dạng báo cáo: text, json hoặc sarif.", en: "The report's form: text, json or sarif.", value: "text|json|sarif")
}
