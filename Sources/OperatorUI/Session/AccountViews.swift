import InspectorCore
import TextSafety

/// The questions that an operator starts from, with their answers as of one state of the inventory.
struct AccountViews: Equatable, Sendable {
    /// The questions, in the order they are shown.
    static let all: [CoverageView] = [.inSeveralConfigurations, .notScanned(days: 90), .scanFailing, .withoutConfiguration]

    /// The answer before anything is listed.
    static let nothingKnown = Inventory().members(of: .scanFailing, now: 0)

    private var revision: Int?
    private var members: [CoverageView: ViewMembers] = [:]

    /// No answers yet.
    init() {}

    /// The answer, if it is one of those that are kept.
    subscript(view: CoverageView) -> ViewMembers? { members[view] }

    /// Answers anew if the inventory has changed.
    mutating func update(_ inventory: Inventory, now: Int64) {
        guard revision != inventory.revision else { return }
        revision = inventory.revision
        for view in Self.all { members[view] = inventory.members(of: view, now: now) }
    }
}

extension CoverageView {
    /// What the lists call it, where there is room for so many cells.
    func name(room: Int = .max) -> String {
        switch self {
        case .inSeveralConfigurations: "In several configurations"
        case .notScanned(let days): "Not scanned for \(days) days"
        case .scanFailing: "Scan failing"
        case .scanFailingBecause(let reason): "Scan failing: \(reason.terminalSafe)"
        case .withoutConfiguration: room < 30 ? "Without configuration" : "Without any scan configuration"
        }
    }
}
