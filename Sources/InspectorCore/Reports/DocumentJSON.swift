import FoundationEssentials
import TextSafety

/// Documents as text for people and programs: indented, members in alphabetical order, so that two can be compared.
package enum DocumentJSON {
    /// The document's bytes with a final newline; names in it are exact, and what is hidden in them is escaped. Empty only for a value that JSON cannot hold, which no document is.
    package static func bytes(_ document: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(document) else { return [] }
        return Array(data).jsonTerminalSafe + [UInt8(ascii: "\n")]
    }
}
