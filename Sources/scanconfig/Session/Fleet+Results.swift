import InspectorCore
import TextSafety

extension Fleet {
    /// The results without those of sessions that turned out to be of the account and region of an earlier one: the first of them stands
    /// for all, and the operator is told.
    func merged<Value>(
        _ results: [FleetResult<Value>], account: (Value) -> String?
    ) -> [FleetResult<Value>] {
        var first: [String: String] = [:]
        return results.filter { result in
            guard let number = result.value.flatMap(account) else { return true }
            let (place, name) = ("account \(number), region \(result.session.region)", result.session.seat?.name ?? "")
            guard let other = first[place] else {
                first[place] = name
                return true
            }
            result.session.say("this is \(place), as \(other) is: it is left out, and \(other) stands for both.")
            return false
        }
    }

    /// Tells the operator which sessions failed, and why; the results again.
    func told<Value>(_ results: [FleetResult<Value>]) -> [FleetResult<Value>] {
        board.clear()
        for result in results {
            if let failure = result.failure { result.session.say(failure.message ?? "interrupted.") }
        }
        return results
    }
}

extension Array {
    /// Throws the exit status that failures of some sessions make: partial, or that of the first one where every session failed. What is
    /// named and is not there is a failure only where no session has it.
    func checkFailures<Value>() throws(CommandFailure) where Element == FleetResult<Value> {
        let failures = compactMap(\.failure)
        if let first = failures.first, failures.count == count { throw CommandFailure(first.status, nil) }
        if failures.contains(where: { !$0.fitsNothing }) { throw CommandFailure(.partial, nil) }
    }
}
