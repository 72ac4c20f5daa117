import InspectorCore
import TextSafety

/// How far a session is.
enum SeatState: Hashable, Sendable {
    /// Settings and credentials are being read.
    case connecting
    /// Pages are still to come; nothing new came for a while where it says so.
    case listing(isWaiting: Bool)
    /// Every listing came to its end.
    case complete
    /// Some listing ended early, and why.
    case incomplete(String)
    /// Nothing can be listed.
    case failed(ListingRefusal, String)
    /// It is of the account and region of another session, which stands for both.
    case twin(String)

    /// The state in a word or two.
    var word: String {
        switch self {
        case .connecting: "connecting"
        case .listing(let isWaiting): isWaiting ? "listing, waiting" : "listing"
        case .complete: "complete"
        case .incomplete: "incomplete"
        case .failed(let refusal, _): refusal.words
        case .twin: "left out"
        }
    }

    /// Why it is so; nothing where the word says it.
    var sentence: String? {
        switch self {
        case .connecting, .listing, .complete: nil
        case .incomplete(let sentence), .failed(_, let sentence): sentence
        case .twin(let name): "This is the account and region of \(name), which stands for both."
        }
    }

    /// Whether a sign-in helps.
    var asksToSignIn: Bool {
        if case .failed(.signedOut, _) = self { true } else { false }
    }
}

extension Session {
    /// How far a session is.
    func state(of key: SessionKey) -> SeatState {
        let (seat, extent) = (self[key], account.inventory.extent(of: key))
        if let twin = seat.twin { return .twin(self[twin].name) }
        switch seat.connection.state {
        case .connecting: return .connecting
        case .failed(let problem): return .failed(problem.asksToSignIn ? .signedOut : .other, problem.sentence)
        case .ready: break
        }
        let errors = account.inventory.errors(in: key)
        if extent.isLoading { return .listing(isWaiting: account.isWaiting(key)) }
        guard let error = errors.first else { return .complete }
        return extent.configurations == 0 ? .failed(error.refusal, error.sentence) : .incomplete(error.sentence)
    }
}
