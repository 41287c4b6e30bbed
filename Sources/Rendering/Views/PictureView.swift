import Board
import Diagnostics
import Entries
import Pictures
import Templates

/// A picture as a page shows it.
struct PictureModel: Sendable {
    /// The published pictures; several sizes of it in each format.
    let picture: FilePlan.PublishedPicture
    let addresses: Addresses
    var alt = ""
    var caption = ""
    var credit = ""

    /// The size for browsers that can't choose one: enough for a telephone.
    var fallback: PictureSize { picture.recipe.sizes.last { $0.width <= 640 } ?? picture.recipe.sizes[0] }

    func url(_ size: PictureSize, _ format: PublishedFormat) -> String { addresses.url(picture.route(of: size, as: format)) }

    /// All sizes in one format, as `srcset` has them.
    func choices(_ format: PublishedFormat) -> String {
        picture.recipe.sizes.map { "\(url($0, format)) \($0.width)w" }.joined(separator: ", ")
    }

    func described(alt: String, caption: String) -> PictureModel {
        var copy = self
        (copy.alt, copy.caption) = (alt, caption)
        return copy
    }
}

enum PictureView {
    static let view = View<PictureModel>(
        "picture", Message(vi: "Một ảnh, có nhiều cỡ ở hai định dạng.", en: "A picture, in several sizes of two formats."),
        [
            .text(
                "url",
                Message(vi: "Địa chỉ ảnh JPEG cỡ vừa, cho trình duyệt không tự chọn cỡ.", en: "A JPEG of medium size, for all browsers.")
            ) { $0.url($0.fallback, .jpeg) },
            .text("alt", Message(vi: "Lời mô tả ảnh cho người không nhìn thấy.", en: "Its text alternative.")) { $0.alt },
            .text("caption", Message(vi: "Chú thích.", en: "Its caption.")) { $0.caption },
            .text("credit", Message(vi: "Nguồn ảnh.", en: "Its credit.")) { $0.credit },
            .text("width", Message(vi: "Chiều rộng của ảnh ở `url`, điểm ảnh.", en: "The width of the picture at `url`.")) {
                String($0.fallback.width)
            },
            .text("height", Message(vi: "Chiều cao của ảnh ở `url`, điểm ảnh.", en: "The height of the picture at `url`.")) {
                String($0.fallback.height)
            },
            .text("srcset", Message(vi: "Mọi cỡ ở dạng JPEG, viết như `srcset`.", en: "All sizes as JPEG, as `srcset` has them.")) {
                $0.choices(.jpeg)
            },
            .list(
                "sources", PictureSourceView.view,
                Message(
                    vi: "Các định dạng nhẹ hơn JPEG, mỗi định dạng một thẻ `source`.",
                    en: "Formats lighter than JPEG, a `source` element each."
                )
            ) { model in
                PublishedFormat.allCases.filter { $0 != .jpeg }.map { PictureSourceModel(type: $0.mediaType, choices: model.choices($0)) }
            },
            .text("full_url", Message(vi: "Địa chỉ ảnh JPEG lớn nhất.", en: "The largest JPEG.")) { model in
                model.picture.recipe.sizes.last.map { model.url($0, .jpeg) }
            },
        ])
}

/// A picture in one format.
struct PictureSourceModel: Sendable {
    var type: String
    var choices: String
}

enum PictureSourceView {
    static let view = View<PictureSourceModel>(
        "picture_source", Message(vi: "Một ảnh ở một định dạng.", en: "A picture in one format."),
        [
            .text("type", Message(vi: "Loại tệp, ví dụ `image/webp`.", en: "Its media type.")) { $0.type },
            .text("srcset", Message(vi: "Mọi cỡ, viết như `srcset`.", en: "All sizes, as `srcset` has them.")) { $0.choices },
        ])
}

extension Addresses {
    /// What is shown of a picture; nil where it is not published.
    func picture(_ path: String, _ frame: PictureFrame) -> PictureModel? {
        plan.files.pictures[FilePlan.PictureUse(path, frame)].map { PictureModel(picture: $0, addresses: self) }
    }

    /// A photo in whole.
    func picture(_ photo: Entry.Photo) -> PictureModel? {
        picture(photo.file.value, .whole).map { described($0, photo) }
    }

    /// A photo cut for a card.
    func cardPicture(_ photo: Entry.Photo) -> PictureModel? {
        picture(photo.file.value, .card(photo.focus ?? .usual)).map { described($0, photo) }
    }

    private func described(_ model: PictureModel, _ photo: Entry.Photo) -> PictureModel {
        var model = model.described(alt: photo.alt, caption: photo.caption ?? "")
        model.credit = photo.credit ?? ""
        return model
    }
}
