import Board
import Diagnostics
import Eligibility
import Entries
import Formats
import Pictures
import Places
import Programmes
import Registers
import Templates

// What each kind of page is to a machine.

extension HomeModel {
    /// The board, and the office that publishes it with the contact that stands below every page.
    var structure: JSONValue {
        let configuration = context.plan.configuration
        let publisher = configuration.publisher
        return .node(
            "WebSite",
            [
                ("@id", .string(addresses.absolute(Route.home) + "#bang-vang")), ("name", .string(configuration.title)),
                ("alternateName", .words(configuration.tagline)), ("description", .words(configuration.description)),
                ("url", .string(addresses.absolute(Route.home))), ("inLanguage", "vi"),
                (
                    "publisher",
                    .node(
                        "Organization",
                        [
                            ("@id", .string(addresses.absolute(Route.home) + "#co-quan")), ("name", .string(publisher.name)),
                            ("address", .words(publisher.address)), ("telephone", .words(publisher.phone)),
                            ("email", .words(publisher.email)),
                        ])
                ),
            ])
    }
}

extension ListModel {
    /// The list's own feed, where it has one.
    var feed: LinkModel? {
        switch listing.kind {
        case .field: break
        case .place(let place) where place.parentID == nil: break
        case .all, .place, .year, .programme, .decision: return nil
        }
        return LinkModel(title: FeedRenderer.title(of: listing, on: context.plan), url: addresses.url(Route.feed(of: listing.route)))
    }

    var structure: JSONValue {
        let about: JSONValue? =
            switch listing.kind {
            case .place(let place): .place(context.plan.corpus.gazetteer.chain(from: place.id), addresses)
            case .decision(let decision): .decision(decision, addresses)
            case .all, .year, .field, .programme: nil
            }
        return .node(
            "CollectionPage",
            [
                ("name", .string(title)), ("url", .string(addresses.absolute(Route.page(page, of: listing.route)))), ("inLanguage", "vi"),
                ("isPartOf", addresses.siteReference), ("about", about),
            ])
    }
}

extension EntryModel {
    /// The portrait at its largest.
    var headPicture: HeadPicture? {
        guard let model = entry.leadPhoto.flatMap(addresses.picture), let size = model.picture.recipe.sizes.last else { return nil }
        return HeadPicture(
            address: addresses.absolute(model.picture.route(of: size, as: .jpeg)), width: size.width, height: size.height, alt: model.alt)
    }

    /// The story as an article about who is honoured, resting on the decision and the plan.
    var structure: JSONValue {
        .node(
            "Article",
            [
                ("headline", .string(entry.title)), ("description", .string(entry.summary.value)),
                ("url", .string(addresses.absolute(honour.route))), ("mainEntityOfPage", .string(addresses.absolute(honour.route))),
                ("inLanguage", "vi"), ("datePublished", .string(honour.shownFrom.iso)), ("dateModified", .string(honour.updatedOn.iso)),
                ("articleSection", .string(honour.programme.fieldName(honour.field.id) ?? honour.field.name)),
                ("image", headPicture.map(Self.image)), ("about", honouree),
                ("contentLocation", .place(honour.places, addresses)),
                (
                    "citation",
                    .array([
                        .decision(honour.decision.decision, addresses),
                        .node(
                            "CreativeWork",
                            [
                                ("name", .string(honour.programme.document.citation)),
                                ("url", .string(addresses.absolute(Route.programme(honour.programme.id)))),
                            ]),
                    ])
                ),
                (
                    "correction",
                    corrections.isEmpty
                        ? nil
                        : .array(
                            corrections.map {
                                .node("CorrectionComment", [("text", .string($0.text)), ("datePublished", .string($0.on.value.iso))])
                            })
                ),
                ("publisher", addresses.publisherReference), ("isPartOf", addresses.siteReference),
            ])
    }

    /// A person, or a body of people: schema.org has no household, and an organisation is what comes nearest.
    private var honouree: JSONValue {
        let isPerson = honour.subject.kind == .individual
        return .node(
            isPerson ? "Person" : "Organization",
            [
                ("name", .string(honour.subject.name)), ("jobTitle", isPerson ? .words(position) : nil),
                (
                    "award",
                    .string("\(vocabulary.given(honour.decision.given)) (\(Words.decision(honour.decision.decision).lowercasedFirst))")
                ),
            ])
    }

    private static func image(_ picture: HeadPicture) -> JSONValue {
        .node(
            "ImageObject",
            [
                ("url", .string(picture.address)), ("width", .integer(picture.width)), ("height", .integer(picture.height)),
                ("caption", .words(picture.alt)),
            ])
    }
}
