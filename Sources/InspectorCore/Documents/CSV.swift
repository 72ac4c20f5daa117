import TextSafety

/// Writes comma-separated values as RFC 4180 describes them.
package enum CSVWriter {
    /// What a table for a spreadsheet begins with: without it, some take UTF-8 for another encoding.
    package static let byteOrderMark = "\u{FEFF}"

    /// One line with CRLF at its end. Fields are ``String/terminalSafe``, since names and messages come from elsewhere and a table is
    /// often looked at in a terminal, and none is a formula to a spreadsheet; `--from` reads back what was written.
    package static func line(_ fields: [String]) -> String { cells(fields) + lineEnd }

    /// What a line ends with.
    package static let lineEnd = "\r\n"

    /// The fields as they stand in a line, without its end.
    package static func cells(_ fields: [String]) -> String {
        var text = ""
        append(fields, to: &text)
        return text
    }

    /// The lines of rows, one after the other, and before them a header.
    package static func lines(_ rows: some Sequence<[String]>, after header: String = "") -> String {
        var text = header
        for row in rows {
            append(row, to: &text)
            text += lineEnd
        }
        return text
    }

    private static func append(_ fields: [String], to text: inout String) {
        for (place, field) in fields.enumerated() {
            if place > 0 { text += "," }
            text += CSVCell.isOrdinary(field) ? field : written(field)
        }
    }

    /// The cell as it is written, whatever is in it.
    static func written(_ text: String) -> String {
        let safe = CSVCell.neutralized(text.terminalSafe)
        let isRemark = safe.unicodeScalars.first { $0 != " " } == "#"
        guard isRemark || safe.utf8.contains(where: { ",;\"".utf8.contains($0) }) else { return safe }
        return "\"" + String(doubled(safe.unicodeScalars)) + "\""
    }

    /// Scalars, not characters: a mark that stands on a quote does not make it another one.
    private static func doubled(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
        text.reduce(into: String.UnicodeScalarView()) { $0.append(contentsOf: $1 == "\"" ? [$1, $1] : [$1]) }
    }
}

/// Cells that a spreadsheet would run as a formula, made text by an apostrophe before them, and made what they were again.
///
/// Source: OWASP, "CSV Injection". The apostrophe is added to every cell that begins with any number of apostrophes and blanks and then one
/// of `= + - @`, so that a name with an apostrophe of its own before such a character comes back with it.
enum CSVCell {
    /// Whether the cell is written as it is, as almost every one is: printable ASCII that neither ends a cell nor makes it something else.
    static func isOrdinary(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            guard let first = bytes.first else { return true }
            var isOrdinary = !first.mayMakeAnother
            for byte in bytes { isOrdinary = isOrdinary && byte.isOrdinary }
            return isOrdinary
        } ?? false
    }

    /// The cell, made text where a spreadsheet would run it.
    static func neutralized(_ text: String) -> String {
        wouldRun(text.unicodeScalars) ? "'" + text : text
    }

    /// The cell as it was before ``neutralized(_:)``.
    static func restored(_ text: String) -> String {
        guard text.unicodeScalars.first == "'", wouldRun(text.unicodeScalars) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
    }

    private static func wouldRun(_ scalars: String.UnicodeScalarView) -> Bool {
        guard let first = scalars.first(where: { $0 != "'" && !isBlank($0) }) else { return false }
        return starters.contains(first)
    }

    /// Programs drop these before they look at a cell, or take them for the end of the one before.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n" || scalar == "\u{A0}" || scalar == "\u{3000}"
    }

    /// Full-width forms too, which some locales take for the same.
    private static let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}"]
}

extension UInt8 {
    /// Whether a cell that begins with it may be a formula or a remark.
    fileprivate var mayMakeAnother: Bool { " '#=+-@".utf8.contains(self) }

    fileprivate var isOrdinary: Bool {
        self &- 0x20 < 0x5F && self != UInt8(ascii: ",") && self != UInt8(ascii: ";") && self != UInt8(ascii: "\"")
    }
}
