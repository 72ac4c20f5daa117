extension SeededRandom {
    /// JSON of any shape (RFC 8259) with blanks and escapes wherever they may be. No member's name comes twice.
    public mutating func json(depth: Int = 4) -> String {
        blank() + value(depth) + blank()
    }

    private mutating func value(_ depth: Int) -> String {
        switch int(0..<(depth > 0 ? 7 : 5)) {
        case 0: return pick(["null", "true", "false"])
        case 1: return String(int(-1_000_000..<1_000_000))
        case 2: return pick(["0.5", "-1.25e2", "1E+3", "0", "-0.0", "2e-3", "9007199254740993"])
        case 3, 4: return string()
        case 5: return "[" + list(upTo: 4) { $0.json(depth: depth - 1) }.joined(separator: ",") + "]"
        default:
            let members = list(upTo: 4) { random in (random.string(), random.json(depth: depth - 1)) }
            let numbered = members.enumerated().map { "\"\($0)" + $1.0.dropFirst() + ":" + $1.1 }
            return "{" + numbered.joined(separator: ",") + "}"
        }
    }

    private mutating func string() -> String {
        var text = "\""
        for scalar in self.text(upTo: 8).unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || oneIn(6): text += escape(scalar)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    private func escape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    private mutating func blank() -> String {
        oneIn(4) ? pick([" ", "\n", "\t", "\r\n"]) : ""
    }
}
