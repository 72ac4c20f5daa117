import Glibc

/// Gives the terminal back when a signal ends the process, a crash first of all, and then lets it crash as it would have.
struct CrashHandler {
    /// The signals of a crash, and all others that end a process nobody prepared for them.
    static let signals = crashes + timers + others + realTime

    private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]
    private static let timers = [SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ]
    private static let others = [SIGUSR1, SIGUSR2, SIGIO, SIGPWR, SIGSTKFLT]
    private static let realTime = Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())

    private static let stackSize = 65_536
    private static let stackAddress = UInt(bitPattern: UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16))
    private var actions = SignalActions()

    /// Starts to watch.
    init() {
        Self.lendStack()
        actions.install({ CrashHandler.handle($0) }, for: Self.signals, flags: Int32(SA_ONSTACK))
    }

    /// Gives the calling thread a stack to crash on, so that a stack that overflowed is no obstacle. The main actor moves between threads:
    /// to be called wherever it may have moved. The stack is kept for good, for threads keep its address.
    static func lendStack() {
        var stack = stack_t()
        stack.ss_sp = UnsafeMutableRawPointer(bitPattern: stackAddress)
        stack.ss_size = stackSize
        sigaltstack(&stack, nil)
    }

    /// Puts back the actions from before.
    mutating func close() {
        actions.restore()
    }

    private static func handle(_ signal: Int32) {
        CrashRecord.restoreTerminal()
        SignalActions.endProcess(by: signal)
    }
}
