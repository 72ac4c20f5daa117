internal import Runtime
internal import TextSafety

/// Gives the credentials that may sign for a session: those of its account, and no others.
///
/// The session's account is what `GetCallerIdentity` first answers, or what the caller tells before that. Credentials that differ from
/// those admitted last are held back until `GetCallerIdentity`, signed with exactly them, has named the same account. The first of a
/// session are not held back, so that an STS that cannot be reached keeps no session from beginning.
package actor AccountGate: CredentialProvider {
    /// How long a check that came to nothing is not made again.
    static let pause: Duration = .seconds(2)

    private let source: any CredentialProvider
    private let questions: AccountQuestions
    private let time: TimeSource
    /// The session's account, as far as known.
    package private(set) var account: SessionAccount?
    private var admitted: Credentials?
    private var hasBegun = false
    private var refusal: Refusal?
    private var check: Task<Void, Never>?
    private var mustReload = false
    private var remark: String?
    private var hasRemarked = false

    private struct Refusal {
        let credentials: Credentials
        let error: CredentialError
        /// The uptime at which it may be asked again; nil is never.
        let end: Duration?
    }

    /// A gate before what a source gives.
    init(_ source: any CredentialProvider, questions: AccountQuestions, time: TimeSource = .system) {
        self.source = source
        self.questions = questions
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
        if !hasBegun {
            hasBegun = true
            admitted = found
        }
        try await admit(found)
        return found
    }

    /// Forgets what the source keeps, and that a check came to nothing.
    package func invalidate() async {
        if refusal?.end != nil { refusal = nil }
        await source.invalidate()
    }

    /// Takes `account` for the session's where that is not known yet.
    package func expect(account number: String) async {
        if account == nil { account = SessionAccount(number, toldBy: .caller) }
    }

    /// The session's account; asks for it where it is not known yet. nil when nobody can tell.
    /// - Parameter begins: whether the source is asked where it gave nothing yet; it may ask the operator for a code.
    package func learnAccount(begins: Bool = true) async -> SessionAccount? {
        if !isKnown, admitted == nil, begins { _ = try? await credentials() }
        guard !isKnown, let admitted else { return account }
        await (check ?? begin(admitted)).value
        return account
    }

    private var isKnown: Bool { account?.wasAskedFor ?? false }

    /// Something that the operator should know of the credentials, told once; nil when there is nothing.
    package func takeRemark() -> String? {
        defer { remark = nil }
        return remark
    }
}

extension AccountGate {
    /// Returns once the credentials may sign. One check goes on at a time.
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

    /// Credentials belong to one account for ever, so that this is not asked again.
    private func refuse(_ credentials: Credentials, asOf found: String, _ expected: String) {
        if credentials.signsLike(admitted) { admitted = nil }
        let error = CredentialError.otherAccount(OtherAccount(expected: expected, found: found))
        refusal = Refusal(credentials: credentials, error: error, end: nil)
    }

    private func refuse(_ credentials: Credentials, _ error: CredentialError) {
        refusal = Refusal(credentials: credentials, error: error, end: time.uptime() + Self.pause)
    }

    private func note(_ caller: String?) {
        guard let caller, let old = account?.caller, !hasRemarked, Self.person(old) != Self.person(caller) else { return }
        hasRemarked = true
        remark = "The caller is now \(caller), and was \(old); the account is the same."
    }

    /// The caller without a session name made up of the time, which is another after each refresh.
    private static func person(_ caller: String) -> Substring {
        let digits = caller.reversed().prefix(while: \.isNumber).count
        return digits >= 10 ? caller.dropLast(digits) : caller[...]
    }
}

extension AccountGate {
    /// Whose the credentials are, as STS says, else as a listing does; nothing when nobody can tell and nothing depends on it.
    private func owner(of credentials: Credentials) async -> Result<SessionAccount?, CredentialError> {
        do throws(CallError) {
            return .success(SessionAccount(try await questions.identity(credentials)))
        } catch {
            if let refusal = error.refusal(of: credentials, isFinal: account?.isConfirmed ?? false) { return .failure(refusal) }
            return await ownerWithoutSTS(of: credentials, because: error.sentence)
        }
    }

    private func ownerWithoutSTS(of credentials: Credentials, because problem: String) async -> Result<SessionAccount?, CredentialError> {
        let doubt = account.map { CredentialError.otherAccount(OtherAccount(expected: $0.number, problem: problem)) }
        if let doubt, account?.isConfirmed == true { return .failure(doubt) }
        if let number = await questions.witness?(credentials) { return .success(SessionAccount(number, toldBy: .listing)) }
        return doubt.map { .failure($0) } ?? .success(nil)
    }
}

/// Who can tell whose credentials are.
struct AccountQuestions: Sendable {
    /// `GetCallerIdentity`, signed with exactly these credentials.
    let identity: @Sendable (Credentials) async throws(CallError) -> CallerIdentity
    /// The account in a listing made with exactly these credentials; nil when it tells nothing.
    var witness: (@Sendable (Credentials) async -> String?)?
}

extension CallError {
    /// What STS's answer says of the credentials themselves: they have ended, or are no good. Nothing when STS could not tell.
    /// - Parameter isFinal: Whether STS has to know the account's credentials, so that those it refuses are none.
    fileprivate func refusal(of credentials: Credentials, isFinal: Bool) -> CredentialError? {
        guard let error = serviceError else { return nil }
        if error.isExpiredCredentials { return .expired(source: credentials.source) }
        guard isFinal, error.isSignatureRefused else { return nil }
        return .refused(source: credentials.source, status: error.status, code: error.code, message: error.message)
    }
}
