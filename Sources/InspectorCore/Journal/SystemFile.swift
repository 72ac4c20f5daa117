#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

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
        #if canImport(Glibc)
            _ = Glibc.close(descriptor)
        #elseif canImport(Musl)
            _ = Musl.close(descriptor)
        #else
            _ = Darwin.close(descriptor)
        #endif
    }
}
