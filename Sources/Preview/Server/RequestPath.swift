/// The path of a request, decoded once and free of everything that could lead out of the board.
///
/// Whatever a closure does with such a path (joins it to a folder, looks it up, sends it back), it
/// names something below the board or nothing.
struct RequestPath {
    /// Begins with a slash; no `.`, `..` or empty segment, but may end with a slash.
    let decoded: String

    /// - Parameter raw: the path as it stood in the request line, without the query.
    /// - Returns: `nil` for what is refused: a broken or half escape, invalid UTF-8, control
    ///   characters (NUL among them), a backslash, dot segments in any disguise that one decoding
    ///   removes, empty segments (`//host/` would be another host in a redirect), and whatever does not begin with a slash.
    init?(percentEncoded raw: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        var rest = raw.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(Self.hexValue), let low = rest.popFirst().flatMap(Self.hexValue) else { return nil }
            bytes.append(high << 4 | low)
        }
        guard bytes.first == UInt8(ascii: "/"), !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let segments = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            if segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8) { return nil }
            if segment.isEmpty, index != segments.count - 1 { return nil }
        }
        decoded = text
    }

    /// A path for a header field: all but letters, digits and a few marks becomes `%XX` (RFC 3986, 3.3).
    static func percentEncoded(_ path: some StringProtocol) -> String {
        var result: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.append(byte)
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
