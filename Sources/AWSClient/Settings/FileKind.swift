internal import Glibc

/// What an open file is, before anything is read from it: not all that can be opened ends.
package enum FileKind: Equatable, Sendable {
    /// A file on a disk, and its size in bytes now.
    case regular(size: Int)
    /// A folder.
    case directory
    /// A pipe or a socket: it ends when whoever writes has finished.
    case pipe
    /// `/dev/null`, which is empty.
    case null
    /// A terminal.
    case terminal
    /// Any other device.
    case device

    /// What the descriptor is; nil when it is none.
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
