import TestSupport

/// What an operator does again and again, and the words by which it is known.
extension TmuxTerminal {
    /// Waits for a plan that asks for the number of its targets, and gives that back.
    func waitForCount() async throws -> Int {
        let screen = try await wait("a plan that asks for a number") { $0.askedCount != nil }
        return screen.askedCount ?? 0
    }

    /// Sends the plan of so many targets, by their number: `y` counts only once all of them were on the screen.
    func confirm(_ count: Int) async throws {
        try await confirm("\(count)", "Enter")
    }
}

extension [String] {
    /// Whether a line holds the text.
    func hold(_ text: String) -> Bool {
        contains { $0.contains(text) }
    }

    /// The number that a plan asks for.
    fileprivate var askedCount: Int? {
        joined().firstMatch(of: /Type ([\d,]+) and Enter to send/).flatMap { Int($0.1.filter(\.isNumber)) }
    }
}
