import AWSClient
internal import Synchronization
internal import TextSafety

/// Lists the associations of several configurations for a run, a few at a time, until no page comes any more.
struct ConfigurationListings: Sendable {
    private let inspector: Inspector
    private let pace: ListingPace
    private let watch: Stopwatch
    private let lastPage: PageTime

    /// Configurations that are listed at the same time: a run is not in a hurry here, and shares the service with others.
    private static let width = 4
    /// How long all listings together may bring no page.
    private static let silence = Duration.seconds(60)

    init(inspector: Inspector, clock: any Clock<Duration>) {
        self.inspector = inspector
        pace = ListingPace(clock: clock)
        watch = Stopwatch(clock)
        lastPage = PageTime()
    }

    /// Lists each of `arns` once, and tells each answer as it comes.
    func list(_ arns: [String], _ tell: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        let untold = Untold(arns)
        await withTaskGroup { group in
            group.addTask { await listAll(untold, tell) }
            group.addTask { await waitForSilence() }
            await group.next()
            group.cancelAll()
        }
        for arn in untold.rest() { tell(arn, .failed(detail: "no page came for \(Self.silence.components.seconds) seconds")) }
    }

    private func listAll(_ untold: Untold, _ tell: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        await withDiscardingTaskGroup { group in
            for _ in 0..<Self.width {
                group.addTask {
                    while !Task.isCancelled, let arn = untold.next() {
                        let answer = await answer(of: arn)
                        if untold.told(arn) { tell(arn, answer) }
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
            let listing = AssociationListing(inspector: inspector, patience: pace)
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

/// The configurations that are still to be listed, and those whose answer was not told yet.
private final class Untold: Sendable {
    private let state: Mutex<(waiting: ArraySlice<String>, untold: Set<String>)>

    init(_ arns: [String]) {
        state = Mutex((arns[...], Set(arns)))
    }

    func next() -> String? { state.withLock { $0.waiting.popFirst() } }

    /// Whether the answer is the first one.
    func told(_ arn: String) -> Bool { !Task.isCancelled && state.withLock { $0.untold.remove(arn) != nil } }

    func rest() -> [String] { state.withLock { $0.untold.sorted() } }
}

extension ListingAnswer {
    /// What a failed listing means for verification.
    init(_ error: ListingError) {
        switch error {
        case .repeatedToken(let operation): self = .failed(detail: "\(operation) gave the same nextToken twice")
        case .stalled, .endless, .unmatchedNames: self = .failed(detail: error.sentence)
        case .call(let call):
            switch CallFailure(call) {
            case .rejected(let refusal) where refusal.code == "ResourceNotFoundException": self = .configurationGone
            case .otherAccount(let other): self = .otherAccount(other)
            case .credentialsExpired(let sentence): self = .credentialsExpired(sentence: sentence)
            case .accessDenied, .nonsense, .notConnected, .refused, .rejected, .throttled, .unknown, .withdrawn:
                self = .failed(detail: call.sentence)
            }
        }
    }
}
