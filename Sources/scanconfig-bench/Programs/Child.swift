import AWSClient
import Glibc

/// A program that was started.
struct Child: Sendable {
    let process: pid_t

    /// Starts a program that prints to nowhere and has no input.
    static func start(_ command: Command) throws(BenchError) -> Child {
        let nowhere = Spawn.Stream.file("/dev/null")
        return Child(process: try Spawn.start(command, streams: [nowhere, nowhere, nowhere]))
    }

    /// Waits until it has ended. Returns its exit status, or 128 plus the number of the signal.
    @discardableResult
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    /// Runs a program to its end: its exit status, the seconds it took, those of the processor, and the most memory it had, in bytes.
    static func usage(
        _ command: Command
    ) throws(BenchError) -> (status: Int32, seconds: Double, processorSeconds: Double, peakMemory: Int) {
        let start = ContinuousClock.now
        let child = try Child.start(command)
        var (status, usage) = (Int32(0), rusage())
        while wait4(child.process, &status, 0, &usage) < 0, errno == EINTR {}
        let times = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }
        return (status >> 8 & 0xFF, Timing.since(start), times.reduce(0, +), usage.ru_maxrss * 1_024)
    }

    /// Kills it and waits until it is gone.
    func end() {
        kill(process, SIGKILL)
        wait()
    }

    /// Runs a program to its end and returns the seconds it took.
    static func run(_ command: Command) throws(BenchError) -> Double {
        let start = ContinuousClock.now
        let status = try Child.start(command).wait()
        let seconds = Timing.since(start)
        guard status == 0 else { throw BenchError("\(command.path) ended with status \(status).") }
        return seconds
    }

    /// Runs a program to its end and returns its standard output.
    static func output(_ command: Command) throws(BenchError) -> String {
        let pipe = try Pipe()
        let child = Child(process: try Spawn.start(command, streams: [.file("/dev/null"), .descriptor(pipe.input), .file("/dev/null")]))
        pipe.closeInput()
        let text = pipe.text { _ in false }
        let status = child.wait()
        guard status == 0 else { throw BenchError("\(command.path) ended with status \(status).") }
        return text
    }
}

/// A program to start: its path, its arguments, and its whole environment.
struct Command: Sendable {
    var path: String
    var arguments: [String]
    var environment: [String: String]

    /// A program in an environment in which nothing of this machine's AWS set-up is found.
    init(_ path: String, _ arguments: [String] = [], home: Folder, environment: [String: String] = [:]) {
        self.path = path
        self.arguments = arguments
        self.environment = [
            "PATH": Environment.current["PATH"] ?? "/usr/bin:/bin", "HOME": home.path, "XDG_STATE_HOME": home.path,
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "AWS_EC2_METADATA_DISABLED": "true",
        ]
        self.environment.merge(environment) { _, new in new }
    }
}

/// Why a figure could not be taken.
struct BenchError: Error, CustomStringConvertible {
    /// What happened, as a sentence.
    let description: String

    init(_ sentence: String) {
        description = sentence
    }
}

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
