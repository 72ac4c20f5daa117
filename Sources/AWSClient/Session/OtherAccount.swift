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

    /// Whose the credentials are, whose they should be, and that nothing was sent with them.
    package var sentence: String {
        if let found {
            return "The credentials now belong to account \(found), and this is for account \(expected): nothing was sent with them."
        }
        return "It could not be confirmed that the new credentials belong to account \(expected), so nothing was sent with them. \(problem)"
    }
}
