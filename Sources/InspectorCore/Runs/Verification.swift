/// Rounds of listings that settle what became of targets: each round lists the configurations that have targets left to settle.
struct Verification: Hashable, Sendable {
    /// Targets left to settle, by their configuration's ARN.
    private(set) var open: [String: [Int]] = [:]
    /// What the listings so far have shown of each target left to settle.
    var sightings: [Int: Sightings] = [:]
    /// Counts the rounds from 1.
    private(set) var round = 0
    private var patience: VerificationPatience
    private var beingListed: Set<String> = []
    private var began = Duration.zero
    private var broughtListing = false
    /// When the next round begins; absent while configurations are being listed.
    private(set) var nextRound: Duration?

    /// Nothing to settle yet; pauses are `patience` in all.
    init(patience: Duration) {
        self.patience = VerificationPatience(total: patience)
    }

    /// Whether nothing is listed and nothing is waited for.
    var isOver: Bool { beingListed.isEmpty && nextRound == nil }

    /// Whether the listings of a round are all there.
    var isRoundOver: Bool { beingListed.isEmpty }

    /// How many targets are left to settle.
    var openCount: Int { open.values.reduce(0) { $0 + $1.count } }

    /// Sets out to settle `targets` by configuration; an ARN without targets is listed once. The ARNs to list come back sorted.
    mutating func begin(_ targets: [String: [Int]], at now: Duration) -> [String] {
        (open, sightings, round) = (targets.filter { !$0.value.isEmpty }, [:], 0)
        return beginRound(listing: Set(targets.keys), at: now)
    }

    /// The ARNs of the next round when its time has come.
    mutating func nextRound(at now: Duration) -> [String]? {
        guard let nextRound, nextRound <= now else { return nil }
        return beginRound(listing: Set(open.keys), at: now)
    }

    private mutating func beginRound(listing arns: Set<String>, at now: Duration) -> [String] {
        round += 1
        (beingListed, began, broughtListing, nextRound) = (arns, now, false, nil)
        return arns.sorted()
    }

    /// Takes the answer for `arn` in; false when this round does not wait for it.
    mutating func arrived(_ arn: String, isListing: Bool) -> Bool {
        guard beingListed.remove(arn) != nil else { return false }
        broughtListing = broughtListing || isListing
        return true
    }

    /// Keeps those of a configuration's targets that its listing did not settle.
    mutating func keep(_ targets: [Int], of arn: String) {
        open[arn] = targets.isEmpty ? nil : targets
    }

    /// Ends a round; whether there is another one. There is none when nothing is left to settle or waiting is not worth it any more.
    mutating func endRound(at now: Duration) -> Bool {
        if !broughtListing { patience.wasted(now - began) }
        guard !open.isEmpty, let pause = patience.pause() else { return false }
        nextRound = now + pause
        return true
    }

    /// Waits for no further round.
    mutating func giveUp() { patience.wasted(.seconds(1_000_000)) }

    /// Settles no more.
    mutating func end() {
        (open, sightings, beingListed, nextRound) = ([:], [:], [], nil)
    }

    /// Where the verification stands.
    func progress(at now: Duration) -> VerificationProgress {
        VerificationProgress(
            round: round, configurations: nextRound == nil ? beingListed.count : open.count, targets: openCount,
            nextListing: nextRound.map { $0 - now })
    }
}

/// What the listings so far have shown of one target.
struct Sightings: Hashable, Sendable {
    /// Complete listings in a row that show it as the run wants it.
    var inARow = 0
    /// When the last complete listing showed it otherwise, ISO 8601 in UTC; absent when that one shows it as wanted, or there was none.
    var otherwiseAsOf: String?
    /// Why the last listing said nothing; absent when it said something.
    var failure: String?

    /// Takes in what one more listing shows.
    mutating func note(_ sight: Sight, asOf: String) {
        switch sight {
        case .asWanted: (inARow, otherwiseAsOf, failure) = (inARow + 1, nil, nil)
        case .otherwise: (inARow, otherwiseAsOf, failure) = (0, asOf, nil)
        case .nothing(let detail): failure = detail
        }
    }
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

/// Where a run's verification stands.
package struct VerificationProgress: Hashable, Sendable {
    /// Counts the rounds of listings from 1.
    package var round: Int
    /// Configurations that are listed in this round, or will be in the next.
    package var configurations: Int
    /// Targets that the listings have not settled.
    package var targets: Int
    /// The time until the next round; absent while configurations are being listed.
    package var nextListing: Duration?

    /// A verification in this round, listing unless there is time until the next.
    package init(round: Int, configurations: Int, targets: Int, nextListing: Duration? = nil) {
        self.round = round
        self.configurations = configurations
        self.targets = targets
        self.nextListing = nextListing
    }
}
