import AWSClient

/// How long a run insists on a listing that tells what became of its targets.
enum ListingPatience {
    /// Waits between the tries of one page.
    static let delays: [Duration] = [.seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(8)]

    /// Whether the same page may be had later. Time limits that ran out have cost minutes already.
    static func isWorthwhile(_ error: CallError) -> Bool {
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

    /// The error of a listing that was withdrawn while it waited.
    static func cancelled(_ error: CallError) -> CallError {
        CallError(
            operation: error.operation, service: error.service, endpoint: error.endpoint, attempts: error.attempts,
            cause: .cancelled)
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
