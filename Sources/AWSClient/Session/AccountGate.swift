internal import Runtime
internal import TextSafety

/// Lets a session sign with the credentials of its account, and no others.
///
/// The session's account is the one that `GetCallerIdentity` names first, or that the caller has set before. Credentials other than those
/// admitted last are held back until `GetCallerIdentity`, signed with exactly these, names the same account. The first credentials of
/// a session without an account are admitted at once: it starts even where STS cannot be reached.
package actor AccountGate: CredentialProvider {
    /// How long a check that failed is not repeated.
    static let pause: Duration = .seconds(2)

    private let source: any CredentialProvider
    private let lookup: AccountLookup
    private let time: TimeSource
    /// The session's account, as far as known.
    package private(set) var account: SessionAccount?
    private var admitted: Credentials?
    private var hasCredentials = false
    private var refusal: Refusal?
    private var check: Task<Void, Never>?
    private var mustReload = false
    private var notice: String?
    private var hasWarned = false

    private struct Refusal {
        let credentials: Credentials
        let error: CredentialError
        /// The uptime from which on it is checked again; nil is never.
        let end: Duration?
    }

    /// A gate behind a source of credentials, which may change them at any time.
    init(_ source: any CredentialProvider, lookup: AccountLookup, time: TimeSource = .system) {
        self.source = source
        self.lookup = lookup
        self.time = time
    }

    /// Credentials of the session's account.
    /// - Throws: ``CredentialError/otherAccount(_:)`` among others; after that the source is read anew.
    package func credentials() async throws(CredentialError) -> Credentials {
        if mustReload {
            mustReload = false
            await source.invalidate()
        }
        let found = try await source.credentials()
        if !hasCredentials {
            hasCredentials = true
            if account == nil { admitted = found }
        }
        try await admit(found)
        return found
    }

    /// Drops what the source has cached, and a check that failed.
    package func invalidate() async {
        if refusal?.end != nil { refusal = nil }
        await source.invalidate()
    }

    /// Makes `number` the session's account where none is known yet. Credentials admitted before are then checked like any others.
    package func expect(account number: String) async {
        guard account == nil else { return }
        (account, admitted) = (SessionAccount(number, source: .caller), nil)
    }

    /// The session's account, found out where it is not known yet; nil when neither STS nor a listing can say.
    /// - Parameter loadsCredentials: whether the source is asked where it has given nothing yet; it may ask the operator for a code.
    package func learnAccount(loadsCredentials: Bool = true) async -> SessionAccount? {
        if !isKnown, admitted == nil, loadsCredentials { _ = try? await credentials() }
        guard !isKnown, let admitted else { return account }
        await (check ?? begin(admitted)).value
        return account
    }

    private var isKnown: Bool { account?.comesFromService ?? false }

    /// What the operator should know of the credentials, once; nil when there is nothing.
    package func takeNotice() -> String? {
        defer { notice = nil }
        return notice
    }
}

extension AccountGate {
    /// Returns as soon as the credentials may sign. There is one check at a time.
    private func admit(_ credentials: Credentials) async throws(CredentialError) {
        while !credentials.signsLike(admitted) {
            if let refusal, refusal.credentials.signsLike(credentials), refusal.end.map({ time.uptime() < $0 }) ?? true {
                mustReload = true
                throw refusal.error
            }
            await (check ?? begin(credentials)).value
        }
    }

    private func begin(_ credentials: Credentials) -> Task<Void, Never> {
        let task = Task { await ask(credentials) }
        check = task
        return task
    }

    private func ask(_ credentials: Credentials) async {
        let answer = await owner(of: credentials)
        check = nil
        switch answer {
        case .success(let owner): take(credentials, of: owner)
        case .failure(let error): refuse(credentials, error)
        }
    }

    private func take(_ credentials: Credentials, of owner: SessionAccount?) {
        if let owner, let account, owner.number != account.number { return refuse(credentials, asOf: owner.number, account.number) }
        note(owner?.caller)
        account = owner ?? account
        admitted = credentials
    }

    /// Credentials never change their account: this refusal is final.
    private func refuse(_ credentials: Credentials, asOf found: String, _ expected: String) {
        if credentials.signsLike(admitted) { admitted = nil }
        let error = CredentialError.otherAccount(OtherAccount(expected: expected, found: found))
        refusal = Refusal(credentials: credentials, error: error, end: nil)
    }

    private func refuse(_ credentials: Credentials, _ error: CredentialError) {
        refusal = Refusal(credentials: credentials, error: error, end: time.uptime() + Self.pause)
    }

    private func note(_ caller: String?) {
        guard let caller, let old = account?.caller, !hasWarned, Self.person(old) != Self.person(caller) else { return }
        hasWarned = true
        notice = "The caller is now \(caller), and was \(old); the account is the same."
    }

    /// The caller without a session name made up of the time, which is another after each refresh.
    private static func person(_ caller: String) -> Substring {
        let digits = caller.reversed().prefix(while: \.isNumber).count
        return digits >= 10 ? caller.dropLast(digits) : caller[...]
    }
}

extension AccountGate {
    /// The account of the credentials, by STS or else by a listing; nil when neither can say and the session has no account yet.
    private func owner(of credentials: Credentials) async -> Result<SessionAccount?, CredentialError> {
        do throws(CallError) {
            return .success(SessionAccount(try await lookup.identity(credentials)))
        } catch {
            if let refusal = error.refusal(of: credentials, isFinal: account?.comesFromSTS ?? false) { return .failure(refusal) }
            return await ownerWithoutSTS(of: credentials, because: error.sentence)
        }
    }

    private func ownerWithoutSTS(of credentials: Credentials, because problem: String) async -> Result<SessionAccount?, CredentialError> {
        let doubt = account.map { CredentialError.otherAccount(OtherAccount(expected: $0.number, problem: problem)) }
        if let doubt, account?.comesFromSTS == true { return .failure(doubt) }
        if let number = await lookup.fallback?(credentials) { return .success(SessionAccount(number, source: .listing)) }
        return doubt.map { .failure($0) } ?? .success(nil)
    }
}

/// How the account of credentials is found out.
struct AccountLookup: Sendable {
    /// `GetCallerIdentity`, signed with exactly these credentials.
    let identity: @Sendable (Credentials) async throws(CallError) -> CallerIdentity
    /// The account in a listing made with exactly these credentials; nil when the listing does not show it.
    var fallback: (@Sendable (Credentials) async -> String?)?
}

extension CallError {
    /// What STS's refusal says of the credentials themselves: expired, or not valid. nil when it says nothing of them.
    /// - Parameter isFinal: Whether STS has known the account's credentials before, so that those it refuses now are not valid.
    fileprivate func refusal(of credentials: Credentials, isFinal: Bool) -> CredentialError? {
        guard let error = serviceError else { return nil }
        if error.isExpiredCredentials { return .expired(source: credentials.source) }
        guard isFinal, error.isSignatureRefused else { return nil }
        return .refused(source: credentials.source, status: error.status, code: error.code, message: error.message)
    }
}
