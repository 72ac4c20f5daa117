/// Why words do not make a fault plan.
package enum FaultPlanError: Error, Equatable, Sendable {
    /// No fault has this name.
    case unknownWord(String)
    /// The fault exists; what follows its name does not fit. `form` is how it is written.
    case badValue(word: String, form: String)

    /// What is wrong, with the words that would be right.
    package var sentence: String {
        switch self {
        case .unknownWord(let word):
            "Unknown fault '\(word)'. Known faults:\n" + FaultPlan.vocabulary.map { "  \($0.form)" }.joined(separator: "\n")
        case .badValue(let word, let form):
            "The fault '\(word)' is written \(form), with RATE from 0 to 1 and times and counts of 0 or more."
        }
    }
}

extension FaultPlan {
    /// How a fault is written on the command line, and what it does.
    package static let vocabulary: [(form: String, meaning: String)] = FaultWord.all.map { ($0.form, $0.meaning) }

    /// Reads the words of `--fail`, such as `throttle=0.1` or `item:ACCESS_DENIED@acme/ledger`; a rate that is left out is 1.
    package init(parsing words: [String]) throws(FaultPlanError) {
        self.init()
        for word in words { try add(word) }
    }

    private mutating func add(_ word: String) throws(FaultPlanError) {
        let name = word.prefix { $0 != "=" && $0 != ":" }
        guard let fault = FaultWord.all.first(where: { $0.name == name }) else { throw .unknownWord(word) }
        let argument = word.dropFirst(name.count)
        guard fault.apply(&self, argument) else { throw .badValue(word: word, form: fault.form) }
    }
}
