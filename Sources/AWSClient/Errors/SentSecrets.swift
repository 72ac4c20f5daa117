internal import HTTPTypes
internal import JSON

/// Secrets that went out with a request. An endpoint or a proxy that repeats a request in its answer must not make an error show them.
struct SentSecrets: Equatable, Sendable {
    private let spellings: [String]

    /// The secrets among header fields, and those of the body.
    init(_ headers: HTTPFields = [:], values: [String] = []) {
        let all = Self.fields.compactMap { headers.first($0) } + values
        spellings = all.filter { $0.utf8.count >= Self.shortest }.flatMap(Self.spellings).sorted { $0.utf8.count > $1.utf8.count }
    }

    /// The text with each secret in it replaced by "…".
    func hidden(in text: String) -> String {
        spellings.reduce(text) { text, secret in text.replacing(secret, with: "…") }
    }

    /// The bytes with each secret in them replaced by "…"; those that hold none as they are.
    func hidden(in bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let hidden = hidden(in: text)
        return hidden == text ? bytes : Array(hidden.utf8)
    }

    /// An answer that is no success without the secrets of its request, in its fields too.
    func hidden(in response: TransportResponse) -> TransportResponse {
        TransportResponse(
            status: response.status, headers: HTTPFields(response.headers.map { HTTPField(name: $0.name, value: hidden(in: $0.value)) }),
            body: hiddenInJSON(response.body) ?? hidden(in: response.body))
    }

    /// JSON spells a character in many ways: its strings are looked at as what they mean.
    private func hiddenInJSON(_ body: [UInt8]) -> [UInt8]? {
        guard body.contains(UInt8(ascii: "\\")) else { return nil }
        return JSONValue(bytes: body).map { hidden(in: $0).json }
    }

    private func hidden(in value: JSONValue) -> JSONValue {
        switch value {
        case .null, .boolean, .number: value
        case .string(let text): .string(hidden(in: text))
        case .array(let values): .array(values.map { hidden(in: $0) })
        case .object(let members): .object(members.mapValues { hidden(in: $0) })
        }
    }

    /// The fields that carry secrets.
    private static let fields: [HTTPField.Name] = [.authorization, .amzSecurityToken, .ssoBearerToken, .metadataToken, .dpop]
    /// Bytes below which a text is no secret, and would be found anywhere; a device's code has six.
    private static let shortest = 6

    /// As it is, and as XML and forms may spell it.
    private static func spellings(_ secret: String) -> Set<String> {
        let xml = secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return [secret, xml, PercentEncoding.encode(secret)]
    }
}
