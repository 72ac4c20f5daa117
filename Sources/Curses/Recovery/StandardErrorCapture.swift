import CNcurses
import Glibc

/// Keeps what is written to standard error off the screen, and shows it afterwards. Does nothing where standard error is not a terminal, or
/// where nothing can be kept: messages are shown on the screen then.
struct StandardErrorCapture {
    /// A file descriptor of the real standard error.
    let original: Int32
    /// The file in memory that holds what was written meanwhile.
    let memory: Int32
    private let diagnostics: Int32

    /// Starts to capture what is written to the descriptor; `nil` where that is no terminal, or nothing can be kept.
    init?(_ diagnostics: Int32) {
        guard isatty(diagnostics) == 1 else { return nil }
        original = fcntl(diagnostics, F_DUPFD_CLOEXEC, 10)
        memory = MemoryFile.open("scanconfig-messages")
        self.diagnostics = diagnostics
        guard original >= 0, memory >= 0, dup2(memory, diagnostics) >= 0 else {
            Glibc.close(original)
            Glibc.close(memory)
            return nil
        }
    }

    /// Restores standard error and writes there what was captured.
    func close() {
        dup2(original, diagnostics)
        Self.copy(from: memory, to: original)
        Glibc.close(original)
        Glibc.close(memory)
    }

    /// Copies a whole file with pread and write only, which a signal handler may call.
    static func copy(from source: Int32, to target: Int32) {
        var offset: off_t = 0
        withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
            while case let count = pread(source, buffer.baseAddress, buffer.count, offset), count > 0 {
                guard write(target, buffer.baseAddress, count) == count else { return }
                offset += off_t(count)
            }
        }
    }
}
