/// Why there are no credentials to sign with. Never holds a secret.
package indirect enum CredentialError: Error, Equatable, Sendable {
    /// Nothing in the whole chain is configured; what was looked at, in order.
    case notFound(profile: String, lookedAt: [String])
    /// Half a pair, or a setting that needs another one.
    case incomplete(missing: String, present: String, origin: Origin, profile: String?)
    /// Settings that contradict each other or make no sense.
    case invalidConfiguration(problem: String, origin: Origin, profile: String?)
    /// A shared file changed for the worse since the start, or an endpoint cannot be worked out.
    case settings(SettingsError)
    /// Profiles that refer to each other in a circle, in the order visited.
    case profileLoop([String])
    /// The IAM Identity Center session has to be signed in again (`aws sso login`).
    case ssoSignInNeeded(profile: String, problem: String)
    /// The `aws login` session has to be signed in again.
    case loginNeeded(profile: String, problem: String)
    /// A file that credentials are read from cannot be used; the purpose is "the web identity token", say.
    case unusableFile(purpose: String, path: String, problem: String)
    /// A service or a metadata endpoint answered with an error.
    case refused(source: String, status: Int, code: String, message: String?)
    /// A service or a metadata endpoint could not be reached.
    case unreachable(source: String, TransportError)
    /// A key id or a token that no header can carry; the subject names it and its source.
    case unsendable(subject: String)
    /// An answer is not what the source promises.
    case malformedReply(source: String, problem: String)
    /// `credential_process` failed; the end of what it wrote to standard error.
    case processFailed(profile: String, problem: String, standardError: String)
    /// A code is needed and there is nobody to ask.
    case mfaUnavailable(profile: String, serial: String)
    /// The person asked gave no code.
    case mfaCancelled(profile: String, serial: String)
    /// The source gave credentials that have already ended.
    case expired(source: String)
    /// The credentials are not the session's account's, or that could not be ruled out.
    case otherAccount(OtherAccount)
    /// The caller went away.
    case cancelled

    /// Whether the exit status for credentials and configuration (253) fits; it does for all but a caller that went away.
    package var isConfiguration: Bool { self != .cancelled }

    /// Whether signing in again, in another window, may help without changing any setting.
    package var isSignInNeeded: Bool {
        switch self {
        case .ssoSignInNeeded, .loginNeeded, .expired: true
        default: false
        }
    }
}
