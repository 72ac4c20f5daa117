import InspectorCore
import Terminal
import TextSafety

/// The state of the account's listing in a line: what it waits for, how far it is, or what is missing.
struct ListingStatus {
    private let session: Session
    private var account: Account { session.account }

    init(_ session: Session) {
        self.session = session
    }

    /// The line; empty when the listing is complete.
    var line: Line {
        if !session.connection.isReady { return .empty }
        if let interruption { return Line(interruption, .warning) }
        if let sentence = account.listingWait?.sentence, account.inventory.isLoading { return Line(sentence, .dim) }
        if account.inventory.isLoading { return Line("Listing: \(account.inventory.associationCount.counted("association")) so far", .dim) }
        if case .failed = account.inventory.namesState { return Line("Names could not be listed: projects are shown by ID.", .dim) }
        return account.inventory.isComplete ? .empty : Line("The listing is incomplete: ! shows why, r tries again.", .dim)
    }

    /// "1 interrupted run: 11,550 left, press H": runs of this account that were interrupted before this session.
    private var interruption: String? {
        let runs = session.interruptedRuns.filter { $0.account != nil && $0.account == session.identity.account }
        if runs.isEmpty { return nil }
        let regions = Set(runs.compactMap(\.region)).subtracting([session.identity.region].compactMap(\.self)).sorted()
        let left = runs.reduce(0) { $0 + $1.left }
        let words = "\(runs.count.counted("interrupted run")): " + (left > 0 ? "\(left.grouped) left" : "only verification left")
        return ([words] + regions + ["press H"]).joined(separator: ", ")
    }
}
