import FoundationEssentials

/// Documents as text for people and programs: indented, members in alphabetical order, so that two can be compared.
package enum DocumentJSON {
    /// The document's bytes with a final newline. Empty only for a value that JSON cannot hold, which no document is.
    package static func bytes(_ document: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(document) else { return [] }
        return Array(data) + [UInt8(ascii: "\n")]
    }
}
