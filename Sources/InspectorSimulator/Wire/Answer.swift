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
        let title = status == 200 ? "Sign in to the network" : "\(status) \(status == 502 ? "Bad Gateway" : "Service Unavailable")"
        let page = "<html>\n<head><title>\(title)</title></head>\n<body><h1>\(title)</h1><hr>proxy/1.4</body>\n</html>\n"
        return Self(status: status, headers: [("content-type", "text/html")], body: Array(page.utf8))
    }

    /// The connection closes without a word.
    static let dropped = Self(status: 0, headers: [], body: [], delivery: .dropped)
}
