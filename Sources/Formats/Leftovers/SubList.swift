import CCMark

/// A list that follows another one at once, with another mark.
///
/// Official papers go from `-` to `+`, both at the margin. For CommonMark a new mark begins a new list; for the papers
/// it begins a list within the last item.
struct SubList {
    private let list: OpaquePointer
    private let before: OpaquePointer

    init(_ list: OpaquePointer, after before: OpaquePointer) {
        (self.list, self.before) = (list, before)
    }

    /// Remembers with which mark a list was written: its tree does not.
    static func remember(mark: UInt8, of list: OpaquePointer) {
        _ = cmark_node_set_user_data(list, UnsafeMutableRawPointer(bitPattern: Int(mark)))
    }

    private static func mark(of list: OpaquePointer) -> UInt8 { UInt8(Int(bitPattern: cmark_node_get_user_data(list))) }

    /// Puts lists of `+` into the item of `-` before them, and joins what continues behind.
    ///
    /// - Parameter lists: in the document's order, their trees as they were parsed.
    static func nest(_ lists: [SubList]) {
        // The list of hyphens that another became a part of.
        var whole: [OpaquePointer: OpaquePointer] = [:]
        var emptied: [OpaquePointer] = []
        for sub in lists {
            let before = whole[sub.before] ?? sub.before
            switch (mark(of: sub.before), mark(of: sub.list)) {
            case (UInt8(ascii: "-"), UInt8(ascii: "+")):
                guard let item = cmark_node_last_child(before) else { continue }
                cmark_node_unlink(sub.list)
                _ = cmark_node_append_child(item, sub.list)
                whole[sub.list] = before
            case (UInt8(ascii: "+"), UInt8(ascii: "-")) where whole[sub.before] != nil:
                while let item = cmark_node_first_child(sub.list) {
                    cmark_node_unlink(item)
                    _ = cmark_node_append_child(before, item)
                }
                cmark_node_unlink(sub.list)
                emptied.append(sub.list)
                whole[sub.list] = before
            default: continue
            }
        }
        for list in emptied { cmark_node_free(list) }
    }
}
