import Diagnostics
import Formats
import Pictures

/// One honour's story as its author wrote it, not yet held against anything.
///
/// It never states its own eligibility: who somebody is, what they were rated, registered and awarded
/// stands in registers, at which the entry points.
package final class Entry: Sendable {
    /// The row that the honour rests on.
    package enum Basis: Sendable {
        case recognition(Located<String>)
        case award(Located<String>)

        package var reference: Located<String> {
            switch self {
            case .recognition(let id), .award(let id): id
            }
        }
    }

    package let path: String
    /// Unique, and part of the address for ever.
    package let id: Located<String>
    package let title: String
    package let programmeID: Located<String>
    package let campaign: Located<String>?
    package let level: Located<String>?
    package let subjectID: Located<String>
    package let basis: Basis
    package let placeID: Located<String>
    package let year: Located<Int>
    package let field: Located<String>
    package let model: Model?
    package let results: [Result]
    package let registrationID: Located<String>?
    package let scoreSheetID: Located<String>?
    package let summary: Located<String>
    /// The title of the section whose words the plan counts.
    package let achievementsSection: Located<String>?
    package let photos: [Photo]
    package let videos: [Video]
    package let publication: Publication
    /// What was put right after the entry was published, in the author's order.
    package let corrections: [Correction]
    /// Addresses that the page had before, relative to the board.
    package let aliases: [Located<String>]
    package let body: Body

    package init(
        path: String, id: Located<String>, title: String, programmeID: Located<String>, campaign: Located<String>?, level: Located<String>?,
        subjectID: Located<String>, basis: Basis, placeID: Located<String>, year: Located<Int>, field: Located<String>, model: Model?,
        results: [Result], registrationID: Located<String>?, scoreSheetID: Located<String>?, summary: Located<String>,
        achievementsSection: Located<String>?, photos: [Photo], videos: [Video], publication: Publication,
        corrections: [Correction], aliases: [Located<String>], body: Body
    ) {
        self.path = path
        self.id = id
        self.title = title
        self.programmeID = programmeID
        self.campaign = campaign
        self.level = level
        self.subjectID = subjectID
        self.basis = basis
        self.placeID = placeID
        self.year = year
        self.field = field
        self.model = model
        self.results = results
        self.registrationID = registrationID
        self.scoreSheetID = scoreSheetID
        self.summary = summary
        self.achievementsSection = achievementsSection
        self.photos = photos
        self.videos = videos
        self.publication = publication
        self.corrections = corrections
        self.aliases = aliases
        self.body = body
    }

    /// Where one of the values stands.
    package func place(_ located: Located<some Any>) -> SourcePlace { located.place(in: path) }
}

extension Entry {
    /// A named piece of work that the plan calls "mô hình".
    package struct Model: Sendable {
        package var title: String
        package var status: Located<String>?
        package var quantity: Int?
        package var lead: String?
        package var scale: String?
    }

    /// One figure of what was achieved.
    package struct Result: Sendable {
        /// As the author wrote it, with Vietnamese separators.
        package var value: String
        package var unit: String
        package var what: String
    }

    /// A picture as the entry names it.
    package struct Photo: Sendable {
        /// What a picture shows: plans ask for so many of each.
        package enum Role: String, Sendable, CaseIterable { case portrait, activity }

        /// The file's path from the board's `content` folder.
        package var file: Located<String>
        package var role: Role
        package var alt: String
        package var caption: String?
        package var credit: String?
        /// The point that must stay where the picture is cut for a card.
        package var focus: PictureFocus?
    }

    /// A video as the entry names it.
    package struct Video: Sendable {
        /// Where the video lies.
        package enum Source: Sendable {
            /// A path from the board's `content` folder.
            case file(Located<String>)
            case address(Located<String>)
        }

        package var source: Source
        package var title: String
        package var poster: Located<String>?
        package var captions: Located<String>?
        package var transcript: Located<String>?
    }

    /// Something in a published entry that was wrong and was put right: said openly, on its page and in the
    /// list of corrections.
    package struct Correction: Sendable {
        /// The day on which it was put right.
        package var on: Located<CalendarDay>
        package var text: String
    }

    /// The story, rendered once when it is read.
    package struct Body: Sendable {
        package var html: RenderedHTML
        /// What the insertions of `html` stand for, in their order.
        package var targets: [Target]
        package var words: Int
        /// Each heading with the words up to the next heading of the same or a higher level.
        package var sections: [Section]
        /// The ids of all headings, in order: what `#…` in a link can name.
        package var headingIDs: [String] = []
        /// Whether a link names a part of the page that is no heading of the story.
        package var linksToPageParts = false

        /// Ids that the layout's own parts have on the pages of entries and texts; no heading gets one of them. A template
        /// that brings others should begin them with `trang-`, which no heading does by chance.
        package static let pageIDs: Set<String> = [
            "noi-dung", "can-sua", "dinh-chinh", "can-cu", "quy-dinh", "lien-quan", "chia-se", "danh-sach", "moi", "tim", "tim-theo",
            "theo-ten", "theo-muc", "theo-nam", "theo-linh-vuc", "theo-dia-ban", "theo-doi-tuong", "mo-hinh", "dong-thoi-gian", "top",
            "tim-q", "tim-cach", "tim-noi", "tim-loc", "tim-kq", "tim-dem", "tim-ket-qua", "tim-them",
        ]

        /// The id of the heading that a link's fragment means (`#ket-qua`); nil where there is none.
        package func headingID(for fragment: String) -> String? {
            guard !headingIDs.isEmpty else { return nil }
            return MarkdownAnchors.id(for: ContentPath.percentDecoded(String(fragment.drop { $0 == "#" })), among: headingIDs)
        }
    }

    /// A part of the story, under its heading.
    package struct Section: Sendable {
        package var title: String
        package var words: Int
        package var position: SourcePosition
    }

    /// A link or a picture in the story that leads to something of the board.
    package struct Target: Sendable {
        /// What a target leads to.
        package enum Kind: Sendable {
            /// A Markdown file, by its path from the `content` folder: an entry or a page.
            case document
            /// A picture, video or other file, by its path from the `content` folder.
            case file
            /// An address of the site, beginning with `/`.
            case address
        }

        package var kind: Kind
        package var path: String
        package var fragment: String
        package var position: SourcePosition
        package var length: Int32
        package var isImage: Bool
        /// The link's text, or the picture's description.
        package var text: String
        /// What stands in quotes behind the address; empty where nothing does.
        package var title: String
    }
}
