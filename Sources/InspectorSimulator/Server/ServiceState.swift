import InspectorCore

/// All that changes while a simulator runs: the accounts, what goes wrong, and the record of what was called.
struct ServiceState: Sendable {
    /// What the simulator was started with.
    let options: SimulatorOptions
    /// Who may sign.
    let keyring: Keyring
    /// The accounts, the first one first.
    var accounts: [SimulatedAccount]
    /// The index in ``accounts`` of the one that the call being answered was signed for.
    var signer = 0
    /// When the call being answered is looked at, counted from the start.
    var now: Duration = .zero
    /// What goes wrong.
    var faults: FaultPlan
    /// What the faults of credentials have come to.
    var credentials = CredentialState()
    /// The limit on calls a second, when there is one.
    var bucket: TokenBucket?
    /// The calls so far.
    var log = CallLog()
    /// How many calls have been looked at.
    var answeredCalls = 0
    /// Effects that are still to come.
    var lateEffects: [LateEffect] = []
    /// What another operator is going to do.
    var appointments: [Appointment] = []
    /// The index of the configuration whose listing the call being answered ended.
    var endedListing: Int?
    /// The number of the last change of an association.
    var lastSequence = 0

    /// The accounts that `options` describe, as they are at that moment, in seconds since 1970.
    init(_ options: SimulatorOptions, startedAt: Int64 = MadeUpTime.epoch) {
        self.options = options
        keyring = Keyring(options)
        accounts = ([options] + options.furtherAccounts.map(options.filled)).map { SimulatedAccount($0, startedAt: startedAt) }
        faults = options.faults
        bucket = options.rate.map { TokenBucket(rate: $0, burst: options.burst) }
    }

    /// The account that the call being answered was signed for.
    var account: SimulatedAccount {
        get { accounts[signer] }
        _modify { yield &accounts[signer] }
    }

    /// The index of the account with this number.
    func index(ofAccount id: String) -> Int? { accounts.firstIndex { $0.options.accountId == id } }

    /// Makes or dissolves an association; false when that is how it was.
    @discardableResult
    mutating func change(_ key: AssociationKey, in index: Int, to isAssociated: Bool, by actor: ChangeActor) -> Bool {
        let isChanged = accounts[index].change(key, to: isAssociated, by: actor, sequence: lastSequence + 1, at: now)
        lastSequence += isChanged ? 1 : 0
        return isChanged
    }
}
