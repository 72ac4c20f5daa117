import InspectorCore

/// Listings that a run of this session overlaps. Pages are no snapshot: rows that a run removes between two pages let others slide past
/// the page border unseen. Such a listing does not count; it starts over when the run has ended.
struct OverlappedListings: Equatable, Sendable {
    /// Configurations whose pages are no longer accepted from the account's listing.
    private var givenUp: Set<String> = []
    /// Configurations that are to be listed again.
    private(set) var due: Set<String> = []
    /// Configurations that are being listed again.
    private var underWay: Set<String> = []
    /// The number of the newest listing of that kind; pages of an older one are dropped.
    private(set) var round = 0

    /// A new listing of the account starts, which lists everything again.
    mutating func reset() { self = Self(round: round + 1) }

    /// A run changes these configurations while they are being listed.
    mutating func overlap(_ arns: some Sequence<String>) {
        givenUp.formUnion(arns)
        due.formUnion(arns)
    }

    /// Whether what the account's listing brought counts.
    func takes(_ event: InventoryEvent) -> Bool {
        event.associationsArn.map { !givenUp.contains($0) } ?? true
    }

    /// Whether what the listing of a few configurations with this number brought counts.
    func takes(_ event: InventoryEvent, round: Int) -> Bool {
        round == self.round && (event.associationsArn.map { !due.contains($0) } ?? true)
    }

    /// The configuration was listed again to its end.
    mutating func ended(_ arn: String) { underWay.remove(arn) }

    /// The due ones that are known, to be listed again now together with those in progress.
    mutating func startOver(where isKnown: (String) -> Bool) -> [String] {
        let known = due.filter(isKnown)
        guard !known.isEmpty else { return [] }
        due.subtract(known)
        underWay.formUnion(known)
        round += 1
        return underWay.sorted()
    }

    /// Configurations that do not exist are not waited for.
    mutating func forgetDue() { due = [] }

    private init(round: Int) { self.round = round }

    /// None.
    init() {}
}

extension InventoryEvent {
    /// The configuration whose associations it is about, if any.
    fileprivate var associationsArn: String? {
        switch self {
        case .associations(let arn, _, _), .associationsFailed(let arn, _): arn
        case .configurations, .coverage, .coverageFailed, .waiting, .failed, .finished: nil
        }
    }
}
