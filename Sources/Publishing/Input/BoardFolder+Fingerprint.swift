extension BoardFolder {
    /// A number that changes when any input does: paths, sizes, times and inodes under the 64-bit FNV-1a
    /// hash. It only saves work; nothing rests on it being unique.
    var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for file in files {
            for byte in file.path.utf8 { mix(byte) }
            for number in [file.stamp.size, file.stamp.seconds, file.stamp.nanoseconds, Int64(bitPattern: file.stamp.inode)] {
                withUnsafeBytes(of: number.littleEndian) { $0.forEach(mix) }
            }
        }
        return String(hash, radix: 16)
    }

    /// The files that a snapshot keeps by name only: pictures, videos and assets.
    var mediaNames: [String] {
        files.lazy.filter { $0.isFile && !$0.isText }.map(\.path)
    }
}

extension SourceTreeFile {
    /// Whether the snapshot keeps the file's text.
    var isText: Bool {
        [".md", ".yaml", ".yml", ".csv", ".mustache"].contains { path.hasSuffix($0) }
    }
}
