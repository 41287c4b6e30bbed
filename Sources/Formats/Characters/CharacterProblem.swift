import Diagnostics

/// What is said of characters that don't belong in a text, or that came instead of others.
enum CharacterProblem {
    enum Kind: Hashable {
        case control, direction, invisible, privateUse, replacement, misread, lost, lookAlike
    }

    /// - Parameters:
    ///   - passage: the words around it, and what they may have been.
    ///   - further: how many of the same kind stand behind and are not named.
    static func diagnostic(
        _ kind: Kind, _ scalar: Unicode.Scalar, _ passage: (found: String, meant: [String])?, further: Int, at place: SourcePlace
    ) -> Diagnostic {
        var diagnostic =
            switch kind {
            case .control: control(scalar, at: place)
            case .direction: direction(scalar, at: place)
            case .invisible: invisible(scalar, at: place)
            case .privateUse: privateUse(scalar, at: place)
            case .replacement: replacement(at: place)
            case .misread: misread(passage?.found ?? "", passage?.meant.first ?? "", at: place)
            case .lost: lost(passage?.found ?? "", passage?.meant ?? [], at: place)
            case .lookAlike: lookAlike(scalar, passage?.found ?? "", passage?.meant.first ?? "", at: place)
            }
        if further > 0 {
            diagnostic.notes.append(
                .init(
                    Message(vi: "còn \(further) chỗ nữa như vậy trong tệp này", en: "\(further) more places like this in the file")))
        }
        return diagnostic
    }

    /// What a sign of a symbol font in the private use area shows: Wingdings and Symbol put theirs at U+F020 and on.
    static func meaning(ofPrivateUse scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xF02D: "-"
        case 0xF06E, 0xF0A7: "▪"
        case 0xF071, 0xF0A8: "□"
        case 0xF076: "❖"
        case 0xF09F, 0xF0B7: "•"
        case 0xF0AE, 0xF0E0, 0xF0E8: "→"
        case 0xF0D8: "➢"
        case 0xF0B0: "°"
        case 0xF0B1: "±"
        case 0xF0A3: "≤"
        case 0xF0B3: "≥"
        case 0xF0B4: "×"
        case 0xF0FC, 0xF0FE: "✓"
        case 0xF0FB, 0xF0FD: "✗"
        default: nil
        }
    }

    /// At most so much of a passage is quoted.
    static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > 120 else { return text }
        return String(scalars.prefix(120)) + "…"
    }
}

extension CharacterProblem {
    private static func control(_ scalar: Unicode.Scalar, at place: SourcePlace) -> Diagnostic {
        let name = CharacterName.words(scalar)
        return Diagnostic(
            .error, "control-character",
            Message(
                vi: "ở đây có \(name.vi), không nhìn thấy được và không đăng được",
                en: "there is \(name.en) here, which can't be seen or published"),
            at: place,
            remedy: Message(
                vi: "xóa ký tự này rồi gõ lại chỗ đó; chép từ Word thì dán dạng văn bản thuần (Ctrl+Shift+V)",
                en: "delete the character and type the place anew; from Word, paste as plain text (Ctrl+Shift+V)"))
    }

    private static func direction(_ scalar: Unicode.Scalar, at place: SourcePlace) -> Diagnostic {
        let name = CharacterName.words(scalar)
        return Diagnostic(
            .error, "direction-character",
            Message(
                vi: "trước chữ này có \(name.vi): chữ hiện ra khác với chữ được ghi",
                en: "before this letter stands \(name.en): what is shown differs from what is written"),
            at: place,
            remedy: Message(
                vi: "xóa ký tự ẩn này, hoặc gõ lại cả từ", en: "delete the hidden character, or type the word anew"))
    }

    private static func invisible(_ scalar: Unicode.Scalar, at place: SourcePlace) -> Diagnostic {
        let name = CharacterName.words(scalar)
        return Diagnostic(
            .warning, "invisible-character",
            Message(
                vi: "trước chữ này có \(name.vi), không nhìn thấy được; chương trình bỏ qua ký tự ấy",
                en: "before this letter stands \(name.en), which can't be seen; it is left out"),
            at: place,
            remedy: Message(
                vi: "đặt con trỏ ở đây, xóa một lần (không chữ nào mất đi) rồi lưu tệp",
                en: "put the cursor here, delete once (no letter goes) and save the file"))
    }

    private static func privateUse(_ scalar: Unicode.Scalar, at place: SourcePlace) -> Diagnostic {
        let code = CharacterName.code(scalar)
        let meant = meaning(ofPrivateUse: scalar)
        return Diagnostic(
            .warning, "private-use-character",
            Message(
                vi: "ký tự \(code) chỉ có trong phông chữ của máy đã soạn (như Wingdings); máy khác hiện ô vuông",
                en: "\(code) exists in a font of the machine it was written on (such as Wingdings); others show a box"),
            at: place,
            remedy: meant.map { Message(vi: "thay bằng “\($0)”", en: "write “\($0)” instead") }
                ?? Message(vi: "thay bằng chữ hoặc ký hiệu thường", en: "write an ordinary letter or sign instead"))
    }

    private static func replacement(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "lost-letter",
            Message(
                vi: "“\u{FFFD}” (U+FFFD) đứng thay một chữ mà chương trình khác đã không đọc được",
                en: "“\u{FFFD}” (U+FFFD) stands for a letter that another program could not read"),
            at: place, remedy: Message(vi: "gõ lại chữ này theo bản gốc", en: "type the letter anew from the original"))
    }

    private static func misread(_ found: String, _ meant: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            .warning, "misread-letters",
            Message(
                vi: "“\(cut(found))” là chữ bị hỏng: một chương trình đã đọc UTF-8 như bảng mã Windows-1252",
                en: "“\(cut(found))” is damaged: some program read UTF-8 as Windows-1252"),
            at: place,
            remedy: Message(
                vi: "sửa thành “\(cut(meant))”; nếu cả tệp như vậy, mở lại bản gốc và chọn bảng mã UTF-8 khi nhập",
                en: "write “\(cut(meant))”; if all of the file is so, open the original again and choose UTF-8"))
    }

    private static func lost(_ found: String, _ meant: [String], at place: SourcePlace) -> Diagnostic {
        let words = meant.map { "“\($0)”" }.joined(separator: ", ")
        return Diagnostic(
            .warning, "lost-letter",
            Message(
                vi: "trong “\(cut(found))” dấu hỏi đứng thay một chữ đã mất",
                en: "in “\(cut(found))” a question mark stands for a letter that was lost"),
            at: place,
            remedy: meant.isEmpty
                ? Message(vi: "gõ lại từ này theo bản gốc", en: "type the word anew from the original")
                : Message(
                    vi: "gõ lại từ này theo bản gốc; có thể là \(words)", en: "type the word anew from the original; perhaps \(words)"))
    }

    private static func lookAlike(_ scalar: Unicode.Scalar, _ found: String, _ meant: String, at place: SourcePlace) -> Diagnostic {
        let name = CharacterName.words(scalar)
        return Diagnostic(
            .warning, "look-alike-letter",
            Message(vi: "trong “\(cut(found))” có \(name.vi)", en: "in “\(cut(found))” there is \(name.en)"),
            at: place, remedy: Message(vi: "gõ lại bằng bàn phím: “\(cut(meant))”", en: "type it anew: “\(cut(meant))”"))
    }
}
