/// The looks of what the preview itself says: its notices above a page, and its page of findings. A file of its own,
/// since no page may hold styles (Content Security Policy).
package enum PreviewStyle {
    /// Where the server has it.
    package static let path = LiveReload.folder + "preview.css"

    /// The element that loads it.
    package static let link = "<link rel=\"stylesheet\" href=\"\(path)\">"

    static let text = """
        .bangvang-notices{font:.9rem/1.5 system-ui,sans-serif;color:#3b2f10;background:#fdf3d0}
        .bangvang-notices p,.bangvang-notices pre{margin:0;padding:.4rem 1rem}
        .bangvang-notices a{color:inherit}
        .bangvang-notices .trouble,.bangvang-notices pre{color:#4a0d10;background:#fde8e8;border-left:4px solid #a3161c}
        .bangvang-notices pre{overflow-x:auto;font:.85rem/1.4 ui-monospace,monospace}
        body.findings{font:1rem/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fdfaf3}
        .findings h1{font-size:1.6rem}
        .findings h2{font-size:1.1rem;margin:2rem 0 .6rem;overflow-wrap:anywhere}
        .findings ol{list-style:none;padding:0}
        .findings li{margin:0 0 1.2rem;padding:.6rem .9rem;background:#fff;border-left:4px solid #c9a227}
        .findings li.error{border-color:#a3161c}
        .findings code,.findings pre{font:.85rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
        .findings pre{overflow-x:auto;margin:.3rem 0}
        .findings p{margin:.2rem 0}
        @media (prefers-color-scheme:dark){
        .bangvang-notices{color:#fdf3d0;background:#3b2f10}
        .bangvang-notices .trouble,.bangvang-notices pre{color:#fde8e8;background:#4a0d10}
        body.findings{color:#eee;background:#1c1917}
        .findings li{background:#292524}
        .findings a{color:#f0c75e}
        }

        """
}
