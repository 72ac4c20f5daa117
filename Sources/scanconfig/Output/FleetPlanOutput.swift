import InspectorCore
import TextSafety

/// Writes the plans of several sessions as one, in each format; what failed is told elsewhere in all but JSON.
struct FleetPlanOutput {
    let sessions: [FleetEntry<PlanDraft>]

    private var drafts: [PlanDraft] { sessions.compactMap(\.part) }

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(FleetDocument(sessions.map { $0.map { PlanDocument($0) } }))
        case .csv: OutcomeTable.csv(drafts.map(\.plan))
        case .table: drafts.map { "\($0.whole.sessionName.terminalSafe)\n\(PlanOutput($0).text(.table))\n" }.joined() + summary
        }
    }

    /// The size of all plans together.
    private var summary: String {
        let count = drafts.reduce(0) { $0 + $1.count }
        return "In all   \(count.counted("association")) in \(drafts.count { $0.count > 0 }.counted("session"))\n"
    }
}

extension Plan {
    /// What the operator calls the session of the plan: "payments/eu-west-1".
    var sessionName: String { FleetSeat.name(profile: profile, region: region) }
}
