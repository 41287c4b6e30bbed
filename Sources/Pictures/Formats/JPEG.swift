import Glibc

/// JPEG: a row of marked segments, the last of which are followed by compressed pixels.
///
/// ITU-T T.81, annex B; JFIF (ITU-T T.871); the Adobe segment: Adobe Technical Note 5116.
enum JPEG {
    /// A piece of the file between two markers.
    struct Segment {
        var marker: UInt8
        /// Behind marker and length.
        var payload: Range<Int>
        /// Compressed pixels behind the segment, restart markers included; empty but for a start of scan.
        var pixels: Range<Int>
    }

    static func header(_ bytes: [UInt8]) throws(PictureError) -> PictureHeader {
        var reader = try SegmentReader(bytes)
        var header: PictureHeader?
        var orientation: Int?
        while let segment = try reader.next() {
            if isFrame(segment.marker), header == nil {
                var cursor = ByteCursor(bytes, in: segment.payload)
                try cursor.skip(1)
                let height = try cursor.bigEndian(2)
                header = PictureHeader(.jpeg, width: try cursor.bigEndian(2), height: height)
            } else if let tiff = exif(segment, in: bytes), orientation == nil {
                orientation = ExifOrientation.read(bytes, in: tiff)
            } else if segment.marker == Marker.startOfScan {
                break
            }
        }
        guard var header else { throw .malformed(what: "pixels before the size of the picture") }
        header.orientation = orientation ?? 1
        return header
    }

    static func withoutMetadata(_ bytes: [UInt8]) throws(PictureError) -> [UInt8] {
        var reader = try SegmentReader(bytes)
        var jfif: [UInt8] = []
        var orientation: Int?
        var hasPixels = false
        var rest: [UInt8] = []
        rest.reserveCapacity(bytes.count)
        while let segment = try reader.next() {
            switch segment.marker {
            case Marker.app0:
                if jfif.isEmpty { jfif = jfifWithoutThumbnail(segment, in: bytes) }
            case Marker.app0 + 2 where bytes.holds("ICC_PROFILE\0", at: segment.payload.lowerBound):
                append(bytes[segment.payload], as: segment.marker, to: &rest)
            case Marker.app0 + 14 where bytes.holds("Adobe", at: segment.payload.lowerBound) && segment.payload.count >= 12:
                // Tells how the colours are stored; without it some pictures turn green.
                append(bytes[segment.payload.prefix(12)], as: segment.marker, to: &rest)
            case Marker.app0...Marker.app15, Marker.comment:
                if let tiff = exif(segment, in: bytes), orientation == nil { orientation = ExifOrientation.read(bytes, in: tiff) }
            default:
                append(bytes[segment.payload], as: segment.marker, to: &rest)
                rest += bytes[segment.pixels]
                if segment.marker == Marker.startOfScan { hasPixels = true }
            }
        }
        guard hasPixels else { throw .malformed(what: "no pixels") }
        var result: [UInt8] = [0xFF, Marker.startOfImage]
        result.reserveCapacity(rest.count + 64)
        result += jfif
        if let orientation, orientation != 1 {
            let block = Array("Exif\0\0".utf8) + ExifOrientation.tiff(orientation)
            append(block[...], as: Marker.app0 + 1, to: &result)
        }
        return result + rest + [0xFF, Marker.endOfImage]
    }

    /// The JFIF segment gives the density; its thumbnail may show what was cropped away.
    private static func jfifWithoutThumbnail(_ segment: Segment, in bytes: [UInt8]) -> [UInt8] {
        guard bytes.holds("JFIF\0", at: segment.payload.lowerBound), segment.payload.count >= 14 else { return [] }
        var result: [UInt8] = []
        append(bytes[segment.payload.prefix(12)] + [0, 0], as: segment.marker, to: &result)
        return result
    }

    private static func exif(_ segment: Segment, in bytes: [UInt8]) -> Range<Int>? {
        guard segment.marker == Marker.app0 + 1, segment.payload.count > 6, bytes.holds("Exif\0\0", at: segment.payload.lowerBound)
        else { return nil }
        return segment.payload.dropFirst(6)
    }

    /// - Precondition: the payload came from a segment, or is tiny: its length fits in 16 bits.
    private static func append(_ payload: ArraySlice<UInt8>, as marker: UInt8, to result: inout [UInt8]) {
        let length = payload.count + 2
        result += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
        result += payload
    }

    /// Whether a marker starts a frame, whose header gives the size: SOF0 to SOF15 but for three that are none.
    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }

    enum Marker {
        static let startOfImage: UInt8 = 0xD8
        static let endOfImage: UInt8 = 0xD9
        static let startOfScan: UInt8 = 0xDA
        static let app0: UInt8 = 0xE0
        static let app15: UInt8 = 0xEF
        static let comment: UInt8 = 0xFE
    }
}

extension JPEG {
    /// Walks from marker to marker, and over the compressed pixels to the next one.
    struct SegmentReader {
        private var cursor: ByteCursor

        init(_ bytes: [UInt8]) throws(PictureError) {
            cursor = ByteCursor(bytes)
            try cursor.skip(2)
        }

        /// `nil` at the end of the image; a file that stops before it is truncated.
        mutating func next() throws(PictureError) -> Segment? {
            guard try cursor.byte() == 0xFF else { throw .malformed(what: "bytes between two segments") }
            var marker = try cursor.byte()
            while marker == 0xFF { marker = try cursor.byte() }  // fill bytes are allowed before any marker
            if marker == Marker.endOfImage { return nil }
            guard (0xC0...0xCF).contains(marker) || (0xDA...0xEF).contains(marker) || marker == Marker.comment else {
                throw .malformed(what: "an unknown marker")
            }
            let length = try cursor.bigEndian(2)
            guard length >= 2 else { throw .malformed(what: "a segment shorter than its own length") }
            let payload = try cursor.skip(length - 2)
            let pixels = marker == Marker.startOfScan ? try skipPixels() : payload.upperBound..<payload.upperBound
            return Segment(marker: marker, payload: payload, pixels: pixels)
        }

        /// Compressed pixels end at a marker. In them FF is followed by 00 (a pixel byte FF) or by
        /// a restart marker, which belongs to them.
        private mutating func skipPixels() throws(PictureError) -> Range<Int> {
            let start = cursor.position
            let bytes = cursor.bytes
            var end = start
            while true {
                let found = bytes.withUnsafeBytes { buffer -> Int? in
                    guard end < buffer.count, let base = buffer.baseAddress, let hit = memchr(base + end, 0xFF, buffer.count - end)
                    else { return nil }
                    return UnsafeRawPointer(hit) - base
                }
                guard let found, found + 1 < bytes.count else { throw .truncated }
                switch bytes[found + 1] {
                case 0x00, 0xD0...0xD7: end = found + 2
                case 0xFF: end = found + 1
                default: return try cursor.skip(found - start)
                }
            }
        }
    }
}
