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
