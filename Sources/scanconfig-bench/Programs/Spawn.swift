import Glibc

/// Starts programs without a shell between, so that a time begins with the program itself.
enum Spawn {
    /// Where one of a program's standard streams leads.
    enum Stream {
        /// To a file that is opened for the program.
        case file(String)
        /// To a descriptor of ours.
        case descriptor(Int32)
    }

    /// `POSIX_SPAWN_SETSID`, which the headers hide from Swift.
    private static let setSession: Int16 = 0x80

    /// Starts a program; `streams` are its standard input, output and error.
    ///
    /// - Parameter ownSession: Whether a terminal among the streams becomes the program's controlling terminal.
    static func start(_ command: Command, streams: [Stream], ownSession: Bool = false) throws(BenchError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() { add(stream, Int32(number), &actions) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, ownSession ? setSession : 0)
        let arguments = CStrings([command.path] + command.arguments)
        let environment = CStrings(command.environment.map { "\($0.key)=\($0.value)" })
        var process: pid_t = 0
        let status = posix_spawn(&process, command.path, &actions, &attributes, arguments.pointers, environment.pointers)
        guard status == 0 else { throw BenchError("\(command.path) cannot be started: \(String(cString: strerror(status))).") }
        return process
    }

    private static func add(_ stream: Stream, _ number: Int32, _ actions: inout posix_spawn_file_actions_t) {
        switch stream {
        case .file(let path): posix_spawn_file_actions_addopen(&actions, number, path, O_RDWR, 0)
        case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, number)
        }
    }
}

/// Strings as C wants them, with a null pointer at the end.
private final class CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) {
        pointers = strings.map { strdup($0) } + [nil]
    }

    deinit {
        for pointer in pointers { free(pointer) }
    }
}

/// A pipe that a child writes into.
final class Pipe {
    private let output: Int32
    private(set) var input: Int32

    init() throws(BenchError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw BenchError("No pipe can be made.") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (output, input) = (ends[0], ends[1])
    }

    deinit {
        closeInput()
        close(output)
    }

    /// Closes this process's copy of the writing end.
    func closeInput() {
        if input >= 0 { close(input) }
        input = -1
    }

    /// Reads until the end, or until `isEnough` holds for the text.
    func text(until isEnough: (String) -> Bool) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while !isEnough(String(decoding: bytes, as: UTF8.self)) {
            let count = read(output, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
