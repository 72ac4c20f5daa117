import CNcurses
import Glibc

/// Files in memory, for what is kept from the terminal for a while.
enum MemoryFile {
    /// The descriptor of a new one, or -1. Where the size of files is limited (`ulimit -f`), there is none: the limit holds in memory too, and
    /// what is beyond it would be lost.
    static func open(_ name: String) -> Int32 {
        var limit = rlimit()
        guard getrlimit(Int32(RLIMIT_FSIZE.rawValue), &limit) == 0, limit.rlim_cur >= largest else { return -1 }
        return libc_memory_file(name)
    }

    /// Bytes of a frame on the largest screen, with room to spare.
    private static let largest: rlim_t = 64 << 20
}
