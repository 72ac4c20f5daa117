extension World {
    /// Refuses a call when the plan lets credentials be expired at `time`.
    mutating func refuseExpired(at time: Duration) throws(ServiceFault) {
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

    /// Counts a call of a key that is good for so many only, or refuses it.
    mutating func useUp(_ key: SimulatorKey) throws(ServiceFault) {
        guard let left = callsLeft[key.accessKeyId] else { return }
        guard left > 0 else { throw .expiredToken }
        callsLeft[key.accessKeyId] = left - 1
    }

    /// Whether STS closes the connection of this call.
    mutating func isTokenServiceUnreachable() -> Bool {
        guard let start = faults.stsUnreachableAfter, acceptedCalls >= start else { return false }
        if let limit = faults.stsUnreachableFor, unreachableCalls >= limit {
            faults.stsUnreachableAfter = nil
            return false
        }
        unreachableCalls += 1
        return true
    }
}
