import AWSClient

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

    /// Hands over each page as it arrives, and whether it is the last one.
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
