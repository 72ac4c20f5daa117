package import AWSClient

/// Follows `nextToken` from page to page; every other client of these operations stops after page one.
struct Pages: Sendable {
    let operation: String
    /// Whether a page that failed is asked for again.
    var patience: any PagePatience

    /// Calls `page` with each token in turn until an answer has none; `page` gives back its `nextToken`.
    ///
    /// An empty page with a token is followed. A token seen before ends the listing with an error.
    func follow(_ page: (_ nextToken: String?) async throws(CallError) -> String?) async throws(ListingError) {
        var seen: Set<String> = []
        var token: String?
        repeat {
            do throws(CallError) {
                token = try await patiently { () throws(CallError) in try await page(token) }
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

    private func patiently(_ page: () async throws(CallError) -> String?) async throws(CallError) -> String? {
        var tries = 0
        while true {
            let sentAt = await patience.begin()
            do throws(CallError) {
                let next = try await page()
                await patience.arrived()
                return next
            } catch {
                tries += 1
                guard await patience.allowsAnother(after: error, tries: tries, sentAt: sentAt) else {
                    throw Task.isCancelled ? error.cancelled : error
                }
            }
        }
    }
}

/// When the pages of a listing are asked for, and how often.
package protocol PagePatience: Sendable {
    /// Waits until the page may be asked for, and gives the moment, since the listings began.
    func begin() async -> Duration
    /// The page came.
    func arrived() async
    /// Whether to ask for the page again, after a wait; `tries` is how often it failed, `sentAt` when it was asked for.
    func allowsAnother(after error: CallError, tries: Int, sentAt: Duration) async -> Bool
}

extension CallError {
    /// The error of a listing that was withdrawn while it waited.
    var cancelled: CallError {
        CallError(operation: operation, service: service, endpoint: endpoint, attempts: attempts, cause: .cancelled)
    }
}
