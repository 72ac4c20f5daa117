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

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(FleetDocument(results.map { $0.entry.map(\.document) }))
        case .csv: csv
        case .table: table
        }
    }

    private var csv: String {
        guard let first = listed.first else { return "" }
        let lines = listed.map { session in
            session.csvLines(endingWith: [session.listed.account ?? "", session.listed.region, session.listed.profile ?? ""])
        }
        var text = CSVWriter.line(first.columns + [.account, .region, .profile])
        text.reserveCapacity(lines.reduce(text.utf8.count) { $0 + $1.utf8.count })
        for part in lines { text += part }
        return text
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
