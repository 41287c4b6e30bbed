import Board
import Diagnostics
import Formats
import Places
import Registers

/// What pages show, once more for machines: JSON-LD in the words of schema.org.
///
/// A data block is no script: it needs no leave of a Content-Security-Policy. It says nothing that its page does not.
enum StructuredData {
    /// The data of a page as the content of a `script` element; nil where there is nothing to tell.
    static func script(for head: HeadModel) -> [UInt8]? {
        var nodes = head.structure
        if let trail = breadcrumbs(head) { nodes.append(trail) }
        guard !nodes.isEmpty else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2048)
        JSONValue.object([("@context", "https://schema.org"), ("@graph", .array(nodes))]).append(to: &bytes, in: .scriptElement)
        return bytes
    }

    /// The way to a page; none where it stands at the top.
    private static func breadcrumbs(_ head: HeadModel) -> JSONValue? {
        guard head.trail.count > 1 else { return nil }
        let host = host(of: head.canonical)
        let items = head.trail.enumerated().map { index, link -> JSONValue in
            .object([
                ("@type", "ListItem"), ("position", .integer(index + 1)), ("name", .string(link.title)),
                // The page itself is the last.
                ("item", .string(link.url.isEmpty ? head.canonical : host + link.url)),
            ])
        }
        return .object([("@type", "BreadcrumbList"), ("itemListElement", .array(items))])
    }

    /// The part of a full address before its path: links on a page begin with the path.
    private static func host(of address: String) -> String {
        let utf8 = address.utf8
        guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return "" }
        let start = utf8.index(colon, offsetBy: 3)
        return String(address[..<(utf8[start...].firstIndex(of: UInt8(ascii: "/")) ?? utf8.endIndex)])
    }
}

extension JSONValue {
    /// A thing of schema.org; members without a value are left out.
    static func node(_ type: JSONValue, _ members: [(String, JSONValue?)]) -> JSONValue {
        .object([("@type", type)] + members.compactMap { key, value in value.map { (key, $0) } })
    }

    /// A text, or nothing where it is empty.
    static func words(_ text: String?) -> JSONValue? { text.flatMap { $0.isEmpty ? nil : .string($0) } }

    /// A place within those around it, from the smallest to the largest; nil where there are none.
    static func place(_ chain: some BidirectionalCollection<Place>, _ addresses: Addresses) -> JSONValue? {
        chain.reversed().reduce(nil as JSONValue?) { around, place in
            .node(
                "AdministrativeArea",
                [
                    ("name", .string(place.fullName)), ("url", .string(addresses.absolute(Route.place(place.id)))),
                    ("containedInPlace", around),
                ])
        }
    }

    /// A decision, as a document that its authority issued.
    static func decision(_ decision: Decision, _ addresses: Addresses) -> JSONValue {
        .node(
            "CreativeWork",
            [
                ("name", .string(Words.decision(decision))), ("identifier", .string(decision.number)),
                ("datePublished", .string(decision.date.iso)),
                ("author", .node("Organization", [("name", .string(decision.authority))])),
                ("url", addresses.plan.route(of: decision).map { .string(addresses.absolute($0)) }),
            ])
    }
}

extension Addresses {
    /// The board, as pages point at it.
    var siteReference: JSONValue {
        .node("WebSite", [("@id", .string(absolute(Route.home) + "#bang-vang")), ("name", .string(plan.configuration.title))])
    }

    /// The office that publishes the board.
    var publisherReference: JSONValue {
        .node("Organization", [("@id", .string(absolute(Route.home) + "#co-quan")), ("name", .string(plan.configuration.publisher.name))])
    }
}
