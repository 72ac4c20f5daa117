import Glibc
import Synchronization

/// Restores the terminal when a signal ends the process, above all in a crash, and then lets the signal take its usual effect.
struct CrashHandler {
    /// The signals of a crash, and all others whose default action ends a process.
    static let signals = crashes + timers + others + realTime

    private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]
    private static let timers = [SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ]
    private static let others = [SIGUSR1, SIGUSR2, SIGIO, SIGPWR, SIGSTKFLT]
    private static let realTime = Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())

    private static let stackSize = 65_536
    private static let stackAddress = UInt(bitPattern: UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16))
    private var actions = SignalActions()

    /// Installs the handlers, on a stack of their own.
    init() {
        Self.lendStack()
        actions.install({ CrashHandler.handle($0) }, for: Self.signals, flags: Int32(SA_ONSTACK))
    }

    /// Gives the calling thread a stack for signal handlers, so that they work when the thread's own has overflowed. The main actor
    /// moves between threads: call this wherever it may have moved. The stack is never freed, because threads keep its address.
    static func lendStack() {
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer(bitPattern: stackAddress)
        stack.ss_size = stackSize
        sigaltstack(&stack, nil)
    }

    /// Restores the actions from before.
    mutating func close() {
        actions.restore()
    }

    private static func handle(_ signal: Int32) {
        CrashRecord.restoreTerminal()
        SignalActions.endProcess(by: signal)
    }
}

/// The address of the record in force, or 0.
private let recordInForce = Atomic<UInt>(0)

/// Whether the terminal was given back because the process ends.
private let isGivenBack = Atomic<Bool>(false)

/// All that a crashing process needs to restore the terminal, prepared in advance: a signal handler may not allocate.
struct CrashRecord {
    /// The descriptor that keys come from, and whose modes are restored.
    let input: Int32
    /// The descriptor that the restoring bytes are written to.
    let output: Int32
    /// The modes to restore.
    var modes: termios
    /// The restoring bytes.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Standard error: the descriptor everyone writes to, the real one, and the file with what was caught; -1 where nothing is caught.
    let diagnostics: Int32
    /// The real standard error, or -1.
    let original: Int32
    /// What was written to standard error meanwhile, or -1.
    let memory: Int32

    /// Puts a record in force, replacing the one before.
    static func arm(_ record: CrashRecord) {
        disarm()
        let pointer = UnsafeMutablePointer<CrashRecord>.allocate(capacity: 1)
        pointer.initialize(to: record)
        recordInForce.store(UInt(bitPattern: pointer), ordering: .sequentiallyConsistent)
    }

    /// Withdraws the record: from now on a crash leaves the terminal as it is.
    static func disarm() {
        guard let pointer = take() else { return }
        pointer.pointee.bytes.deallocate()
        pointer.deallocate()
    }

    /// Restores the terminal, if a record is in force, and then shows what was written to standard error. Safe in a signal handler.
    ///
    /// - Parameter waits: Whether to wait for a terminal that accepts nothing (^S, a stalled line). Otherwise output on its way is dropped.
    static func restoreTerminal(waits: Bool = true) {
        guard let record = take() else { return }
        isGivenBack.store(true, ordering: .sequentiallyConsistent)
        if waits {
            _ = write(record.pointee.output, record.pointee.bytes.baseAddress, record.pointee.bytes.count)
            _ = tcsetattr(record.pointee.input, TCSANOW, &record.pointee.modes)
        } else {
            record.pointee.restoreAtOnce()
        }
        guard record.pointee.memory >= 0, waits || record.pointee.isOutputReady else { return }
        dup2(record.pointee.original, record.pointee.diagnostics)
        StandardErrorCapture.copy(from: record.pointee.memory, to: record.pointee.original)
    }

    /// Whether the terminal was given back because the process ends: nothing may follow then, whoever else was writing.
    static var hasGivenBack: Bool { isGivenBack.load(ordering: .sequentiallyConsistent) }

    /// A thread that waits to write holds the terminal. It gives up once the descriptor does not block and a change of modes has woken it.
    private mutating func restoreAtOnce() {
        let flags = fcntl(output, F_GETFL)
        _ = fcntl(output, F_SETFL, flags | O_NONBLOCK)
        var attempts = 0
        repeat {
            if !isOutputReady { tcflush(output, TCOFLUSH) }
            _ = tcsetattr(input, TCSANOW, &modes)
            attempts += 1
        } while write(output, bytes.baseAddress, bytes.count) < 0 && errno == EAGAIN && attempts < 20 && poll(nil, 0, 5) == 0
        _ = fcntl(output, F_SETFL, flags)
    }

    private var isOutputReady: Bool {
        var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }

    private static func take() -> UnsafeMutablePointer<CrashRecord>? {
        UnsafeMutablePointer(bitPattern: recordInForce.exchange(0, ordering: .sequentiallyConsistent))
    }
}
