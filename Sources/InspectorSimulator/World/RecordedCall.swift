package import InspectorCore

/// One call as the simulator saw it.
package struct RecordedCall: Equatable, Sendable {
    /// Counted from 1 in the order of arrival.
    package let number: Int
    /// When it arrived, counted from the start.
    package let time: Duration
    /// The operation's name, or method and path when there is none.
    package let operation: String
    /// `amz-sdk-invocation-id`: the same for all attempts of one call.
    package let invocationId: String?
    /// `amz-sdk-request`, such as `attempt=2; max=3`.
    package let attempt: String?
    /// The account whose key signed it; nil when the key is not known here.
    package let account: String?
    /// The access key id that signed it; nil when it is not known here.
    package let accessKeyId: String?
    /// `nextToken` of the request.
    package internal(set) var nextToken: String?
    /// The items of a batch call.
    package internal(set) var items: [Association] = []
    /// Items whose association was changed by this call, whatever the answer said.
    package internal(set) var applied: [Association] = []
    /// Items whose association this call changes only some time after it ended.
    package internal(set) var late: [Association] = []
    /// The HTTP status that was sent; nil while it is being answered, and when the connection was closed instead.
    package internal(set) var status: Int?
    /// The exception's name, when one was sent.
    package internal(set) var errorCode: String?
    /// The fault of the plan that struck.
    package internal(set) var fault: String?
}
