import Eligibility

/// What `content/site.yaml` says of the whole board.
package struct SiteConfiguration: Sendable, Equatable {
    package var title: String
    package var tagline: String
    package var description: String
    package var base: BaseAddress
    /// Whether everything on the board is invented: every page then says so and asks not to be indexed.
    package var isSample: Bool
    package var publisher: Publisher
    /// How many honours a page of a list holds.
    package var pageSize: Int
    /// Rule kinds of later versions that staff accept by name.
    package var acceptedKinds: [String]
    /// What the office decided about personal data, its own contact among what is public.
    package var privacy: PrivacyPolicy

    package init(
        title: String, tagline: String, description: String, base: BaseAddress, isSample: Bool, publisher: Publisher, pageSize: Int,
        acceptedKinds: [String], privacy: PrivacyPolicy = PrivacyPolicy()
    ) {
        self.title = title
        self.tagline = tagline
        self.description = description
        self.base = base
        self.isSample = isSample
        self.publisher = publisher
        self.pageSize = pageSize
        self.acceptedKinds = acceptedKinds
        self.privacy = privacy
    }
}

/// The office that publishes the board. Its contact is public by law (Nghị định 42/2022/NĐ-CP, Điều 4).
package struct Publisher: Sendable, Equatable {
    package var name: String
    package var address: String
    package var phone: String
    package var email: String
    package var contactName: String
    package var contactPosition: String

    package init(name: String, address: String, phone: String, email: String, contactName: String, contactPosition: String) {
        self.name = name
        self.address = address
        self.phone = phone
        self.email = email
        self.contactName = contactName
        self.contactPosition = contactPosition
    }
}

/// Where the board will stand: a whole host, or a folder of a portal.
package struct BaseAddress: Sendable, Equatable {
    /// The full address, ending in `/`.
    package let absolute: String
    /// Its path, beginning and ending in `/`: what every link on the site begins with.
    package let path: String

    /// Takes an `http` or `https` address without a query; nil otherwise.
    package init?(_ text: String) {
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
        guard !text.contains(where: { $0 == "?" || $0 == "#" || $0 == "\"" || $0 == "<" || $0.isWhitespace }) else { return nil }
        let withSlash = text.hasSuffix("/") ? text : text + "/"
        let afterScheme = withSlash.range(ofFirst: "://")
        guard let slash = withSlash[afterScheme...].firstIndex(of: "/"), slash != afterScheme else { return nil }
        absolute = withSlash
        path = String(withSlash[slash...])
    }
}

extension String {
    /// The index behind the first occurrence of `text`, which must occur.
    fileprivate func range(ofFirst text: String) -> String.Index {
        var index = startIndex
        while !self[index...].hasPrefix(text) { index = self.index(after: index) }
        return self.index(index, offsetBy: text.count)
    }
}
