/// The version of the program, in one place for all that name it.
package enum Version {
    /// What `--version`, the manual and the `User-Agent` header name; semantic versioning.
    package static let current = "0.1.0"
}
