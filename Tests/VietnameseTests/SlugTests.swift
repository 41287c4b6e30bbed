import Foundation
import Testing
import Vietnamese

@Suite struct SlugTests {
    @Test(arguments: [
        ("Hội Nông dân xã Đắk Ơ", "hoi-nong-dan-xa-dak-o"), ("  Thôn 2 – (khu A) ", "thon-2-khu-a"), ("H'Hen Niê", "h-hen-nie"),
        ("1.500 m²", "1-500-m2"),
        ("Ðảng ủy", "dang-uy"), ("Đảng bộ\u{A0}xã", "dang-bo-xa"), ("soft\u{AD}hyphen", "softhyphen"), ("Ω", "u3a9"), ("Ω 日", "u3a9-u65e5"),
        ("Ω 2", "2"),
        ("", ""), (" – … ", ""),
    ])
    func makes(text: String, slug: String) {
        #expect(Slug.make(text) == slug)
        #expect(Slug.make(text.decomposedStringWithCanonicalMapping) == slug)
        #expect(Slug.make(slug) == slug)
        #expect(Slug.isValid(slug) == !slug.isEmpty)
    }

    @Test(arguments: ["", "-", "-a", "a-", "a--b", "A", "đ", "a b", "a_b", "a.b"])
    func refuses(text: String) {
        #expect(!Slug.isValid(text))
    }

    @Test func namesGiveValidSlugs() {
        for name in NameGenerator.names(500, seed: 3) {
            let slug = Slug.make(name)
            #expect(Slug.isValid(slug))
            #expect(Slug.make(slug) == slug)
        }
    }
}
