import AWSClient
import TextSafety

extension ListingError {
    /// What happened and what to do next.
    package var sentence: String {
        switch self {
        case .call(let error): error.sentence
        case .stalled(let seconds, let error):
            "\(error.sentence) No new page came for \(seconds) s, so the listing ended there."
        case .repeatedToken(let operation):
            "\(operation) gave a nextToken it had given before, so its listing would never end. \(Self.advice)"
        case .endless(let operation, .barrenPages(let pages)):
            "\(operation) does not come to an end: \(pages.counted("page")) in a row brought nothing new. \(Self.advice)"
        case .endless(let operation, .rows(let rows)):
            "\(operation) does not come to an end: it gave more than \(rows.counted("row")), many times what the service allows. "
                + Self.advice
        case .unmatchedNames(let operation, let rows):
            "\(operation) gave \(rows.counted("name")) without a project id, so not every project's name is known."
        }
    }

    private static let advice = "Try again later."
}
