import InspectorCore

/// The connection to the service: its state, and which results still belong to it.
struct Connection: Hashable, Sendable {
    /// How far a connection is.
    enum State: Hashable, Sendable {
        /// Settings and credentials are being read.
        case connecting
        /// Calls can be made.
        case ready
        /// Nothing works until the operator does something.
        case failed(Problem)
    }

    /// How far it is.
    var state = State.connecting
    /// The profile and region the operator chose instead of those at the start.
    var choice = ConnectionChoice()
    /// The number of the newest connection or listing; results with an older one are dropped.
    private(set) var generation = 0
    /// The number of the newest connection.
    private(set) var number = 0
    /// The account as the service confirmed it for this profile and region.
    var confirmedAccount: String?

    /// Whether calls can be made.
    var isReady: Bool { state == .ready }

    /// Starts a new connection with the choice.
    mutating func begin() -> Effect {
        generation += 1
        number = generation
        state = .connecting
        return .connect(generation: generation, choice)
    }

    /// Chooses another profile or region for the next connection.
    mutating func choose(_ new: ConnectionChoice) {
        choice = new
        confirmedAccount = nil
    }

    /// Starts a new listing: results of the one before are dropped from now on.
    mutating func beginListing() { generation += 1 }
}

extension Session {
    /// Starts over with another profile or region; nothing of the account before is kept.
    mutating func choose(_ choice: ConnectionChoice) {
        connection.choose(choice)
        identity = SessionIdentity(region: choice.region, profile: choice.profile, profiles: identity.profiles)
        account.forget()
        (keptMarks, marksAskedFor) = (nil, nil)
    }

    /// Calls can be made: the account is listed.
    mutating func connected(_ generation: Int, _ identity: SessionIdentity) -> [Effect] {
        guard generation == connection.generation else { return [] }
        let account = self.identity.account
        self.identity = identity
        self.identity.account = account
        connection.state = .ready
        return list() + [.findInterruptedRuns]
    }

    /// Settings or credentials do not work.
    mutating func connectionFailed(_ generation: Int, _ problem: Problem) {
        guard generation == connection.generation else { return }
        connection.state = .failed(problem)
        report(problem)
    }

    /// Records the caller. Returns whether the account changed; everything about the old one is forgotten then.
    mutating func identified(_ generation: Int, _ account: String?, _ caller: String?) -> Bool {
        guard generation == connection.number else { return false }
        let old = connection.confirmedAccount
        identity.account = account ?? identity.account
        identity.caller = caller ?? identity.caller
        connection.confirmedAccount = account ?? old
        guard let old, let account, old != account else { return false }
        self.account.forget()
        report(
            Problem(
                context: "Connecting again",
                sentence: "The account is now \(account), not \(old). Marks were cleared, and the new account is being listed."))
        return true
    }

    /// Keeps a warning about the clock or the caller among the results; a notice that is on the screen stays.
    mutating func warned(_ generation: Int, _ sentence: String) {
        guard generation == connection.number else { return }
        let told = notices
        report(Problem(context: "Signing", sentence: sentence))
        if told.current != nil { notices = told }
    }
}
