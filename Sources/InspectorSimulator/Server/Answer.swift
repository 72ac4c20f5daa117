import AWSClient
import FoundationEssentials
import InspectorCore
import JSON

/// What goes back to the caller, and how much of it.
struct Answer: Equatable, Sendable {
    /// How the bytes travel.
    enum Delivery: Equatable, Sendable {
        /// The whole answer.
        case whole
        /// The head and half of the body, then the connection closes.
        case truncated
        /// Nothing: the connection closes.
        case dropped
        /// Nothing, and the connection stays open until the client gives up.
        case withheld
    }

    /// The HTTP status.
    var status: Int
    /// Header fields besides the length.
    var headers: [(name: String, value: String)]
    /// The body.
    var body: [UInt8]
    /// How much of it arrives.
    var delivery = Delivery.whole

    /// Whether two answers are the same on the wire.
    static func == (left: Self, right: Self) -> Bool {
        left.status == right.status && left.body == right.body && left.delivery == right.delivery
            && left.headers.elementsEqual(right.headers) { $0 == $1 }
    }

    /// A JSON document.
    static func json(_ body: [UInt8], status: Int = 200) -> Self {
        Self(status: status, headers: [("content-type", "application/json")], body: body)
    }

    /// What a proxy in between says when it cannot reach the service, or thinks it knows better.
    static func proxyPage(status: Int) -> Self {
        let reasons = [502: "502 Bad Gateway", 503: "503 Service Unavailable", 504: "504 Gateway Timeout"]
        let title = reasons[status] ?? "Sign in to the network"
        let page = "<html>\n<head><title>\(title)</title></head>\n<body><h1>\(title)</h1><hr>proxy/1.4</body>\n</html>\n"
        return Self(status: status, headers: [("content-type", "text/html")], body: Array(page.utf8))
    }

    /// The connection closes without a word.
    static let dropped = Self(status: 0, headers: [], body: [], delivery: .dropped)

    /// No answer comes, and the connection stays open.
    static let withheld = Self(status: 0, headers: [], body: [], delivery: .withheld)

    /// The HTTP status that the client sees; nil when there is none.
    var sentStatus: Int? { delivery == .dropped || delivery == .withheld ? nil : status }
}

extension Answer {
    /// An error in REST-JSON: the code in the header `x-amzn-errortype`, the members in the body.
    ///
    /// The service sometimes appends a documentation address to the code; so does every third request here.
    init(_ fault: ServiceFault, number: Int) {
        self = .json(Self.body(fault), status: fault.status)
        let suffix = number % 3 == 0 ? ":http://internal.amazon.com/coral/com.amazon.inspector2/" : ""
        headers.append(("x-amzn-errortype", fault.code + suffix))
        if let value = fault.retryAfter { headers.append(("retry-after", value)) }
    }

    /// An error of the query protocol, as STS answers it.
    init(query fault: ServiceFault, requestId: String) {
        let type = fault.status < 500 ? "Sender" : "Receiver"
        let text = """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <Error><Type>\(type)</Type><Code>\(fault.code)</Code><Message>\(XMLText.escaped(fault.message))</Message></Error>
              <RequestId>\(requestId)</RequestId>
            </ErrorResponse>
            """
        self.init(status: fault.status, headers: [("content-type", "text/xml")], body: Array(text.utf8))
        if let value = fault.retryAfter { headers.append(("retry-after", value)) }
    }

    private static func body(_ fault: ServiceFault) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { object in
            object.member("message", fault.message)
            object.member("reason", fault.reason)
            object.member("resourceId", fault.resourceId)
            object.member("resourceType", fault.resourceId.map { _ in "CODE_SECURITY_SCAN_CONFIGURATION" })
            guard !fault.fields.isEmpty else { return }
            object.key("fields")
            object.array { list in
                for field in fault.fields { list.object(["name": field.name, "message": field.message]) }
            }
        }
        return writer.bytes
    }
}

/// Dates as the header `Date` has them (RFC 9110, 5.6.7).
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Sun, 06 Nov 1994 08:49:37 GMT`; for dates from 1970 on.
    static func text(_ date: Date) -> String {
        let digits = Array(WireDate.amz(date).utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        let weekday = weekdays[(Int(date.timeIntervalSince1970) / 86_400 + 4) % 7]
        let month = months[(Int(part(4..<6)) ?? 1) - 1]
        return "\(weekday), \(part(6..<8)) \(month) \(part(0..<4)) \(part(9..<11)):\(part(11..<13)):\(part(13..<15)) GMT"
    }
}
