internal import TextSafety

extension ServiceError {
    /// What the service said, and what to do about it where that is known.
    package var sentence: String {
        let said = message.map { "\(code): \($0.stopped)" } ?? "\(code)."
        return [said, fieldWords, advice].filter { !$0.isEmpty }.joined(separator: " ").terminalSafe
    }

    private var fieldWords: String {
        fields.map { "\($0.name): \($0.message.stopped)" }.joined(separator: " ")
    }

    private var advice: String {
        if isExpiredCredentials { return "The credentials have expired: sign in, then try again." }
        if isClockSkew { return "This machine's clock differs from the service's: set it right." }
        if isSignatureRefused {
            return "The access key or its signature was refused: check which credentials are in use, the region and this machine's clock."
        }
        if isThrottling { return "The service asks to slow down: try again later." }
        if status >= 500 { return "The service has a problem of its own: try again later." }
        return ""
    }
}
