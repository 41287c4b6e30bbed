import Glibc

/// Which files of the output folder the last build wrote, and what the copied ones were made from.
///
/// A text file in the state folder: a line each, fields parted by tabs.
package struct OutputManifest: Sendable {
    /// A picture or another file that was copied, and the version of its source.
    package struct Copy: Sendable, Equatable {
        package var stamp: FileStamp
        package var size: PixelSize?
    }

    package struct PixelSize: Sendable, Equatable {
        package var width: Int
        package var height: Int
    }

    package var files: [String]
    /// By the path in the output folder.
    package var copies: [String: Copy]

    package init(files: [String] = [], copies: [String: Copy] = [:]) {
        self.files = files
        self.copies = copies
    }

    /// Nil where there is none, or where it can't be understood: then the build looks at every file.
    package init?(at path: String) throws(DiskError) {
        guard Disk.kind(of: path) == .file else { return nil }
        self.init()
        let lines = String(decoding: try Disk.read(path), as: UTF8.self).split(separator: "\n")
        guard lines.first == "bangvang manifest 1" else { return nil }
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            files.append(String(fields[0]))
            guard fields.count == 7 else { continue }
            let numbers = fields.dropFirst().map { Int64($0) ?? 0 }
            var stamp = FileStamp()
            (stamp.size, stamp.seconds, stamp.nanoseconds, stamp.inode) = (numbers[0], numbers[1], numbers[2], UInt64(numbers[3]))
            let size = numbers[4] > 0 ? PixelSize(width: Int(numbers[4]), height: Int(numbers[5])) : nil
            copies[String(fields[0])] = Copy(stamp: stamp, size: size)
        }
    }

    package func write(to path: String) throws(DiskError) {
        var text = "bangvang manifest 1\n"
        text.reserveCapacity(files.count * 48)
        for file in files {
            text += file
            if let copy = copies[file] {
                let (width, height) = (copy.size?.width ?? 0, copy.size?.height ?? 0)
                text += "\t\(copy.stamp.size)\t\(copy.stamp.seconds)\t\(copy.stamp.nanoseconds)\t\(copy.stamp.inode)\t\(width)\t\(height)"
            }
            text += "\n"
        }
        try Disk.replace(path, with: Array(text.utf8))
    }
}
