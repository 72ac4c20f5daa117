import AWSClient
import FoundationEssentials
package import JSON

/// When something was last scanned, as far as the service says.
package enum ScanTime: Hashable, Sendable {
    /// Nothing was said, or nothing that can be read: this proves neither a scan nor that there was none.
    case unknown
    /// The row came, and has no date.
    case never
    /// Then, in seconds since 1970.
    case at(Int64)

    /// Seconds since 1970; nil when there was no scan, or none is known of.
    package var seconds: Int64? {
        if case .at(let seconds) = self { seconds } else { nil }
    }

    /// The moment as RFC 3339 has it, which `jq` reads with `fromdate`; nil when there is none.
    package var iso8601: String? { seconds.map { WireDate.iso8601(Date(timeIntervalSince1970: Double($0))) } }

    /// The second after the last one that is read, in the year 2106: what a scan has is a date of this time.
    static let end = Int64(1) << 32 - 2

    /// The moment, unless it is before 1970 or after 2106; a part of a second is cut off.
    init(seconds: Double) {
        self = seconds >= 0 && seconds < Double(Self.end) ? .at(Int64(seconds)) : .unknown
    }
}

extension ScanTime {
    /// Reads a timestamp as AWS writes them: seconds since 1970 with a fraction, as a number or a string, RFC 3339, or an HTTP date.
    /// Anything else is unknown.
    package init(_ json: inout JSONReader) throws(JSONError) {
        switch try json.readable(JSONValue.init) {
        case .number(let text): self = Double(text).map(Self.init(seconds:)) ?? .unknown
        case .string(let text): self = Self.seconds(text).map(Self.init(seconds:)) ?? .unknown
        case .boolean, .array, .object, .null, nil: self = .unknown
        }
    }

    private static func seconds(_ text: String) -> Double? {
        if let seconds = Double(text) { return seconds }
        return (WireDate.parseISO8601(text) ?? WireDate.parseHTTP(text))?.timeIntervalSince1970
    }
}
