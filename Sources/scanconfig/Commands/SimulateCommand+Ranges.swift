import ArgumentParser
import InspectorCore

extension SimulateCommand {
    /// Refuses what no account and no port can be: the service's own quotas are the limits.
    func validate() throws {
        try check("--port", port, 0...65_535)
        try check("--configurations", configurations ?? 0, 0...500)
        try check("--projects", projects ?? 0, 0...100_000)
        try check("--sharing", sharing, 1...500)
        try check("--latency", latency, 0...3_600_000)
        try check("--accounts", accounts, 1...9)
        if let rate, !(rate > 0 && rate.isFinite) { throw ValidationError("--rate takes a number above 0, not \(rate).") }
    }

    private func check(_ option: String, _ value: Int, _ range: ClosedRange<Int>) throws(ValidationError) {
        guard !range.contains(value) else { return }
        throw ValidationError("\(option) takes \(range.lowerBound) to \(range.upperBound.grouped), not \(value).")
    }
}
