package import AWSClient

/// Why a call brought no answer of the operation's form, seen by what it means for the targets.
package enum CallFailure: Hashable, Sendable {
    /// The service asked to slow down, and did nothing; `retryAfter` in seconds.
    case throttled(retryAfter: Int?)
    /// The service may have acted: no answer, or a failure on its side.
    case unknown(detail: String, isTimeout: Bool, retryAfter: Int?)
    /// 200, with something that is not the operation's JSON.
    case nonsense(excerpt: String)
    /// The call is refused for something in it, which may be a single target.
    case rejected(CallRefusal)
    /// The call is refused whatever it holds; no other call would fare better.
    case refused(CallRefusal)
    /// The caller may not call the operation at all.
    case accessDenied(CallRefusal)
    /// The credentials are over, or could not be had.
    case credentialsExpired(sentence: String)
    /// The credentials are another account's, or that could not be ruled out; nothing was sent.
    case otherAccount(OtherAccount)
    /// There was no connection, so nothing was sent; trying again makes sense when it `isTransient`.
    case notConnected(sentence: String, isTransient: Bool)
    /// The call was withdrawn on our side; it may have been sent.
    case withdrawn
}

/// The words of a call that was refused as a whole.
package struct CallRefusal: Hashable, Sendable {
    /// The exception's name, or what stands for it.
    package var code: String
    /// The service's message.
    package var message: String?

    /// A refusal.
    package init(code: String, message: String?) {
        self.code = code
        self.message = message
    }

    /// Code and message on one line.
    package var sentence: String { message.map { "\(code): \($0)" } ?? code }
}
