import Terminal

/// What was read from the terminal and not taken yet.
struct InputQueue {
    /// From so many inputs on no more is read.
    static let limit = 256

    private var inputs: [TerminalInput] = []
    private var taken = 0

    /// Whether nothing waits.
    var isEmpty: Bool { taken == inputs.count }

    /// Whether enough waits.
    var isFull: Bool { inputs.count - taken >= Self.limit }

    /// Puts inputs behind those that wait.
    mutating func append(_ new: [TerminalInput]) {
        if isEmpty { (inputs, taken) = ([], 0) }
        inputs += new
    }

    /// Takes the first one.
    mutating func next() -> TerminalInput? {
        guard !isEmpty else { return nil }
        defer { taken += 1 }
        return inputs[taken]
    }

    /// Takes all of them.
    mutating func removeAll() -> [TerminalInput] {
        defer { (inputs, taken) = ([], 0) }
        return Array(inputs[taken...])
    }
}
