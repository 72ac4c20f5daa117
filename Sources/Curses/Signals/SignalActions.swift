import Glibc

/// Signal actions of the process that were exchanged for our own, and can be put back.
struct SignalActions {
    private var previous: [(signal: Int32, action: sigaction)] = []

    /// Has `handler` called for each of the signals from now on, but for those that are ignored: whoever started the program wants it so.
    mutating func install(_ handler: @escaping @convention(c) (Int32) -> Void, for signals: [Int32], flags: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = flags
        for signal in signals where !SignalDisposition.isIgnored(signal) {
            var old = sigaction()
            if sigaction(signal, &action, &old) == 0, !previous.contains(where: { $0.signal == signal }) { previous.append((signal, old)) }
        }
    }

    /// Puts back what was there before.
    mutating func restore() {
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
        }
        previous = []
    }

    /// Ends the process by the signal as if nobody had caught it. The first process of a container has no default actions: it exits with the
    /// status that a shell would tell. Safe in a signal handler.
    static func endProcess(by signal: Int32) {
        if getpid() == 1 { _exit(128 + signal) }
        set(signal, to: SIG_DFL)
        raise(signal)
    }

    /// Sets the action of one signal to `SIG_DFL` or `SIG_IGN`, and leaves it at that.
    static func set(_ signal: Int32, to disposition: __sighandler_t?) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = disposition
        sigaction(signal, &action, nil)
    }
}
