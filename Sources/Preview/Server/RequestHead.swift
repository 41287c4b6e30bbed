/// The request line and the header fields of one request, as RFC 9112 (sections 2 to 5) has them.
struct RequestHead: Equatable {
    var method: String
    /// As it was sent: the path with its escapes, and the query.
    var target: String
    /// The values by the names of the fields in lower case. Of a field that is sent twice the first one counts.
    var fields: [String: String]
    /// Whether the client expects the connection to stay open: HTTP/1.1 without `Connection: close`.
    var keepsAlive: Bool
    /// Whether a body follows. The preview reads none, so the connection ends with the answer.
    var hasBody: Bool

    /// What is wrong with the bytes of a head.
    enum Problem: Error, Equatable {
        /// The request line is longer than ``longestLine``: status 414.
        case lineTooLong
        /// The head is longer than ``longestHead``: status 431.
        case headTooLong
        /// No HTTP/1 request: status 400.
        case malformed
    }

    /// The most bytes of a request line. RFC 9112, section 3, asks for 8,000 at least.
    static let longestLine = 8 * 1024
    /// The most bytes of a head. Browsers send a page the cookies of every other server on the same machine too.
    static let longestHead = 32 * 1024

    /// The path of the target, without the query.
    var path: String { String(target.prefix { $0 != "?" && $0 != "#" }) }

    /// Parses a whole head, the empty line at its end included or not.
    init(_ bytes: some Collection<UInt8>) throws(Problem) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.last == "\r" ? line.dropLast() : line
        }[...]
        guard let first = lines.popFirst() else { throw .malformed }
        let parts = first.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isVisible) }),
            parts[2].count == 8, parts[2].starts(with: "HTTP/1.".unicodeScalars)
        else { throw .malformed }
        method = String(parts[0])
        target = String(parts[1])
        fields = [:]
        for line in lines where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { throw .malformed }
            let name = line[..<colon]
            let value = line[line.index(after: colon)...]
            // A blank in a name would be a folded line or a disguise; both are refused (RFC 9112, 5.1 and 5.2).
            guard name.allSatisfy(Self.isVisible), value.allSatisfy({ $0 == "\t" || ($0.value >= 0x20 && $0.value != 0x7F) })
            else { throw .malformed }
            let key = String(name).lowercased()
            // Two hosts are two opinions on who is asked (RFC 9112, 3.2).
            if key == "host", fields[key] != nil { throw .malformed }
            if fields[key] == nil { fields[key] = String(Self.trimmed(value)) }
        }
        let isOld = parts[2].last == "0"
        let connection = fields["connection"]?.lowercased() ?? ""
        keepsAlive = !isOld && !connection.split(separator: ",").contains { $0.drop { $0 == " " }.hasPrefix("close") }
        hasBody = fields["transfer-encoding"] != nil || (fields["content-length"].map { $0 != "0" } ?? false)
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x20 && scalar.value != 0x7F }

    private static func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

/// Gathers the bytes of one connection and cuts heads out of them, each byte looked at once.
///
/// What a client may send before anything is parsed is bounded here, so that neither time nor memory grows with what
/// somebody sends.
struct RequestHeadBuffer {
    private var bytes: [UInt8] = []
    /// Everything before it has been looked at.
    private var searched = 0
    /// Where the first line ends; nil while it has not.
    private var lineEnd: Int?

    /// Whether a request has begun to arrive.
    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ more: some Collection<UInt8>) {
        bytes += more
    }

    /// The next head, once all of it has arrived; nil until then.
    mutating func next() throws(RequestHead.Problem) -> RequestHead? {
        // Empty lines before a request are skipped (RFC 9112, 2.2).
        if searched == 0 {
            let blank = bytes.prefix { $0 == 0x0D || $0 == 0x0A }.count
            if blank > 0 { bytes.removeFirst(blank) }
        }
        while searched < min(bytes.count, RequestHead.longestHead) {
            defer { searched += 1 }
            guard bytes[searched] == 0x0A else { continue }
            if lineEnd == nil {
                guard searched <= RequestHead.longestLine else { throw .lineTooLong }
                lineEnd = searched
            }
            let isLineEmpty = bytes[searched - 1] == 0x0A || (searched > 1 && bytes[searched - 1] == 0x0D && bytes[searched - 2] == 0x0A)
            guard isLineEmpty else { continue }
            let head = bytes[..<searched]
            let end = searched + 1
            let parsed = try RequestHead(head)
            bytes.removeFirst(end)
            (searched, lineEnd) = (-1, nil)
            return parsed
        }
        if lineEnd == nil, searched > RequestHead.longestLine { throw .lineTooLong }
        if searched >= RequestHead.longestHead { throw .headTooLong }
        return nil
    }
}
