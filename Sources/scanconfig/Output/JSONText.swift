import InspectorCore

/// JSON for people and `jq`: indented, keys sorted, and nothing in it that a terminal would obey.
enum JSONText {
    static func encode(_ value: some Encodable) -> String {
        escaped(String(decoding: DocumentJSON.bytes(value), as: UTF8.self))
    }

    /// Characters that a terminal would obey only occur inside strings, where `\u` says the same.
    static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isRisky) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if isRisky(scalar) { result += escape(scalar) } else { result.unicodeScalars.append(scalar) }
        }
    }

    private static func isRisky(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return true
        default: return false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
