internal import TextSafety

extension CredentialError {
    /// What is wrong, where it was found, and what to do.
    package var sentence: String { words.terminalSafe }

    private var words: String {
        switch self {
        case .notFound(let profile, let lookedAt):
            "No credentials were found for profile \(profile): looked at \(lookedAt.enumerated). Run aws configure or aws sso login."
        case .incomplete(let missing, let present, let origin, let profile):
            "\(Self.subject(profile))\(present) is set (\(origin.words)) but \(missing) is not. Set both or neither."
        case .invalidConfiguration(let problem, let origin, let profile):
            "\(Self.subject(profile))\(problem)" + (problem.contains(origin.words) ? "." : " (\(origin.words)).")
        case .settings(let error): error.sentence
        case .profileLoop(let names):
            "The profiles refer to each other in a circle: \(names.joined(separator: " → ")). One of them needs keys of its own."
        case .ssoSignInNeeded(let profile, let problem):
            "Profile \(profile): \(problem). Sign in again with: aws sso login --profile \(profile)"
        case .loginNeeded(let profile, let problem):
            "Profile \(profile): \(problem). Sign in again with: aws login --profile \(profile)"
        case .cancelled: "Cancelled."
        default: sourceWords
        }
    }

    private var sourceWords: String {
        switch self {
        case .unusableFile(let purpose, let path, let problem): "\(purpose) in \(path) cannot be used: \(problem.stopped)"
        case .refused(let source, let status, let code, let message):
            "\(source) gave no credentials: \(code) (\(status))" + (message.map { ", \($0.stopped)" } ?? ".")
        case .unreachable(let source, let error): "\(source) gave no credentials: \(error.sentence)"
        case .malformedReply(let source, let problem): "\(source) gave no usable credentials: \(problem.stopped)"
        case .unsendable(let subject):
            "\(subject) cannot be sent: it holds a line end, another control character, or one that is not ASCII. "
                + "Copy it again, or have a new one issued."
        case .processFailed(let profile, let problem, let standardError):
            "Profile \(profile): credential_process \(problem)" + (standardError.isEmpty ? "." : ", it said: \(standardError.stopped)")
        case .mfaUnavailable(let profile, let serial):
            "Profile \(profile) needs the code of \(serial), and there is no terminal to ask on. Run it in a terminal."
        case .mfaCancelled(let profile, let serial): "Profile \(profile) needs the code of \(serial), and none was given."
        case .otherAccount(let other): other.sentence
        case .expired(let source): "The credentials from \(source) have expired. Renew them, then try again."
        default: ""
        }
    }

    private static func subject(_ profile: String?) -> String { profile.map { "Profile \($0): " } ?? "" }
}
