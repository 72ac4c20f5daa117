import AWSClient
import TextSafety

extension ListingError: Worded {
    /// What happened and what to do next.
    package var words: String {
        switch self {
        case .call(let error): error.words
        case .stalled(let seconds, let error):
            "\(error.words) No new page came for \(seconds) s, so the listing ended there."
        case .repeatedToken(let operation):
            "\(operation) gave a nextToken it had given before, so its listing would never end. \(Self.advice)"
        case .endless(let operation, .barrenPages(let pages)):
            "\(operation) does not come to an end: \(pages.counted("page")) in a row brought nothing new. \(Self.advice)"
        case .endless(let operation, .rows(let rows)):
            "\(operation) does not come to an end: it gave more than \(rows.counted("row")), many times what the service allows. "
                + Self.advice
        case .unmatchedRows(let operation, let rows):
            "\(operation) gave \(rows.counted("row")) without a project id or a name that can be read, so not everything about every "
                + "project is known."
        }
    }

    private static let advice = "Try again later."
}

extension ListingWait: Worded {
    /// What is going on, in one sentence.
    package var words: String {
        switch cause {
        case .throttling: "Listing: no new page for \(seconds) s: the service throttles. Still trying."
        case .answer: "Listing: no answer for \(seconds) s. Still waiting."
        case .nextTry(let error, let next): "\(RunTrouble(problem: error, seconds: seconds, nextTry: next).words)"
        case .news: "Listing: the pages of the last \(seconds) s held nothing new. Still listing."
        }
    }
}

extension SelectionError: Worded {
    /// What happened and what to do next.
    package var words: String {
        switch self {
        case .noSuchConfiguration(let name, let known) where known.isEmpty:
            "No configuration is named '\(name)': this account has none in this region. Is it the right one?"
        case .noSuchConfiguration(let name, let known):
            "No configuration is named '\(name)'."
                + (name.suggestion(among: known).map { " \($0)" } ?? " There are: \(known.listed(upTo: 5)).")
                + (known.count > 5 ? " scanconfig list shows all." : "")
        case .configurationsIncomplete(let name, let error):
            "The configuration '\(name)' cannot be found by its name, because not all configurations could be listed: give its ARN instead."
                + error.listingWords
        case .ambiguousConfiguration(let name, let count):
            "\(count) configurations are named '\(name)': give the ARN instead."
        case .noSuchProject(let name, let configurations, let near):
            "There is no project '\(name)'\(configurations.isEmpty ? "" : " in \(configurations.listed(upTo: 3))"). "
                + (near.map { "\($0) " } ?? "") + "scanconfig list shows names and ids."
        case .namesIncomplete(let name, let error):
            "The project '\(name)' cannot be found by its name, because not all names could be listed: give its id instead."
                + error.listingWords
        case .ambiguousProject(let name, let ids):
            "\(ids.count) projects are named '\(name)': give the id instead. There are: \(ids.listed(upTo: 4))."
        }
    }
}

extension ListingError? {
    /// The failed listing's words after another sentence.
    fileprivate var listingWords: String { map { " \($0.words)" } ?? "" }
}
