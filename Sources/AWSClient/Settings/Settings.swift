/// Everything that is settled before the first call: one reading of options, environment and shared files.
package struct Settings: Equatable, Sendable {
    /// The profile in use.
    package let profile: String
    /// The region that is called.
    package let region: String
    /// Where the profile's name came from; ``Origin/standard`` for `default`.
    package let profileOrigin: Origin
    /// Where the region came from.
    package let regionOrigin: Origin
    /// Names known from both files, for a picker; `default` first.
    package let profiles: [String]
    /// Whether endpoints with FIPS-validated cryptography are wanted.
    package let useFIPS: Bool
    /// Whether endpoints reachable over IPv6 are wanted.
    package let useDualStack: Bool
    /// The certificate bundle that replaces the system's roots, a path.
    package let caBundle: Sourced<String>?
    /// Sends in total for one call, the first included.
    package let maxAttempts: Int
    /// Whether somebody chose that number: no call, a page of a listing among them, is then sent more often.
    package let isMaxAttemptsSet: Bool
    /// Seconds to wait for a connection; nil is no limit.
    package let connectTimeout: Int?
    /// Seconds of silence to bear while reading; nil is no limit.
    package let readTimeout: Int?
    /// Which calls go through a proxy.
    package let proxies: ProxySettings
    /// The command line.
    package let options: ClientOptions
    /// The environment.
    package let environment: Environment
    /// Both shared files.
    package let files: SharedFiles
}

extension Settings: CustomStringConvertible, CustomReflectable {
    /// Profile and region.
    package var description: String { "profile \(profile), region \(region)" }
    /// Profile and region only.
    package var customMirror: Mirror { Mirror(self, children: ["profile": profile, "region": region]) }
}
