package import AWSClient

/// Follows `nextToken` from page to page; every other client of these operations stops after page one.
struct Pages: Sendable {
    private let operation: String
    private let limits: ListingLimits
    private let patience: any PagePatience
    private let insists: Bool

    /// The pages of one listing by `inspector`.
    ///
    /// A page that failed is asked for again as `patience` says, on top of the client's own retries, unless somebody chose their number.
    init(_ operation: String, of inspector: Inspector, limits: ListingLimits, patience: any PagePatience) {
        self.operation = operation
        self.limits = limits
        self.patience = patience
        insists = !inspector.client.settings.isMaxAttemptsSet
    }

    /// Calls `page` with each token in turn until an answer has none, and hands each page over.
    ///
    /// An empty page with a token is followed. A token seen before, and a listing that brings nothing new any more or more than the
    /// service can have, end it with an error.
    func follow<Row: Hashable & Sendable>(
        _ page: (_ nextToken: String?) async throws(CallError) -> ListedPage<Row>,
        _ receive: (_ rows: [Row], _ isLast: Bool) async -> Void
    ) async throws(ListingError) {
        var course = ListingCourse<Row>(operation: operation, limits: limits)
        var token: String?
        repeat {
            let arrived = try await patiently(token, page)
            let isNew = course.take(arrived.rows)
            await patience.brought(isNew)
            await receive(arrived.rows, arrived.nextToken == nil)
            token = try course.checked(arrived.nextToken)
        } while token != nil
    }

    private func patiently<Row>(
        _ token: String?, _ page: (_ nextToken: String?) async throws(CallError) -> ListedPage<Row>
    ) async throws(ListingError) -> ListedPage<Row> {
        var tries = 0
        while true {
            let sentAt = await patience.begin()
            do throws(CallError) {
                let arrived = try await page(token)
                await patience.arrived()
                return arrived
            } catch {
                tries += 1
                let asksAgain = await patience.allowsAnother(after: error, tries: tries, sentAt: sentAt)
                if Task.isCancelled { throw .call(error.cancelled) }
                guard insists else { throw .call(error) }
                guard asksAgain else { throw await patience.verdict(on: error) }
            }
        }
    }
}

/// One page of a listing.
struct ListedPage<Row: Sendable>: Sendable {
    /// What the page lists.
    let rows: [Row]
    /// The next page's token; absent on the last page.
    let nextToken: String?

    /// A page; an empty token is none.
    init(_ rows: [Row], _ nextToken: String?) {
        self.rows = rows
        self.nextToken = nextToken.flatMap { $0.isEmpty ? nil : $0 }
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
    /// Why the listing ends with a page that is not asked for again.
    func verdict(on error: CallError) async -> ListingError
    /// Whether the page that came brought something that its listing had not shown before.
    func brought(_ somethingNew: Bool) async
}

extension PagePatience {
    /// The page's own error says it.
    package func verdict(on error: CallError) -> ListingError { .call(error) }

    /// Not looked at.
    package func brought(_ somethingNew: Bool) {}
}

extension CallError {
    /// The error of a listing that was withdrawn while it waited.
    var cancelled: CallError {
        CallError(operation: operation, service: service, endpoint: endpoint, attempts: attempts, cause: .cancelled)
    }
}
