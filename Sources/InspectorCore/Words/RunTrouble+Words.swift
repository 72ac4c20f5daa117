extension RunTrouble {
    /// Since when nothing gets through, when it is tried again, and the last error.
    package var words: String { problem.map { "\(span). Last error: \($0)" } ?? "\(span): no answer yet" }

    /// The same without the error.
    package var span: String {
        let next = nextTry.map { $0 > 0 ? "; next try in \($0.grouped) s" : "" } ?? ""
        let end = patience.map { ", given up after \($0.grouped) s" } ?? ""
        return "No call got through for \(seconds.grouped) s\(end)\(next)"
    }
}

extension VerificationProgress {
    /// Whole seconds until the next round, counted down to 1; absent while configurations are being listed.
    package var secondsToNextListing: Int? { nextListing.map { max(0, Int($0.inSeconds.rounded(.up))) } }

    /// What stands in the way of the listings, without the seconds that change: the same words mean the same problem.
    package var problemKey: String? { trouble.map { $0.problem ?? "silence" } ?? problemWords }

    /// What stands in the way of the listings, or what could not be listed last, and why; nothing when everything was.
    package var problemWords: String? {
        trouble?.words ?? problem.map { "\(unlisted.counted("configuration")) could not be listed: \($0)" }
    }
}
