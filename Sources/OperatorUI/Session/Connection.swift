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
    mutating func begin(at key: SessionKey = 0) -> Effect {
        generation += 1
        number = generation
        state = .connecting
        return .connect(generation: generation, choice, at: key)
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
        (self[0].keptMarks, self[0].marksAskedFor) = (nil, nil)
    }

    /// Opens sessions, all of them unless some are named.
    mutating func connect(_ keys: [SessionKey]? = nil) -> [Effect] {
        (keys ?? seats.map(\.key)).map { self[$0].connection.begin(at: $0) }
    }

    /// Calls can be made: the account is listed.
    mutating func connected(_ generation: Int, _ identity: SessionIdentity, at key: SessionKey = 0) -> [Effect] {
        guard generation == self[key].connection.generation else { return [] }
        let isFirst = !seats.contains { $0.key != key && $0.connection.isReady }
        let account = self[key].identity.account
        self[key].identity = identity
        self[key].identity.account = account
        self[key].connection.state = .ready
        noteOrigin(of: key)
        return list(key) + (isFirst ? [.findInterruptedRuns] : [])
    }

    /// Settings or credentials do not work.
    mutating func connectionFailed(_ generation: Int, _ problem: Problem, at key: SessionKey = 0) {
        guard generation == self[key].connection.generation else { return }
        self[key].connection.state = .failed(problem)
        report(problem, of: key)
    }

    /// Records the caller. Returns whether the account changed; everything about the old one is forgotten then.
    mutating func identified(_ generation: Int, _ account: String?, _ caller: String?, at key: SessionKey = 0) -> Bool {
        guard generation == self[key].connection.number else { return false }
        let old = self[key].connection.confirmedAccount
        self[key].identity.account = account ?? self[key].identity.account
        self[key].identity.caller = caller ?? self[key].identity.caller
        self[key].connection.confirmedAccount = account ?? old
        noteOrigin(of: key)
        for twin in findTwins() { self.account.forget(twin) }
        guard let old, let account, old != account else { return false }
        if isFleet { self.account.forget(key) } else { self.account.forget() }
        report(
            named(
                key,
                Problem(
                    context: "Connecting again",
                    sentence: "The account is now \(account), not \(old). Marks were cleared, and the new account is being listed.")))
        return true
    }

    /// Tells filters where a session lists.
    mutating func noteOrigin(of key: SessionKey) {
        if isFleet { account.setOrigin(self[key].origin, of: key) }
    }

    /// Keeps a warning about the clock or the caller among the results; a notice that is on the screen stays.
    mutating func warned(_ generation: Int, _ sentence: String, at key: SessionKey = 0) {
        guard generation == self[key].connection.number else { return }
        let told = notices
        report(named(key, Problem(context: "Signing", sentence: sentence)))
        if told.current != nil { notices = told }
    }
}
