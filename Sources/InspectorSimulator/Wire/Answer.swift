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
