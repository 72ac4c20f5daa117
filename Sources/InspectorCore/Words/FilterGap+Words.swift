import TextSafety

extension FilterNeed {
    /// What the listing brings.
    package var content: String {
        switch self {
        case .coverage: "names and scans"
        case .associations: "associations"
        }
    }

    /// What is missing, in a few words beside a count: "names and scans still to come"; nil when nothing is.
    package func gapWords(in inventory: Inventory) -> String? {
        if isMet(by: inventory) { return nil }
        return state(in: inventory) == .loading ? "\(content) still to come" : "\(content) incomplete"
    }
}

extension FilterGap: Worded {
    /// What the filter stands on, and why that cannot be had.
    package var words: String {
        let what =
            switch need {
            case .coverage: "what ListCoverage says of all projects"
            case .associations: "the associations of all configurations"
            }
        return "The filter needs \(what), not all of which could be listed, so it cannot select anything."
            + (error.map { " \($0.words)" } ?? "")
    }
}
