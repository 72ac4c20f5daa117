import Glibc

/// How a time grows with a size: time ≈ factor × size ^ exponent.
struct Growth: Equatable, Sendable {
    /// 1 is linear, 2 quadratic.
    let exponent: Double

    /// The straight line through the logarithms, by least squares; nothing for fewer than two sizes.
    init?(_ points: [(size: Double, time: Double)]) {
        let logs = points.filter { $0.size > 0 && $0.time > 0 }.map { (x: log($0.size), y: log($0.time)) }
        guard logs.count > 1 else { return nil }
        let middle = (x: logs.map(\.x).reduce(0, +) / Double(logs.count), y: logs.map(\.y).reduce(0, +) / Double(logs.count))
        let spread = logs.reduce(0) { $0 + ($1.x - middle.x) * ($1.x - middle.x) }
        guard spread > 0 else { return nil }
        exponent = logs.reduce(0) { $0 + ($1.x - middle.x) * ($1.y - middle.y) } / spread
    }
}
