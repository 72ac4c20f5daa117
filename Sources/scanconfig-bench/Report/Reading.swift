import InspectorCore

/// One line of the report: what was measured, what it is compared with, and whether that is good.
struct Reading: Equatable, Sendable {
    /// The name of the figure it belongs to.
    let figure: String
    /// What exactly was measured.
    let detail: String
    /// Our value.
    let ours: Quantity
    /// What ours is compared with.
    let reference: Reference
    /// When ours is good.
    let goal: Goal

    /// Ours as a part of the reference; absent when there is nothing to divide by.
    var ratio: Double? {
        reference.quantity.flatMap { $0.value > 0 ? ours.value / $0.value : nil }
    }

    /// Whether the goal is reached; absent when the peer is not installed.
    var isMet: Bool? {
        guard let quantity = reference.quantity else { return nil }
        return ours.value <= quantity.value * goal.ratio
    }
}

/// A peer's value, or a limit.
struct Reference: Equatable, Sendable {
    /// The peer's name, or how the limit is made up.
    let name: String
    /// The value; absent when the peer has none.
    let quantity: Quantity?
    /// Why it has none.
    var absence = "not installed"

    /// "3.21 s boto3", "boto3: not installed".
    var text: String {
        quantity.map { "\($0.text) \(name)" } ?? "\(name): \(absence)"
    }
}

/// The largest ratio of ours to the reference that is good.
struct Goal: Equatable, Sendable {
    let ratio: Double
    let words: String

    /// So many times faster than the reference.
    static func faster(_ times: Double) -> Goal {
        Goal(ratio: 1 / times, words: "\(Int(times)) times faster")
    }

    /// At most the reference, times `ratio`.
    static func within(_ ratio: Double) -> Goal {
        Goal(ratio: ratio, words: "within \(Quantity.rounded(ratio, 2))")
    }

    /// Not more than the reference.
    static let notMore = Goal(ratio: 1, words: "not more")
}

/// A measured value with its unit.
struct Quantity: Equatable, Sendable {
    /// What a value counts.
    enum Unit: String, Equatable, Sendable {
        case seconds, bytes, count, share, exponent
    }

    let value: Double
    let unit: Unit

    init(_ value: Double, _ unit: Unit) {
        self.value = value
        self.unit = unit
    }

    /// The value as people read it: "1.25 s", "340 µs", "97.3 MB".
    var text: String {
        switch unit {
        case .seconds: Self.time(value)
        case .bytes: value < 10_000 ? "\(Int(value.rounded()).grouped) B" : "\(Self.rounded(value / 1e6, value < 1e6 ? 3 : 1)) MB"
        case .count: value == value.rounded() ? Int(value).grouped : Self.rounded(value, 1)
        case .share: "\(Self.rounded(value * 100, 1)) %"
        case .exponent: "n^\(Self.rounded(value, 2))"
        }
    }

    private static func time(_ seconds: Double) -> String {
        switch seconds {
        case 10...: "\(rounded(seconds, 1)) s"
        case 1...: "\(rounded(seconds, 2)) s"
        case 0.001...: "\(rounded(seconds * 1_000, seconds < 0.01 ? 2 : 1)) ms"
        default: "\(rounded(seconds * 1_000_000, 0)) µs"
        }
    }

    /// A number with a fixed number of decimals.
    static func rounded(_ value: Double, _ decimals: Int) -> String {
        let factor = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let scaled = Int((abs(value) * Double(factor)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return sign + scaled.grouped }
        return "\(sign)\((scaled / factor).grouped).\(String(scaled % factor + factor).dropFirst())"
    }
}
