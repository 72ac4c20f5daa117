internal import TextSafety

/// Why there are no credentials to sign with; never holds a secret.
package indirect enum CredentialError: Error, Equatable, Sendable {
    /// Nothing in the whole chain is configured; what was looked at, in order.
    case notFound(profile: String, lookedAt: [String])
    /// Half a pair, or a setting that needs another one.
    case incomplete(missing: String, present: String, origin: Origin, profile: String?)
    /// Settings that contradict each other, or a value that a setting does not take.
    case invalidConfiguration(problem: String, origin: Origin, profile: String?)
    /// A parameter of a call that breaks the service's model, which was therefore not sent.
    case invalidParameter(problem: String, origin: Origin, profile: String)
    /// A shared file has become unreadable since the start, or an endpoint cannot be resolved.
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
    /// A reply lacks what the source has to give.
    case malformedResponse(source: String, problem: String)
    /// `credential_process` failed; the end of what it wrote to standard error.
    case processFailed(profile: String, problem: String, standardError: String)
    /// A code is needed and nobody can be asked.
    case mfaUnavailable(profile: String, serial: String)
    /// The person declined to give a code.
    case mfaCancelled(profile: String, serial: String)
    /// The source gave credentials that had already expired.
    case expired(source: String)
    /// The credentials belong, or may belong, to another account than the session's.
    case otherAccount(OtherAccount)
    /// The calling task was cancelled.
    case cancelled
}

extension CredentialError {
    /// A failed call of a credential source, in the terms of credentials.
    init(_ error: CallError, source: String) {
        switch error.cause {
        case .settings(let error): self = .settings(error)
        case .credentials(let error): self = error
        case .transport(let error): self = .unreachable(source: source, error)
        case .service(let error): self = .refused(source: source, status: error.status, code: error.code, message: error.message)
        case .unexpectedResponse(let status, _, let excerpt, _):
            self = .malformedResponse(source: source, problem: "status \(status)" + (excerpt.isEmpty ? "" : ", \(excerpt)"))
        case .cancelled: self = .cancelled
        case .invalidRequest(let problem): self = .malformedResponse(source: source, problem: problem)
        }
    }
}

extension CredentialError: Worded {
    /// What is wrong, where it was found, and what to do; never a secret.
    package var words: String {
        switch self {
        case .notFound(let profile, let lookedAt):
            "No credentials were found for profile \(profile): looked at \(lookedAt.enumerated). Run aws configure or aws sso login."
        case .incomplete(let missing, let present, let origin, let profile):
            "\(Self.subject(profile))\(present) is set (\(origin.phrase)) but \(missing) is not. Set both or neither."
        case .invalidConfiguration(let problem, let origin, let profile):
            "\(Self.subject(profile))\(problem)" + (problem.contains(origin.phrase) ? "." : " (\(origin.phrase)).")
        case .invalidParameter(let problem, let origin, let profile):
            "Profile \(profile): \(problem) (\(origin.phrase)). Nothing was sent with it."
        case .settings(let error): error.words
        case .profileLoop(let names):
            "The profiles refer to each other in a circle: \(names.joined(separator: " → ")). One of them needs keys of its own."
        case .ssoSignInNeeded(let profile, let problem):
            "Profile \(profile): \(problem). Sign in with: aws sso login --profile \(profile), or scanconfig login --profile \(profile)"
        case .loginNeeded(let profile, let problem):
            "Profile \(profile): \(problem). Sign in with: aws login --profile \(profile), or scanconfig login --profile \(profile)"
        case .cancelled: "Cancelled."
        case .unusableFile(let purpose, let path, let problem): "\(purpose) in \(path) cannot be used: \(problem.stopped)"
        case .refused(let source, let status, let code, let message):
            "\(source) gave no credentials: \(code) (\(status))" + (message.map { ", \($0.stopped)" } ?? ".")
        case .unreachable(let source, let error): "\(source) gave no credentials: \(error.words)"
        case .malformedResponse(let source, let problem): "\(source) gave no usable credentials: \(problem.stopped)"
        case .unsendable(let subject):
            "\(subject) cannot be sent: it holds a line end, another control character, or one that is not ASCII. "
                + "Copy it again, or have a new one issued."
        case .processFailed(let profile, let problem, let standardError):
            "Profile \(profile): credential_process \(standardError.isEmpty ? problem.stopped : problem)"
                + (standardError.isEmpty ? "" : ", it said: \(standardError.stopped)")
        case .mfaUnavailable(let profile, let serial):
            "Profile \(profile) needs the code of \(serial), and there is no terminal to ask on. Run it in a terminal."
        case .mfaCancelled(let profile, let serial): "Profile \(profile) needs the code of \(serial), and none was given."
        case .otherAccount(let other): other.words
        case .expired(let source): "The credentials from \(source) have expired. Renew them, then try again."
        }
    }

    private static func subject(_ profile: String?) -> String { profile.map { "Profile \($0): " } ?? "" }
}
