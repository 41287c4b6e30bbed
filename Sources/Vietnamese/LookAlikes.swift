/// Letters that stand in Vietnamese text where another was meant, since both look the same.
///
/// Eth (Ð U+00D0, ð U+00F0) and the African D (Ɖ U+0189, ɖ U+0256) are what some keyboards, old fonts and converters
/// write for Đ and đ. To a reader there is no difference; to a program “1/QÐ-UBND” and “1/QĐ-UBND” are two decisions.
/// No Vietnamese word has any of them, so texts are read as if the letter that was meant stood there.
package enum LookAlikes {
    /// Puts Đ and đ in the place of their look-alikes, in UTF-8 text. All of them take two bytes, so no offset moves.
    package static func mendD(in bytes: inout [UInt8]) {
        guard let first = bytes.withUnsafeBufferPointer(firstD) else { return }
        var index = first
        while index + 1 < bytes.count {
            if let meant = meant(bytes[index], bytes[index + 1]) { (bytes[index], bytes[index + 1]) = (0xC4, meant) }
            index += 1
        }
    }

    /// The text with Đ and đ in the place of their look-alikes.
    package static func mendingD(in text: String) -> String {
        var bytes = Array(text.utf8)
        mendD(in: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The second byte of the letter that was meant; a lead byte stands nowhere but at the beginning of a letter.
    private static func meant(_ lead: UInt8, _ second: UInt8) -> UInt8? {
        switch (lead, second) {
        case (0xC3, 0x90), (0xC6, 0x89): 0x90
        case (0xC3, 0xB0), (0xC9, 0x96): 0x91
        default: nil
        }
    }

    /// The offset near which the first look-alike stands; nil where there is none. Eight bytes at a time: nearly no text
    /// has one, and all texts are looked at.
    private static func firstD(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
        var index = 0
        while index + 9 <= bytes.count {
            let leads = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let seconds = base.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
            let eth = zeroLanes(leads ^ lanes(0xC3)) & zeroLanes((seconds & lanes(0xDF)) ^ lanes(0x90))
            let african = zeroLanes(leads ^ lanes(0xC6)) & zeroLanes(seconds ^ lanes(0x89))
            let small = zeroLanes(leads ^ lanes(0xC9)) & zeroLanes(seconds ^ lanes(0x96))
            if eth | african | small != 0 { return index }
            index += 8
        }
        while index + 1 < bytes.count {
            if meant(bytes[index], bytes[index + 1]) != nil { return index }
            index += 1
        }
        return nil
    }

    private static func lanes(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The high bit of every lane that is zero.
    private static func zeroLanes(_ block: UInt64) -> UInt64 {
        ~(((block & lanes(0x7F)) &+ lanes(0x7F)) | block | lanes(0x7F))
    }
}
