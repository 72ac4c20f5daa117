/// One call of a run, through all of its attempts: at most 25 targets.
package struct RunCall: Hashable, Sendable {
    /// Counts the run's calls from 1.
    package let id: Int
    /// Positions in the plan.
    package let targets: [Int]
    /// The `amz-sdk-invocation-id` of every attempt.
    package let invocationId: String
    /// Counts the attempts from 1; 0 before the first.
    package var attempt = 0
    /// Attempts after which the outcome was unknown.
    var unknownAttempts = 0
    /// Attempts that never had a connection.
    var connectionFailures = 0
    /// Not to be sent before this moment of the run.
    var notBefore: Duration = .zero
    /// When the last attempt was sent.
    package internal(set) var sentAt: Duration = .zero
    /// Whether the last attempt tried whether credentials are accepted again.
    package internal(set) var isProbe = false
    /// Tokens the retry budget gave for the last attempt.
    var retryCost = 0

    /// A call that was not sent yet.
    init(id: Int, targets: [Int], invocationId: String) {
        self.id = id
        self.targets = targets
        self.invocationId = invocationId
    }
}
