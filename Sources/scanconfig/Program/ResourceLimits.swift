import Glibc

/// The limits that a shell sets with `ulimit`. If some are too low, libraries end the program without a message, or wait for ever.
enum ResourceLimits {
    /// Files and connections that are open at a time; a run has up to 64 calls under way.
    private static let files: rlim_t = 64
    /// How many open files are requested where the shell allows it.
    private static let wantedFiles: rlim_t = 1024
    /// Bytes of a thread's stack.
    private static let stack: rlim_t = 1 << 20
    /// Bytes of address space that have to be free: twice what the listing of 100,000 associations takes.
    private static let memory = 512 << 20

    /// Raises the soft limit of open files, and throws when a limit is too low.
    static func check() throws(CommandFailure) {
        let open = raised(Int32(RLIMIT_NOFILE.rawValue), to: wantedFiles)
        guard open >= files else { throw failure("\(open) open files (ulimit -n)", "\(files)") }
        let size = current(Int32(RLIMIT_STACK.rawValue))
        guard size >= stack else { throw failure("a stack of \(size >> 10) KiB (ulimit -s)", "\(stack >> 10) KiB") }
        guard hasMemory else { throw failure("too little memory (ulimit -v or -d)", "\(memory >> 20) MiB") }
    }

    private static func failure(_ allowed: String, _ needed: String) -> CommandFailure {
        CommandFailure(.other, "This shell allows \(allowed), and scanconfig needs \(needed). Raise the limit. Nothing was done.")
    }

    /// The limit in force, after raising it towards `wanted` as far as the hard limit allows.
    private static func raised(_ resource: __rlimit_resource_t, to wanted: rlim_t) -> rlim_t {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return rlim_t.max }
        guard limit.rlim_cur < wanted, limit.rlim_cur < limit.rlim_max else { return limit.rlim_cur }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        return setrlimit(resource, &limit) == 0 ? limit.rlim_cur : current(resource)
    }

    private static func current(_ resource: __rlimit_resource_t) -> rlim_t {
        var limit = rlimit()
        return getrlimit(resource, &limit) == 0 ? limit.rlim_cur : rlim_t.max
    }

    /// Maps the memory and unmaps it again. Only where a limit is set, because elsewhere the result says nothing.
    private static var hasMemory: Bool {
        guard [RLIMIT_AS, RLIMIT_DATA].contains(where: { current(Int32($0.rawValue)) < rlim_t(Int.max) }) else { return true }
        let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
        guard let area = mmap(nil, memory, PROT_READ | PROT_WRITE, flags, -1, 0), area != MAP_FAILED else { return false }
        munmap(area, memory)
        return true
    }
}
