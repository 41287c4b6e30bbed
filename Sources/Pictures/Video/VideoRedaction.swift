/// How a video is published: its own bytes, those overwritten that are not needed to show it.
///
/// Telephones and cameras write into a video where it was made (`©xyz`, `loci`, `com.apple.quicktime.location.ISO6709`,
/// tracks of positions), when, and with which device. Nothing moves, so no offset within the file changes, and
/// the picture is not touched. What is not known to be needed goes, as with photos (``PictureSanitizer``).
package struct VideoRedaction: Sendable, Equatable {
    /// A part of the file that is published with other bytes.
    struct Edit: Sendable, Equatable {
        var range: Range<Int>
        /// What begins the range; noughts follow.
        var bytes: [UInt8] = []
    }

    /// What the video is.
    package let film: VideoDescription
    /// In the order of the file, none touching another's bytes.
    let edits: [Edit]

    /// - Throws: ``VideoError``, and what the reading throws.
    package init(of video: some SeekableBytes) throws {
        switch VideoFormat(sniffing: try video.bytes(in: 0..<min(video.count, 4096))) {
        case .mp4: self = try MP4Reader(video).redaction()
        case .webm: self = try WebMReader(video).redaction()
        case nil: throw VideoError.notAVideo
        }
    }

    init(of film: VideoDescription, edits: [Edit]) {
        self.film = film
        // What lies within another edit is overwritten anyway.
        var kept: [Edit] = []
        for edit in edits.sorted(by: { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }) {
            if let last = kept.last, edit.range.lowerBound < last.range.upperBound {
                kept[kept.count - 1].range = last.range.lowerBound..<max(last.range.upperBound, edit.range.upperBound)
            } else if !edit.range.isEmpty {
                kept.append(edit)
            }
        }
        self.edits = kept
    }

    /// Whether the published video differs from the file.
    package var changesAnything: Bool { !edits.isEmpty }

    /// Overwrites what has to be overwritten in a piece of the file.
    ///
    /// - Parameter offset: where in the file the piece begins.
    package func apply(to piece: inout [UInt8], at offset: Int) {
        let whole = offset..<offset + piece.count
        var (low, high) = (0, edits.count)
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].range.upperBound <= whole.lowerBound { low = middle + 1 } else { high = middle }
        }
        for edit in edits[low...] {
            guard edit.range.lowerBound < whole.upperBound else { return }
            for position in edit.range.clamped(to: whole) {
                let index = position - edit.range.lowerBound
                piece[position - offset] = index < edit.bytes.count ? edit.bytes[index] : 0
            }
        }
    }
}
