import Board
import Diagnostics
import Formats

/// A style sheet as it is published: without comments and spare white space, and with the published names of the files that
/// it points at (CSS Syntax Module Level 3: only comments, strings and `url()` matter for that).
struct StyleSheet {
    private(set) var bytes: [UInt8] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let source: [UInt8]
    private let path: String
    /// The folder that addresses in it are relative to, empty or ending in a slash.
    private let folder: String
    private let assets: [String: SiteAssets.Asset]
    private var index = 0

    /// - Parameters:
    ///   - name: its path from `site-templates/assets`.
    ///   - assets: the files that it may point at, by such paths.
    init(_ source: [UInt8], name: String, assets: [String: SiteAssets.Asset]) {
        self.source = source
        path = "site-templates/assets/" + name
        folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
        self.assets = assets
        bytes.reserveCapacity(source.count)
        while index < source.count { takePart() }
    }

    private mutating func takePart() {
        let rest = source[index...]
        if rest.starts(with: "/*".utf8) {
            // A comment parts words as a space does.
            index = rest.dropFirst(2).firstRange(of: "*/".utf8)?.upperBound ?? source.count
            appendSpace()
        } else if let first = rest.first, first.isQuote {
            take(upTo: endOfString(from: index))
        } else if rest.starts(with: "url(".utf8) {
            takeURL()
        } else if rest.starts(with: "@import".utf8) {
            diagnostics.append(
                finding(
                    "style-import", at: index,
                    Message(vi: "kiểu dáng gọi thêm tệp bằng @import", en: "the style sheet imports another"),
                    Message(
                        vi: "chép nội dung tệp kia vào đây, để trang không phải chờ thêm một lượt tải",
                        en: "copy the other file into this one")
                ))
            take(upTo: index + "@import".utf8.count)
        } else if source[index].isWhiteSpace {
            index += 1
            appendSpace()
        } else {
            if source[index].isSeparator, bytes.last == .blank { bytes.removeLast() }
            take(upTo: index + 1)
        }
    }

    private mutating func take(upTo end: Int) {
        bytes += source[index..<end]
        index = end
    }

    /// White space counts where it parts two words.
    private mutating func appendSpace() {
        guard let last = bytes.last, last != .blank, !last.isSeparator else { return }
        bytes.append(.blank)
    }

    private func endOfString(from start: Int) -> Int {
        var end = start + 1
        while end < source.count, source[end] != source[start], source[end] != 0x0A { end += source[end] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(end + 1, source.count)
    }

    // MARK: Addresses

    private mutating func takeURL() {
        let start = index
        var inner = start + "url(".utf8.count
        while inner < source.count, source[inner].isWhiteSpace { inner += 1 }
        let close: Int
        let address: ArraySlice<UInt8>
        if inner < source.count, source[inner].isQuote {
            let end = endOfString(from: inner)
            address = source[(inner + 1)..<max(inner + 1, end - 1)]
            close = source[end...].firstIndex(of: UInt8(ascii: ")")) ?? source.count
        } else {
            close = source[inner...].firstIndex(of: UInt8(ascii: ")")) ?? source.count
            address = source[inner..<close]
        }
        let text = String(decoding: address, as: UTF8.self).trimmingBlanks
        if text.hasPrefix("data:") || text.hasPrefix("#") {
            take(upTo: min(close + 1, source.count))
        } else {
            bytes += Array("url(\"\(published(text, at: start))\")".utf8)
            index = min(close + 1, source.count)
        }
    }

    /// The address under which a file stands beside this one; the text itself, with a finding, where there is none.
    private mutating func published(_ text: String, at place: Int) -> String {
        if text.hasPrefix("//") || text.contains("://") {
            diagnostics.append(
                finding(
                    "style-elsewhere", at: place,
                    Message(vi: "kiểu dáng lấy “\(text)” từ máy chủ khác", en: "the style sheet takes “\(text)” from another server"),
                    Message(
                        vi: "tải tệp ấy về site-templates/assets rồi gọi bằng tên tệp",
                        en: "keep a copy in site-templates/assets and name that")
                ))
            return text
        }
        let name = Self.resolved(folder + text)
        guard let asset = assets[name] else {
            let nearest = Suggestion.nearest(to: name, among: Array(assets.keys))
            diagnostics.append(
                finding(
                    "style-target-missing", at: place,
                    Message(vi: "không có tệp “site-templates/assets/\(name)”", en: "there is no file “site-templates/assets/\(name)”"),
                    nearest.map { Message(vi: "có phải là “\($0)”?", en: "is it “\($0)”?") }
                        ?? Message(vi: "sửa tên tệp, hoặc thêm tệp ấy", en: "mend the name, or add the file")))
            return text
        }
        let up = String(repeating: "../", count: folder.split(separator: "/").count)
        return up + asset.route.dropFirst(Route.assets.count)
    }

    /// A path without `.` and `..`.
    private static func resolved(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    private func finding(_ code: String, at index: Int, _ message: Message, _ remedy: Message) -> Diagnostic {
        let before = source[..<index]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = before.count { $0 == 0x0A } + 1
        let column = String(decoding: source[lineStart..<index], as: UTF8.self).unicodeScalars.count + 1
        return Diagnostic(.error, code, message, at: SourcePlace(path: path, line: line, column: column), remedy: remedy)
    }
}

extension UInt8 {
    fileprivate static let blank = UInt8(ascii: " ")
    fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
    fileprivate var isWhiteSpace: Bool { self == .blank || (0x09...0x0D).contains(self) }
    /// What needs no white space on either side.
    fileprivate var isSeparator: Bool {
        switch self {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","): true
        default: false
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
