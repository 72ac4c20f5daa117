import Glibc

/// The real file system.
package struct SystemDisk: Disk {
    private let synchronize: @Sendable (_ folder: String) throws(DiskError) -> Void

    /// The file system of this machine; `synchronize` makes the names in a folder durable.
    package init(synchronize: @escaping @Sendable (_ folder: String) throws(DiskError) -> Void = SystemDisk.synchronizeFolder) {
        self.synchronize = synchronize
    }

    /// Makes a folder with its parents (mode 0700), and makes the name of each that is new durable.
    package func makeFolder(_ path: String) throws(DiskError) -> FolderPrivacy {
        var prefix = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            let parent = prefix.isEmpty ? "/" : prefix
            prefix += "/" + part
            if mkdir(prefix, 0o700) == 0 {
                try synchronize(parent)
            } else if errno != EEXIST, errno != EROFS {
                throw .lastError
            }
        }
        return try Self.makePrivate(path)
    }

    /// Takes others' access to a folder away. A file system without permissions refuses that, or says yes and does nothing.
    private static func makePrivate(_ path: String) throws(DiskError) -> FolderPrivacy {
        let before = try status(path)
        guard before.st_mode & S_IFMT == S_IFDIR else { throw .failed("it is not a folder") }
        if before.st_mode & 0o077 == 0 { return .alone }
        let refusal = chmod(path, 0o700) == 0 ? nil : DiskError.lastError
        if try status(path).st_mode & 0o077 == 0 { return .alone }
        return .open(reason: refusal?.reason ?? "the file system keeps no permissions", isOwn: before.st_uid == geteuid())
    }

    private static func status(_ path: String) throws(DiskError) -> stat {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .lastError }
        return status
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

    /// A regular file's whole content.
    package func read(_ path: String) throws(DiskError) -> [UInt8] {
        try read(path, last: nil)
    }

    /// At most the last `count` bytes of a file; the rest is not read.
    package func readEnd(_ path: String, count: Int) throws(DiskError) -> [UInt8] {
        try read(path, last: count)
    }

    private func read(_ path: String, last: Int?) throws(DiskError) -> [UInt8] {
        let descriptor = try Self.openFile(path, O_RDONLY)
        defer { close(descriptor) }
        // It fails where the file is shorter, which is then read from its start.
        if let last { lseek(descriptor, -off_t(last), SEEK_END) }
        var content: [UInt8] = []
        content.reserveCapacity(Self.length(descriptor))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { buffer in
                Glibc.read(descriptor, buffer.baseAddress, buffer.count)
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
            try synchronize(Self.folder(of: path))
            return file
        } catch {
            file.close()
            unlink(path)
            throw error
        }
    }

    /// Opens an existing regular file for appending and locks it.
    package func open(_ path: String) throws(DiskError) -> any DiskFile {
        let file = SystemFile(descriptor: try Self.openFile(path, O_WRONLY | O_APPEND))
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
        guard let descriptor = try? Self.openFile(path, O_RDONLY) else { return false }
        defer { close(descriptor) }
        return FileLock.isTaken(descriptor)
    }

    /// Removes a file, if that can be done.
    package func remove(_ path: String) {
        unlink(path)
    }
}

extension SystemDisk {
    private static func open(_ path: String, _ flags: Int32) throws(DiskError) -> Int32 {
        let descriptor = descriptor(path, flags)
        guard descriptor >= 0 else { throw .lastError }
        return descriptor
    }

    /// Opens a regular file. Links are not followed; pipes and devices do not block.
    private static func openFile(_ path: String, _ flags: Int32) throws(DiskError) -> Int32 {
        let descriptor = descriptor(path, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            switch errno {
            case ELOOP: throw .failed("it is a symbolic link")
            case ENXIO: throw .failed("it is not a regular file")
            default: throw .lastError
            }
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .failed("it is not a regular file")
        }
        return descriptor
    }

    /// A descriptor, or -1 and the reason in `errno`.
    private static func descriptor(_ path: String, _ flags: Int32) -> Int32 {
        Glibc.open(path, flags | O_CLOEXEC, 0o600)
    }

    private static func length(_ descriptor: Int32) -> Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the names in a folder durable, as far as its file system can. Where the folder may not be read, everything is.
    package static func synchronizeFolder(_ path: String) throws(DiskError) {
        let descriptor = descriptor(path, O_RDONLY)
        guard descriptor >= 0 else {
            guard errno == EACCES else { throw .lastError }
            return sync()
        }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .lastError }
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
