import Glibc
import InspectorCore
import Runtime

/// What the file or pipe holds that `--from` or an import names.
enum InputFile {
    /// Why nothing can be taken from it.
    enum Failure: Error {
        /// It cannot be read; a sentence.
        case unreadable(String)
        /// What it holds is refused.
        case refused(PlanInputError)

        /// What is wrong, for the operator.
        var sentence: String {
            switch self {
            case .unreadable(let sentence): sentence
            case .refused(let error): error.sentence
            }
        }
    }

    /// Reads a path, or standard input for `-`, in a thread of its own: a pipe may be silent for long. A plan or results of another action
    /// are refused.
    static func read(_ path: String, for action: RunAction = .disassociate) async throws(Failure) -> InputTable {
        try await OwnThread.run { Result(of: path, for: action) }.get()
    }
}

extension Result where Success == InputTable, Failure == InputFile.Failure {
    fileprivate init(of path: String, for action: RunAction) {
        let name = path == "-" ? "standard input" : path
        var reader = InputReader(name: name, for: action)
        var refusal: PlanInputError?
        func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            do throws(PlanInputError) { try reader.take(bytes) } catch { refusal = error }
            return refusal == nil
        }
        do throws(FileReader.Failure) {
            try path == "-" ? FileReader().standardInput(take) : FileReader().file(path, take)
        } catch {
            self = .failure(.unreadable("\(name) cannot be read: \(error.reason)."))
            return
        }
        do throws(PlanInputError) {
            if let refusal { throw refusal }
            self = .success(try reader.finish())
        } catch {
            self = .failure(.refused(error))
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

    /// Gives `take` what comes from standard input, until it returns false.
    func standardInput(_ take: (UnsafeBufferPointer<UInt8>) -> Bool) throws(Failure) {
        try everything(from: STDIN_FILENO, take)
    }

    /// Gives `take` what is in a file, until it returns false. A named pipe is waited for as long as any other, even if no process has
    /// opened it for writing yet.
    func file(_ path: String, _ take: (UnsafeBufferPointer<UInt8>) -> Bool) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastError }
        defer { close(descriptor) }
        try everything(from: descriptor, take)
    }

    private func everything(from descriptor: Int32, _ take: (UnsafeBufferPointer<UInt8>) -> Bool) throws(Failure) {
        switch FileKind(descriptor: descriptor) {
        case .regular(let size) where size > largest: throw tooLarge
        case .regular, .pipe: try content(of: descriptor, take)
        case .null: break
        case .directory: throw Failure(reason: "it is a directory")
        case .terminal: throw Failure(reason: "it is a terminal, not a file or a pipe")
        case .device: throw Failure(reason: "it is a device, not a file or a pipe")
        case nil: throw .lastError
        }
    }

    private func content(of descriptor: Int32, _ take: (UnsafeBufferPointer<UInt8>) -> Bool) throws(Failure) {
        var size = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            try awaitBytes(from: descriptor)
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw .lastError }
            if count == 0 { return }
            size += count
            if size > largest { throw tooLarge }
            if !chunk.withUnsafeBufferPointer({ take(UnsafeBufferPointer(rebasing: $0.prefix(count))) }) { return }
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
