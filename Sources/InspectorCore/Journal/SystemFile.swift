import Glibc

/// A locked file of the real file system.
struct SystemFile: DiskFile {
    let descriptor: Int32

    /// Takes the lock, or says that someone else has it.
    func lock() throws(DiskError) { try FileLock.take(descriptor) }

    var isPrivate: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_uid == geteuid() && status.st_mode & 0o077 == 0
    }

    func append(_ bytes: [UInt8]) throws(DiskError) {
        var left = bytes[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .lastError }
            left = left.dropFirst(count)
        }
    }

    func truncate(to length: Int) throws(DiskError) {
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw .lastError }
    }

    func synchronize() throws(DiskError) {
        while fsync(descriptor) != 0 {
            if errno != EINTR { throw .lastError }
        }
    }

    func close() {
        _ = Glibc.close(descriptor)
    }
}

/// The lock of a journal. It belongs to the open file, and ends with it, however the process ends.
///
/// `flock` keeps others out; a lock of the open file description (fcntl(2), F_OFD_SETLK) beside it lets others see that without taking
/// one themselves, for a look that takes a lock, even for a moment, makes whoever comes in that moment fail.
enum FileLock {
    private static let (query, set) = (Int32(36), Int32(37))

    /// Takes the lock, or says that someone else has it.
    static func take(_ descriptor: Int32) throws(DiskError) {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .lastError }
        // Where there is no such lock, or the file system takes both for one, the first alone counts.
        var lock = wholeFile
        _ = fcntl(descriptor, set, &lock)
    }

    /// Whether someone else has the lock; nothing is taken to find out.
    static func isTaken(_ descriptor: Int32) -> Bool {
        var lock = wholeFile
        return fcntl(descriptor, query, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
    }

    private static var wholeFile: flock {
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        return lock
    }
}
