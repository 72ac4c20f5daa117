#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The real file system.
package struct SystemDisk: Disk {
    /// The file system of this machine.
    package init() {}

    /// Makes a folder with its parents (mode 0700).
    package func makeFolder(_ path: String) throws(DiskError) {
        var prefix = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            prefix += "/" + part
            if mkdir(prefix, 0o700) != 0, errno != EEXIST, errno != EROFS { throw .lastError }
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw .lastError }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .failed("it is not a folder") }
        if status.st_mode & 0o077 != 0, chmod(path, 0o700) != 0 { throw .lastError }
    }

    /// The names in a folder, in no order.
    package func names(in folder: String) throws(DiskError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw .lastError
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// A file's whole content.
    package func read(_ path: String) throws(DiskError) -> [UInt8] {
        try read(path, last: nil)
    }

    /// At most the last `count` bytes of a file; the rest is not read.
    package func readEnd(_ path: String, count: Int) throws(DiskError) -> [UInt8] {
        try read(path, last: count)
    }

    private func read(_ path: String, last: Int?) throws(DiskError) -> [UInt8] {
        let descriptor = try Self.open(path, O_RDONLY)
        defer { close(descriptor) }
        // It fails where the file is shorter, which is then read from its start.
        if let last { lseek(descriptor, -off_t(last), SEEK_END) }
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                #elseif canImport(Musl)
                    Musl.read(descriptor, buffer.baseAddress, buffer.count)
                #else
                    Darwin.read(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if count > 0 { content += chunk[..<count] }
            if count == 0 { return content }
            if count < 0, errno != EINTR { throw .lastError }
        }
    }

    /// Makes a file (mode 0600), locks it, and makes its name durable.
    package func create(_ path: String) throws(DiskError) -> any DiskFile {
        let descriptor = try Self.open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND)
        let file = SystemFile(descriptor: descriptor)
        do throws(DiskError) {
            try file.lock()
            try Self.synchronizeFolder(of: path)
            return file
        } catch {
            file.close()
            unlink(path)
            throw error
        }
    }

    /// Opens an existing file for appending and locks it.
    package func open(_ path: String) throws(DiskError) -> any DiskFile {
        let file = SystemFile(descriptor: try Self.open(path, O_WRONLY | O_APPEND))
        do throws(DiskError) {
            try file.lock()
            return file
        } catch {
            file.close()
            throw error
        }
    }

    /// Whether someone holds the file's lock.
    package func isLocked(_ path: String) -> Bool {
        guard let descriptor = try? Self.open(path, O_RDONLY) else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    /// Removes a file, if that can be done.
    package func remove(_ path: String) {
        unlink(path)
    }
}

extension SystemDisk {
    private static func open(_ path: String, _ flags: Int32) throws(DiskError) -> Int32 {
        #if canImport(Glibc)
            let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o600)
        #elseif canImport(Musl)
            let descriptor = Musl.open(path, flags | O_CLOEXEC, 0o600)
        #else
            let descriptor = Darwin.open(path, flags | O_CLOEXEC, 0o600)
        #endif
        guard descriptor >= 0 else { throw .lastError }
        return descriptor
    }

    private static func synchronizeFolder(of path: String) throws(DiskError) {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let descriptor = try open(folder.isEmpty ? "/" : folder, O_RDONLY)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .lastError }
    }
}

extension DiskError {
    /// What the last system call of this thread said.
    static var lastError: DiskError {
        switch errno {
        case EEXIST: .exists
        case ENOENT: .missing
        case EWOULDBLOCK: .locked
        case let code: .failed(strerror(code).map { String(cString: $0) } ?? "error \(code)")
        }
    }
}
