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
            "PATH": Environment.current()["PATH"] ?? "/usr/bin:/bin", "HOME": home.path, "XDG_STATE_HOME": home.path,
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
