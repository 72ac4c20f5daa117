import AWSClient

/// Lists an account: all configurations, all their associations, and the projects' names, several listings at a time.
package struct InventoryLoader: Sendable {
    private let inspector: Inspector
    /// How many listings of associations go on at a time.
    package static let concurrency = 8
    private let concurrency: Int
    private let pace = ListingPace()

    /// A loader that lists the associations of `concurrency` configurations at a time.
    package init(inspector: Inspector, concurrency: Int = Self.concurrency) {
        self.inspector = inspector
        self.concurrency = concurrency
    }

    /// Lists, and hands over each page as it comes; throwing ends the listing.
    ///
    /// Listings wait for a `receive` that is slow: what it has not taken yet stays small, however fast the service answers.
    ///
    /// - Parameter isIncluded: Which configurations' associations to list; all of them by default.
    nonisolated(nonsending) package func load<Failure>(
        where isIncluded: @escaping @Sendable (ScanConfiguration) -> Bool = { _ in true },
        _ receive: (InventoryEvent) async throws(Failure) -> Void
    ) async throws(Failure) {
        let arrivals = Mailbox<InventoryEvent>()
        async let listing: Void = list(isIncluded, arrivals)
        while let events = await arrivals.next() {
            for event in events {
                try await receive(event)
                if event == .finished { return await listing }
            }
        }
    }

    private func list(_ isIncluded: @escaping @Sendable (ScanConfiguration) -> Bool, _ arrivals: Mailbox<InventoryEvent>) async {
        await withTaskGroup { group in
            group.addTask { await names(arrivals) }
            let (arns, waiting) = AsyncStream<String>.makeStream()
            group.addTask { await configurations(isIncluded, arrivals, waiting) }
            group.addTask { await associations(of: arns, arrivals) }
        }
        arrivals.post(.finished)
    }

    private func configurations(
        _ isIncluded: @Sendable (ScanConfiguration) -> Bool, _ arrivals: Mailbox<InventoryEvent>,
        _ waiting: AsyncStream<String>.Continuation
    ) async {
        defer { waiting.finish() }
        do {
            try await Pages(operation: "ListCodeSecurityScanConfigurations", patience: pace).follow { token throws(CallError) in
                let page = try await inspector.listCodeSecurityScanConfigurations(maxResults: ServiceLimits.pageSize, nextToken: token)
                let configurations = page.configurations ?? []
                await arrivals.deliver(.configurations(configurations, isLast: (page.nextToken ?? "").isEmpty))
                for configuration in configurations where isIncluded(configuration) { waiting.yield(configuration.scanConfigurationArn) }
                return page.nextToken
            }
        } catch {
            await arrivals.deliver(.failed(error))
        }
    }

    private func associations(of arns: AsyncStream<String>, _ arrivals: Mailbox<InventoryEvent>) async {
        await withTaskGroup(of: Void.self) { group in
            var active = 0
            for await arn in arns {
                if active == concurrency { await group.next() } else { active += 1 }
                group.addTask { await associations(of: arn, arrivals) }
            }
        }
    }

    private func associations(of arn: String, _ arrivals: Mailbox<InventoryEvent>) async {
        do {
            try await AssociationListing(inspector: inspector, patience: pace).pages(of: arn) { resources, isLast in
                await arrivals.deliver(.associations(scanConfigurationArn: arn, resources, isLast: isLast))
            }
        } catch {
            await arrivals.deliver(.associationsFailed(scanConfigurationArn: arn, error))
        }
    }

    private func names(_ arrivals: Mailbox<InventoryEvent>) async {
        do {
            try await Pages(operation: "ListCoverage", patience: pace).follow { token throws(CallError) in
                let page = try await inspector.listCoverage(
                    filterCriteria: .codeRepositories, maxResults: ServiceLimits.coveragePageSize, nextToken: token)
                await arrivals.deliver(.names((page.coveredResources ?? []).compactMap(ProjectDetails.init)))
                return page.nextToken
            }
        } catch {
            await arrivals.deliver(.namesFailed(error))
        }
    }
}

extension ProjectDetails {
    /// The details in a covered resource, when it is a code repository.
    init?(_ resource: CoveredResource) {
        guard let projectId = resource.projectId else { return nil }
        let metadata = resource.resourceMetadata?.codeRepository
        self.init(projectId: projectId, projectName: metadata?.projectName, providerType: metadata?.providerType)
    }
}
