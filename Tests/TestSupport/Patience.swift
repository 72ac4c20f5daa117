/// Waits for conditions. How long that takes decides nothing; only what never comes is a failure.
public enum Patience {
    /// After this time a condition counts as never met; it is far longer than any machine needs.
    public static let limit = Duration.seconds(120)

    private static let pause = Duration.milliseconds(5)

    /// Looks again and again until there is a value; throws ``NotSeen`` with what `seen` shows when there never is one.
    @discardableResult
    nonisolated(nonsending) public static func wait<Value>(
        for what: String, showing seen: () async -> [String] = { [] }, _ value: () async throws -> Value?
    ) async throws -> Value {
        let end = ContinuousClock.now + limit
        while true {
            if let value = try await value() { return value }
            guard ContinuousClock.now < end else { throw NotSeen(what: what, screen: await seen()) }
            try await Task.sleep(for: pause)
        }
    }

    /// Looks again and again until a condition holds.
    nonisolated(nonsending) public static func wait(
        until what: String, showing seen: () async -> [String] = { [] }, _ holds: () async throws -> Bool
    ) async throws {
        try await wait(for: what, showing: seen) { try await holds() ? () : nil }
    }
}

/// A condition that a test waited for was never met.
public struct NotSeen: Error, CustomStringConvertible {
    let what: String
    let screen: [String]

    /// Says what was never met, and what the screen showed instead.
    public init(what: String, screen: [String]) {
        self.what = what
        self.screen = screen
    }

    /// What was missing, and the screen.
    public var description: String {
        "waited for \(what); the screen shows:\n" + screen.joined(separator: "\n")
    }
}
