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
    /// Why its signature is refused, if it is.
    let refusal: ServiceFault?
}

extension World {
    /// Answers a call, changes the account and completes the call's record.
    mutating func answer(_ arrival: Arrival) -> Answer {
        let requestId = UUIDText.drawn(seed: options.seed, purpose: "request", key: UInt64(arrival.number))
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
        note(arrival.number) { $0.status = answer.delivery == .dropped ? nil : answer.status }
        return answer
    }

    private mutating func accepted(_ arrival: Arrival, requestId: String) throws(ServiceFault) -> Answer {
        guard let operation = arrival.operation else { throw .unknownOperation }
        if let refusal = arrival.refusal { throw refusal }
        try refuseExpired(at: arrival.time)
        acceptedCalls += 1
        if faults.deniedOperations.contains(operation.rawValue) {
            throw .accessDenied(operation: operation.rawValue, principal: callerArn)
        }
        if operation == .getCallerIdentity { return try callerIdentity(arrival.request, requestId: requestId) }
        if operation == .assumeRole { return try assumeRole(arrival.request, requestId: requestId) }
        if bucket != nil, bucket?.take(at: arrival.time) == false {
            note(arrival.number) { $0.fault = "rate" }
            throw .throttling(retryAfter: faults.retryAfter.value)
        }
        return try faulted(arrival, operation: operation)
    }

    private mutating func refuseExpired(at time: Duration) throws(ServiceFault) {
        let expired = faults.expireAfter.map { acceptedCalls >= $0 } ?? false || faults.expireAt.map { time >= $0 } ?? false
        guard expired else { return }
        if let limit = faults.expireFor, expiredCalls >= limit {
            faults.expireAfter = nil
            faults.expireAt = nil
            return
        }
        expiredCalls += 1
        throw .expiredToken
    }

    private mutating func faulted(_ arrival: Arrival, operation: ServiceOperation) throws(ServiceFault) -> Answer {
        let fault = faults.callFault(seed: options.seed, number: arrival.number)
        note(arrival.number) { $0.fault = fault?.rawValue }
        switch fault {
        case .throttle: throw .throttling(retryAfter: faults.retryAfter.value)
        case .serverError: throw .internalServer(retryAfter: faults.retryAfter.value)
        case .gatewayBefore: return .proxyPage(status: 502)
        case .dropBefore: return .dropped
        default: break
        }
        var answer = Answer.json(try performed(arrival, operation: operation))
        switch fault {
        case .gatewayAfter: answer = .proxyPage(status: 503)
        case .dropAfter: answer = .dropped
        case .truncate: answer.delivery = .truncated
        case .nonsense: answer = .proxyPage(status: 200)
        default: break
        }
        return answer
    }

    private mutating func performed(_ arrival: Arrival, operation: ServiceOperation) throws(ServiceFault) -> [UInt8] {
        let (request, number) = (arrival.request, arrival.number)
        switch operation {
        case .listConfigurations: return try listConfigurations(request, number: number)
        case .listAssociations: return try listAssociations(request, number: number)
        case .getConfiguration: return try getConfiguration(request)
        case .batchDisassociate: return try batchDisassociate(request, number: number)
        case .batchAssociate: return try batchAssociate(request, number: number)
        case .listCoverage: return try listCoverage(request, number: number)
        case .getCallerIdentity, .assumeRole: throw .unknownOperation
        }
    }
}
