import InspectorCore
import TextSafety

extension Session {
    /// Lists a session's account from the beginning. Every listing of an account begins here.
    mutating func list(_ key: SessionKey = 0) -> [Effect] {
        if self[key].twin != nil { return [] }
        account.beginListing(during: liveRun(in: key)?.plan, in: key)
        return [.loadInventory(generation: self[key].connection.generation, at: key)]
    }

    /// Lists a session's account once more; results of the listing before are dropped.
    mutating func listAnew(_ key: SessionKey = 0) -> [Effect] {
        self[key].connection.beginListing()
        return list(key)
    }

    /// Lists again the sessions that are looked at, opens those that could not be opened, and has waiting runs go on.
    mutating func refresh(_ keys: [SessionKey]? = nil) -> [Effect] {
        let keys = keys ?? shownSeats.map(\.key)
        return keys.flatMap { key -> [Effect] in
            if liveRun(in: key)?.isPaused ?? false { return [.continueRun(at: key)] }
            return self[key].connection.isReady ? listAnew(key) : connect([key])
        }
    }

    /// Lists again what a run has overlapped, once no run is in progress there.
    mutating func listOverlapped(_ key: SessionKey = 0) -> [Effect] { liveRun(in: key) == nil ? account.listOverlapped(in: key) : [] }

    /// Takes in what the listing of the account brought.
    mutating func inventoryArrived(_ generation: Int, _ event: InventoryEvent, at key: SessionKey = 0) -> [Effect] {
        guard generation == self[key].connection.generation, self[key].twin == nil, account.overlapped[Int(key)].takes(event) else {
            return []
        }
        apply(event, at: key)
        if case .configurations = event { return listOverlapped(key) }
        return []
    }

    /// Takes in what a listing of a few configurations brought.
    mutating func listedAgain(_ round: Int, _ event: InventoryEvent, at key: SessionKey = 0) {
        guard account.overlapped[Int(key)].takes(event, round: round) else { return }
        switch event {
        case .associations(let arn, _, let isLast):
            if isLast { account.endListing(of: arn, in: key) }
            apply(event, at: key)
        case .associationsFailed(let arn, _):
            account.endListing(of: arn, in: key)
            apply(event, at: key)
        case .waiting: apply(event, at: key)
        case .finished: if let notice = account.removeGone() { notices.show(notice) }
        case .configurations, .coverage, .coverageFailed, .failed: break
        }
    }

    private mutating func apply(_ event: InventoryEvent, at key: SessionKey) {
        account.apply(event, from: key)
        switch event {
        case .failed(let error): report(Problem("Listing scan configurations", error, in: self), of: key)
        case .associationsFailed(let arn, let error):
            report(Problem("Listing the associations of \(account.inventory.only(key).name(ofArn: arn))", error, in: self), of: key)
        case .coverageFailed(let error): report(Problem("Listing repository names and scan states", error, in: self), of: key)
        case .configurations where self[key].identity.account == nil:
            self[key].identity.account = account.inventory.only(key).account
            noteOrigin(of: key)
            for twin in findTwins() { account.forget(twin) }
        case .finished: if let notice = account.removeGone() { notices.show(notice) }
        case .configurations, .associations, .coverage, .waiting: break
        }
    }
}

extension Problem {
    /// Tells why a listing ended. What is shown, and marked, stays the session's account's when the credentials are another's.
    init(_ context: String, _ error: ListingError, in session: Session) {
        let hint =
            error.isOtherAccount
            ? " \(session.key(.program(.profiles))) starts a session with those credentials; \(session.key(.refresh)) tries again." : ""
        self.init(context: context, sentence: error.sentence + hint)
    }
}

extension Inventory {
    fileprivate func name(ofArn arn: String) -> String {
        configurations(named: arn).first.map { entries[Int($0)].configuration.name } ?? arn
    }
}
