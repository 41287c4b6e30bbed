import Diagnostics
import Eligibility
import Formats
import Privacy

/// Reads `content/site.yaml`.
package enum SiteConfigurationParser {
    /// Nil where the file can't be used; what is wrong is beside it either way.
    package static func parse(_ text: SourceText) -> Diagnosed<SiteConfiguration?> {
        let yaml = YAMLParser.parse(text)
        let collector = DiagnosticCollector()
        guard let node = yaml.value,
            let reader = MappingReader(
                node, in: text.path, as: Message(vi: "tệp cấu hình trang", en: "the site's configuration"), into: collector)
        else { return Diagnosed(nil, yaml.diagnostics + collector.diagnostics) }
        let title = reader.string("title", required: true)
        let tagline = reader.string("tagline")?.value ?? ""
        let description = reader.text("description")?.value ?? ""
        let base = readBase(reader)
        let isSample = reader.boolean("sample")?.value ?? false
        let pageSize = reader.integer("page_size", in: 5...500)?.value ?? 50
        let kinds = reader.strings("accepted_kinds").map(\.value)
        let publisher = readPublisher(reader)
        let privacy = readPrivacy(reader, publisher)
        reader.finish()
        guard let title, let base, let publisher else { return Diagnosed(nil, yaml.diagnostics + collector.diagnostics) }
        let configuration = SiteConfiguration(
            title: title.value, tagline: tagline, description: description, base: base, isSample: isSample, publisher: publisher,
            pageSize: pageSize,
            acceptedKinds: kinds, privacy: privacy)
        return Diagnosed(configuration, yaml.diagnostics + collector.diagnostics)
    }

    private static func readPrivacy(_ reader: MappingReader, _ publisher: Publisher?) -> PrivacyPolicy {
        let privacy = reader.mapping("privacy")
        let consent = privacy?.choice("consent", of: [("required", true), ("recommended", false)])
        let contacts = privacy?.strings("public_contacts").map(\.value) ?? []
        let own = [publisher?.phone, publisher?.email].compactMap { $0 }
        return PrivacyPolicy(requiresConsent: consent?.value ?? false, publicContacts: PublicContacts(own + contacts))
    }

    private static func readBase(_ reader: MappingReader) -> BaseAddress? {
        guard let text = reader.string("base_url", required: true) else { return nil }
        if let base = BaseAddress(text.value) { return base }
        reader.collector.append(
            Diagnostic(
                .error, "invalid-base-url",
                Message(vi: "“\(text.value)” không phải là địa chỉ của trang", en: "“\(text.value)” is not a site's address"),
                at: text.place(in: reader.path),
                remedy: Message(
                    vi: "ghi đầy đủ, ví dụ https://tinh.gov.vn/bangvang/", en: "write it in full, such as https://tinh.gov.vn/bangvang/")))
        return nil
    }

    private static func readPublisher(_ reader: MappingReader) -> Publisher? {
        guard let publisher = reader.mapping("publisher", required: true) else { return nil }
        let name = publisher.string("name", required: true)
        let address = publisher.string("address")?.value ?? "", phone = publisher.string("phone")?.value ?? ""
        let email = publisher.string("email")?.value ?? ""
        let contact = publisher.mapping("contact")
        let contactName = contact?.string("name")?.value ?? "", position = contact?.string("position")?.value ?? ""
        guard let name else { return nil }
        return Publisher(
            name: name.value, address: address, phone: phone, email: email, contactName: contactName, contactPosition: position)
    }
}
