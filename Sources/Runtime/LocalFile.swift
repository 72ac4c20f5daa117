internal import FoundationEssentials
internal import Glibc

/// Reads and writes small files, and never waits for whoever might write to a pipe.
package enum LocalFile {
    /// Why a file could not be read or written.
    package enum Problem: Error, Equatable {
        /// Nothing has this name, or its folder does not exist.
        case missing
        /// There is a file of that name already.
        case exists
        /// The name is a directory's.
        case isDirectory
        /// A pipe, a socket or a device.
        case isNoFile
        /// It is larger than may be read, in bytes, or has no end.
        case tooLarge(limit: Int)
        /// Its bytes are no UTF-8 text.
        case notUTF8
        /// The permissions of the file or its folder forbid it.
        case denied
        /// Anything else, in the system's words.
        case other(String)

        /// The problem as a phrase for the middle of a sentence.
        package var phrase: String {
            switch self {
            case .missing: "there is no such file"
            case .exists: "it is there already"
            case .isDirectory: "it is a directory"
            case .isNoFile: "it is a pipe or a device, not a file"
            case .tooLarge(let limit): "it is larger than \(limit >> 20) MiB"
            case .notUTF8: "it is not UTF-8 text"
            case .denied: "permission denied"
            case .other(let detail): detail
            }
        }
    }

    /// The largest file that is read, in bytes; settings, tokens and certificates are far smaller.
    package static let largest = 16 << 20

    /// The bytes of a regular file, `limit` at most; `/dev/null` is an empty one.
    package static func bytes(at path: String, limit: Int = largest) throws(Problem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastError }
        defer { close(descriptor) }
        switch FileKind(descriptor: descriptor) {
        case .regular: return try content(of: descriptor, limit: limit)
        case .null: return []
        case .directory: throw .isDirectory
        case .pipe, .terminal, .device: throw .isNoFile
        case nil: throw .lastError
        }
    }

    private static func content(of descriptor: Int32, limit: Int) throws(Problem) -> [UInt8] {
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while content.count <= limit {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .lastError }
            guard count > 0 else { return content }
            content += chunk[..<count]
        }
        throw .tooLarge(limit: limit)
    }

    /// Whether there is a regular file of this name.
    package static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The text of a regular file in UTF-8, `limit` bytes at most.
    package static func text(at path: String, limit: Int = largest) throws(Problem) -> String {
        guard let text = String(validating: try bytes(at: path, limit: limit), as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    /// Makes a folder in `parent` that is the owner's alone (0700) and whose name nobody can foresee: no other user can have set a link
    /// there. Its path is given back; who asks for it removes it.
    package static func makeTemporaryFolder(in parent: String, prefix: String) throws(Problem) -> String {
        // mkdtemp(3) asks for these six letters and replaces them by random ones.
        var name = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw .lastError }
        return name.withUnsafeBufferPointer { String(decoding: $0.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    }

    /// Replaces a file atomically. The file is the owner's alone (mode 0600); missing folders are made (0700).
    package static func writePrivately(_ bytes: [UInt8], to path: String) throws(Problem) {
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw problem(error)
        }
        try replace(path, with: bytes, mode: 0o600)
    }

    /// Writes a file that is not there yet; what could not be written whole is removed again.
    ///
    /// - Parameter mode: The permissions, less the process's umask.
    package static func create(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o666) throws(Problem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .lastError }
        defer { close(descriptor) }
        do throws(Problem) {
            try write(bytes, to: descriptor)
        } catch {
            unlink(path)
            throw error
        }
        synchronizeFolder(of: path)
    }

    /// Replaces a file atomically: after a power failure either the old or the new one is there, whole.
    package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o666) throws(Problem) {
        let target = URL(filePath: path)
        let draft = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).\(RandomSource.system.identifier())")
            .path
        try create(draft, bytes, mode: mode)
        guard rename(draft, path) == 0 else {
            let problem = Problem.lastError
            unlink(draft)
            throw problem
        }
        synchronizeFolder(of: path)
    }

    /// Writes everything, and waits until it is on the disk.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Problem) {
        var left = bytes[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .lastError }
            left = left.dropFirst(count)
        }
        while fsync(descriptor) != 0 {
            if errno == EINTR { continue }
            guard errno == EINVAL || errno == ENOTSUP else { throw .lastError }
            return
        }
    }

    /// Makes the names in the folder durable, where that can be done.
    private static func synchronizeFolder(of path: String) {
        let descriptor = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func problem(_ error: any Error) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let error as CocoaError where error.code == .fileReadNoPermission || error.code == .fileWriteNoPermission: .denied
        case let error as CocoaError where error.code == .fileReadNoSuchFile: .missing
        default: .other("\(error)")
        }
    }
}

extension LocalFile.Problem {
    /// What the last system call of this thread said.
    fileprivate static var lastError: LocalFile.Problem {
        switch errno {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .denied
        case EEXIST: .exists
        case EISDIR: .isDirectory
        case let code: .other(strerror(code).map { String(cString: $0) } ?? "error \(code)")
        }
    }
}

/// What kind of file a descriptor is, to be asked before reading: some never end.
package enum FileKind: Equatable, Sendable {
    /// A file on a disk, and its size in bytes now.
    case regular(size: Int)
    /// A directory.
    case directory
    /// A pipe or a socket: it ends when whoever writes has finished.
    case pipe
    /// `/dev/null`, which is empty.
    case null
    /// A terminal.
    case terminal
    /// Any other device.
    case device

    /// Asks the system (`fstat`); nil when the descriptor is not open.
    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .regular(size: Int(status.st_size))
        case S_IFDIR: self = .directory
        case S_IFIFO, S_IFSOCK: self = .pipe
        case S_IFCHR where Self.isNull(status): self = .null
        case S_IFCHR where isatty(descriptor) == 1: self = .terminal
        default: self = .device
        }
    }

    private static func isNull(_ status: stat) -> Bool {
        var null = stat()
        return stat("/dev/null", &null) == 0 && null.st_mode & S_IFMT == S_IFCHR && null.st_rdev == status.st_rdev
    }
}
