/// The names that cameras and telephones give to their pictures: `PXL_20240905_091234567.jpg`, `DSC_0912345678.JPG`.
/// Their numbers are days, times and counters, and nobody's.
enum CameraNames {
    static let prefixes = Set(
        [
            "PXL", "IMG", "MVIMG", "DSC", "DSCN", "DSCF", "VID", "MVI", "MOV", "PANO", "GOPR", "GX", "DJI", "SAM", "WP",
            "IMGP", "CIMG", "PICT", "BURST", "Screenshot", "received",
        ].map { Token.key(of: $0) })
}

extension ReadText {
    /// Whether the number stands, with nothing but digits, hyphens and underscores between, behind a camera's prefix, and
    /// only the extension behind it: `IMG_0912345678-ong-mau.jpg` was given by somebody.
    func isNamedByCamera(_ index: Int) -> Bool {
        guard index > 0, tokens[index].zone != .url else { return false }
        var place = index - 1
        while place >= 0, index - place < 8, isJoined(behind: place), !isWord(place) {
            guard isNumber(place) || isMark(place, Mark.underscore) || isMark(place, Mark.hyphen) else { return false }
            place -= 1
        }
        guard isSomeWord(place, CameraNames.prefixes), isJoined(behind: place), place == 0 || !isJoinedWord(place - 1)
        else { return false }
        return endsInExtension(behind: index)
    }

    /// Close before the next token; in the names of files a blank stands for an underscore.
    private func isJoined(behind index: Int) -> Bool { (gap(behind: index) ?? 9) <= (form == .name ? 1 : 0) }

    private func isJoinedWord(_ index: Int) -> Bool { isJoined(behind: index) && isWord(index) }

    private func endsInExtension(behind index: Int) -> Bool {
        var place = index + 1
        while place < count, isJoined(behind: place - 1), place - index < 8 {
            if isMark(place, Mark.dot) { return isTight(behind: place) && isWord(place + 1) }
            let isMode = isCapital(place) && tokens[place].length > 1 && !isProperName(place)
            guard isNumber(place) || isMark(place, Mark.underscore) || isMark(place, Mark.hyphen) || isMode else {
                return false
            }
            place += 1
        }
        return form == .name && place == count
    }
}
