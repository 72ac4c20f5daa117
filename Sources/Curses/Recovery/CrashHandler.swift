import Glibc

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
