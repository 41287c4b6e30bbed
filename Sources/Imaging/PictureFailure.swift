/// Why no pictures could be made from a file that looked like one.
///
/// Values without wording: whoever names the file to its author also words the complaint.
package enum PictureFailure: Error, Sendable, Equatable {
    /// The pixels can't be decoded; the text is the decoder's, in English.
    case damaged(String)
    /// Decoding takes more memory than a worker may have.
    case needsTooMuchMemory
    /// Decoding takes longer than a worker may.
    case takesTooLong(seconds: Int)
    /// It brings workers down.
    case crashesTheWorker
}
