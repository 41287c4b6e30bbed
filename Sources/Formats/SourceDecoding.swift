import Diagnostics
import Glibc
import Vietnamese

extension SourceText {
    /// Turns the bytes of a file into text, or says why they are none.
    ///
    /// Byte order marks are dropped, CRLF and CR become LF, decomposed letters are composed, Ð (U+00D0) becomes the Đ that
    /// was meant; positions are those of the text that results. Refused, with advice on saving the file anew: a file of more
    /// than `maximumBytes`, UTF-16 and the old Vietnamese encodings, other invalid UTF-8, and NUL bytes.
    /// Reported beside the text: characters that can't be published or seen, letters that were lost
    /// (`CharacterReading`).
    package static func decode(
        path: String, bytes: consuming [UInt8], maximumBytes: Int = 5_000_000
    ) -> Diagnosed<SourceText?> {
        func refused(_ diagnostic: Diagnostic) -> Diagnosed<SourceText?> { Diagnosed(nil, [diagnostic]) }

        guard bytes.count <= maximumBytes else {
            return refused(SourceDecoding.tooLarge(path: path, size: bytes.count, limit: maximumBytes))
        }
        // Two programs may have put one each.
        while bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if let offset = bytes.firstIndex(ofByte: 0) {
            return refused(SourceDecoding.nulByte(at: offset, in: bytes, path: path))
        }
        if let offset = bytes.withUnsafeBufferPointer(UTF8Validation.firstFault) {
            return refused(SourceDecoding.notUTF8(at: offset, in: bytes, path: path))
        }
        if bytes.withUnsafeBufferPointer(Composition.needsComposition) {
            bytes = Array(Composition.composed(String(decoding: bytes, as: UTF8.self)).utf8)
        }
        LookAlikes.mendD(in: &bytes)
        let lines = SourceDecoding.withLineFeeds(bytes)
        let characters = CharacterReading(lines, path: path)
        return Diagnosed(SourceText(path: path, checked: characters.mended ?? lines), characters.diagnostics)
    }
}

/// What `SourceText.decode` does and says.
enum SourceDecoding {
    /// Turns CRLF and CR into LF. Files that have neither, nearly all, are handed back as they are.
    static func withLineFeeds(_ bytes: consuming [UInt8]) -> [UInt8] {
        guard let first = bytes.firstIndex(ofByte: carriageReturn) else { return bytes }
        var target = first
        var source = first
        while source < bytes.count {
            let byte = bytes[source]
            bytes[target] = byte == carriageReturn ? lineFeed : byte
            target += 1
            source += byte == carriageReturn && source + 1 < bytes.count && bytes[source + 1] == lineFeed ? 2 : 1
        }
        bytes.removeLast(bytes.count - target)
        return bytes
    }

    /// The place of a byte in text that may hold broken bytes and any line end.
    private static func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
        var (line, column) = (1, 1)
        for index in 0..<min(offset, bytes.count) {
            switch bytes[index] {
            case carriageReturn where index + 1 < bytes.count && bytes[index + 1] == lineFeed: break
            case lineFeed, carriageReturn: (line, column) = (line + 1, 1)
            case let byte where byte & 0xC0 != 0x80: column += 1
            default: break
            }
        }
        return SourcePosition(line: line, column: column)
    }

    static func tooLarge(path: String, size: Int, limit: Int) -> Diagnostic {
        Diagnostic(
            .error, "file-too-large",
            Message(
                vi: "tệp lớn \(megabytes(size, decimalComma: true)) MB, vượt giới hạn \(megabytes(limit, decimalComma: true)) MB",
                en: "the file has \(megabytes(size, decimalComma: false)) MB, the limit is \(megabytes(limit, decimalComma: false)) MB"),
            at: SourcePlace(path: path),
            remedy: Message(
                vi: "chia tệp thành nhiều tệp nhỏ hơn; ảnh và video thì để thành tệp riêng, không dán vào văn bản",
                en: "split it into smaller files; keep pictures and videos in files of their own"))
    }

    /// A NUL byte at this offset: UTF-16, whose Latin letters hold one each, or a damaged file.
    static func nulByte(at offset: Int, in bytes: [UInt8], path: String) -> Diagnostic {
        let encoding = LegacyEncoding.recognise(bytes)
        if encoding == .utf16LittleEndian || encoding == .utf16BigEndian { return wrongEncoding("UTF-16", at: nil, path: path) }
        return Diagnostic(
            .error, "nul-byte",
            Message(
                vi: "có byte rỗng (NUL), thứ không bao giờ có trong văn bản; tệp có thể đã hỏng hoặc không phải tệp văn bản",
                en: "there is a NUL byte, which no text holds: the file may be damaged, or not a text file"),
            at: SourcePlace(path: path, position: position(of: offset, in: bytes)), remedy: saveAsUTF8(path))
    }

    /// Bytes that are not UTF-8 at this offset: text in another encoding, or a damaged file.
    static func notUTF8(at offset: Int, in bytes: [UInt8], path: String) -> Diagnostic {
        let place = position(of: offset, in: bytes)
        if let encoding = LegacyEncoding.recognise(bytes) {
            let hasUTF16 = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
            return wrongEncoding(hasUTF16 ? "UTF-16" : encoding.name, at: hasUTF16 ? nil : place, path: path)
        }
        let digits = String(bytes[offset], radix: 16, uppercase: true)
        return Diagnostic(
            .error, "invalid-utf-8",
            Message(
                vi: "byte \(digits) ở đây không hợp lệ trong UTF-8; tệp có thể được lưu theo bảng mã khác "
                    + "(Windows-1258, Windows-1252, TCVN3, VNI) hoặc đã hỏng",
                en: "the byte \(digits) here is not valid UTF-8: the file may be in another encoding (Windows-1258, Windows-1252, "
                    + "TCVN3, VNI), or damaged"),
            at: SourcePlace(path: path, position: place), remedy: saveAsUTF8(path))
    }

    private static func wrongEncoding(_ name: String, at position: SourcePosition?, path: String) -> Diagnostic {
        Diagnostic(
            .error, "not-utf-8",
            Message(vi: "tệp được lưu theo bảng mã \(name), không phải UTF-8", en: "the file is saved in \(name), not in UTF-8"),
            at: SourcePlace(path: path, position: position), remedy: saveAsUTF8(path))
    }

    /// Tables come out of spreadsheets, everything else out of editors.
    private static func saveAsUTF8(_ path: String) -> Message {
        path.lowercased().hasSuffix(".csv")
            ? Message(
                vi: "mở tệp bằng chương trình đã tạo ra nó rồi lưu lại theo UTF-8: trong Excel chọn Lưu như (Save As), "
                    + "kiểu “CSV UTF-8”; trong Notepad chọn Lưu như, mục Mã hóa (Encoding) chọn “UTF-8”",
                en: "open the file in the program that made it and save it again as UTF-8: in Excel, Save As, type “CSV UTF-8”; "
                    + "in Notepad, Save As, Encoding “UTF-8”")
            : Message(
                vi: "mở tệp bằng chương trình đã tạo ra nó rồi lưu lại theo UTF-8: trong Notepad chọn Lưu như (Save As), "
                    + "mục Mã hóa (Encoding) chọn “UTF-8”; trong Word chọn kiểu Văn bản thuần (.txt), bảng mã “Unicode (UTF-8)”",
                en: "open the file in the program that made it and save it again as UTF-8: in Notepad, Save As, Encoding “UTF-8”; in "
                    + "Word, Save As plain text (.txt), encoding “Unicode (UTF-8)”")
    }

    private static func megabytes(_ bytes: Int, decimalComma: Bool) -> String {
        let tenths = (bytes + 50_000) / 100_000
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10)\(decimalComma ? "," : ".")\(tenths % 10)"
    }
}

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

extension [UInt8] {
    /// The offset of the first such byte, as fast as `memchr`.
    fileprivate func firstIndex(ofByte byte: UInt8) -> Int? {
        withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let found = memchr(base, Int32(byte), buffer.count) else { return nil }
            return UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }
}
