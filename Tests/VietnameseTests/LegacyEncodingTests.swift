import Testing
import Vietnamese

@Suite struct LegacyEncodingTests {
    /// TCVN3 by rows of one letter under huyền, hỏi, ngã, sắc, nặng, beside the letters without tone.
    private static let tcvn3: [Character: UInt8] = {
        var codes: [Character: UInt8] = [
            "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7, "ă": 0xA8, "â": 0xA9, "ê": 0xAA, "ô": 0xAB,
            "ơ": 0xAC, "ư": 0xAD, "đ": 0xAE,
        ]
        let rows: [(String, [UInt8])] = [
            ("àảãáạ", [0xB5, 0xB6, 0xB7, 0xB8, 0xB9]), ("ằẳẵắặ", [0xBB, 0xBC, 0xBD, 0xBE, 0xC6]),
            ("ầẩẫấậ", [0xC7, 0xC8, 0xC9, 0xCA, 0xCB]),
            ("èẻẽéẹ", [0xCC, 0xCE, 0xCF, 0xD0, 0xD1]), ("ềểễếệ", [0xD2, 0xD3, 0xD4, 0xD5, 0xD6]),
            ("ìỉĩíị", [0xD7, 0xD8, 0xDC, 0xDD, 0xDE]),
            ("òỏõóọ", [0xDF, 0xE1, 0xE2, 0xE3, 0xE4]), ("ồổỗốộ", [0xE5, 0xE6, 0xE7, 0xE8, 0xE9]),
            ("ờởỡớợ", [0xEA, 0xEB, 0xEC, 0xED, 0xEE]),
            ("ùủũúụ", [0xEF, 0xF1, 0xF2, 0xF3, 0xF4]), ("ừửữứự", [0xF5, 0xF6, 0xF7, 0xF8, 0xF9]),
            ("ỳỷỹýỵ", [0xFA, 0xFB, 0xFC, 0xFD, 0xFE]),
        ]
        for (letters, row) in rows {
            for (letter, code) in zip(letters, row) { codes[letter] = code }
        }
        return codes
    }()

    private static func inTCVN3(_ text: String) -> [UInt8] {
        text.map { $0.asciiValue ?? tcvn3[$0] ?? 0x3F }
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex.utf8).map { UInt8(String(Unicode.Scalar($0)), radix: 16)! }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    static let sentences = [
        "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
        "Chi bộ thôn 6 đã hoàn thành xuất sắc nhiệm vụ năm 2024.",
        "Đồng chí Trần Thị Ví Dụ được Đảng ủy xã tặng giấy khen.",
        "ma_so;ten;chuc_vu\n012;Lê Văn Mẫu;trưởng thôn\n",
        "Hội Nông dân xã vận động bà con góp đất mở rộng đường liên thôn, mỗi hộ một ngày công.",
        "Giữ gìn vệ sinh ngõ xóm; giúp nhau xóa nghèo bền vững.",
    ]

    @Test(arguments: sentences)
    func tcvn3IsRecognised(sentence: String) {
        #expect(LegacyEncoding.recognise(Self.inTCVN3(sentence)) == .tcvn3)
    }

    /// The first three sentences through another program's tables of the code pages.
    static let windows1258Samples = [
        "43f4f26e6720686fcc61207861de2068f4f26920636875d2206e676869de61205669eaf274204e616d2c20d0f4f263206ce2"
            + "f270202d2054fdf220646f202d204861f26e68207068fa63",
        "4368692062f4f2207468f46e203620f061de20686fe06e207468e06e68207875e2ec742073e3ec63206e6869eaf26d207675"
            + "f2206ee36d20323032342e",
        "d0f4cc6e67206368ed205472e2cc6e20546869f22056ed204475f220f0fdf5f26320d061d26e672075d279207861de2074e3"
            + "f26e67206769e2ec79206b68656e2e",
    ]

    @Test(arguments: windows1258Samples)
    func windows1258IsRecognised(hex: String) {
        #expect(LegacyEncoding.recognise(Self.bytes(hex)) == .windows1258)
    }

    @Test(arguments: [
        "43b56e672068f2612078e32068b569206368fc206e6768ee61205669ae74204e616d2c20d0b563206ca770202d2054f12064"
            + "6f202d2048d56e68207068fa63",
        "4368692062b5207468f46e203620f0e320686fe06e207468e06e68207875a4742073a163206e6869ae6d2076f8206ee56d20"
            + "323032342e",
        "d0b06e67206368ed205472a56e205468b82056ed2044f820f0dffe6320d0e46e6720fc792078e32074a36e67206769a47920"
            + "6b68656e2e",
    ])
    func visciiIsRecognised(hex: String) {
        #expect(LegacyEncoding.recognise(Self.bytes(hex)) == .viscii)
    }

    @Test func fiftyBytesAreEnough() {
        let tcvn3 = Self.inTCVN3(Self.sentences.joined(separator: "\n"))
        let windows1258 = Array(Self.windows1258Samples.map { Self.bytes($0) }.joined(separator: [0x0A]))
        for (text, encoding) in [(tcvn3, LegacyEncoding.tcvn3), (windows1258, .windows1258)] {
            for start in 0...(text.count - 50) {
                #expect(LegacyEncoding.recognise(Array(text[start..<(start + 50)])) == encoding, "from byte \(start)")
            }
        }
    }

    /// VNI text as it looks under a Western font.
    @Test(arguments: [
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Ñoäc laäp - Töï do - Haïnh phuùc",
        "Hoäi Noâng daân xaõ vaän ñoäng baø con goùp ñaát môû roäng ñöôøng",
    ])
    func vniIsRecognised(text: String) {
        #expect(LegacyEncoding.recognise(text.unicodeScalars.map { UInt8($0.value) }) == .vni)
    }

    @Test(arguments: sentences)
    func utf16IsRecognised(sentence: String) {
        let units = Array(sentence.utf16)
        let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(LegacyEncoding.recognise(little) == .utf16LittleEndian)
        #expect(LegacyEncoding.recognise([0xFF, 0xFE] + little) == .utf16LittleEndian)
        #expect(LegacyEncoding.recognise(big) == .utf16BigEndian)
        #expect(LegacyEncoding.recognise([0xFE, 0xFF] + big) == .utf16BigEndian)
    }

    @Test(
        arguments: [
            [], [0x41], Array("plain ASCII".utf8),
            Array("un été à la forêt, déjà vécu là-bas, où l'élève a rêvé".unicodeScalars.map { UInt8($0.value) }),
            // Windows-1252 and VISCII agree on these letters; one word alone proves no encoding.
            Array("Chi bo xã Mau, nhà sô 2, là dân, bán thé".unicodeScalars.map { UInt8($0.value) }),
            Array("São Paulo, Đ".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }),
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xC3, 0x91, 0xFE, 0xF3, 0x84],
        ] as [[UInt8]])
    func otherBytesHaveNoName(bytes: [UInt8]) {
        #expect(LegacyEncoding.recognise(bytes) == nil)
    }

    @Test func longAsciiBeforeTheFirstHighByteIsPassedOver() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 50_000) + Self.inTCVN3("\n" + Self.sentences[0])
        #expect(LegacyEncoding.recognise(bytes) == .tcvn3)
    }
}
