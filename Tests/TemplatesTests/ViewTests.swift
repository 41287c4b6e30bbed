import Diagnostics
import Templates
import Testing

@Suite("Views")
struct ViewTests {
    @Test("A record holds one value for each field, in the order of the view")
    func readsTheModel() {
        let record = SamplePage.view.record(of: SamplePage())
        #expect(record.shape === SamplePage.view.shape)
        #expect(record.values.count == record.shape.fields.count)
        guard case .text("Cầu & đường <Sậy>") = record.values[0], case .absent = record.values[2] else {
            Issue.record("title and caption are \(record.values[0]) and \(record.values[2])")
            return
        }
    }

    @Test("A view may contain itself")
    func containsItself() {
        let shape = SamplePlace.view.shape
        #expect(shape.fields.first { $0.name == "children" }?.nested === shape)
    }

    @Test("The reference lists every name once, with its meaning")
    func writesTheReference() {
        let expected = """
            ## `place`

            Một địa bàn.

            | Viết trong mẫu | Loại | Ý nghĩa |
            | --- | --- | --- |
            | `{{name}}` | văn bản | Tên. |
            | `{{#children}}…{{/children}}` | danh sách: `place` | Các địa bàn trực thuộc. |
            | `{{#has_children}}…{{/has_children}}` | giá trị có/không | Có khi `children` có ít nhất một mục. |

            """
        #expect(ViewReference.markdown(of: [SamplePlace.view.shape]) == expected)

        let reference = ViewReference.markdown(of: [SamplePage.view.shape, SamplePhoto.view.shape])
        let headings = reference.split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(headings == ["## `page`", "## `photo`", "## `link`", "## `place`", "## `site`", "## `target`"])
        #expect(reference.contains("| `{{{body}}}` | HTML | Nội dung. |"))
        #expect(reference.contains("| `{{#fields}}{{.}}{{/fields}}` | danh sách văn bản | Các lĩnh vực. |"))
        #expect(reference.contains("Chú thích \\| của trang."))
        #expect(ViewReference.markdown(of: [SamplePlace.view.shape], language: .english).contains("| `{{name}}` | text | The name. |"))
    }
}
