import Glibc

/// Gives the terminal back when the process crashes, and then lets it crash as it would have.
struct CrashHandler {
    /// The signals of a crash.
    static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]

    private static let stackSize = 65_536
    private var actions = SignalActions()
    private var previousStack = stack_t()
    private let stack = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)

    /// Starts to watch, on a stack of its own, so that a stack that overflowed is no obstacle.
    init() {
        var alternative = stack_t()
        alternative.ss_sp = stack
        alternative.ss_size = Self.stackSize
        sigaltstack(&alternative, &previousStack)
        actions.install({ CrashHandler.handle($0) }, for: Self.signals, flags: Int32(SA_ONSTACK))
    }

    /// Puts back what was there before.
    mutating func close() {
        actions.restore()
        sigaltstack(&previousStack, nil)
        stack.deallocate()
    }

    private static func handle(_ signal: Int32) {
        CrashRecord.restoreTerminal()
        SignalActions.set(signal, to: SIG_DFL)
        raise(signal)
    }
}
