extension OutcomeTable {
    /// The tables of runs that began together as one, with account, region and profile in columns of their own behind the others.
    package static func csv(_ reports: [RunReport]) -> String { table(reports.map { ($0.plan, rows($0)) }) }

    /// The same for plans that were not sent.
    package static func csv(_ plans: [Plan]) -> String { table(plans.map { ($0, rows($0)) }) }

    private static func table(_ parts: [(plan: Plan, rows: [[String]])]) -> String {
        guard let first = parts.first else { return "" }
        let rows = parts.lazy.flatMap { part in
            part.rows.map { $0 + [part.plan.account ?? "", part.plan.region, part.plan.profile ?? ""] }
        }
        return CSVWriter.table(columns(first.plan.action) + [.account, .region, .profile], rows)
    }
}
