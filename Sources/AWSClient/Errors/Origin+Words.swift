extension Origin {
    /// Where it is, for the middle of a sentence.
    package var words: String {
        switch self {
        case .option(let name), .variable(let name): name
        case .file(let path, let line): "\(path) line \(line)"
        case .standard: "the default"
        }
    }
}

extension String {
    /// Ends in a full stop, unless it ends in a mark already.
    var stopped: String {
        guard let last, !".!?…".contains(last) else { return self }
        return self + "."
    }
}

extension Sequence<String> {
    /// "a, b and c".
    var enumerated: String {
        let words = Array(self)
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
