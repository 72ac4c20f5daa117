import Glibc
import InspectorCore
import Terminal

/// A terminal of our own with a program in it: keys in, bytes and their times out.
final class PseudoTerminal {
    /// The program.
    let child: Child
    /// When it was started.
    let start: ContinuousClock.Instant
    private let master: Int32
    private static let longestWait: Duration = .seconds(120)
    /// `TIOCSPTLCK` and `TIOCGPTN` of Linux, which Swift cannot read from the headers.
    private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

    /// Starts `command` in a terminal of its own.
    init(_ command: Command, size: TerminalSize = TerminalSize(columns: 80, rows: 24)) throws(BenchError) {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (lock, number): (Int32, Int32) = (0, 0)
        guard master >= 0, ioctl(master, Self.setLock, &lock) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
            throw BenchError("No terminal can be made.")
        }
        var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
        let stream = Spawn.Stream.file("/dev/pts/\(number)")
        start = .now
        child = Child(process: try Spawn.start(command, streams: [stream, stream, stream], ownSession: true))
    }

    deinit {
        child.end()
        close(master)
    }

    /// Presses a key, given as the bytes a terminal sends for it.
    func press(_ key: String) {
        _ = key.withCString { write(master, $0, strlen($0)) }
    }

    /// Reads until nothing has come for `quiet`, or `isEnough` holds for all that has come.
    func read(quiet: Duration, until isEnough: ([UInt8]) -> Bool = { _ in false }) -> TerminalOutput {
        var output = TerminalOutput()
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let begin = ContinuousClock.now
        while ContinuousClock.now - begin < Self.longestWait, waits(quiet) {
            let count = Glibc.read(master, &chunk, chunk.count)
            guard count > 0 else { break }
            output.last = .now
            output.bytes += chunk[..<count]
            if isEnough(output.bytes) { break }
        }
        return output
    }

    /// Presses a key; what comes until nothing came for `quiet`, and the seconds to its last byte.
    func answer(to key: String, quiet: Duration) -> (bytes: Int, seconds: Double) {
        let start = ContinuousClock.now
        press(key)
        let output = read(quiet: quiet)
        return (output.bytes.count, ((output.last ?? start) - start).inSeconds)
    }

    private func waits(_ time: Duration) -> Bool {
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, Int32(time.inSeconds * 1_000)) > 0
    }
}

/// What a program wrote to its terminal.
struct TerminalOutput {
    var bytes: [UInt8] = []
    /// When its last byte came; absent when nothing came.
    var last: ContinuousClock.Instant?
}

/// The terminal UI in a terminal, with an account that it has listed to the end.
struct LoadedTerminal {
    let terminal: PseudoTerminal
    private let simulation: Simulation
    private let home: Folder
    private let isFleet: Bool

    /// Starts a simulator of accounts of this size, one for each session, and the program, and waits until the program is idle.
    init(
        _ bench: Bench, configurations: Int, projects: Int, sharing: Int = 4, size: TerminalSize = TerminalSize(columns: 80, rows: 24),
        sessions: Int = 1
    ) throws {
        let places = sessions > 1 ? InspectorRegions.inPartition(of: "us-east-1").prefix(sessions).flatMap { ["--region", $0] } : []
        isFleet = sessions > 1
        home = try Folder()
        simulation = try Simulation(
            bench.program, home: home,
            ["--configurations", "\(configurations)", "--projects", "\(projects)", "--sharing", "\(sharing)"] + places)
        terminal = try PseudoTerminal(Command(bench.program, places, home: home, environment: simulation.variables), size: size)
        try rest()
    }

    /// Facts about the program.
    var facts: ProcessFacts { ProcessFacts(process: terminal.child.process) }

    /// Opens the list of all associations.
    func openAll() throws {
        if isFleet {
            terminal.press("\r")
            try rest()
        }
        terminal.press("\r")
        try rest()
    }

    /// Waits until the program has used next to no processor time for a second. Throws when it has ended: it would rest for ever.
    private func rest() throws(BenchError) {
        var (before, isResting) = (-1, false)
        while !isResting {
            _ = terminal.read(quiet: .seconds(1))
            let now = facts.ticks
            isResting = now - before <= 1
            before = now
        }
        if facts.memory == 0 { throw BenchError("The program has ended; run it to see why.") }
    }
}
