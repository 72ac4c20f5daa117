import AWSClient

/// Follows `nextToken` from page to page; every other client of these operations stops after page one.
struct Pages: Sendable {
    private let operation: String
    private let limits: ListingLimits
    private let retries: PageRetryPolicy
    private let retriesPages: Bool

    /// The pages of one listing by `inspector`.
    ///
    /// A page that failed is asked for again as `retries` says, on top of the client's own retries, unless somebody chose their number.
    init(_ operation: String, of inspector: Inspector, limits: ListingLimits, retries: PageRetryPolicy) {
        self.operation = operation
        self.limits = limits
        self.retries = retries
        retriesPages = !inspector.client.settings.isMaxAttemptsSet
    }

    /// Calls `page` with each token in turn until an answer has none, and passes each page to `receive`.
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
            let arrived = try await retrying(token, page)
            let isNew = course.take(arrived.rows)
            await retries.pageBrought(somethingNew: isNew)
            await receive(arrived.rows, arrived.nextToken == nil)
            token = try course.checked(arrived.nextToken)
        } while token != nil
    }

    private func retrying<Row>(
        _ token: String?, _ page: (_ nextToken: String?) async throws(CallError) -> ListedPage<Row>
    ) async throws(ListingError) -> ListedPage<Row> {
        while true {
            let sentAt = await retries.beginPage()
            do throws(CallError) {
                let arrived = try await page(token)
                await retries.pageArrived()
                return arrived
            } catch {
                let asksAgain = await retries.retries(after: error, sentAt: sentAt)
                if Task.isCancelled { throw .call(error.cancelled) }
                guard retriesPages else { throw .call(error) }
                guard asksAgain else { throw retries.ending(error) }
                await FailedTries.observer?(error, await retries.timeToNextPage)
            }
        }
    }
}

/// One page of a listing.
struct ListedPage<Row: Sendable>: Sendable {
    /// The rows of the page in their order.
    let rows: [Row]
    /// The next page's token; absent on the last page.
    let nextToken: String?

    /// A page; an empty token is none.
    init(_ rows: [Row], _ nextToken: String?) {
        self.rows = rows
        self.nextToken = nextToken.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension CallError {
    /// The error of a listing that was cancelled while it waited.
    var cancelled: CallError {
        CallError(operation: operation, service: service, endpoint: endpoint, attempts: attempts, cause: .cancelled)
    }
}

/// All associations of one configuration, page after page.
package struct AssociationListing: Sendable {
    let inspector: Inspector
    private let retries: PageRetryPolicy

    /// Listings by `inspector`, whose pages are asked for as `retries` says.
    package init(inspector: Inspector, retries: PageRetryPolicy = PageRetryPolicy()) {
        self.inspector = inspector
        self.retries = retries
    }

    /// Every resource associated with the configuration `arn`, in the service's order. With one that is not
    /// ``AssociationResource/isMatched``, the listing proves of no project that it is absent.
    package func associations(of arn: String) async throws(ListingError) -> [AssociationResource] {
        var all: [AssociationResource] = []
        try await pages(of: arn) { resources, _ in all += resources }
        return all
    }

    /// Passes on each page as it arrives, and whether it is the last one.
    func pages(
        of arn: String, _ receive: (_ resources: [AssociationResource], _ isLast: Bool) async -> Void
    ) async throws(ListingError) {
        let pages = Pages(
            "ListCodeSecurityScanConfigurationAssociations", of: inspector, limits: .associations, retries: retries)
        try await pages.follow { token throws(CallError) in
            let page = try await inspector.listCodeSecurityScanConfigurationAssociations(
                scanConfigurationArn: arn, maxResults: ServiceLimits.pageSize, nextToken: token)
            return ListedPage((page.associations ?? []).map { $0.resource ?? .missing }, page.nextToken)
        } _: { resources, isLast in
            await receive(resources, isLast)
        }
    }
}
