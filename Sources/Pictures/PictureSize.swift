/// Width and height in pixels, upright.
package struct PictureSize: Sendable, Hashable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The height that keeps the shape at another width, at least 1 and at most `ImageRecipe.maximumHeight`.
    func height(at width: Int) -> Int {
        min(ImageRecipe.maximumHeight, max(1, (height * width * 2 + self.width) / (self.width * 2)))
    }
}

/// The point of a picture that matters most, in per cent from its left and upper edge: what is cut away
/// is cut away from around it.
package struct PictureFocus: Sendable, Hashable {
    /// 0 to 100.
    package var x: Int
    /// 0 to 100.
    package var y: Int

    package init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }

    /// Where nobody says otherwise: faces stand in the upper part of most portraits and group photos.
    package static let usual = PictureFocus(x: 50, y: 40)
}
