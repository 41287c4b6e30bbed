import Search

extension SearchContent {
    /// Documents of which only some parts matter to a test.
    static func sample(_ documents: [(name: String, title: String, text: String)], spot: SearchSpot? = nil) -> SearchContent {
        SearchContent(
            documents: documents.enumerated().map { index, document in
                SearchDocument(
                    address: "vinh-danh/2024/bai-\(index)/", name: document.name, title: document.title, texts: [document.text], year: 0,
                    field: 0, kind: 0, level: 0, programme: 0, spot: 0)
            },
            years: [SearchValue(id: "2024", name: "2024")], fields: [SearchValue(id: "kinh-te", name: "Kinh tế")],
            kinds: [SearchValue(id: "ca-nhan", name: "Cá nhân")], levels: [SearchValue(id: "co-so", name: "Cơ sở")],
            programmes: [SearchValue(id: "mau-2024", name: "Mẫu 2024")],
            places: [
                SearchPlace(id: "tinh-mau", name: "Tỉnh Mẫu", parent: nil, hasEnded: false),
                SearchPlace(id: "xa-mau-cu", name: "Xã Mẫu Cũ", parent: 0, hasEnded: true),
                SearchPlace(id: "xa-mau-moi", name: "Xã Mẫu Mới", parent: 0, hasEnded: false),
            ], spots: [spot ?? SearchSpot(text: "Xã Mẫu Cũ, Tỉnh Mẫu", places: [0, 1, 2])])
    }
}
