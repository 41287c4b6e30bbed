import Glibc

/// Linux's own messages about changes in folders: inotify(7).
final class Inotify: Sendable {
    /// One message: something happened to the folder of a watch, or to a name in it.
    struct Event {
        var watch: Int32
        var mask: UInt32
        /// Empty where the folder itself is meant.
        var name: String

        func isAny(of flags: Int32...) -> Bool { flags.contains { mask & UInt32($0) != 0 } }
    }

    let descriptor: Int32

    /// Not the attributes: no page depends on them, and every `chmod` would count as a change.
    private static let mask = UInt32(
        IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
            | IN_EXCL_UNLINK)

    init() throws(FileWatcherProblem) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw .unavailable(errno: errno) }
    }

    deinit { close(descriptor) }

    /// Watches a folder; a second call for the same folder gives the same number.
    func watch(_ folder: String) throws(FileWatcherProblem) -> Int32 {
        let watch = inotify_add_watch(descriptor, folder, Self.mask)
        guard watch >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .missing(path: folder)
            case ENOSPC: throw .tooManyFolders(path: folder)
            default: throw .unreadable(path: folder, errno: errno)
            }
        }
        return watch
    }

    func forget(_ watch: Int32) {
        inotify_rm_watch(descriptor, watch)
    }

    /// All messages that wait now; none if there are none.
    func read() -> [Event] {
        var events: [Event] = []
        withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
            while case let length = Glibc.read(descriptor, buffer.baseAddress, buffer.count), length > 0 {
                var offset = 0
                while offset + MemoryLayout<inotify_event>.size <= length {
                    let head = buffer.load(fromByteOffset: offset, as: inotify_event.self)
                    offset += MemoryLayout<inotify_event>.size
                    // The kernel pads the name with zeros to a multiple of the header's alignment.
                    let name = buffer[offset..<offset + Int(head.len)].prefix { $0 != 0 }
                    offset += Int(head.len)
                    events.append(Event(watch: head.wd, mask: head.mask, name: String(decoding: name, as: UTF8.self)))
                }
            }
        }
        return events
    }
}
