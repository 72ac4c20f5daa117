import AWSClient
internal import Runtime
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
    private static let patience = Int(silence.components.seconds)
    /// A page that takes longer than this is missed.
    private static let longestAnswer = Duration.seconds(3)

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
            group.addTask { await waitForSilence(unanswered, receive) }
            await group.next()
            group.cancelAll()
        }
        for arn in unanswered.rest() { receive(arn, .failed(detail: "no page came for \(Self.patience) seconds")) }
    }

    private func listAll(_ unanswered: UnansweredListings, _ receive: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        await withDiscardingTaskGroup { group in
            for _ in 0..<Self.width {
                group.addTask {
                    while !Task.isCancelled, let arn = unanswered.next() {
                        let answer = await answer(of: arn, receive)
                        if unanswered.takeAnswer(of: arn) { receive(arn, answer) }
                    }
                }
            }
        }
    }

    /// Returns when no page has come for a while, and says before that none comes, where no failed try has said so.
    private func waitForSilence(
        _ unanswered: UnansweredListings, _ receive: @escaping @Sendable (String, ListingAnswer) -> Void
    ) async {
        while !Task.isCancelled, watch.now < lastPage.moment + Self.silence {
            let (now, noticed) = (watch.now, lastPage.moment + Self.longestAnswer)
            if now >= noticed, !lastPage.isMissed, let arn = unanswered.first {
                lastPage.isMissed = true
                let seconds = Int((now - lastPage.moment).components.seconds)
                receive(arn, .underWay(RunTrouble(problem: nil, seconds: seconds, patience: Self.patience)))
            }
            await watch.sleep(until: min(lastPage.moment + Self.silence, max(noticed, now + Self.longestAnswer)))
        }
    }

    /// Everything associated with a configuration now, to the last page.
    private func answer(of arn: String, _ receive: @escaping @Sendable (String, ListingAnswer) -> Void) async -> ListingAnswer {
        let observer = FailedTries.Observer { error, wait in
            guard let trouble = await trouble(error, nextTryIn: wait) else { return }
            lastPage.isMissed = true
            receive(arn, .underWay(trouble))
        }
        return await FailedTries.$observer.withValue(observer) {
            await listing(of: arn) { if lastPage.arrived(at: watch.now), !Task.isCancelled { receive(arn, .underWay(nil)) } }
        }
    }

    private func listing(of arn: String, _ pageArrived: () -> Void) async -> ListingAnswer {
        var found: Set<AssociationResource> = []
        do throws(ListingError) {
            let listing = AssociationListing(inspector: inspector, retries: retries)
            try await listing.pages(of: arn) { resources, _ in
                pageArrived()
                found.formUnion(resources)
            }
            return .associations(found, provesAbsence: found.allSatisfy(\.isMatched))
        } catch {
            return ListingAnswer(error)
        }
    }

    /// A try that failed, where no page of any listing came meanwhile.
    private func trouble(_ error: CallError, nextTryIn wait: Duration) async -> RunTrouble? {
        guard let silence = await retries.wait(of: ListingWait.leastTrouble) else { return nil }
        return RunTrouble(
            problem: error.sentence, seconds: silence.seconds, nextTry: Int(wait.inSeconds.rounded(.up)), patience: Self.patience)
    }
}

/// When the last page came, since the listings began, and whether somebody was told that none comes.
private final class PageTime: Sendable {
    private let value = Locked((moment: Duration.zero, isMissed: false))

    var moment: Duration { value.withLock { $0.moment } }
    var isMissed: Bool {
        get { value.withLock { $0.isMissed } }
        set { value.withLock { $0.isMissed = newValue } }
    }

    /// Notes a page; whether somebody was told that none comes.
    func arrived(at moment: Duration) -> Bool {
        value.withLock { value in
            defer { value = (moment, false) }
            return value.isMissed
        }
    }
}

/// The configurations that are still to be listed, and those whose answer was not handed over yet.
private final class UnansweredListings: Sendable {
    private let state: Locked<(waiting: ArraySlice<String>, unanswered: Set<String>)>

    init(_ arns: [String]) {
        state = Locked((arns[...], Set(arns)))
    }

    func next() -> String? { state.withLock { $0.waiting.popFirst() } }

    /// A configuration whose answer was not handed over.
    var first: String? { state.withLock { $0.unanswered.min() } }

    /// Whether the answer is the first one, and still wanted.
    func takeAnswer(of arn: String) -> Bool { !Task.isCancelled && state.withLock { $0.unanswered.remove(arn) != nil } }

    func rest() -> [String] { state.withLock { $0.unanswered.sorted() } }
}
