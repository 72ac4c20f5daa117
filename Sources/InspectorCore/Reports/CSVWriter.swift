/// Writes comma-separated values as RFC 4180 describes them.
package enum CSVWriter {
    /// One line with CRLF at its end. Control characters other than line ends become spaces, since names and messages
    /// come from elsewhere and a table is often looked at in a terminal.
    package static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(isControl(scalar) ? " " : scalar) }
        guard clean.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return String(clean) }
        return "\"" + String(doubled(clean)) + "\""
    }

    /// Scalars, not characters: a mark that stands on a quote does not make it another one.
    private static func doubled(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
        text.reduce(into: String.UnicodeScalarView()) { $0.append(contentsOf: $1 == "\"" ? [$1, $1] : [$1]) }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\n" && scalar != "\r" || (0x7F...0x9F).contains(scalar.value)
    }
}
