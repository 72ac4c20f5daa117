import Glibc

/// A program that was started.
struct Child: Sendable {
    let process: pid_t

    /// Starts a program that prints to nowhere and has no input.
    static func start(_ command: Command) throws(BenchError) -> Child {
        let nowhere = Spawn.Stream.file("/dev/null")
        return Child(process: try Spawn.start(command, streams: [nowhere, nowhere, nowhere]))
    }

    /// Waits until it ends; its exit status, or 128 and the signal's number.
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

    /// Runs a program to its end; the seconds it took.
    static func run(_ command: Command) throws(BenchError) -> Double {
        let start = ContinuousClock.now
        let status = try Child.start(command).wait()
        let seconds = Timing.since(start)
        guard status == 0 else { throw BenchError("\(command.path) ended with status \(status).") }
        return seconds
    }

    /// Runs a program to its end; what it printed on standard output.
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
