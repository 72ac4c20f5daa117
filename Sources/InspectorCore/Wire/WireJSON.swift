internal import AWSClient
import FoundationEssentials

/// JSON as the service reads and writes it.
package enum WireJSON {
    /// Encodes a request body; members in alphabetical order, slashes as they are.
    package static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { Array($0) } ?? []
    }

    /// Decodes an answer, or nothing when it is not the JSON promised; JSON in which an object has a member twice is not. Half a surrogate
    /// pair in a name becomes U+FFFD.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        guard JSONNames.areUnique(in: bytes) else { return nil }
        return (try? JSONDecoder().decode(type, from: Data(bytes)))
            ?? LoneSurrogates.replaced(in: bytes).flatMap { try? JSONDecoder().decode(type, from: Data($0)) }
    }
}
