import AWSClient
internal import Synchronization
internal import TextSafety

/// Lists the associations of several configurations for a run, a few at a time, until no page comes any more.
struct ConfigurationListings: Sendable {
    private let inspector: Inspector
    private let retries: PageRetryPolicy
    private let watch: Stopwatch
    private let lastPage = PageTime()

    /// Configurations listed at the same time: few, because nobody waits for these listings row by row and others use the service too.
    private static let width = 4
    /// How long all listings together may bring no page.
    private static let silence = Duration.seconds(60)

    /// Listings by `inspector`; waits are on `clock`.
    init(inspector: Inspector, clock: any Clock<Duration>) {
        self.inspector = inspector
        retries = PageRetryPolicy(clock: clock)
        watch = Stopwatch(clock)
    }

    /// Lists each of `arns` once, and hands over each answer as it comes.
    func list(_ arns: [String], _ receive: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        let unanswered = UnansweredListings(arns)
        await withTaskGroup { group in
            group.addTask { await listAll(unanswered, receive) }
            group.addTask { await waitForSilence() }
            await group.next()
            group.cancelAll()
        }
        for arn in unanswered.rest() { receive(arn, .failed(detail: "no page came for \(Self.silence.components.seconds) seconds")) }
    }

    private func listAll(_ unanswered: UnansweredListings, _ receive: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        await withDiscardingTaskGroup { group in
            for _ in 0..<Self.width {
                group.addTask {
                    while !Task.isCancelled, let arn = unanswered.next() {
                        let answer = await answer(of: arn)
                        if unanswered.takeAnswer(of: arn) { receive(arn, answer) }
                    }
                }
            }
        }
    }

    /// Returns when no page has come for a while.
    private func waitForSilence() async {
        while !Task.isCancelled, watch.now < lastPage.moment + Self.silence {
            await watch.sleep(until: lastPage.moment + Self.silence)
        }
    }

    /// Everything associated with a configuration now, to the last page.
    private func answer(of arn: String) async -> ListingAnswer {
        var found: Set<AssociationResource> = []
        do throws(ListingError) {
            let listing = AssociationListing(inspector: inspector, retries: retries)
            try await listing.pages(of: arn) { resources, _ in
                lastPage.moment = watch.now
                found.formUnion(resources)
            }
            return .associations(found, provesAbsence: found.allSatisfy(\.isMatched))
        } catch {
            return ListingAnswer(error)
        }
    }
}

/// When the last page came, since the listings began.
private final class PageTime: Sendable {
    private let value = Mutex(Duration.zero)

    var moment: Duration {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }
}

/// The configurations that are still to be listed, and those whose answer was not handed over yet.
private final class UnansweredListings: Sendable {
    private let state: Mutex<(waiting: ArraySlice<String>, unanswered: Set<String>)>

    init(_ arns: [String]) {
        state = Mutex((arns[...], Set(arns)))
    }

    func next() -> String? { state.withLock { $0.waiting.popFirst() } }

    /// Whether the answer is the first one, and still wanted.
    func takeAnswer(of arn: String) -> Bool { !Task.isCancelled && state.withLock { $0.unanswered.remove(arn) != nil } }

    func rest() -> [String] { state.withLock { $0.unanswered.sorted() } }
}
