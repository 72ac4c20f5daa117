import InspectorCore
import JSON

/// What `scanconfig list` tells of one session.
protocol ListedSession: Sendable {
    associatedtype Document: JSONWritable
    var listed: ListedAccount { get }
    /// All of it, for programs.
    var document: Document { get }
    /// The columns of CSV.
    var columns: [TableColumn] { get }
    /// The lines of CSV, each with further cells at its end.
    func csvLines(endingWith further: [String]) -> String
    /// The headings and rows of a table, and which of the headings it does not show.
    var headings: [String] { get }
    var rows: [[String]] { get }
    var hidden: Set<String> { get }
}

extension [[String]] {
    /// Rows as a table without the columns of some headings; nothing where there is no row.
    func text(_ headings: [String], without hidden: Set<String>) -> String {
        let shown = headings.indices.filter { !hidden.contains(headings[$0]) }
        return isEmpty ? "" : TextTable(headings: shown.map { headings[$0] }, rows: map { row in shown.map { row[$0] } }).text
    }
}

/// Writes the result of `scanconfig list` in several sessions, in each format; what failed is told elsewhere in all but JSON.
struct FleetListOutput<Listed: ListedSession> {
    let results: [FleetResult<Listed>]

    private var listed: [Listed] { results.compactMap(\.value) }

    /// The text in pieces, so that no more than one session's has to be held.
    func write(_ format: OutputFormat, to sink: (String) throws(CommandFailure) -> Void) throws(CommandFailure) {
        switch format {
        case .json: try sink(JSONText.encode(FleetDocument(results.map { $0.entry.map(\.document) })))
        case .csv: try writeCSV(to: sink)
        case .table: try sink(table)
        }
    }

    private func writeCSV(to sink: (String) throws(CommandFailure) -> Void) throws(CommandFailure) {
        guard let first = listed.first else { return }
        try sink(CSVWriter.line(first.columns + [.account, .region, .profile]))
        for session in listed {
            try sink(session.csvLines(endingWith: [session.listed.account ?? "", session.listed.region, session.listed.profile ?? ""]))
        }
    }

    /// The owner of a repository is told apart from the session's account.
    private var table: String {
        guard let first = listed.first else { return "" }
        let rows = listed.flatMap { session in
            session.rows.map { [session.listed.profile ?? "-", session.listed.account ?? "unknown", session.listed.region] + $0 }
        }
        let headings = ["PROFILE", "ACCOUNT", "REGION"] + first.headings.map { $0 == "ACCOUNT" ? "OWNER" : $0 }
        return rows.text(headings, without: hidden)
    }

    /// A column is shown where one session has something to tell in it; a number only where all of them have.
    private var hidden: Set<String> {
        var hidden: Set<String> = listed.allSatisfy { $0.listed.profile == nil } ? ["PROFILE"] : []
        if listed.allSatisfy({ $0.hidden.contains("ACCOUNT") }) { hidden.insert("OWNER") }
        if listed.contains(where: { $0.hidden.contains("IN") }) { hidden.insert("IN") }
        return hidden
    }
}
