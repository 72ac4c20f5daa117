package import FoundationEssentials
import Runtime

/// Lists what a run changed, again and again, and tells what is as before. It changes nothing in the account.
package struct WatchSession: Sendable {
    private let service: any RunService
    private let surroundings: any WatchSurroundings
    private let clock: any Clock<Duration>
    private let date: @Sendable () -> Date

    /// A session over the given service; waits are on `clock`, and `date` says when a listing was made.
    package init(
        service: any RunService, surroundings: any WatchSurroundings, clock: any Clock<Duration> = EventLoopClock(),
        date: @escaping @Sendable () -> Date = { Date() }
    ) {
        (self.service, self.surroundings, self.clock, self.date) = (service, surroundings, clock, date)
    }

    /// Starts to watch in a task of its own, for `time`.
    package func start(_ watch: Watch, for time: Duration) -> WatchHandle {
        let (events, continuation) = AsyncStream.makeStream(of: WatchEvent.self)
        let task = Task {
            await WatchLoop(session: self, watch: watch, end: time, events: continuation).run()
            continuation.finish()
        }
        return WatchHandle(events: events) { task.cancel() }
    }

    /// The rounds of one watch.
    private struct WatchLoop {
        let session: WatchSession
        var watch: Watch
        let end: Duration
        let events: AsyncStream<WatchEvent>.Continuation
        var rounds = 0
        /// What the journal could not take yet.
        var unrecorded: [String] = []

        func run() async {
            var loop = self
            await loop.follow()
            await loop.record()
            events.yield(.finished(WatchReport(watch: loop.watch, rounds: loop.rounds, isStopped: Task.isCancelled)))
        }

        private mutating func follow() async {
            let stopwatch = Stopwatch(session.clock)
            var pauses = WatchPauses(until: end)
            let endsAt = session.moment(in: end)
            while !Task.isCancelled, watch.count > 0 {
                events.yield(.listing(round: rounds + 1, configurations: watch.scanConfigurationArns.count, endsAt: endsAt))
                await list()
                guard !Task.isCancelled else { return }
                rounds += 1
                let now = stopwatch.now
                guard let next = pauses.next(at: now) else { return }
                events.yield(.waiting(rounds: rounds, nextAt: session.moment(in: next - now), endsAt: endsAt, watch.unlisted.first?.reason))
                await stopwatch.sleep(until: next)
            }
        }

        /// One round. What came before a stop counts.
        private mutating func list() async {
            if !watch.unlisted.isEmpty { await session.surroundings.reloadCredentials() }
            let arrivals = Mailbox<(arn: String, answer: ListingAnswer, asOf: String)>()
            await session.service.list(watch.scanConfigurationArns) { [date = session.date] arn, answer in
                arrivals.post((arn, answer, JournalTime.text(date())))
            }
            var new: [(target: Int, asOf: String)] = []
            for arrival in arrivals.takeWaiting() where !Task.isCancelled || arrival.answer.isListing {
                new += watch.take(arrival.arn, arrival.answer, asOf: arrival.asOf).map { ($0, arrival.asOf) }
            }
            guard !new.isEmpty else { return }
            let findings = await session.findings(new, in: watch)
            watch.note(findings)
            events.yield(.found(findings))
            unrecorded += watch.plan.sentences(about: findings)
            await record()
        }

        /// Puts what was found into the run's journal. What another process keeps it from is tried again with what is found next, and at the end.
        private mutating func record() async {
            while let first = unrecorded.first {
                if let problem = await session.surroundings.record(first) { return _ = events.yield(.notRecorded(problem)) }
                unrecorded.removeFirst()
            }
        }
    }

    private func moment(in time: Duration) -> String { JournalTime.text(date().addingTimeInterval(time.inSeconds)) }

    /// Who is behind each of them.
    private func findings(_ new: [(target: Int, asOf: String)], in watch: Watch) async -> [WatchFinding] {
        let later = await surroundings.laterChanges()
        let defaults = await surroundings.defaultConfigurations()
        return new.map { target, asOf in
            let cause: WatchCause
            if let change = later[target], change.isOpposite {
                cause = .run(change.runId)
            } else if watch.plan.change(of: watch.plan.targets[target]) == .associate {
                cause = .someoneElse
            } else if let defaults {
                cause =
                    defaults.contains(watch.plan.targets[target].association.scanConfigurationArn) ? .defaultConfiguration : .someoneElse
            } else {
                cause = .unknown
            }
            return WatchFinding(target: target, asOf: asOf, cause: cause)
        }
    }
}

/// What a watch needs to know besides the listings, and where it records what it finds.
package protocol WatchSurroundings: Sendable {
    /// The ARNs of the default configurations (scope ALL); nothing when they could not be listed.
    func defaultConfigurations() async -> Set<String>?
    /// What later runs of ours did to the run's targets, by their places.
    func laterChanges() async -> [Int: LaterChange]
    /// Adds a sentence to the run's record; why that was not possible, in words.
    func record(_ remark: String) async -> String?
    /// Asks the credential chain anew, after something could not be listed.
    func reloadCredentials() async
}

/// A watch under way, as its front end holds it.
package struct WatchHandle: Sendable {
    /// What the watch tells; ends after ``WatchEvent/finished(_:)``. One reader.
    package let events: AsyncStream<WatchEvent>
    private let end: @Sendable () -> Void

    init(events: AsyncStream<WatchEvent>, end: @escaping @Sendable () -> Void) { (self.events, self.end) = (events, end) }

    /// Ends the watch; it reports what it found so far.
    package func stop() { end() }
}

/// What a watch tells while it goes on. Moments are ISO 8601 in UTC.
package enum WatchEvent: Hashable, Sendable {
    /// A round of listings begins.
    case listing(round: Int, configurations: Int, endsAt: String)
    /// A round has ended, and the next one begins then; why a listing did not come to its end, in words.
    case waiting(rounds: Int, nextAt: String, endsAt: String, String?)
    /// Targets are as before again.
    case found([WatchFinding])
    /// The run's journal could not take what was found; why, in words.
    case notRecorded(String)
    /// Nothing more happens.
    case finished(WatchReport)
}

/// How a watch has ended.
package struct WatchReport: Hashable, Sendable {
    /// The run's plan.
    package let plan: Plan
    /// How many targets were watched.
    package let watched: Int
    /// How many were not, because a later run of ours had changed them back before.
    package let changedBackBefore: Int
    /// How many rounds of listings came to their end.
    package let rounds: Int
    /// Whether the operator ended it.
    package let isStopped: Bool
    /// Targets that are as before again, in the order they were found.
    package let findings: [WatchFinding]
    /// Places of targets that no listing has shown as the run made them.
    package let stillAsBefore: [Int]
    /// Names of configurations whose last listing did not come to its end, each with the reason.
    package let unlisted: [String]
    /// Whether everything that was watched is as the run made it.
    package let isAsWanted: Bool

    /// A report that says just this; everything was listed at the end.
    package init(plan: Plan, watched: Int, rounds: Int, isStopped: Bool, findings: [WatchFinding]) {
        (self.plan, self.watched, self.rounds, self.isStopped, self.findings) = (plan, watched, rounds, isStopped, findings)
        (changedBackBefore, stillAsBefore, unlisted, isAsWanted) = (0, [], [], findings.isEmpty)
    }

    init(watch: Watch, rounds: Int, isStopped: Bool) {
        (plan, watched, changedBackBefore) = (watch.plan, watch.count, watch.changedBackBefore)
        (self.rounds, self.isStopped, findings, stillAsBefore) = (rounds, isStopped, watch.findings, watch.stillAsBefore)
        unlisted = watch.unlisted.map { "\(watch.plan.name(ofConfiguration: $0.scanConfigurationArn)): \($0.reason)" }
        isAsWanted = watch.isAsWanted && rounds > 0
    }
}

extension Plan {
    /// The name of a configuration as the plan knows it, else its ARN.
    func name(ofConfiguration arn: String) -> String {
        targets.first { $0.association.scanConfigurationArn == arn }?.configurationName ?? arn
    }
}
