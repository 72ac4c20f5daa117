import ArgumentParser
import InspectorCore
import JSON
import Terminal
import TextSafety

/// The format of results on standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// Aligned columns for people.
    case table
    /// One document.
    case json
    /// One row an association.
    case csv
}

/// The option of commands that write tables for spreadsheets.
struct TableOptions: ParsableArguments {
    @Flag(help: "Begin CSV with a byte-order mark, so that spreadsheets recognise UTF-8; needs --output csv.")
    var bom = false

    /// Refuses a mark before anything but CSV.
    func check(isTable: Bool) throws {
        if bom, !isTable { throw ValidationError("--bom needs --output csv.") }
    }

    /// The text with the mark, if it is wanted.
    func marked(_ text: String) -> String { bom ? CSVWriter.byteOrderMark + text : text }
}

/// The format in which a finished run is told.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// Aligned columns for people.
    case table
    /// One document.
    case json
    /// One row an association.
    case csv
    /// A ticket's text.
    case markdown
    /// A ticket's page, for a browser or for paper.
    case html
}

/// JSON for people and `jq`: indented, with sorted keys and exact names, and escaped so that no terminal acts on it.
enum JSONText {
    static func encode(_ value: some JSONWritable) -> String {
        String(decoding: value.jsonDocument, as: UTF8.self)
    }
}

/// A table whose columns are as wide as their widest cell, separated by two spaces. What is longer than any real name or ARN is cut short,
/// but for the last column; programs' formats have it in full.
struct TextTable {
    let headings: [String]
    let rows: [[String]]

    /// The cells of a column at most: an owner and a repository of GitHub take 140, an ARN about 130.
    private static let widest = 140

    var text: String {
        let cells = ([headings] + rows).map { row in
            row.enumerated().map { $0 == row.count - 1 ? $1.terminalSafe : $1.terminalSafe.clippedInMiddle(to: Self.widest) }
        }
        let widths = headings.indices.map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
        return cells.map { row in
            let line = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
            return line.trimmingTrailingSpaces + "\n"
        }.joined()
    }
}
