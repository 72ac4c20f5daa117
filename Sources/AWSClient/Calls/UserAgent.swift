/// How this client introduces itself.
package enum UserAgent {
    /// The version of the program.
    package static let version = "0.1.0"
    /// The `User-Agent` header, which stays unsigned.
    package static let standard = "scanconfig/\(version) lang/swift"
}
