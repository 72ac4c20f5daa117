internal import Runtime

/// How this client introduces itself to services.
enum UserAgent {
    /// The `User-Agent` header, which stays unsigned: proxies may change it.
    static let standard = "scanconfig/\(Version.current) lang/swift"
}
