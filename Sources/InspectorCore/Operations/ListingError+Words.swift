import AWSClient

extension ListingError {
    /// What happened and what to do next.
    package var sentence: String {
        switch self {
        case .call(let error): error.sentence
        case .repeatedToken(let operation):
            "\(operation) gave a nextToken it had given before, so its listing would never end. "
                + "What was listed so far is shown; try again later."
        }
    }
}
