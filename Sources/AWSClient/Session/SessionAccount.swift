internal import TextSafety

/// The account that a session is for, and who told it.
package struct SessionAccount: Equatable, Sendable {
    /// Twelve digits.
    package let number: String
    /// The caller's ARN, where STS told it.
    package let caller: String?
    let teller: Teller

    /// Who told an account.
    enum Teller: Sendable {
        /// STS: nobody else may say then whose other credentials are.
        case tokenService
        /// A listing made with the credentials.
        case listing
        /// The caller of this client, by a plan say; nobody was asked yet.
        case caller
    }

    /// An account that STS told.
    init(_ identity: CallerIdentity) {
        self.init(number: identity.account, caller: identity.arn, teller: .tokenService)
    }

    /// An account that something else told.
    init(_ number: String, toldBy teller: Teller) {
        self.init(number: number, caller: nil, teller: teller)
    }

    private init(number: String, caller: String?, teller: Teller) {
        (self.number, self.caller, self.teller) = (number, caller, teller)
    }

    var isConfirmed: Bool { teller == .tokenService }
    var wasAskedFor: Bool { teller != .caller }
}

/// How a service's own listing tells an account, for sessions that cannot reach STS.
package struct AccountWitness: Sendable {
    let service: Service
    let account: @Sendable (ServiceClient) async -> String?

    /// A witness.
    /// - Parameter account: asks by the client given, which calls `service`; nil when the listing tells nothing.
    package init(service: Service, account: @escaping @Sendable (ServiceClient) async -> String?) {
        self.service = service
        self.account = account
    }
}

/// Credentials of another account than the session's, or of which that could not be ruled out. Nothing is signed with them.
package struct OtherAccount: Hashable, Sendable {
    /// The session's account, twelve digits.
    package let expected: String
    /// The account of the credentials; nil when nobody could tell it.
    package let found: String?
    /// Why nobody could tell it, as a sentence; empty when it is known.
    package let problem: String

    /// Credentials of the account `found`, in a session of `expected`.
    package init(expected: String, found: String) {
        self.expected = expected
        self.found = found
        problem = ""
    }

    /// Credentials of which nobody can tell that they belong to `expected`.
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
