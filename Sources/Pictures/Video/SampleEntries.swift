/// The sample description of a track of an MP4: how its samples are encoded.
///
/// ISO/IEC 14496-12, 8.5.2; `avcC`: ISO/IEC 14496-15, 5.3; `esds`: ISO/IEC 14496-14, 5.6, and 14496-1, 7.2.6.
enum SampleEntries {
    /// The codecs that an `stsd` box names.
    ///
    /// - Parameter content: the box without its head.
    static func codecs(_ content: [UInt8]) -> [VideoCodec] {
        var codecs: [VideoCodec] = []
        var position = 8
        while content.count - position >= 8, codecs.count < 16 {
            let length = number(content, position, 4)
            guard length >= 8, length <= content.count - position else { break }
            let letters = content[position + 4..<position + 8]
            let entry = position + 8..<position + length
            position += length
            guard VideoCodec.isPrintable(letters) else {
                codecs.append(VideoCodec(code: "?"))
                continue
            }
            let type = String(decoding: letters, as: UTF8.self)
            let variant =
                switch type {
                case "avc1", "avc3": profile(content, entry)
                case "mp4a": objectType(content, entry)
                default: nil as UInt8?
                }
            codecs.append(VideoCodec(code: type + (variant.map { "." + hex($0) } ?? "")))
        }
        return codecs
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    /// The second byte of `avcC`, which stands behind the 78 bytes of a picture's entry.
    private static func profile(_ bytes: [UInt8], _ entry: Range<Int>) -> UInt8? {
        guard entry.count >= 78, let box = box("avcC", in: bytes, entry.lowerBound + 78..<entry.upperBound), box.count >= 2 else {
            return nil
        }
        return bytes[box.lowerBound + 1]
    }

    /// What `esds` says of the sound; it stands behind the 28 bytes of a sound's entry, in QuickTime's second form
    /// behind 44, in its third behind 64, there within `wave`.
    private static func objectType(_ bytes: [UInt8], _ entry: Range<Int>) -> UInt8? {
        guard entry.count >= 28 else { return nil }
        let version = number(bytes, entry.lowerBound + 8, 2)
        let start = entry.lowerBound + (version == 1 ? 44 : version == 2 ? 64 : 28)
        guard start <= entry.upperBound else { return nil }
        var range = start..<entry.upperBound
        if let wave = box("wave", in: bytes, range) { range = wave }
        guard let box = box("esds", in: bytes, range) else { return nil }
        // Version and flags, then descriptors: tag, a length in sevens of bits, content.
        var position = box.lowerBound + 4
        func skipHead(_ tag: UInt8) -> Bool {
            guard position < box.upperBound, bytes[position] == tag else { return false }
            position += 1
            for _ in 0..<4 where position < box.upperBound {
                position += 1
                if bytes[position - 1] & 0x80 == 0 { break }
            }
            return true
        }
        guard skipHead(3), position + 3 <= box.upperBound else { return nil }
        let flags = bytes[position + 2]
        position += 3
        if flags & 0x80 != 0 { position += 2 }
        if flags & 0x40 != 0, position < box.upperBound { position += 1 + Int(bytes[position]) }
        if flags & 0x20 != 0 { position += 2 }
        guard skipHead(4), position < box.upperBound else { return nil }
        return bytes[position]
    }

    /// The content of the first box of a type.
    private static func box(_ type: StaticString, in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        var position = range.lowerBound
        while range.upperBound - position >= 8 {
            let length = number(bytes, position, 4)
            guard length >= 8, length <= range.upperBound - position else { return nil }
            if bytes.holds(type, at: position + 4) { return position + 8..<position + length }
            position += length
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }
}
