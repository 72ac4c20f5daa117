import Glibc

/// The process group of a shell's job.
enum ProcessGroup {
    /// Stops all processes of the group with SIGTSTP or SIGTTOU, this one last, and returns when this one is continued. Where there is no
    /// shell that could continue it, the system does not stop it. Afterwards the signal's action is the default.
    static func stop(with signal: Int32) {
        SignalActions.set(signal, to: SIG_IGN)
        kill(0, signal)
        SignalActions.set(signal, to: SIG_DFL)
        unblocking(signal) { _ = raise(signal) }
    }

    /// Runs `body` with the signal let through to this thread: the threads of Dispatch block it.
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
