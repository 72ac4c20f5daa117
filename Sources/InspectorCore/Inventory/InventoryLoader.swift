import AWSClient
import Runtime
import TextSafety

/// Lists an account: all configurations, all their associations, and the coverage, which has the projects' names, several listings at a time.
package struct InventoryLoader: Sendable {
    private let inspector: Inspector
    /// How many listings of associations go on at a time.
    package static let concurrency = 8
    private let concurrency: Int
    private let clock: any Clock<Duration>
    private let retries: PageRetryPolicy

    /// After how long without a page an event says so, each time.
    private static let silence = Duration.seconds(10)

    /// A loader that lists the associations of `concurrency` configurations at a time; it waits on `clock`.
    package init(inspector: Inspector, concurrency: Int = Self.concurrency, clock: any Clock<Duration> = EventLoopClock()) {
        self.inspector = inspector
        self.concurrency = concurrency
        self.clock = clock
        retries = PageRetryPolicy(clock: clock)
    }

    /// Lists, and passes on each page as it comes; throwing ends the listing.
    ///
    /// Listings wait for a `receive` that is slow: what it has not taken yet stays small, however fast the service answers.
    ///
    /// - Parameter isIncluded: Which configurations' associations to list; all of them by default.
    nonisolated(nonsending) package func load<Failure>(
        where isIncluded: @escaping @Sendable (ScanConfiguration) -> Bool = { _ in true },
        _ receive: (InventoryEvent) async throws(Failure) -> Void
    ) async throws(Failure) {
        try await load(receive) { arrivals in
            await withTaskGroup { group in
                group.addTask { await coverage(arrivals) }
                let (arns, waiting) = AsyncStream<String>.makeStream()
                group.addTask { await configurations(isIncluded, arrivals, waiting) }
                group.addTask { await associations(of: arns, arrivals) }
            }
        }
    }

    /// Lists the associations of these configurations alone, as ``load(where:_:)`` does.
    nonisolated(nonsending) package func load<Failure>(
        again arns: [String], _ receive: (InventoryEvent) async throws(Failure) -> Void
    ) async throws(Failure) {
        try await load(receive) { arrivals in
            let (stream, waiting) = AsyncStream<String>.makeStream()
            for arn in arns { waiting.yield(arn) }
            waiting.finish()
            await associations(of: stream, arrivals)
        }
    }

    nonisolated(nonsending) private func load<Failure>(
        _ receive: (InventoryEvent) async throws(Failure) -> Void,
        _ list: @escaping @Sendable (Mailbox<InventoryEvent>) async -> Void
    ) async throws(Failure) {
        let arrivals = Mailbox<InventoryEvent>()
        async let listing: Void = watched(arrivals, list)
        while let events = await arrivals.next() {
            for event in events {
                try await receive(event)
                if event == .finished { return await listing }
            }
        }
    }
}

extension InventoryLoader {
    /// Lists, and posts an event when nothing comes for a while.
    private func watched(
        _ arrivals: Mailbox<InventoryEvent>, _ list: @escaping @Sendable (Mailbox<InventoryEvent>) async -> Void
    ) async {
        let observer = FailedTries.Observer { error, wait in await tell(error, nextTryIn: wait, arrivals) }
        await FailedTries.$observer.withValue(observer) {
            await withTaskGroup { group in
                group.addTask { await watch(arrivals) }
                await list(arrivals)
                group.cancelAll()
            }
        }
        arrivals.post(.finished)
    }

    /// Posts why the last try failed, where no page came meanwhile.
    private func tell(_ error: CallError, nextTryIn wait: Duration, _ arrivals: Mailbox<InventoryEvent>) async {
        guard let silence = await retries.wait(of: ListingWait.leastTrouble) else { return }
        let cause = ListingWait.Cause.nextTry(error: error.sentence, seconds: Int(wait.inSeconds.rounded(.up)))
        arrivals.post(.waiting(ListingWait(cause, seconds: silence.seconds)))
    }

    private func watch(_ arrivals: Mailbox<InventoryEvent>) async {
        while (try? await clock.sleep(for: Self.silence)) != nil {
            if let wait = await retries.wait(of: Self.silence) { arrivals.post(.waiting(wait)) }
        }
    }

    private func configurations(
        _ isIncluded: @Sendable (ScanConfiguration) -> Bool, _ arrivals: Mailbox<InventoryEvent>,
        _ waiting: AsyncStream<String>.Continuation
    ) async {
        defer { waiting.finish() }
        do {
            let pages = Pages("ListCodeSecurityScanConfigurations", of: inspector, limits: .configurations, retries: retries)
            try await pages.follow { token throws(CallError) in
                let page = try await inspector.listCodeSecurityScanConfigurations(maxResults: ServiceLimits.pageSize, nextToken: token)
                return ListedPage(page.configurations ?? [], page.nextToken)
            } _: { configurations, isLast in
                await arrivals.deliver(.configurations(configurations, isLast: isLast))
                for configuration in configurations where isIncluded(configuration) { waiting.yield(configuration.scanConfigurationArn) }
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
            try await AssociationListing(inspector: inspector, retries: retries).pages(of: arn) { resources, isLast in
                await arrivals.deliver(.associations(scanConfigurationArn: arn, resources, isLast: isLast))
            }
        } catch {
            await arrivals.deliver(.associationsFailed(scanConfigurationArn: arn, error))
        }
    }

    private func coverage(_ arrivals: Mailbox<InventoryEvent>) async {
        let operation = "ListCoverage"
        var unmatched = 0
        do throws(ListingError) {
            let pages = Pages(operation, of: inspector, limits: .coverage, retries: retries)
            try await pages.follow { token throws(CallError) in
                let page = try await inspector.listCoverage(maxResults: ServiceLimits.coveragePageSize, nextToken: token)
                return ListedPage(page.coveredResources ?? [], page.nextToken)
            } _: { resources, _ in
                unmatched += resources.count(where: \.isUnmatched)
                await arrivals.deliver(.coverage(resources.compactMap(ProjectDetails.init)))
            }
            if unmatched > 0 { throw ListingError.unmatchedRows(operation: operation, rows: unmatched) }
        } catch {
            await arrivals.deliver(.coverageFailed(error))
        }
    }
}

extension CoveredResource {
    /// Whether this is about a repository, and does not say which project it is or what its name is: it may be about any of them.
    fileprivate var isUnmatched: Bool {
        let repository = resourceMetadata?.codeRepository
        guard repository != nil || resourceType == Self.codeRepository else { return false }
        return repository?.hasUnreadableName == true || !(projectId.map(Identifiers.isProjectId) ?? false)
    }
}

/// An event of a listing of the account.
package enum InventoryEvent: Equatable, Sendable {
    /// A page of the account's configurations.
    case configurations([ScanConfiguration], isLast: Bool)
    /// A page of one configuration's associations.
    case associations(scanConfigurationArn: String, [AssociationResource], isLast: Bool)
    /// The associations of one configuration could not be listed to the end.
    case associationsFailed(scanConfigurationArn: String, ListingError)
    /// A page of what the coverage says of projects: their names and how they are scanned.
    case coverage([ProjectDetails])
    /// The coverage could not be listed, or not all of it; everything works with ids.
    case coverageFailed(ListingError)
    /// Nothing came for a while, and the listings go on.
    case waiting(ListingWait)
    /// The configurations themselves could not be listed.
    case failed(ListingError)
    /// The listing is over; nothing more follows.
    case finished
}
