import Formats
import Glibc

/// The program that runs, as it lies on the disk.
enum RunningProgram {
    /// Changes when the program is another, or a library that it is linked to: cmark decides how stories look, libyaml how
    /// entries are read. Nil where the system doesn't say.
    static let fingerprint: String? = {
        guard let maps = try? Disk.readUnsized("/proc/self/maps") else { return nil }
        // "7f…-7f… r-xp 00001000 fe:00 1234   /usr/lib/libcmark.so.0": the path is all from the first slash on.
        let files = Set(
            maps.split(separator: 0x0A).compactMap { line in line.firstIndex(of: UInt8(ascii: "/")).map { Array(line[$0...]) } })
        var fingerprint = Fingerprint()
        for file in files.map({ String(decoding: $0, as: UTF8.self) }).sorted() {
            var status = stat()
            // A library that was replaced while the program runs is "… (deleted)": nothing is known of its version.
            guard stat(file, &status) == 0 else { return nil }
            let stamp = FileStamp(status)
            fingerprint.mix(file.utf8)
            for number in [stamp.size, stamp.seconds, stamp.nanoseconds, Int64(bitPattern: stamp.inode)] { fingerprint.mix(number) }
        }
        return fingerprint.digits
    }()
}
