import AWSClient

/// The program's version, as `--version` prints it and the user agent names it.
enum Version {
    static let current = UserAgent.version
}
