/// Rounds of listings that tell what became of targets: each round lists the configurations that still have open ones.
struct Verification: Sendable {
    /// Why configurations are listed.
    enum Purpose: Hashable {
        /// Before anything is sent, to see what an earlier session left in doubt.
        case earlierDoubts
        /// After everything was sent, or in a session that sends nothing, to see what the run changed.
        case results
    }

    let purpose: Purpose
    /// Counts the rounds from 1; 0 when there is nothing to list.
    private(set) var round = 0
    /// When the next round begins; absent while configurations are being listed.
    private(set) var nextRound: Duration?
    /// What is left of the pauses between rounds.
    private(set) var pauses: PauseBudget
    private var open: [String: [OpenTarget]]
    private var beingListed: Set<String> = []
    private var relistQueue: Set<String> = []
    private var began = Duration.zero
    private var broughtListing = false
    /// Configurations whose last listing failed, and why the last of them did.
    private var unlisted: Set<String> = []
    private var problem: String?
    /// Why no page of any listing comes at the moment, since when, and when it is tried again.
    private var trouble: (cause: RunTrouble, since: Duration, nextTry: Duration?)?

    private struct OpenTarget: Sendable {
        let target: Int
        var sightings = Sightings()
    }

    /// A verification of `targets` by their configuration's ARN, which begins at once. An ARN without targets is listed once.
    init(_ purpose: Purpose, of targets: [String: [Int]], pauses: PauseBudget, at now: Duration) {
        self.purpose = purpose
        self.pauses = pauses
        open = targets.filter { !$0.value.isEmpty }.mapValues { $0.map { OpenTarget(target: $0) } }
        if !targets.isEmpty { beginRound(listing: Set(targets.keys), at: now) }
    }

    /// Whether nothing is listed and nothing is waited for.
    var isOver: Bool { beingListed.isEmpty && nextRound == nil }

    /// Whether the listings of a round are all there.
    var isRoundOver: Bool { beingListed.isEmpty }

    /// The configurations that this round still lists, in order.
    var arnsBeingListed: [String] { beingListed.sorted() }

    /// Whether listings are put off until the operator has done something.
    var waitsForOperator: Bool { !relistQueue.isEmpty }

    /// How many targets are left open.
    var openCount: Int { open.values.reduce(0) { $0 + $1.count } }

    /// Configurations with targets left open whose last listing did not come to its end.
    var unlistedCount: Int { unlisted.count { open[$0] != nil } }

    /// Configurations whose last listing did not come to its end, or has not come yet.
    var notListedCount: Int { unlisted.union(beingListed).count }

    /// The configurations with targets left open, in order.
    var openArns: [String] { open.keys.sorted() }

    /// The targets of a configuration that are left open, with what the listings so far have shown of them.
    func openTargets(of arn: String) -> [(target: Int, sightings: Sightings)] {
        (open[arn] ?? []).map { ($0.target, $0.sightings) }
    }

    /// Where the verification stands.
    func progress(at now: Duration) -> VerificationProgress {
        VerificationProgress(
            round: round, configurations: nextRound == nil ? beingListed.count : open.count, targets: openCount,
            nextListing: nextRound.map { $0 - now }, unlisted: unlisted.count, problem: unlisted.isEmpty ? nil : problem,
            trouble: trouble(at: now))
    }

    /// Whether configurations are being listed and no page comes.
    var isInTrouble: Bool { trouble != nil && !beingListed.isEmpty }

    private func trouble(at now: Duration) -> RunTrouble? {
        guard let trouble, isInTrouble else { return nil }
        let next = trouble.nextTry.map { Int(max($0 - now, .zero).inSeconds.rounded(.up)) }
        return RunTrouble(
            problem: trouble.cause.problem, seconds: Int((now - trouble.since).components.seconds), nextTry: next,
            patience: trouble.cause.patience)
    }
}

extension Verification {
    /// Begins the next round when its time has come; false when it has not.
    mutating func beginNextRound(at now: Duration) -> Bool {
        guard let nextRound, nextRound <= now else { return false }
        beginRound(listing: Set(open.keys), at: now)
        return true
    }

    private mutating func beginRound(listing arns: Set<String>, at now: Duration) {
        round += 1
        (beingListed, began, broughtListing, nextRound, trouble) = (arns, now, false, nil, nil)
    }

    /// Puts the listing of `arn` off until the operator has done something.
    mutating func postpone(_ arn: String) { relistQueue.insert(arn) }

    /// The configurations whose listing was put off, which are listed now.
    mutating func takeRelistQueue() -> [String] {
        defer { relistQueue = [] }
        return relistQueue.sorted()
    }

    /// Notes what stands in the way of all listings, or that nothing does; false when this round does not wait for `arn`.
    mutating func note(_ trouble: RunTrouble?, of arn: String, at now: Duration) -> Bool {
        guard beingListed.contains(arn) else { return false }
        self.trouble = trouble.map { ($0, now - .seconds($0.seconds), $0.nextTry.map { now + .seconds($0) }) }
        return true
    }

    /// Notes that the answer for `arn` came, or why none did; false when this round does not wait for it.
    mutating func arrived(_ arn: String, problem: String? = nil) -> Bool {
        guard beingListed.remove(arn) != nil else { return false }
        if let problem {
            unlisted.insert(arn)
            self.problem = problem
        } else {
            unlisted.remove(arn)
            broughtListing = true
            trouble = nil
        }
        return true
    }

    /// Ends a round; whether there is another one. There is none when nothing is left open or waiting is not worth it any more.
    mutating func endRound(at now: Duration) -> Bool {
        if !broughtListing { pauses.spend(now - began) }
        guard !open.isEmpty, let pause = pauses.next() else { return false }
        nextRound = now + pause
        return true
    }

    /// Waits for no further round.
    mutating func giveUpWaiting() { pauses.spendAll() }

    /// Leaves everything as it is.
    mutating func end() {
        (open, beingListed, relistQueue, nextRound) = ([:], [], [], nil)
    }
}

extension Verification {
    /// What a listing decided.
    struct Findings: Equatable {
        /// Targets proven to be as the run wants them.
        var proven: [Int] = []
        /// Targets in doubt that are as before, and can be sent.
        var undone: [Int] = []
    }

    /// Takes in what one listing of a configuration shows of its open targets. One that shows a target otherwise proves that at once; that
    /// it is as wanted takes as many in a row as `proofsNeeded` says.
    mutating func judge(
        _ arn: String, asOf: String, at now: Duration, sight: (_ target: Int) -> Sight, proofsNeeded: (_ target: Int) -> Int
    ) -> Findings {
        var findings = Findings()
        var left: [OpenTarget] = []
        for var open in open[arn] ?? [] {
            let sight = sight(open.target)
            open.sightings.note(sight, asOf: asOf, at: now)
            if sight == .asWanted, open.sightings.inARow >= proofsNeeded(open.target) {
                findings.proven.append(open.target)
            } else if sight == .otherwise, purpose == .earlierDoubts {
                findings.undone.append(open.target)
            } else {
                left.append(open)
            }
        }
        open[arn] = left.isEmpty ? nil : left
        return findings
    }
}

/// What the listings so far have shown of one target.
struct Sightings: Hashable, Sendable {
    /// Complete listings in a row that show it as the run wants it.
    private(set) var inARow = 0
    /// When the last complete listing showed it otherwise, ISO 8601 in UTC; absent when that one shows it as wanted, or there was none.
    private(set) var otherwiseAsOf: String?
    /// When the first and the last of the complete listings in a row showed it otherwise, since the run began.
    private var otherwise: ClosedRange<Duration>?
    /// Why the last listing said nothing; absent when it said something.
    private(set) var failure: String?

    /// Takes in what one more listing shows. One that proves nothing leaves what was seen before.
    mutating func note(_ sight: Sight, asOf: String, at now: Duration) {
        switch sight {
        case .asWanted: (inARow, otherwiseAsOf, otherwise, failure) = (inARow + 1, nil, nil, nil)
        case .otherwise:
            otherwise = (otherwise?.lowerBound ?? now)...now
            (inARow, otherwiseAsOf, failure) = (0, asOf, nil)
        case .nothing(let detail): failure = detail
        }
    }

    /// For how long listings may lag behind a change, as far as a run waits for them.
    static let longestLag = Duration.seconds(60)

    /// Whether listings have shown it otherwise for so long that they do not merely lag.
    var outlastsLag: Bool { otherwise.map { $0.upperBound - $0.lowerBound >= Self.longestLag } ?? false }
}

/// What one listing shows of one target.
enum Sight: Hashable, Sendable {
    /// It is as the run wants it.
    case asWanted
    /// It is not.
    case otherwise
    /// The listing proves nothing about it; why.
    case nothing(String)
}

/// How long a run waits for listings to show what became of its targets: pauses that grow from 1 to 15 seconds, with a given sum.
///
/// All listings of a run share it. What it bounds are the pauses; a round of listings that brings nothing counts with its own length.
struct PauseBudget: Hashable, Sendable {
    private static let first = Duration.seconds(1)
    private static let longest = Duration.seconds(15)

    private let total: Duration
    private var spent = Duration.zero
    private var pause = first

    /// A budget of pauses of `total` in all.
    init(total: Duration) {
        self.total = total
    }

    /// The pause before the next round; absent when nothing is left.
    mutating func next() -> Duration? {
        guard spent < total else { return nil }
        let next = min(pause, total - spent)
        spent += next
        pause = min(pause * 2, Self.longest)
        return next
    }

    /// Counts time in which listings brought nothing.
    mutating func spend(_ time: Duration) { spent += time }

    /// Leaves nothing.
    mutating func spendAll() { spent = max(spent, total) }
}

/// Where a run's verification stands.
package struct VerificationProgress: Hashable, Sendable {
    /// Counts the rounds of listings from 1.
    package var round: Int
    /// Configurations that are listed in this round, or will be in the next.
    package var configurations: Int
    /// Targets that the listings leave open.
    package var targets: Int
    /// The time until the next round; absent while configurations are being listed.
    package var nextListing: Duration?
    /// Configurations whose last listing failed.
    package var unlisted: Int
    /// Why the last of them failed, in words.
    package var problem: String?
    /// Why no page comes while configurations are being listed; absent when pages do.
    package var trouble: RunTrouble?

    /// A verification in this round, listing unless there is time until the next.
    package init(
        round: Int, configurations: Int, targets: Int, nextListing: Duration? = nil, unlisted: Int = 0, problem: String? = nil,
        trouble: RunTrouble? = nil
    ) {
        self.round = round
        self.configurations = configurations
        self.targets = targets
        self.nextListing = nextListing
        self.unlisted = unlisted
        self.problem = problem
        self.trouble = trouble
    }
}
