import InspectorCore

/// Writes what the watches of a group's runs have found as one, in each format; what failed is told elsewhere in all but JSON.
struct FleetWatchOutput {
    /// The id of the group.
    let group: RunGroup
    /// The ids of the runs and what was found of each.
    let sessions: [FleetEntry<(String, WatchReport)>]

    private var reports: [(plan: Plan, output: WatchOutput)] {
        sessions.compactMap(\.part).map { ($1.plan, WatchOutput(report: $1, runId: $0)) }
    }

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json:
            JSONText.encode(
                FleetDocument(group: group.id, missing: group.missing, sessions.map { $0.map { WatchDocument($1, runId: $0) } }))
        case .csv:
            CSVWriter.lines(
                [WatchOutput.columns + ["account", "region", "profile"]]
                    + reports.flatMap { plan, output in
                        output.csvRows.map { $0 + [plan.account ?? "", plan.region, plan.profile ?? ""] }
                    })
        case .table: table
        }
    }

    private var table: String {
        let rows = reports.flatMap { plan, output in
            output.rows.map { [plan.profile ?? "-", plan.account ?? "unknown", plan.region] + $0 }
        }
        return rows.isEmpty ? "" : TextTable(headings: ["PROFILE", "ACCOUNT", "REGION"] + WatchOutput.headings, rows: rows).text
    }
}
