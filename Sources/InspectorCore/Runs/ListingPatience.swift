import AWSClient

/// How long a run insists on a listing that tells what became of its targets.
struct ListingPatience: PagePatience {
    /// What the waits between the tries are on.
    let clock: any Clock<Duration>

    /// Waits between the tries of one page.
    private static let delays: [Duration] = [.seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(8)]

    func begin() -> Duration { .zero }

    func arrived() {}

    func allowsAnother(after error: CallError, tries: Int, sentAt: Duration) async -> Bool {
        guard Self.isWorthwhile(error), tries <= Self.delays.count else { return false }
        return (try? await clock.sleep(for: Self.delays[tries - 1])) != nil
    }

    /// Whether the same page may be had later. Time limits that ran out have cost minutes already.
    private static func isWorthwhile(_ error: CallError) -> Bool {
        switch CallFailure(error) {
        case .throttled, .nonsense: true
        case .unknown(_, let isTimeout, _): !isTimeout
        case .notConnected(_, let isTransient): isTransient && !isConnectTimeout(error)
        default: false
        }
    }

    private static func isConnectTimeout(_ error: CallError) -> Bool {
        if case .transport(let transport) = error.cause { transport.isTimeout } else { false }
    }
}

extension ListingAnswer {
    /// What a failed listing means for verification.
    init(_ error: ListingError) {
        switch error {
        case .repeatedToken(let operation): self = .failed(detail: "\(operation) gave the same nextToken twice")
        case .call(let call):
            switch CallFailure(call) {
            case .rejected(let refusal) where refusal.code == "ResourceNotFoundException": self = .configurationGone
            case .credentialsExpired(let sentence): self = .credentialsExpired(sentence: sentence)
            default: self = .failed(detail: call.sentence)
            }
        }
    }
}
