import Glibc

/// The process group of a shell's job.
enum ProcessGroup {
    /// Stops all processes of the group, this one last, and returns when this one is continued. Where there is no shell to continue it, the
    /// system does not stop it. Afterwards the actions of SIGTSTP and SIGCONT are the default and have to be installed again.
    static func stop() {
        SignalActions.set(SIGCONT, to: SIG_DFL)
        SignalActions.set(SIGTSTP, to: SIG_IGN)
        kill(0, SIGTSTP)
        SignalActions.set(SIGTSTP, to: SIG_DFL)
        raise(SIGTSTP)
    }
}
