/// What a page shows of a picture.
package enum PictureFrame: Sendable, Hashable {
    /// All of it.
    case whole
    /// A part with the shape of a card's picture, around the point that matters.
    case card(PictureFocus)
}

/// The formats that pictures are published in. Visitors whose browser knows WebP load that; JPEG is for all others,
/// and for the programs that show a link with its picture.
package enum PublishedFormat: String, Sendable, CaseIterable {
    case webp, jpeg

    /// The ending of its files.
    package var suffix: String { self == .jpeg ? "jpg" : "webp" }
    /// The media type for HTTP and HTML.
    package var mediaType: String { "image/\(rawValue)" }
    /// 0 to 100, as each format counts: about equal to the eye.
    package var quality: Int { self == .jpeg ? 80 : 75 }
}

/// How the published pictures are made from one photo: which sizes there are, and from which pixels.
///
/// A pure function of the photo's size, so that pages, caches and the worker that makes the pixels agree
/// without asking one another. Nothing is ever enlarged.
package struct ImageRecipe: Sendable, Hashable {
    /// Changes whenever the same photo would give other pixels: pictures of another version are made anew.
    package static let version = 1
    /// The widths of whole pictures, for telephones, tablets, screens, and screens with fine pixels.
    package static let widths = [320, 640, 960, 1600]
    /// The widths of the pictures on cards, which are small.
    package static let cardWidths = [320, 640]
    /// The shape of the pictures on cards, as the templates' style shows them.
    package static let cardShape = (width: 4, height: 3)
    /// WebP ends at 16,383 pixels; nobody scrolls over half of that.
    package static let maximumHeight = 8000

    /// The photo's size.
    package let source: PictureSize
    package let frame: PictureFrame
    /// The sizes that are made, the smallest first; at least one.
    package let sizes: [PictureSize]

    package init(_ source: PictureSize, _ frame: PictureFrame) {
        self.source = source
        self.frame = frame
        switch frame {
        case .whole:
            let largest = max(1, min(source.width, Self.widths.last!, Self.maximumHeight * source.width / source.height))
            sizes = Self.steps(Self.widths, upTo: largest).map { PictureSize(width: $0, height: source.height(at: $0)) }
        case .card:
            let part = Self.cardPart(of: source)
            let shape = PictureSize(width: Self.cardShape.width, height: Self.cardShape.height)
            let largest = min(part.width, Self.cardWidths.last!)
            sizes = Self.steps(Self.cardWidths, upTo: largest).map { PictureSize(width: $0, height: shape.height(at: $0)) }
        }
    }

    /// The widths below the largest, and the largest itself.
    private static func steps(_ widths: [Int], upTo largest: Int) -> [Int] { widths.filter { $0 < largest } + [largest] }

    /// The largest part of the card's shape.
    private static func cardPart(of source: PictureSize) -> PictureSize {
        let (across, down) = cardShape
        return source.width * down >= source.height * across
            ? PictureSize(width: max(1, source.height * across / down), height: source.height)
            : PictureSize(width: source.width, height: max(1, source.width * down / across))
    }

    // MARK: From which pixels

    /// A rectangle of pixels.
    package struct Part: Sendable, Hashable {
        package var x: Int
        package var y: Int
        package var size: PictureSize

        package init(x: Int, y: Int, size: PictureSize) {
            (self.x, self.y, self.size) = (x, y, size)
        }
    }

    /// The size to which the photo is scaled before anything is cut out of it: as small as the largest
    /// size allows. Frames of the same base share the decoding.
    package var base: PictureSize {
        guard case .card = frame, let largest = sizes.last else { return sizes[sizes.count - 1] }
        func base(_ width: Int) -> PictureSize {
            width == source.width ? source : PictureSize(width: width, height: max(1, source.height * width / source.width))
        }
        let whole = ImageRecipe(source, .whole).base
        if Self.cardPart(of: whole).width >= largest.width { return whole }
        // A panorama: what is cut out of its usual base would have to be enlarged.
        var width = min(source.width, source.width * largest.width / Self.cardPart(of: source).width)
        while width < source.width, Self.cardPart(of: base(width)).width < largest.width { width += 1 }
        return base(width)
    }

    /// The part of the base that the frame shows; its largest size is scaled from it, each smaller one from
    /// the next larger one.
    package var part: Part {
        let base = base
        guard case .card(let focus) = frame else { return Part(x: 0, y: 0, size: base) }
        let part = Self.cardPart(of: base)
        func start(_ length: Int, _ whole: Int, _ focus: Int) -> Int { min(max(0, (whole * focus - length * 50) / 100), whole - length) }
        return Part(x: start(part.width, base.width, focus.x), y: start(part.height, base.height, focus.y), size: part)
    }

    /// The name of one of the sizes in one format, unique among all that can be made from a photo.
    package func name(of size: PictureSize, as format: PublishedFormat) -> String {
        let shown =
            switch frame {
            case .whole: ""
            case .card(let focus): "\(focus.x)-\(focus.y)-"
            }
        return "\(shown)\(size.width)x\(size.height)-\(format.quality).\(format.suffix)"
    }
}
