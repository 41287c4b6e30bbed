import Pictures
import Testing

@Suite struct PictureSanitizerTests {
    @Test(arguments: SamplePictures.all)
    func removesWhatWasPlanted(sample: Sample) throws {
        let bytes = sample.bytes
        // The sample must hold the secret, or its absence afterwards proves nothing.
        #expect(bytes.contains(run: Array(SamplePictures.plantedText.utf8)))
        #expect(bytes.contains(run: SamplePictures.plantedPosition))

        let clean = try PictureSanitizer.withoutMetadata(bytes)
        #expect(!clean.contains(run: Array("GPS".utf8)))
        #expect(!clean.contains(run: Array(SamplePictures.plantedPosition.prefix(8))))
        for trace in ["http", "XML", "XMP", "Photoshop", "Comment", "JFXX", "MPF", "tIME", "prVt", "priv"] {
            #expect(!clean.contains(run: Array(trace.utf8)), "\(trace)")
        }
        let header = try PictureHeader.read(clean)
        #expect((header.width, header.height) == (sample.width, sample.height))
        #expect(try PictureSanitizer.withoutMetadata(clean) == clean)
    }

    @Test func jpegKeepsPixelsColoursAndDensity() throws {
        let pixels: [UInt8] = [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD3, 0x56, 0xFF, 0xFF, 0x00]
        let clean = try PictureSanitizer.withoutMetadata(SamplePictures.jpeg(pixels: pixels))
        #expect(clean.contains(run: [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0] + pixels + [0xFF, 0xD9]))
        #expect(clean.contains(run: Array("ICC_PROFILE\0\u{1}\u{1}colours".utf8)))
        #expect(clean.contains(run: SamplePictures.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0])))
        #expect(clean.starts(with: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 2, 1, 0, 72, 0, 72, 0, 0, 0xFF]))
        #expect(!clean.contains(run: Array("Exif".utf8)))
    }

    @Test(arguments: 2...8)
    func jpegKeepsItsOrientationAndNothingElse(orientation: Int) throws {
        let clean = try PictureSanitizer.withoutMetadata(SamplePictures.jpeg(orientation: orientation))
        #expect(try PictureHeader.read(clean).orientation == orientation)
        let exif = Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0]
        #expect(clean.contains(run: SamplePictures.segment(0xE1, exif)))
    }

    @Test func progressiveJpegKeepsEveryScan() throws {
        let scan = SamplePictures.segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x55]
        var file = SamplePictures.jpeg(pixels: [0x3F])
        let end = try #require(file.indices.dropLast().last { file[$0] == 0xFF && file[$0 + 1] == 0xD9 })
        file.insert(contentsOf: SamplePictures.segment(0xFE, SamplePictures.planted) + scan + scan, at: end)
        let clean = try PictureSanitizer.withoutMetadata(file)
        #expect(clean.suffix(scan.count * 2 + 2).elementsEqual(scan + scan + [0xFF, 0xD9]))
        #expect(!clean.contains(run: SamplePictures.planted))
    }

    @Test func pngKeepsWhatBearsOnItsLooks() throws {
        let clean = try PictureSanitizer.withoutMetadata(SamplePictures.png())
        var types: [String] = []
        var position = 8
        while position + 8 <= clean.count {
            types.append(String(decoding: clean[position + 4..<position + 8], as: UTF8.self))
            position += 12 + clean[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        #expect(types == ["IHDR", "gAMA", "pHYs", "IDAT", "IEND"])
        #expect(position == clean.count)
    }

    @Test func pngRefusesUnknownCriticalChunks() {
        var file = SamplePictures.png()
        file.insert(contentsOf: SamplePictures.chunk("SECR", [1]), at: 33)
        #expect(throws: PictureError.malformed(what: "an unknown critical chunk")) { try PictureSanitizer.withoutMetadata(file) }
    }

    @Test func webpClearsItsFlagsAndSetsItsSize() throws {
        let clean = try PictureSanitizer.withoutMetadata(SamplePictures.webp())
        let expected =
            SamplePictures.extended(0x20, 320, 200) + SamplePictures.webpChunk("ICCP", Array("colours".utf8))
            + SamplePictures.lossless(320, 200)
        #expect(clean == SamplePictures.riff(expected))
    }

    @Test func webpCleansTheFramesOfAnAnimation() throws {
        let clean = try PictureSanitizer.withoutMetadata(SamplePictures.animatedWebP())
        let frame = SamplePictures.webpChunk("ANMF", [UInt8](repeating: 0, count: 16) + SamplePictures.lossless(40, 30))
        let expected =
            SamplePictures.extended(0x02, 40, 30) + SamplePictures.webpChunk("ANIM", [0, 0, 0, 0, 0, 0]) + frame + frame
        #expect(clean == SamplePictures.riff(expected))
    }

    @Test func gifKeepsItsLoopAndTheControlOfItsImage() throws {
        let clean = try PictureSanitizer.withoutMetadata(SamplePictures.gif())
        #expect(clean.contains(run: SamplePictures.gifLooping))
        #expect(clean.contains(run: [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C]))
        // The first control belonged to the text that went.
        #expect(!clean.contains(run: [0x21, 0xF9, 4, 0, 0, 0, 0, 0]))
        #expect(clean.suffix(5) == [2, 0x44, 0x0A, 0, 0x3B])
    }
}

@Suite struct DamagedPictureTests {
    @Test(arguments: SamplePictures.all)
    func truncationIsAlwaysAnError(sample: Sample) throws {
        let bytes = sample.bytes
        let end = bytes.count - SamplePictures.planted.count
        for length in 0..<end {
            #expect(throws: PictureError.self, "\(length)") { try PictureSanitizer.withoutMetadata(Array(bytes.prefix(length))) }
        }
        #expect(throws: Never.self) { try PictureSanitizer.withoutMetadata(Array(bytes.prefix(end))) }
    }

    /// Whatever is broken, the outcome is an error or a picture that is clean in its turn.
    @Test(arguments: SamplePictures.all)
    func flippedBitsNeverCrash(sample: Sample) throws {
        let bytes = sample.bytes
        var random = SplitMix(state: 2026)
        func check(_ damaged: [UInt8]) {
            guard let clean = try? PictureSanitizer.withoutMetadata(damaged) else { return }
            #expect((try? PictureSanitizer.withoutMetadata(clean)) == clean)
        }
        for index in bytes.indices {
            for change: UInt8 in [0x01, 0x10, 0x80, 0xFF] {
                var damaged = bytes
                damaged[index] ^= change
                check(damaged)
            }
        }
        for _ in 0..<2000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 2...12, using: &random) {
                damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            check(damaged)
            _ = VideoFormat(sniffing: damaged)
        }
    }

    /// A decoder fills up what a GIF lost and says nothing; the frame's size gives it away.
    @Test(arguments: [("a row more", 2), ("none", 0)]) func aGIFWithoutAllItsPixelsIsDamaged(name: String, height: UInt8) throws {
        let whole = SamplePictures.gif()
        _ = try PictureSanitizer.withoutMetadata(whole)
        let frame = try #require(whole.indices.first { whole[$0...].starts(with: [0x2C, 0, 0, 0, 0, 2, 0, 1, 0]) })
        var damaged = whole
        damaged[frame + 7] = height
        #expect(throws: PictureError.malformed(what: "2 pixels where there should be \(2 * Int(height))")) {
            try PictureSanitizer.withoutMetadata(damaged)
        }
    }

    @Test func noiseBehindASignatureNeverCrashes() {
        var random = SplitMix(state: 7)
        let starts: [[UInt8]] = [
            [0xFF, 0xD8, 0xFF], Array(SamplePictures.png().prefix(8)), Array("RIFF\u{40}\0\0\0WEBP".utf8), Array("GIF89a".utf8),
            Array("\0\0\0\u{18}ftyp".utf8), [0x1A, 0x45, 0xDF, 0xA3],
        ]
        for start in starts {
            for _ in 0..<500 {
                let noise = (0..<Int.random(in: 0...90, using: &random)).map { _ in UInt8.random(in: .min ... .max, using: &random) }
                _ = try? PictureSanitizer.withoutMetadata(start + noise)
                _ = VideoFormat(sniffing: start + noise)
            }
        }
    }
}

/// Random numbers that are the same in every run, so that a failure can be found again.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
