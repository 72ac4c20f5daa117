import ArgumentParser

/// How results are written to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// Columns for reading.
    case table
    /// One document.
    case json
    /// One row an association.
    case csv
}
