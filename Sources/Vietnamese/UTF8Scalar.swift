/// One scalar read from valid UTF-8, with its length in bytes.
struct UTF8Scalar {
    let value: UInt32
    let length: Int

    /// The scalar that begins at `index`. A sequence cut short by the end of `bytes`, or a stray
    /// continuation byte, reads as U+FFFD, one byte long, so that no loop runs out of bounds.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let lead = UInt32(bytes[index])
        let left = bytes.count - index
        func continuation(_ distance: Int) -> UInt32 { UInt32(bytes[index + distance]) & 0x3F }
        if lead < 0x80 {
            (value, length) = (lead, 1)
        } else if lead & 0xE0 == 0xC0, left >= 2 {
            (value, length) = ((lead & 0x1F) << 6 | continuation(1), 2)
        } else if lead & 0xF0 == 0xE0, left >= 3 {
            (value, length) = ((lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3)
        } else if lead & 0xF8 == 0xF0, left >= 4 {
            (value, length) = ((lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3), 4)
        } else {
            (value, length) = (0xFFFD, 1)
        }
    }

    /// A mark of U+0300–U+036F, which stands on the letter before it.
    @inline(__always)
    var isCombiningMark: Bool { value & ~0x7F == 0x300 && value < 0x370 }

    /// Đ or đ, where the scalar is one of their look-alikes (see `LookAlikes`).
    @inline(__always)
    var meantLetterD: UInt32? {
        switch value {
        case 0xD0, 0x189: 0x110
        case 0xF0, 0x256: 0x111
        default: nil
        }
    }
}
