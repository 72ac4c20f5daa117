import TextSafety

/// The leaf elements of a small XML reply of the query protocol, by local name. Not a general XML reader: no attributes, no
/// namespaces, no entities but the five of XML and character references.
struct XMLFields: Sendable {
    private var values: [String: [String]] = [:]

    /// Reads a document; nil when the bytes do not begin as XML.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.trimmed.hasPrefix("<") else { return nil }
        var open: String?
        for piece in text.split(separator: "<", omittingEmptySubsequences: true) {
            guard let end = piece.firstIndex(of: ">") else { continue }
            let tag = piece[..<end]
            if tag.hasPrefix("/") || tag.hasPrefix("?") || tag.hasPrefix("!") || tag.hasSuffix("/") {
                open = nil
            } else {
                open = String(tag.prefix { !$0.isWhitespace })
            }
            if let open { values[open, default: []].append(Self.unescaped(piece[piece.index(after: end)...])) }
        }
    }

    /// The text of the first element of a name; nil when there is none or it is blank.
    func first(_ name: String) -> String? {
        values[name]?.first.map { $0.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var result = ""
        var rest = text
        while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
            result += rest[..<start] + character(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> String {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let digits = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            return digits.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "&\(name);"
        }
    }
}
