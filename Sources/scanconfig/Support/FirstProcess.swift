import Curses
import Glibc

/// The program as the first process of a container, which the kernel shields from every signal that has no handler.
enum FirstProcess {
    /// Lets the signals end the program that end it elsewhere, with the status a shell would see.
    static func endOnSignals() {
        guard getpid() == 1 else { return }
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] where SignalDisposition.isDefault(number) {
            signal(number) { _exit(128 + $0) }
        }
    }
}
