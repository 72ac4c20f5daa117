/// Batch calls that seem to fail and take effect later.
package struct LateFaults: Equatable, Sendable {
    /// Share of items answered `INTERNAL_ERROR`.
    package var item = 0.0
    /// Share of batch calls whose connection closes without an answer.
    package var reset = 0.0
    /// Share of batch calls answered by a proxy's 504 page.
    package var gateway = 0.0
    /// Share of batch calls that are never answered, so that the client's time limit strikes.
    package var timeout = 0.0
    /// After how many further calls of any kind the effect comes; nil is three unless a time is given.
    package var calls: Int?
    /// How long after the call the effect comes.
    package var time: Duration?

    /// After how many further calls the effect comes when nothing is said.
    static let defaultCalls = 3
}

extension LateFaults {
    /// How the batch call with this number ends without an answer, if it takes effect later.
    func fault(seed: UInt64, number: Int) -> CallFault? {
        var unit = Draw.unit(seed: seed, purpose: "late", key: UInt64(number))
        for (rate, fault) in [(reset, CallFault.lateReset), (gateway, .lateGateway), (timeout, .lateTimeout)] {
            if unit < rate { return fault }
            unit -= rate
        }
        return nil
    }

    /// Whether the item at `place` of the call with this number is answered `INTERNAL_ERROR` and takes effect later.
    func isLate(seed: UInt64, number: Int, place: Int) -> Bool {
        item > 0 && Draw.unit(seed: seed, purpose: "late-item", key: UInt64(number) &* 32 &+ UInt64(place)) < item
    }
}
