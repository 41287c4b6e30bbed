import Glibc

/// Which program the workers run, how many there are, and what each of them may use.
package struct WorkerSettings: Sendable {
    /// The program's path.
    package var program: String
    /// How many run at once.
    package var count: Int
    /// The largest address space of one, in bytes. A 12-megapixel photo takes a quarter of this, a progressive JPEG
    /// of 100 megapixels two thirds.
    package var memory: UInt
    /// How long one may take over a picture. On an idle core, the largest pictures take five seconds.
    package var seconds: Int

    package init(program: String, count: Int, memory: UInt = 1 << 30, seconds: Int = 60) {
        self.program = program
        self.count = count
        self.memory = memory
        self.seconds = seconds
    }

    /// The worker that belongs to this program: `bangvang-imaging` beside it, or the one that the variable
    /// `BANGVANG_IMAGING` names; one for each core, eight at most.
    package static func usual() -> WorkerSettings {
        let named = getenv("BANGVANG_IMAGING").map { String(cString: $0) } ?? ""
        return WorkerSettings(program: named.isEmpty ? programBesideOwn : named, count: min(8, coreCount))
    }

    private static var programBesideOwn: String {
        var own = [CChar](repeating: 0, count: 4096)
        let length = max(0, readlink("/proc/self/exe", &own, own.count))
        let path = own[..<length].map { UInt8(bitPattern: $0) }
        let folder = path.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? []
        return String(decoding: folder, as: UTF8.self) + "/bangvang-imaging"
    }

    private static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
