import Glibc

/// Gives the terminal back when the process crashes, and then lets it crash as it would have.
struct CrashHandler {
    /// The signals of a crash.
    static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]

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
        SignalActions.set(signal, to: SIG_DFL)
        raise(signal)
    }
}
