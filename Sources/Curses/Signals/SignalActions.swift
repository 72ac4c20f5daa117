import Glibc

/// Signal actions of the process that were replaced by our own, and can be restored.
struct SignalActions {
    private var previous: [(signal: Int32, action: sigaction)] = []

    /// Has `handler` called for each of the signals from now on, except for those that are ignored, as `nohup` has it.
    mutating func install(_ handler: @escaping @convention(c) (Int32) -> Void, for signals: [Int32], flags: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = flags
        for signal in signals where !SignalDisposition.isIgnored(signal) {
            var old = sigaction()
            if sigaction(signal, &action, &old) == 0, !previous.contains(where: { $0.signal == signal }) { previous.append((signal, old)) }
        }
    }

    /// Restores the actions from before.
    mutating func restore() {
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
        }
        previous = []
    }

    /// Ends the process by the signal as if it had not been caught. The first process of a container has no default actions: it exits
    /// with the status that a shell would show. Safe in a signal handler.
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

/// The action that the process has set for a signal.
package enum SignalDisposition {
    /// Whether the signal is ignored, as `nohup` and `trap '' HUP` pass it on. What is ignored at the start stays ignored.
    package static func isIgnored(_ signal: Int32) -> Bool {
        isSet(signal, to: SIG_IGN)
    }

    /// Whether the signal has its default action.
    package static func isDefault(_ signal: Int32) -> Bool {
        isSet(signal, to: SIG_DFL)
    }

    private static func isSet(_ signal: Int32, to disposition: __sighandler_t?) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
        return address(of: action.__sigaction_handler.sa_handler) == address(of: disposition)
    }

    private static func address(of handler: __sighandler_t?) -> Int {
        unsafeBitCast(handler, to: Int.self)
    }
}

/// The process group of a shell's job.
enum ProcessGroup {
    /// Stops all processes of the group with SIGTSTP or SIGTTOU, this one last, and returns when this one is continued. Where there is no
    /// shell that could continue it, the system does not stop it. Afterwards the signal has its default action.
    static func stop(with signal: Int32) {
        SignalActions.set(signal, to: SIG_IGN)
        kill(0, signal)
        SignalActions.set(signal, to: SIG_DFL)
        unblocking(signal) { _ = raise(signal) }
    }

    /// Runs `body` with the signal unblocked in this thread; the threads of Dispatch block it.
    private static func unblocking(_ signal: Int32, _ body: () -> Void) {
        var wanted = sigset_t()
        var before = sigset_t()
        sigemptyset(&wanted)
        sigaddset(&wanted, signal)
        pthread_sigmask(SIG_UNBLOCK, &wanted, &before)
        body()
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }
}
