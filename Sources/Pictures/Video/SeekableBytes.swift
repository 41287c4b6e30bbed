/// Bytes that are read in parts, wherever they lie: a video has hundreds of megabytes, of which a few hundred bytes
/// say what it is made of.
package protocol SeekableBytes {
    /// How many bytes there are.
    var count: Int { get }

    /// The bytes of a range, which lies within them. Throws what keeps them from being read.
    func bytes(in range: Range<Int>) throws -> [UInt8]
}

extension Array: SeekableBytes where Element == UInt8 {
    package func bytes(in range: Range<Int>) -> [UInt8] { Array(self[range]) }
}

/// Why a file can't be published as a video. Values without wording, like ``PictureError``.
package enum VideoError: Error, Equatable, Sendable {
    /// The bytes begin like no video that is published here.
    case notAVideo
    /// The file ends before the video does.
    case truncated
    /// The bytes contradict the format's own rules; `what` says where, in English.
    case malformed(what: String)
    /// There is sound and no picture.
    case noPicture
    /// Besides picture and sound there is a track that can't be taken out, which may tell where the video was
    /// made: subtitles of a drone, positions of a camera.
    case otherTrack
}
