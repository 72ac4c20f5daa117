extension RunTrouble {
    /// Since when nothing gets through, when it is tried again, and the last error.
    package var words: String { problem.map { "\(span). Last error: \($0)" } ?? "\(span): no answer yet" }

    /// The same without the error.
    package var span: String {
        let next = nextTry.map { $0 > 0 ? "; next try in \($0.grouped) s" : "" } ?? ""
        return "No call got through for \(seconds.grouped) s\(next)"
    }
}

extension VerificationProgress {
    /// What stands in the way of the listings, or what could not be listed last, and why; nothing when everything was.
    package var problemWords: String? {
        trouble?.words ?? problem.map { "\(unlisted.counted("configuration")) could not be listed: \($0)" }
    }
}
