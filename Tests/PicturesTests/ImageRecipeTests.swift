import Pictures
import Testing

@Suite struct ImageRecipeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var source: PictureSize
        var whole: [String]
        var card: [String]

        init(_ width: Int, _ height: Int, whole: [String], card: [String]) {
            source = PictureSize(width: width, height: height)
            (self.whole, self.card) = (whole, card)
        }

        var testDescription: String { source.words }
    }

    @Test(arguments: [
        Case(4000, 3000, whole: ["320x240", "640x480", "960x720", "1600x1200"], card: ["320x240", "640x480"]),
        Case(3000, 4000, whole: ["320x427", "640x853", "960x1280", "1600x2133"], card: ["320x240", "640x480"]),
        Case(1600, 1200, whole: ["320x240", "640x480", "960x720", "1600x1200"], card: ["320x240", "640x480"]),
        Case(1024, 768, whole: ["320x240", "640x480", "960x720", "1024x768"], card: ["320x240", "640x480"]),
        Case(960, 720, whole: ["320x240", "640x480", "960x720"], card: ["320x240", "640x480"]),
        Case(500, 300, whole: ["320x192", "500x300"], card: ["320x240", "400x300"]),
        Case(320, 10, whole: ["320x10"], card: ["13x10"]),
        Case(1, 1, whole: ["1x1"], card: ["1x1"]),
        Case(16, 8, whole: ["16x8"], card: ["10x8"]),
        // Taller than any page: narrower instead of higher than a WebP can be.
        Case(1000, 50_000, whole: ["160x8000"], card: ["320x240", "640x480"]),
        Case(1, 90_000, whole: ["1x8000"], card: ["1x1"]),
        Case(90_000, 1, whole: ["320x1", "640x1", "960x1", "1600x1"], card: ["1x1"]),
    ])
    func theSizesOfAPhoto(_ one: Case) {
        #expect(ImageRecipe(one.source, .whole).sizes.map(\.words) == one.whole)
        #expect(ImageRecipe(one.source, .card(.usual)).sizes.map(\.words) == one.card)
    }

    /// A thousand photos of any shape: nothing is enlarged or reaches outside, and every name is its own.
    @Test func nothingIsEverEnlarged() {
        var state: UInt64 = 7
        func random(_ range: ClosedRange<Int>) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int(state >> 33) % range.count
        }
        for _ in 0..<1000 {
            let source = PictureSize(width: random(1...6000), height: random(1...6000))
            for frame in [PictureFrame.whole, .card(PictureFocus(x: random(0...100), y: random(0...100)))] {
                let recipe = ImageRecipe(source, frame)
                let (base, part) = (recipe.base, recipe.part)
                #expect(base.width <= source.width && base.height <= source.height, "\(source)")
                #expect(part.x >= 0 && part.y >= 0 && part.x + part.size.width <= base.width && part.y + part.size.height <= base.height)
                #expect(
                    recipe.sizes.allSatisfy { $0.width <= part.size.width && $0.height <= max(1, part.size.height + 1) },
                    "\(source) \(frame)")
                #expect(recipe.sizes.map(\.width) == Set(recipe.sizes.map(\.width)).sorted())
                let names = recipe.sizes.flatMap { size in PublishedFormat.allCases.map { recipe.name(of: size, as: $0) } }
                #expect(Set(names).count == names.count)
            }
        }
    }

    @Test(arguments: [
        (PictureFocus(x: 50, y: 50), 0, 466), (PictureFocus(x: 50, y: 0), 0, 0), (PictureFocus(x: 0, y: 100), 0, 933),
        (PictureFocus.usual, 0, 253),
    ])
    func theCardIsCutAroundTheFocus(_ focus: PictureFocus, _ x: Int, _ y: Int) {
        let recipe = ImageRecipe(PictureSize(width: 3000, height: 4000), .card(focus))
        #expect(recipe.base == PictureSize(width: 1600, height: 2133))
        #expect(recipe.part == ImageRecipe.Part(x: x, y: y, size: PictureSize(width: 1600, height: 1200)))
    }

    /// What is cut out of a panorama is cut from a larger base than the whole is scaled to.
    @Test func aCardOfAPanoramaIsSharp() {
        let recipe = ImageRecipe(PictureSize(width: 9000, height: 1000), .card(PictureFocus(x: 100, y: 50)))
        #expect(recipe.sizes.last == PictureSize(width: 640, height: 480))
        #expect(recipe.part.size.width >= 640 && recipe.part.size.height >= 480)
        #expect(recipe.part.x + recipe.part.size.width == recipe.base.width)
    }
}

extension PictureSize {
    fileprivate var words: String { "\(width)x\(height)" }
}
