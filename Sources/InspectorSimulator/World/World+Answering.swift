/// What is known of a call before the account looks at it.
struct Arrival: Sendable {
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
    /// Why its signature is refused, if it is.
    let refusal: ServiceFault?
}

extension World {
    /// Answers a call, changes the account and completes the call's record.
    mutating func answer(_ arrival: Arrival) -> Answer {
        let requestId = UUIDText.drawn(seed: options.seed, purpose: "request", key: UInt64(arrival.number))
        begin(arrival)
        var answer: Answer
        do {
            answer = try accepted(arrival, requestId: requestId)
        } catch {
            note(arrival.number) { $0.errorCode = error.code }
            answer =
                arrival.operation?.isTokenService == true
                ? Answer(query: error, requestId: requestId) : Answer(error, number: arrival.number)
        }
        answer.headers.append(("x-amzn-requestid", requestId))
        note(arrival.number) { $0.status = answer.sentStatus }
        return answer
    }

    /// Time goes on, and the account that the call was signed for is opened.
    private mutating func begin(_ arrival: Arrival) {
        now = max(now, arrival.time)
        answeredCalls += 1
        signer = arrival.key.flatMap { place(ofAccount: $0.accountId) } ?? 0
        endedListing = nil
        carryOutLateEffects()
    }

    private mutating func accepted(_ arrival: Arrival, requestId: String) throws(ServiceFault) -> Answer {
        guard let operation = arrival.operation else { throw .unknownOperation }
        if operation.isTokenService, isTokenServiceUnreachable() {
            note(arrival.number) { $0.fault = "sts-unreachable" }
            return .dropped
        }
        if let refusal = arrival.refusal { throw refusal }
        guard let key = arrival.key else { throw RefusalWording(service: operation.signingName).unknownKey }
        try refuseExpired(at: arrival.time)
        try useUp(key)
        acceptedCalls += 1
        if faults.deniedOperations.contains(operation.rawValue) {
            throw .accessDenied(operation: operation.rawValue, principal: key.callerArn(partition: options.partition))
        }
        if operation == .getCallerIdentity { return try callerIdentity(arrival.request, key: key, requestId: requestId) }
        if operation == .assumeRole { return try assumeRole(arrival.request, key: key, requestId: requestId) }
        if bucket != nil, bucket?.take(at: arrival.time) == false {
            note(arrival.number) { $0.fault = "rate" }
            throw .throttling(retryAfter: faults.retryAfter.value)
        }
        return try faulted(arrival, operation: operation)
    }

    private mutating func faulted(_ arrival: Arrival, operation: ServiceOperation) throws(ServiceFault) -> Answer {
        let number = arrival.number
        let late = operation.isBatch ? faults.lateFault(seed: options.seed, number: number) : nil
        let fault = faults.callFault(seed: options.seed, number: number) ?? late
        note(number) { $0.fault = fault?.rawValue }
        switch fault {
        case .throttle: throw .throttling(retryAfter: faults.retryAfter.value)
        case .serverError: throw .internalServer(retryAfter: faults.retryAfter.value)
        case .gatewayBefore: return .proxyPage(status: 502)
        case .dropBefore: return .dropped
        default: break
        }
        let body = try performed(arrival, operation: operation, isLate: fault?.isLate == true)
        guard fault == nil else { return Self.delivered(body, fault) }
        let sent = spoiled(body, operation: operation, number: number)
        if sent == body { listingWasDelivered() }
        return Self.delivered(sent, nil)
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
        case .nonsense: answer = .proxyPage(status: 200)
        case .throttle, .serverError, .gatewayBefore, .dropBefore, nil: break
        }
        return answer
    }

    /// A body that lies: no listing, or one member twice.
    private mutating func spoiled(_ body: [UInt8], operation: ServiceOperation, number: Int) -> [UInt8] {
        if operation.isListing, let kind = faults.listingBody(seed: options.seed, number: number) {
            note(number) { $0.fault = "listing:\(kind.rawValue)" }
            return kind.body(of: operation)
        }
        guard faults.repeatsMember(seed: options.seed, number: number) else { return body }
        note(number) { $0.fault = "repeat-member" }
        var draws = UInt64(0)
        return RepeatedMember(body).text { bound in
            draws += 1
            return Draw.below(bound, seed: options.seed, purpose: "repeated-member", key: UInt64(number) &* 8 &+ draws)
        }
    }

    private mutating func performed(_ arrival: Arrival, operation: ServiceOperation, isLate: Bool) throws(ServiceFault) -> [UInt8] {
        let (request, number) = (arrival.request, arrival.number)
        switch operation {
        case .listConfigurations: return try listConfigurations(request, number: number)
        case .listAssociations: return try listAssociations(request, number: number)
        case .getConfiguration: return try getConfiguration(request)
        case .batchDisassociate: return try batchDisassociate(request, number: number, isLate: isLate)
        case .batchAssociate: return try batchAssociate(request, number: number, isLate: isLate)
        case .listCoverage: return try listCoverage(request, number: number)
        case .getCallerIdentity, .assumeRole: throw .unknownOperation
        }
    }
}
