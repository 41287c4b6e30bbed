import Foundation
import Rendering
import Testing

@Suite("The reference of template names")
struct TemplateReferenceTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/mau-trang.md")

    private static let preface = """
        # Tên dùng trong mẫu trang

        Tệp này do chương trình viết ra từ chính các khung nhìn mà mẫu được biên dịch cùng; đừng sửa tay. Viết lại bằng
        `BANGVANG_RECORD=1 swift test --filter TemplateReferenceTests`.

        Mẫu nằm trong `site-templates/`, viết theo cú pháp Mustache. Mỗi loại trang có một mẫu trong `site-templates/pages/` và một
        khung nhìn dưới đây: `pages/home` → `home`, `pages/entry` → `entry`, `pages/list`, `pages/programme` và `pages/decision` → `list`,
        `pages/terms` → `terms`, `pages/places` → `places`, `pages/decisions` → `decisions`, `pages/notices` → `notices`,
        `pages/search` → `search`, `pages/names` → `names`, `pages/tombstone` → `tombstone`, `pages/text` → `text`,
        `pages/not-found` → `not_found`; thẻ trong danh sách:
        `partials/card` → `card`; ảnh trong bài: `partials/story-picture` → `picture`. Tên gõ sai, mẫu con không có, mục chưa đóng
        đều bị báo lỗi tại đúng dòng, cột khi kiểm tra.

        Tệp kiểu dáng, kịch bản, hình của giao diện nằm trong `site-templates/assets/`. Mẫu gọi địa chỉ của tệp bằng `{{>assets/style.css}}`,
        dấu nhận dạng của tệp (thuộc tính `integrity`) bằng `{{>integrity/style.css}}`; tệp kiểu dáng gọi hình bằng `url(sen.svg)`. Khoảng
        trắng mà trình duyệt không hiện được bỏ bớt khi dựng. Trang không chạy kịch bản, kiểu dáng viết ngay trong trang và không tải gì
        từ máy chủ khác (`{{site.security_policy}}`).


        """

    @Test("docs/mau-trang.md lists every name that each page offers")
    func isFresh() throws {
        let expected = Self.preface + PageTemplates.reference()
        if ProcessInfo.processInfo.environment["BANGVANG_RECORD"] == "1" {
            try expected.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(written == expected, "docs/mau-trang.md is out of date: BANGVANG_RECORD=1 swift test --filter TemplateReferenceTests")
    }
}
