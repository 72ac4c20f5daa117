extension Int {
    /// The number with its noun, "1 association" or "1,204 associations".
    package func counted(_ noun: String) -> String {
        "\(grouped) \(noun)\(self == 1 ? "" : "s")"
    }

    /// Whether somebody typed this number, with or without the commas that it is printed with.
    package func isTyped(as text: String) -> Bool {
        text == String(self) || text == grouped
    }

    /// The number with a comma between thousands.
    package var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + text
    }
}

extension [String] {
    /// The first of many in a sentence: "a, b, c and 4 more".
    package func listed(upTo most: Int) -> String {
        prefix(most).joined(separator: ", ") + (count > most ? " and \((count - most).grouped) more" : "")
    }
}
