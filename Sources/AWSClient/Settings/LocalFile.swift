internal import FoundationEssentials
internal import Glibc

/// Reading and writing small files.
enum LocalFile {
    /// Why a file could not be read or written.
    enum Problem: Error, Equatable {
        case missing
        case isDirectory
        /// A pipe, a socket or a device.
        case isNoFile
        /// It is larger than it may be, or has no end.
        case tooLarge(limit: Int)
        case notUTF8
        case denied
        case other(String)

        /// What it is, for the middle of a sentence.
        var words: String {
            switch self {
            case .missing: "there is no such file"
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
    static let largest = 16 << 20

    /// The bytes of a regular file; `/dev/null` is an empty one. Never waits for whoever might write to a pipe.
    static func bytes(at path: String) throws(Problem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastError }
        defer { close(descriptor) }
        switch FileKind(descriptor: descriptor) {
        case .regular: return try content(of: descriptor)
        case .null: return []
        case .directory: throw .isDirectory
        case .pipe, .terminal, .device: throw .isNoFile
        case nil: throw .lastError
        }
    }

    private static func content(of descriptor: Int32) throws(Problem) -> [UInt8] {
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while content.count <= largest {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .lastError }
            guard count > 0 else { return content }
            content += chunk[..<count]
        }
        throw .tooLarge(limit: largest)
    }

    /// The text of a UTF-8 file.
    static func text(at path: String) throws(Problem) -> String {
        guard let text = String(validating: try bytes(at: path), as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    /// Replaces a file in one step; nobody but the owner may read it (0600), missing folders are made (0700).
    static func writePrivately(_ bytes: [UInt8], to path: String) throws(Problem) {
        let target = URL(filePath: path)
        let folder = target.deletingLastPathComponent()
        let draft = folder.appending(path: ".\(target.lastPathComponent).\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard FileManager.default.createFile(atPath: draft.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
                throw Problem.denied
            }
            guard rename(draft.path, path) == 0 else { throw Problem.other("it could not be replaced (errno \(errno))") }
        } catch {
            throw problem(error)
        }
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
        case let code: .other(strerror(code).map { String(cString: $0) } ?? "error \(code)")
        }
    }
}
