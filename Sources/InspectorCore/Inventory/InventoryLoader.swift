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

    /// Starts listing; ending the iteration cancels what is under way.
    ///
    /// - Parameter isIncluded: Which configurations' associations to list; all of them by default.
    package func events(where isIncluded: @escaping @Sendable (ScanConfiguration) -> Bool = { _ in true }) -> AsyncStream<InventoryEvent> {
        AsyncStream { continuation in
            let task = Task {
                await load(isIncluded) { continuation.yield($0) }
                continuation.yield(.finished)
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private func load(
        _ isIncluded: @escaping @Sendable (ScanConfiguration) -> Bool, _ emit: @escaping @Sendable (InventoryEvent) -> Void
    ) async {
        await withTaskGroup { group in
            group.addTask { await names(emit) }
            let (arns, waiting) = AsyncStream<String>.makeStream()
            group.addTask { await configurations(isIncluded, emit, waiting) }
            group.addTask { await associations(of: arns, emit) }
        }
    }

    private func configurations(
        _ isIncluded: @Sendable (ScanConfiguration) -> Bool, _ emit: @Sendable (InventoryEvent) -> Void,
        _ waiting: AsyncStream<String>.Continuation
    ) async {
        defer { waiting.finish() }
        do {
            try await Pages(operation: "ListCodeSecurityScanConfigurations", patience: pace).follow { token throws(CallError) in
                let page = try await inspector.listCodeSecurityScanConfigurations(maxResults: ServiceLimits.pageSize, nextToken: token)
                let configurations = page.configurations ?? []
                emit(.configurations(configurations, isLast: (page.nextToken ?? "").isEmpty))
                for configuration in configurations where isIncluded(configuration) { waiting.yield(configuration.scanConfigurationArn) }
                return page.nextToken
            }
        } catch {
            emit(.failed(error))
        }
    }

    private func associations(of arns: AsyncStream<String>, _ emit: @escaping @Sendable (InventoryEvent) -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            var active = 0
            for await arn in arns {
                if active == concurrency { await group.next() } else { active += 1 }
                group.addTask { await associations(of: arn, emit) }
            }
        }
    }

    private func associations(of arn: String, _ emit: @Sendable (InventoryEvent) -> Void) async {
        do {
            try await AssociationListing(inspector: inspector, patience: pace).pages(of: arn) { resources, isLast in
                emit(.associations(scanConfigurationArn: arn, resources, isLast: isLast))
            }
        } catch {
            emit(.associationsFailed(scanConfigurationArn: arn, error))
        }
    }

    private func names(_ emit: @Sendable (InventoryEvent) -> Void) async {
        do {
            try await Pages(operation: "ListCoverage", patience: pace).follow { token throws(CallError) in
                let page = try await inspector.listCoverage(
                    filterCriteria: .codeRepositories, maxResults: ServiceLimits.coveragePageSize, nextToken: token)
                emit(.names((page.coveredResources ?? []).compactMap(ProjectDetails.init)))
                return page.nextToken
            }
        } catch {
            emit(.namesFailed(error))
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
