/// One line of the report: what was measured, what it is held against, and whether that is good.
struct Reading: Equatable, Sendable {
    /// The name of the figure it belongs to.
    let figure: String
    /// What exactly was measured.
    let detail: String
    /// Our value.
    let ours: Quantity
    /// What ours is held against.
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
