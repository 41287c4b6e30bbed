import Imaging
import Pictures
import TestSupport
import Testing

/// What the worker makes of photos of every kind.
@Suite struct PictureMakingTests {
    @Test func aPhotoIsScaledAndItsColoursStay() throws {
        let made = try Workbench.make(MosaicJPEG.quarters(width: 640, height: 480), width: 320)
        for (name, file) in [("jpeg", made.jpeg), ("webp", try Workbench.jpeg(showing: made.webp))] {
            let probe = try JPEGProbe(file)
            #expect((probe.width, probe.height) == (320, 240))
            #expect(probe.colour(x: 20, y: 20).isNear(.red), "\(name)")
            #expect(probe.colour(x: 80, y: 20).isNear(.green), "\(name)")
            #expect(probe.colour(x: 20, y: 80).isNear(.blue), "\(name)")
            #expect(probe.colour(x: 80, y: 80).isNear(.yellow), "\(name)")
        }
    }

    /// Where the quarter that is stored first is shown, by the orientation: 1 to 8 of EXIF's figure.
    @Test(arguments: zip(1...8, [(20, 20), (80, 20), (80, 80), (20, 80), (20, 20), (80, 20), (80, 80), (20, 80)]))
    func photosStandUpright(orientation: Int, shown: (x: Int, y: Int)) throws {
        let photo = MosaicJPEG.quarters(width: 320, height: 160, segments: PlantedData.segments(orientation: orientation))
        let isTurned = orientation >= 5
        let probe = try JPEGProbe(try Workbench.make(photo, width: isTurned ? 160 : 320).jpeg)
        #expect((probe.width, probe.height) == (isTurned ? (160, 320) : (320, 160)))
        #expect(probe.colour(x: shown.x, y: shown.y).isNear(.red))
        // The second quarter lies across of the first one in an upright photo, below it in a turned one.
        let second = isTurned ? (x: shown.x, y: 100 - shown.y) : (x: 100 - shown.x, y: shown.y)
        #expect(probe.colour(x: second.x, y: second.y).isNear(.green))
    }

    @Test func theWorkerItselfKeepsNothingOfTheCamera() throws {
        let jpeg = MosaicJPEG.quarters(width: 64, height: 48, segments: PlantedData.segments())
        let plain = try Workbench.make(jpeg, width: 64).webp
        let photos = [
            jpeg, PlantedData.webp(plain, width: 64, height: 48), PlantedData.png(width: 64, height: 48, [200, 30, 40], orientation: 1),
            PlantedData.gif(width: 64, height: 48, frames: [.red]),
        ]
        for photo in photos {
            #expect(PlantedData.isIn(photo))
            let made = try Workbench.make(photo, width: 32)
            for file in [made.webp, made.jpeg] {
                #expect(!PlantedData.isIn(file))
                #expect(try PictureSanitizer.withoutMetadata(file) == file)
            }
        }
    }

    @Test func fourInksBecomeTheirColours() throws {
        let probe = try JPEGProbe(
            try Workbench.make(MosaicJPEG.inks(width: 64, height: 64, cyan: 0, magenta: 255, yellow: 255, black: 0), width: 32).jpeg)
        let colour = probe.colour(x: 50, y: 50)
        #expect(colour.red > 180 && colour.green < 80 && colour.blue < 80, "\(colour)")
        let white = try JPEGProbe(
            try Workbench.make(MosaicJPEG.inks(width: 64, height: 64, cyan: 0, magenta: 0, yellow: 0, black: 0), width: 32).jpeg)
        #expect(white.colour(x: 50, y: 50).isNear(.white))
    }

    @Test func whatIsTransparentIsWhite() throws {
        let made = try Workbench.make(PlantedData.png(width: 32, height: 32, [200, 30, 40, 0]), width: 32)
        for file in [made.jpeg, try Workbench.jpeg(showing: made.webp)] { #expect(try JPEGProbe(file).colour(x: 50, y: 50).isNear(.white)) }
        #expect(
            try JPEGProbe(try Workbench.make(PlantedData.png(width: 32, height: 32, [20, 140, 60, 255]), width: 32).jpeg).colour(
                x: 50, y: 50
            ).isNear(.green))
    }

    @Test func ofAnAnimationTheFirstFrameIsShown() throws {
        let frames = try [MosaicJPEG.Colour.red, .blue].map { colour in
            try Workbench.make(MosaicJPEG.bytes(width: 32, height: 32) { _, _ in colour }, width: 32).webp
        }
        let webp = PlantedData.animation(frames, width: 32, height: 32)
        let gif = PlantedData.gif(width: 32, height: 32, frames: [.red, .blue])
        for photo in [webp, gif] {
            #expect(try PictureHeader.read(photo).isAnimated)
            let made = try Workbench.make(photo, width: 32)
            #expect(try !PictureHeader.read(made.webp).isAnimated)
            for file in [made.jpeg, try Workbench.jpeg(showing: made.webp)] {
                #expect(try JPEGProbe(file).colour(x: 50, y: 50).isNear(.red))
            }
        }
    }

    /// libvips takes a screen of 640 x 480 for an old monitor's and the frame for the picture; browsers show the screen.
    @Test func aFrameStandsInItsScreen() throws {
        var photo = PlantedData.gif(width: 320, height: 240, frames: [.red])
        photo.replaceSubrange(6..<10, with: [0x80, 0x02, 0xE0, 0x01])
        let probe = try JPEGProbe(try Workbench.make(photo, width: 640).jpeg)
        #expect((probe.width, probe.height) == (640, 480))
        #expect(probe.colour(x: 20, y: 20).isNear(.red) && probe.colour(x: 80, y: 80).isNear(.white))
    }

    @Test func onePixelIsAPicture() throws {
        for photo in [PlantedData.png(width: 1, height: 1, [20, 140, 60]), MosaicJPEG.bytes(width: 1, height: 1) { _, _ in .green }] {
            let probe = try JPEGProbe(try Workbench.make(photo, width: 1).jpeg)
            #expect((probe.width, probe.height) == (1, 1))
            #expect(probe.colour(x: 50, y: 50).isNear(.green))
        }
    }

    /// A size has the same bytes whether it is made alone or with others, by one worker or another.
    @Test func aSizeIsTheSameWhateverElseIsAskedFor() throws {
        let photo = MosaicJPEG.bytes(width: 1200, height: 800) { MosaicJPEG.Colour($0 * 3 % 256, $1 * 5 % 256, ($0 + $1) % 256) }
        let recipe = ImageRecipe(PictureSize(width: 1200, height: 800), .whole)
        func request(_ wanted: (PictureSize) -> Bool) throws -> WorkerRequest {
            var request = try Workbench.request(photo, width: 320)
            request.frames = [
                WorkerRequest.Frame(
                    base: recipe.base, part: recipe.part,
                    sizes: recipe.sizes.reversed().map { .init(size: $0, formats: wanted($0) ? [.webp, .jpeg] : []) })
            ]
            return request
        }
        let all = try Workbench.run([try request { _ in true }])[0].get()
        for (index, size) in recipe.sizes.reversed().enumerated() {
            let alone = try Workbench.run([try request { $0 == size }])[0].get()
            #expect(alone == Array(all[index * 2..<index * 2 + 2]), "\(size)")
        }
    }

    @Test func aCardShowsThePartAroundItsFocus() throws {
        let photo = MosaicJPEG.quarters(width: 800, height: 1600)
        for (focus, colours) in [
            (PictureFocus(x: 50, y: 0), [MosaicJPEG.Colour.red, .green]), (PictureFocus(x: 50, y: 100), [.blue, .yellow]),
        ] {
            let recipe = ImageRecipe(PictureSize(width: 800, height: 1600), .card(focus))
            var request = try Workbench.request(photo, width: 320)
            request.frames = [
                WorkerRequest.Frame(base: recipe.base, part: recipe.part, sizes: [.init(size: recipe.sizes[1], formats: [.jpeg])])
            ]
            let probe = try JPEGProbe(try Workbench.run([request])[0].get()[0])
            #expect((probe.width, probe.height) == (640, 480))
            #expect(probe.colour(x: 20, y: 50).isNear(colours[0]) && probe.colour(x: 80, y: 50).isNear(colours[1]))
        }
    }
}
