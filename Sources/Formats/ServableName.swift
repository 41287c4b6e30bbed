import Diagnostics

/// Names that some server can't hold, or takes for something else.
package enum ServableName {
    /// What is wrong with a part of an address.
    package enum Problem: Sendable {
        /// Windows keeps the name for a device, whatever its ending.
        case device
        /// Windows drops dots at the end of a name.
        case trailingDot
        /// A server takes a folder of that name for a file.
        case looksLikeFile
    }

    /// The problem of one part of an address that is a folder's; nil where there is none.
    package static func problem(ofFolder name: some StringProtocol) -> Problem? {
        let firstDot = name.utf8.firstIndex(of: UInt8(ascii: "."))
        if firstDot != nil, name.hasSuffix(".") { return .trailingDot }
        let stem = name[..<(firstDot ?? name.endIndex)]
        if 3...4 ~= stem.utf8.count, devices.contains(stem.lowercased()) { return .device }
        guard firstDot != nil, let dot = name.lastIndex(of: ".") else { return nil }
        return endings.contains(name[name.index(after: dot)...].lowercased()) ? .looksLikeFile : nil
    }

    /// Names of Windows's devices (Microsoft, “Naming Files, Paths, and Namespaces”).
    private static let devices: Set<String> = Set(["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

    private static let endings: Set<String> = [
        "html", "htm", "xml", "txt", "json", "csv", "css", "js", "svg", "ico", "php", "asp", "aspx", "jsp", "cgi", "jpg", "jpeg", "png",
        "gif", "webp", "mp4", "webm", "vtt", "pdf", "zip", "gz", "br",
    ]
}

extension ServableName.Problem {
    /// The finding about an id or slug that becomes a part of an address.
    package func diagnostic(_ name: String, at place: SourcePlace?) -> Diagnostic {
        Diagnostic(.error, "address-unusable", message(name), at: place, remedy: Self.remedy)
    }

    private func message(_ name: String) -> Message {
        switch self {
        case .device:
            Message(
                vi: "“\(name)” là tên thiết bị của Windows, máy chủ Windows không giữ được thư mục tên ấy",
                en: "“\(name)” is the name of a device, of which a Windows server can't hold a folder")
        case .trailingDot:
            Message(
                vi: "“\(name)” kết thúc bằng dấu chấm, máy chủ Windows bỏ dấu ấy đi",
                en: "“\(name)” ends in a dot, which a Windows server drops")
        case .looksLikeFile:
            Message(
                vi: "“\(name)” là một phần của địa chỉ mà trông như tên tệp, máy chủ có thể hiểu nhầm",
                en: "“\(name)” is a part of an address and looks like a file's name, for which a server may take it")
        }
    }

    private static let remedy = Message(
        vi: "đặt mã khác, gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ mau-2024",
        en: "choose another id of small letters without marks, digits and hyphens, such as mau-2024")
}
