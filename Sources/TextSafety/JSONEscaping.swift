extension Unicode.Scalar {
    /// Whether the scalar shows nothing of its own, or nothing that everybody sees alike: controls, escapes, bidirectional controls,
    /// zero-width characters, line and paragraph separators, private use and what is not assigned.
    var isHidden: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return false
        default: break
        }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return true
        default: return properties.isDefaultIgnorableCodePoint
        }
    }

    /// The scalar inside a JSON string: as itself, or where that would be hidden or end the string, escaped.
    package var inJSONString: String {
        if self == "\"" || self == "\\" { return "\\\(self)" }
        return isHidden ? escaped : String(self)
    }

    /// `\u` with four hexadecimal digits, twice for a scalar beyond U+FFFF (RFC 8259, section 7).
    fileprivate var escaped: String {
        String(self).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

extension [UInt8] {
    /// A JSON text with all that is hidden in its strings escaped: the same document, and nothing in it that a terminal would obey
    /// or that a reader would overlook. Line feeds between its tokens stay.
    package var jsonTerminalSafe: [UInt8] {
        guard contains(where: { $0 >= 0x7F }) else { return self }
        var result: [UInt8] = []
        result.reserveCapacity(count + count / 8)
        for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
            if scalar.value < 0x7F {
                result.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                result.append(contentsOf: (scalar.isHidden ? scalar.escaped : String(scalar)).utf8)
            }
        }
        return result
    }
}
