import InspectorCore
import TextSafety

extension Session {
    /// Lists the account from the beginning. Every listing of the account begins here.
    mutating func list() -> [Effect] {
        account.beginListing(during: run?.plan)
        return [.loadInventory(generation: connection.generation)]
    }

    /// Lists the account once more; results of the listing before are dropped.
    mutating func listAnew() -> [Effect] {
        connection.beginListing()
        return list()
    }

    /// Lists again what a run has overlapped, once no run is in progress.
    mutating func listOverlapped() -> [Effect] { run == nil ? account.listOverlapped() : [] }

    /// Takes in what the listing of the account brought.
    mutating func inventoryArrived(_ generation: Int, _ event: InventoryEvent) -> [Effect] {
        guard generation == connection.generation, account.overlapped.takes(event) else { return [] }
        apply(event)
        if case .configurations = event { return listOverlapped() }
        return []
    }

    /// Takes in what a listing of a few configurations brought.
    mutating func listedAgain(_ round: Int, _ event: InventoryEvent) {
        guard account.overlapped.takes(event, round: round) else { return }
        switch event {
        case .associations(let arn, _, let isLast):
            if isLast { account.endListing(of: arn) }
            apply(event)
        case .associationsFailed(let arn, _):
            account.endListing(of: arn)
            apply(event)
        case .waiting: apply(event)
        case .finished: if let notice = account.removeGone() { notices.show(notice) }
        case .configurations, .coverage, .coverageFailed, .failed: break
        }
    }

    private mutating func apply(_ event: InventoryEvent) {
        account.apply(event)
        switch event {
        case .failed(let error): report(Problem("Listing scan configurations", error, in: self))
        case .associationsFailed(let arn, let error):
            report(Problem("Listing the associations of \(account.inventory.name(ofArn: arn))", error, in: self))
        case .coverageFailed(let error): report(Problem("Listing repository names and scan states", error, in: self))
        case .configurations: identity.account = identity.account ?? account.inventory.account
        case .finished: if let notice = account.removeGone() { notices.show(notice) }
        case .associations, .coverage, .waiting: break
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
