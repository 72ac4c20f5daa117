import AWSClient
import InspectorCore

/// The simulated accounts and the simulator's own bookkeeping: all that changes.
struct World: Sendable {
    /// What was asked for at the start.
    let options: SimulatorOptions
    /// Who may sign.
    let keyring: Keyring
    /// The accounts, the first one first.
    var accounts: [Account]
    /// The place in ``accounts`` of the one that the call being answered was signed for.
    var signer = 0
    /// When the call being answered is looked at, counted from the start.
    var now: Duration = .zero
    /// The place of the configuration whose listing the call being answered ended.
    var endedListing: Int?
    /// What goes wrong.
    var faults: FaultPlan
    /// The limiter, when there is one.
    var bucket: TokenBucket?
    /// The calls so far.
    var calls: [RecordedCall] = []
    /// How many calls are kept at most; the older half is forgotten then.
    var callLimit = 500_000
    /// The number of the first call in ``calls``.
    var firstNumber = 1
    /// Calls whose signature and session were accepted.
    var acceptedCalls = 0
    /// Calls that were refused as expired since the plan was set.
    var expiredCalls = 0
    /// Calls to STS whose connection was closed since the plan was set.
    var unreachableCalls = 0
    /// Calls that were looked at.
    var answeredCalls = 0
    /// How many more calls each access key is good for; those that are not here do not expire.
    var callsLeft: [String: Int] = [:]
    /// Effects that are still to come.
    var lateEffects: [LateEffect] = []
    /// What another operator is going to do.
    var appointments: [Appointment] = []
    /// The number of the last change of an association.
    var lastSequence = 0

    /// The accounts that `options` describe.
    init(_ options: SimulatorOptions) {
        self.options = options
        keyring = Keyring(options)
        accounts = [Account(options)] + options.furtherAccounts.map { Account(options.filled(like: $0)) }
        faults = options.faults
        bucket = options.rate.map { TokenBucket(rate: $0, burst: options.burst) }
    }

    /// The account that the call being answered was signed for.
    var account: Account {
        get { accounts[signer] }
        _modify { yield &accounts[signer] }
    }

    /// The place of the account with this number.
    func place(ofAccount id: String) -> Int? { accounts.firstIndex { $0.options.accountId == id } }

    /// Takes note of a call and gives it its number.
    mutating func record(_ request: ReceivedRequest, operation: ServiceOperation?, time: Duration, key: SimulatorKey? = nil) -> Int {
        if calls.count >= callLimit {
            calls.removeFirst(callLimit / 2)
            firstNumber += callLimit / 2
        }
        let number = firstNumber + calls.count
        calls.append(
            RecordedCall(
                number: number, time: time, operation: operation?.rawValue ?? "\(request.method) \(request.path)",
                invocationId: request.headers["amz-sdk-invocation-id"], attempt: request.headers["amz-sdk-request"],
                account: key?.accountId, accessKeyId: key?.accessKeyId))
        return number
    }

    /// Changes the record of a call, if it is still kept.
    mutating func note(_ number: Int, _ change: (inout RecordedCall) -> Void) {
        let index = number - firstNumber
        if calls.indices.contains(index) { change(&calls[index]) }
    }
}
