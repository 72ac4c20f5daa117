package import AWSClient
import TextSafety

/// Why a run waits for its operator.
package enum RunPause: Hashable, Sendable {
    /// The credentials ended.
    case credentialsExpired(sentence: String)
    /// The credentials are another account's, or that could not be ruled out. It is asked again before the run goes on.
    case otherAccount(OtherAccount)

    /// What happened; both accounts where there are two.
    package var sentence: String {
        switch self {
        case .credentialsExpired(let sentence): sentence
        case .otherAccount(let other): other.sentence
        }
    }

    /// What the operator does about it before the run goes on, as the middle of a sentence.
    package var remedy: String {
        switch self {
        case .credentialsExpired: "sign in again in another window"
        case .otherAccount(let other) where other.found == nil: "see that STS can be reached"
        case .otherAccount(let other): "sign in to account \(other.expected) again in another window"
        }
    }

    /// Why nothing more was sent when the run is stopped instead.
    var notSentReason: NotSentReason {
        switch self {
        case .credentialsExpired(let sentence): .credentialsExpired(message: sentence)
        case .otherAccount(let other): .otherAccount(message: other.sentence)
        }
    }
}

extension ListingAnswer {
    /// Why a listing is put off until the operator has done something; nothing when it brought an answer, or failed for good.
    var pause: RunPause? {
        switch self {
        case .credentialsExpired(let sentence): .credentialsExpired(sentence: sentence)
        case .otherAccount(let other): .otherAccount(other)
        case .associations, .configurationGone, .failed: nil
        }
    }
}
