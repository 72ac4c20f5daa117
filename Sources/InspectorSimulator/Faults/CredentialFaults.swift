/// When credentials expire and when STS cannot be reached.
package struct CredentialFaults: Equatable, Sendable {
    /// After how many accepted calls the credentials expire.
    package var expireAfter: Int?
    /// When the credentials expire, counted from the start.
    package var expireAt: Duration?
    /// How many calls are refused as expired before the credentials count as renewed; nil is for ever.
    package var expireFor: Int?
    /// After how many accepted calls STS closes every connection.
    package var stsUnreachableAfter: Int?
    /// How many connections STS closes before it can be reached again; nil is for ever.
    package var stsUnreachableFor: Int?
}

/// What the faults of credentials have come to: the calls counted since the plan was set, and the keys with calls left.
struct CredentialState: Sendable {
    /// Calls whose signature and session were accepted.
    private(set) var acceptedCalls = 0
    private var expiredCalls = 0
    private var unreachableCalls = 0
    /// How many more calls each access key is good for; those that are not here do not expire.
    var callsLeft: [String: Int] = [:]

    /// Counts from zero again, so that credentials are fresh; keys with calls left keep them.
    mutating func restart() {
        (acceptedCalls, expiredCalls, unreachableCalls) = (0, 0, 0)
    }

    /// Accepts a call of `key` at `time`, or refuses it as expired. What has been carried out is taken out of `faults`.
    mutating func accept(_ key: SimulatorKey, at time: Duration, _ faults: inout CredentialFaults) throws(ServiceFault) {
        try refuseExpired(at: time, &faults)
        if let left = callsLeft[key.accessKeyId] {
            guard left > 0 else { throw .expiredToken }
            callsLeft[key.accessKeyId] = left - 1
        }
        acceptedCalls += 1
    }

    private mutating func refuseExpired(at time: Duration, _ faults: inout CredentialFaults) throws(ServiceFault) {
        let isExpired = faults.expireAfter.map { acceptedCalls >= $0 } ?? false || faults.expireAt.map { time >= $0 } ?? false
        guard isExpired else { return }
        if let limit = faults.expireFor, expiredCalls >= limit {
            faults.expireAfter = nil
            faults.expireAt = nil
            return
        }
        expiredCalls += 1
        throw .expiredToken
    }

    /// Whether STS closes the connection of this call.
    mutating func isTokenServiceUnreachable(_ faults: inout CredentialFaults) -> Bool {
        guard let start = faults.stsUnreachableAfter, acceptedCalls >= start else { return false }
        if let limit = faults.stsUnreachableFor, unreachableCalls >= limit {
            faults.stsUnreachableAfter = nil
            return false
        }
        unreachableCalls += 1
        return true
    }
}
