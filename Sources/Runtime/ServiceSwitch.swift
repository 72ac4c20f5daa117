internal import CGlibc

/// Which modules of the C library look up names (nsswitch.conf(5)).
package enum ServiceSwitch {
    /// Keeps to the modules that are part of the C library. The self-contained program has to: the machine's own modules, such as
    /// `resolve` or `sss`, are made for the machine's own C library.
    package static func useBuiltInModules() {
        for (database, modules) in [("hosts", "files dns"), ("passwd", "files"), ("group", "files"), ("services", "files")] {
            _ = libc_configure_lookup(database, modules)
        }
    }
}
