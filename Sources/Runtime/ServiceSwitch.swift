internal import CGlibc

/// Which modules of the C library look up names (nsswitch.conf(5)).
package enum ServiceSwitch {
    /// Call this before anything is looked up: hosts, users. The self-contained program keeps to the modules that are part of the C library;
    /// the machine's own, such as `resolve` or `sss`, are made for the machine's own C library.
    package static func prepare() {
        #if SELF_CONTAINED
            for (database, modules) in [("hosts", "files dns"), ("passwd", "files"), ("group", "files"), ("services", "files")] {
                _ = libc_configure_lookup(database, modules)
            }
        #endif
    }
}
