internal import TextSafety

/// The account that a session works for, and how it is known.
package struct SessionAccount: Equatable, Sendable {
    /// The account's number, twelve digits.
    package let number: String
    /// The caller's ARN; nil unless the account came from STS.
    package let caller: String?
    let source: Source

    /// Where an account is known from.
    enum Source: Sendable {
        /// `GetCallerIdentity`; from then on only STS may say whose other credentials are.
        case sts
        /// A listing made with the credentials.
        case listing
        /// The caller of this client, which read it in a plan, for one. No service has confirmed it.
        case caller
    }

    /// The account that STS names.
    init(_ identity: CallerIdentity) {
        self.init(number: identity.account, caller: identity.arn, source: .sts)
    }

    /// An account known from elsewhere.
    init(_ number: String, source: Source) {
        self.init(number: number, caller: nil, source: source)
    }

    private init(number: String, caller: String?, source: Source) {
        (self.number, self.caller, self.source) = (number, caller, source)
    }

    var comesFromSTS: Bool { source == .sts }
    var comesFromService: Bool { source != .caller }
}

/// How a listing of a service shows the account, for sessions that cannot reach STS.
package struct AccountFallback: Sendable {
    let service: Service
    let account: @Sendable (ServiceClient) async -> String?

    /// A call of `service` that shows the account.
    /// - Parameter account: makes the call with the client given; nil when the reply does not show it.
    package init(service: Service, account: @escaping @Sendable (ServiceClient) async -> String?) {
        self.service = service
        self.account = account
    }
}

/// Credentials that belong to another account than the session's, or may do so. Nothing is signed with them.
package struct OtherAccount: Hashable, Sendable {
    /// The session's account, twelve digits.
    package let expected: String
    /// The account of the credentials; nil when it could not be found out.
    package let found: String?
    /// Why it could not be found out, as a sentence; empty when it is known.
    package let problem: String

    /// Credentials of the account `found`, in a session of `expected`.
    package init(expected: String, found: String) {
        self.expected = expected
        self.found = found
        problem = ""
    }

    /// Credentials that cannot be confirmed to belong to `expected`.
    package init(expected: String, problem: String) {
        self.expected = expected
        found = nil
        self.problem = problem
    }
}

extension OtherAccount: Worded {
    /// Whose the credentials are, whose they should be, and that nothing was sent with them.
    package var words: String {
        if let found {
            return "The credentials now belong to account \(found), and this is for account \(expected): nothing was sent with them."
        }
        return "It could not be confirmed that the new credentials belong to account \(expected), so nothing was sent with them. \(problem)"
    }
}
