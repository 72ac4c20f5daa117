import AWSClient

/// Follows `nextToken` from page to page; every other client of these operations stops after page one.
struct Pages: Sendable {
    let operation: String

    /// Calls `page` with each token in turn until an answer has none; `page` gives back its `nextToken`.
    ///
    /// An empty page with a token is followed. A token seen before ends the listing with an error.
    func follow(_ page: (_ nextToken: String?) async throws(CallError) -> String?) async throws(ListingError) {
        var seen: Set<String> = []
        var token: String?
        repeat {
            do throws(CallError) {
                token = try await page(token)
            } catch {
                throw .call(error)
            }
            if let next = token, !next.isEmpty {
                guard seen.insert(next).inserted else { throw .repeatedToken(operation: operation) }
            } else {
                token = nil
            }
        } while token != nil
    }
}
