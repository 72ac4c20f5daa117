import Glibc
import InspectorCore
import Runtime

/// The contents of the file that `--from` names.
struct InputFile: Sendable {
    let name: String
    let bytes: [UInt8]

    init(path: String) async throws(CommandFailure) {
        name = path == "-" ? "standard input" : path
        switch await OwnThread.run({ Self.contents(of: path) }) {
        case .success(let bytes): self.bytes = bytes
        case .failure(let failure):
            throw CommandFailure(.usage, "\(name) cannot be read: \(failure.reason). Nothing was sent.")
        }
    }

    private static func contents(of path: String) -> Result<[UInt8], FileReader.Failure> {
        do throws(FileReader.Failure) {
            return .success(try path == "-" ? FileReader().standardInput() : FileReader().file(path))
        } catch {
            return .failure(error)
        }
    }
}

/// Reads a file or pipe that an operator names as input, within bounds.
struct FileReader {
    /// Why the input could not be read, worded for the middle of a sentence.
    struct Failure: Error, Equatable {
        let reason: String
    }

    /// How many bytes are read at most.
    var largest = 1 << 30
    /// How many milliseconds a pipe may be silent.
    var patience: Int32 = 60_000

    func standardInput() throws(Failure) -> [UInt8] {
        try everything(from: STDIN_FILENO)
    }

    /// A named pipe is waited for as long as any other, even if no process has opened it for writing yet.
    func file(_ path: String) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastError }
        defer { close(descriptor) }
        return try everything(from: descriptor)
    }

    private func everything(from descriptor: Int32) throws(Failure) -> [UInt8] {
        switch FileKind(descriptor: descriptor) {
        case .regular(let size) where size > largest: throw tooLarge
        case .regular, .pipe: return try content(of: descriptor)
        case .null: return []
        case .directory: throw Failure(reason: "it is a directory")
        case .terminal: throw Failure(reason: "it is a terminal, not a file or a pipe")
        case .device: throw Failure(reason: "it is a device, not a file or a pipe")
        case nil: throw .lastError
        }
    }

    private func content(of descriptor: Int32) throws(Failure) -> [UInt8] {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            try awaitBytes(from: descriptor)
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw .lastError }
            if count == 0 { return all }
            all += chunk.prefix(count)
            if all.count > largest { throw tooLarge }
        }
    }

    private func awaitBytes(from descriptor: Int32) throws(Failure) {
        var target = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&target, 1, patience)
            if ready > 0 { return }
            if ready == 0 { throw Failure(reason: "nothing came from it for \(patience / 1000) s") }
            if errno != EINTR { throw .lastError }
        }
    }

    private var tooLarge: Failure { Failure(reason: "it is larger than \(largest >> 20) MiB") }
}

extension FileReader.Failure {
    /// The error of the last system call in this thread.
    fileprivate static var lastError: Self { Self(reason: String(cString: strerror(errno))) }
}
