import TextSafety

/// Writes comma-separated values as RFC 4180 describes them.
package enum CSVWriter {
    /// One line with CRLF at its end. Fields are ``String/terminalSafe``, since names and messages come from elsewhere and a table is
    /// often looked at in a terminal, and none is a formula to a spreadsheet; `--from` takes back what stands in them.
    package static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let safe = CSVCell.neutralized(text.terminalSafe)
        guard safe.utf8.contains(where: { ",;\"".utf8.contains($0) }) else { return safe }
        return "\"" + String(doubled(safe.unicodeScalars)) + "\""
    }

    /// Scalars, not characters: a mark that stands on a quote does not make it another one.
    private static func doubled(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
        text.reduce(into: String.UnicodeScalarView()) { $0.append(contentsOf: $1 == "\"" ? [$1, $1] : [$1]) }
    }
}
