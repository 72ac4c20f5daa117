import AWSClient
import HTTPTypes
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
    /// The region that it was signed for; nil when it was not signed.
    package let region: String?
    /// The access key id that signed it; nil when it is not known here.
    package let accessKeyId: String?
    /// `nextToken` of the request.
    package internal(set) var nextToken: String?
    /// The items of a batch call.
    package internal(set) var items: [Association] = []
    /// Items whose association this call changed, even if the answer did not say so.
    package internal(set) var applied: [Association] = []
    /// Items whose association this call changes only some time after it has ended.
    package internal(set) var late: [Association] = []
    /// The HTTP status that was sent; nil while it is being answered, and when the connection was closed instead.
    package internal(set) var status: Int?
    /// The exception's name, when one was sent.
    package internal(set) var errorCode: String?
    /// The fault of the plan that this call met.
    package internal(set) var fault: String?
}

/// The calls as they arrived, each with its number.
struct CallLog: Sendable {
    /// The calls that are kept, in the order they arrived.
    private(set) var calls: [RecordedCall] = []
    /// How many calls are kept at most; the older half is forgotten then.
    var limit = 500_000
    private var firstNumber = 1

    /// Takes note of a call and gives it its number.
    mutating func record(
        _ request: ReceivedRequest, operation: ServiceOperation?, time: Duration, key: SimulatorKey? = nil, region: String? = nil
    ) -> Int {
        if calls.count >= limit {
            calls.removeFirst(limit / 2)
            firstNumber += limit / 2
        }
        let number = firstNumber + calls.count
        calls.append(
            RecordedCall(
                number: number, time: time, operation: operation?.rawValue ?? "\(request.method) \(request.path)",
                invocationId: request.headers.first(.sdkInvocationId), attempt: request.headers.first(.sdkRequest),
                account: key?.accountId, region: region, accessKeyId: key?.accessKeyId))
        return number
    }

    /// Changes the record of a call, if it is still kept.
    mutating func note(_ number: Int, _ change: (inout RecordedCall) -> Void) {
        let index = number - firstNumber
        if calls.indices.contains(index) { change(&calls[index]) }
    }
}

/// One HTTP request as it came.
struct ReceivedRequest: Sendable {
    /// The method in upper case.
    let method: String
    /// The path, still percent-encoded.
    let path: String
    /// The query without `?`, still percent-encoded.
    let query: String
    /// The query taken apart.
    private let parameters: QueryString
    /// The header fields, `host` included.
    let headers: HTTPFields
    /// The body.
    let body: [UInt8]

    /// A request; `target` is path and query as the request line has them.
    init(method: String, target: String, headers: HTTPFields, body: [UInt8]) {
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        self.method = method
        path = mark.map { String(target[..<$0]) } ?? target
        query = mark.map { String(target[target.utf8.index(after: $0)...]) } ?? ""
        parameters = QueryString(query.utf8)
        self.headers = headers
        self.body = body
    }

    /// The decoded value of a query parameter; the last one counts.
    func parameter(_ name: String) -> String? {
        parameters.last(named: name)?.decodedValue
    }

    /// The decoded value of a field of a form, as the query protocol sends it.
    func formField(_ name: String) -> String? {
        let spaced = body.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false).joined(separator: "%20".utf8)
        return QueryString(spaced).last(named: name)?.decodedValue
    }
}
