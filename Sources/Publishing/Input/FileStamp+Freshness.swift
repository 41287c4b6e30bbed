import Glibc

extension FileStamp {
    /// Whether the file was written so shortly before `now` that another change may get the same stamp: the kernel
    /// counts time in steps of up to 10 ms, some disks and shares in steps of one or two seconds (FAT, NFS).
    /// What is read of such a file is no more believed than a stamp that git calls racy.
    func isFresh(at now: timespec = .now) -> Bool {
        let age = Double(Int64(now.tv_sec) - seconds) + Double(Int64(now.tv_nsec) - nanoseconds) / 1e9
        // A file from the future is one whose clock is wrong, not one that is being written.
        return abs(age) < (nanoseconds == 0 ? 2 : 0.05)
    }
}

extension timespec {
    /// The time of day, as files get it.
    static var now: timespec {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return now
    }
}
