import Board
import Formats

/// Where a link on a page leads.
enum LinkTarget: Equatable {
    /// To another site, to a mail program, to the rest of the portal: not ours to check.
    case elsewhere
    /// Nowhere: the address is empty.
    case empty
    /// To something on the same page, or, with an empty name, to its top.
    case samePage(fragment: [UInt8])
    /// To an address relative to the base, and perhaps to something on that page.
    case board(route: [UInt8], fragment: [UInt8])

    /// - Parameter route: the address of the page that the link stands on, relative to the base.
    init(_ link: some Collection<UInt8>, on route: String, base: BaseAddress) {
        let link = Array(link)
        guard let first = link.first else {
            self = .empty
            return
        }
        let fragment = link.firstIndex(of: UInt8(ascii: "#")).map { Self.decoded(link[($0 + 1)...]) } ?? []
        let path = link.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        if first == UInt8(ascii: "#") {
            self = .samePage(fragment: fragment)
        } else if path.starts(with: base.absolute.utf8) {
            self = .board(route: Array(path.dropFirst(base.absolute.utf8.count)), fragment: fragment)
        } else if Self.leavesTheHost(path) {
            self = .elsewhere
        } else if first == UInt8(ascii: "/") {
            let isOurs = path.starts(with: base.path.utf8)
            self = isOurs ? .board(route: Array(path.dropFirst(base.path.utf8.count)), fragment: fragment) : .elsewhere
        } else {
            self = .board(route: Self.resolved(path, on: route), fragment: fragment)
        }
    }

    /// Whether the address begins with a scheme or a host.
    private static func leavesTheHost(_ path: ArraySlice<UInt8>) -> Bool {
        if path.starts(with: "//".utf8) { return true }
        guard let mark = path.first(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) else { return false }
        return mark == UInt8(ascii: ":")
    }

    /// A relative address as seen from a page (RFC 3986, section 5.2.4).
    private static func resolved(_ path: ArraySlice<UInt8>, on route: String) -> [UInt8] {
        var parts = route.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropLast().map(Array.init)
        let own = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, part) in own.enumerated() {
            let isLast = index == own.count - 1
            if part.elementsEqual("..".utf8) || part.elementsEqual(".".utf8) {
                if part.count == 2 { _ = parts.popLast() }
                if isLast { parts.append([]) }
            } else {
                parts.append(Array(part))
            }
        }
        return Array(parts.joined(separator: [UInt8(ascii: "/")]))
    }

    /// With `%C4%91` as the letter that it stands for.
    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "%")) else { return Array(text) }
        var output: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
                output.append(value)
                rest = rest.dropFirst(2)
            } else {
                output.append(byte)
            }
        }
        return output
    }
}
