internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reading and writing small files.
enum LocalFile {
    /// Why a file could not be read or written.
    enum Problem: Error, Equatable {
        case missing
        case isDirectory
        case notUTF8
        case denied
        case other(String)

        /// What it is, for the middle of a sentence.
        var words: String {
            switch self {
            case .missing: "there is no such file"
            case .isDirectory: "it is a directory"
            case .notUTF8: "it is not UTF-8 text"
            case .denied: "permission denied"
            case .other(let detail): detail
            }
        }
    }

    /// The bytes of a regular file.
    static func bytes(at path: String) throws(Problem) -> [UInt8] {
        var isDirectory = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .missing }
        if isDirectory { throw .isDirectory }
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw problem(error)
        }
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
