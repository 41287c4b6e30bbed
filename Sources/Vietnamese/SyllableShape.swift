/// The shape of Vietnamese syllables: an initial, a rime, a tone.
enum SyllableShape {
    /// Whether a word could be one Vietnamese syllable. About forms, not about meaning: "thoeng"
    /// is refused, "nguể" is not.
    static func isPossible(_ word: [VietnameseLetter]) -> Bool {
        let tones = word.map(\.tone).filter { $0 != .none }
        guard tones.count <= 1 else { return false }
        let letters = String(String.UnicodeScalarView(word.map { VietnameseLetter($0.base).scalar }))
        let tone = tones.first ?? .none
        return initials.contains { initial in
            guard letters.hasPrefix(initial) else { return false }
            let rime = letters.dropFirst(initial.count)
            guard rimes.contains(rime) || (initial == "qu" && rimesAfterQu.contains(rime)) else { return false }
            let isStopped = rime.hasSuffix("c") || rime.hasSuffix("ch") || rime.hasSuffix("p") || rime.hasSuffix("t")
            return !isStopped || tone == .sắc || tone == .nặng
        }
    }

    private static let initials: [String] = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t",
        "th",
        "tr", "v", "x",
    ]

    private static let rimes: Set<Substring> = Set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
        i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uân uât uây uâng uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu uôc uôi uôm uôn uông uôt
        ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
        """.split { $0 == " " || $0 == "\n" }
    )

    private static let rimesAfterQu: Set<Substring> = ["ych", "ynh", "yt"]
}
