extension RunSummary {
    /// Associations that are in doubt or were not sent.
    package var left: Int { unresolved + notSent }

    /// Where the run is or how it ended, what matters most first: "stopped", "11,550 left", "228 failed".
    package var stateWords: [String] {
        if isDistrusted { return ["damaged"] }
        let undone = undoneBy == nil ? [] : ["undone"]
        return undone + endWords
    }

    private var endWords: [String] {
        switch state {
        case .complete: failed > 0 ? [Self.failed(failed)] : ["done"]
        case .stopped where notSent == 0: ["\(unresolved.grouped) unresolved"] + failedWords
        case .stopped: ["stopped"] + leftWords + failedWords
        case .interrupted: ["interrupted"] + leftWords + failedWords
        case .runningElsewhere: ["running elsewhere"]
        case .unreadable: ["unreadable"]
        }
    }

    private var leftWords: [String] { left > 0 ? ["\(left.grouped) left"] : [] }
    private var failedWords: [String] { failed > 0 ? [Self.failed(failed)] : [] }

    private static func failed(_ count: Int) -> String { "\(count.grouped) failed" }
}

extension RunSummary {
    /// What can be said of the journal itself, in words; nothing when it cannot be read.
    package var integrityWords: String? {
        damagedLines.map { "damaged: \(JournalDamage.name($0))" } ?? integrity
    }
}

extension RunSummary.State {
    /// The state in words.
    package var words: String {
        switch self {
        case .complete: "complete"
        case .stopped: "stopped"
        case .interrupted: "interrupted"
        case .runningElsewhere: "running elsewhere"
        case .unreadable(let reason): "unreadable: \(reason)"
        }
    }
}
