import InspectorCore

/// All that changes while a simulator runs: the accounts, what goes wrong, and the record of what was called.
struct ServiceState: Sendable {
    /// What the simulator was started with.
    let options: SimulatorOptions
    /// Who may sign.
    let keyring: Keyring
    /// Every account in every region, see ``SimulatorOptions/places``.
    var accounts: [SimulatedAccount]
    /// The index in ``accounts`` of the one that the call being answered was signed for.
    var signer = 0
    /// When the call being answered is looked at, counted from the start.
    var now: Duration = .zero
    /// What goes wrong.
    var faults: FaultPlan
    /// What the faults of credentials have come to.
    var credentials = CredentialState()
    /// The place whose ``faults`` and ``credentials`` these are; nil is everywhere that has none of its own.
    var openConditions: Int?
    /// Those of the other places.
    var closedConditions: [Int?: PlaceConditions] = [:]
    /// The places that have faults of their own.
    var ownConditions: Set<Int> = []
    /// The limit on calls a second, when there is one.
    var bucket: TokenBucket?
    /// The calls so far.
    var log = CallLog()
    /// How many calls have been looked at.
    var answeredCalls = 0
    /// Effects that are still to come.
    var lateEffects: [LateEffect] = []
    /// What default configurations are going to associate again.
    var comebacks: [Comeback] = []
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
        accounts = options.places.map { SimulatedAccount($0, startedAt: startedAt) }
        faults = options.faults
        bucket = options.rate.map { TokenBucket(rate: $0, burst: options.burst) }
    }

    /// The account that the call being answered was signed for.
    var account: SimulatedAccount {
        get { accounts[signer] }
        _modify { yield &accounts[signer] }
    }

    /// The index of the account with this number in its first region.
    func index(ofAccount id: String) -> Int? { accounts.firstIndex { $0.options.accountId == id } }

    /// Makes or dissolves an association; false when that is how it was.
    @discardableResult
    mutating func change(_ key: AssociationKey, in index: Int, to isAssociated: Bool, by actor: ChangeActor) -> Bool {
        let isChanged = accounts[index].change(key, to: isAssociated, by: actor, sequence: lastSequence + 1, at: now)
        lastSequence += isChanged ? 1 : 0
        if isChanged, !isAssociated { planComeback(of: key, in: index) }
        return isChanged
    }
}

extension ServiceState {
    /// New projects come into an account; its default configurations associate them by themselves, as far as they have room.
    mutating func addProjects(_ count: Int, in index: Int) {
        let defaults = accounts[index].configurations.indices.filter { accounts[index].configurations[$0].summary.isDefault }
        for _ in 0..<count {
            let project = accounts[index].addProject()
            for configuration in defaults {
                change(AssociationKey(configuration: configuration, project: project), in: index, to: true, by: .defaultConfiguration)
            }
        }
    }
}

/// What is known of a call before an operation looks at it.
struct ReceivedCall: Sendable {
    /// The request.
    let request: ReceivedRequest
    /// What it asks for; nil when there is no such operation.
    let operation: ServiceOperation?
    /// Its number.
    let number: Int
    /// When it is looked at, counted from the start.
    let time: Duration
    /// The key that signed it; nil when it is not known.
    let key: SimulatorKey?
    /// The region that it was signed for.
    var region: String?
    /// Why its signature is refused, if it is.
    let refusal: ServiceFault?
}

extension ServiceState {
    /// Answers a call, changes the account and completes the call's record.
    mutating func answer(_ call: ReceivedCall) -> Answer {
        let requestId = UUIDText.drawn(seed: options.seed, purpose: "request", key: UInt64(call.number))
        begin(call)
        var answer: Answer
        do {
            answer = try accepted(call, requestId: requestId)
        } catch {
            log.note(call.number) { $0.errorCode = error.code }
            let isTokenService = call.operation?.isTokenService == true
            answer = isTokenService ? Answer(query: error, requestId: requestId) : Answer(error, number: call.number)
        }
        answer.headers.append(("x-amzn-requestid", requestId))
        log.note(call.number) { $0.status = answer.sentStatus }
        return answer
    }

    /// Time goes on, and the account that the call was signed for is opened.
    private mutating func begin(_ call: ReceivedCall) {
        now = max(now, call.time)
        answeredCalls += 1
        open(account: call.key?.accountId, region: call.region)
        endedListing = nil
        carryOutLateEffects()
    }

    private mutating func accepted(_ call: ReceivedCall, requestId: String) throws(ServiceFault) -> Answer {
        guard let operation = call.operation else { throw .unknownOperation }
        if operation.isTokenService, credentials.isTokenServiceUnreachable(&faults.credentials) {
            log.note(call.number) { $0.fault = "sts-unreachable" }
            return .dropped
        }
        if let refusal = call.refusal { throw refusal }
        guard let key = call.key else { throw RefusalWording(service: operation.signingName).unknownKey }
        try credentials.accept(key, at: call.time, &faults.credentials)
        if faults.calls.deniedOperations.contains(operation.rawValue) {
            throw .accessDenied(operation: operation.rawValue, principal: key.callerArn(partition: options.partition))
        }
        let tokens = TokenService(keyring: keyring, partition: options.partition, requestId: requestId)
        if operation == .getCallerIdentity { return try tokens.callerIdentity(call.request, key: key) }
        if operation == .assumeRole { return try tokens.assumeRole(call.request, key: key) }
        try refuseClosedPlace()
        if bucket != nil, bucket?.take(at: call.time) == false {
            log.note(call.number) { $0.fault = "rate" }
            throw .throttling(retryAfter: faults.calls.retryAfter.value)
        }
        return try faulted(call, operation: operation)
    }

    /// Refuses a call to an account that is suspended, or in a region where it has not enabled Inspector.
    private func refuseClosedPlace() throws(ServiceFault) {
        if faults.calls.suspendedAccounts.contains(account.options.accountId) { throw .suspended(account.options.accountId) }
        if faults.calls.notEnabledRegions.contains(account.options.region) { throw .notEnabled }
    }

    private mutating func faulted(_ call: ReceivedCall, operation: ServiceOperation) throws(ServiceFault) -> Answer {
        let number = call.number
        let late = operation.isBatch ? faults.late.fault(seed: options.seed, number: number) : nil
        let fault = faults.calls.fault(seed: options.seed, number: number) ?? late
        log.note(number) { $0.fault = fault?.rawValue }
        switch fault {
        case .throttle: throw .throttling(retryAfter: faults.calls.retryAfter.value)
        case .serverError: throw .internalServer(retryAfter: faults.calls.retryAfter.value)
        case .gatewayBefore: return .proxyPage(status: 502)
        case .dropBefore: return .dropped
        case .gatewayAfter, .dropAfter, .truncate, .notJSON, .lateReset, .lateGateway, .lateTimeout:
            return Self.delivered(try performed(call, operation: operation, isLate: fault?.isLate == true), fault)
        case nil:
            let body = try performed(call, operation: operation, isLate: false)
            let sent = spoiled(body, operation: operation, number: number)
            if sent == body { listingWasDelivered() }
            return .json(sent)
        }
    }

    /// What arrives of an answer whose call took effect, or will.
    private static func delivered(_ body: [UInt8], _ fault: CallFault?) -> Answer {
        var answer = Answer.json(body)
        switch fault {
        case .gatewayAfter: answer = .proxyPage(status: 503)
        case .lateGateway: answer = .proxyPage(status: 504)
        case .dropAfter, .lateReset: answer = .dropped
        case .lateTimeout: answer = .withheld
        case .truncate: answer.delivery = .truncated
        case .notJSON: answer = .proxyPage(status: 200)
        case .throttle, .serverError, .gatewayBefore, .dropBefore, nil: break
        }
        return answer
    }

    /// The body as it is, or one that is no listing, or one in which a member comes twice.
    private mutating func spoiled(_ body: [UInt8], operation: ServiceOperation, number: Int) -> [UInt8] {
        if operation.isListing, let kind = faults.listings.body(seed: options.seed, number: number) {
            log.note(number) { $0.fault = "listing:\(kind.rawValue)" }
            return kind.body(of: operation)
        }
        guard faults.calls.repeatsMember(seed: options.seed, number: number) else { return body }
        log.note(number) { $0.fault = "repeat-member" }
        var draws = UInt64(0)
        return RepeatedMember(body).text { bound in
            draws += 1
            return Draw.below(bound, seed: options.seed, purpose: "repeated-member", key: UInt64(number) &* 8 &+ draws)
        }
    }

    private mutating func performed(_ call: ReceivedCall, operation: ServiceOperation, isLate: Bool) throws(ServiceFault) -> [UInt8] {
        switch operation {
        case .listConfigurations: return try ListConfigurations.answer(call, in: self)
        case .listAssociations: return try ListAssociations.answer(call, in: &self)
        case .getConfiguration: return try GetConfiguration.answer(call, in: self)
        case .batchDisassociate:
            return try BatchOperation(isAssociating: false, number: call.number, isLate: isLate).answer(call, in: &self)
        case .batchAssociate:
            return try BatchOperation(isAssociating: true, number: call.number, isLate: isLate).answer(call, in: &self)
        case .listCoverage: return try ListCoverage.answer(call, in: &self)
        case .getCallerIdentity, .assumeRole: throw .unknownOperation
        }
    }
}
