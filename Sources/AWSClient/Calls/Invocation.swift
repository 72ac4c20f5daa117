/// What ties the attempts of one call together on the wire: `amz-sdk-invocation-id` and `amz-sdk-request`.
package struct Invocation: Equatable, Sendable {
    /// The same UUID for all attempts.
    package let id: String
    /// The attempt, counted from 1.
    package let attempt: Int
    /// How many attempts there will be at most; nil when that is not known.
    package let maximum: Int?

    /// An attempt of a call.
    package init(id: String, attempt: Int = 1, maximum: Int? = nil) {
        self.id = id
        self.attempt = attempt
        self.maximum = maximum
    }

    /// The next attempt of the same call.
    package var next: Invocation { Invocation(id: id, attempt: attempt + 1, maximum: maximum) }

    /// The header fields, which stay unsigned.
    package var headers: HTTPHeaders {
        ["amz-sdk-invocation-id": id, "amz-sdk-request": "attempt=\(attempt)" + (maximum.map { "; max=\($0)" } ?? "")]
    }
}

/// How many times one call may be sent.
package enum AttemptPolicy: Equatable, Sendable {
    /// Standard retries, within the quota.
    case standard
    /// One attempt and no more: bulk runs pace themselves.
    case single(Invocation)
}
