internal import Crypto
internal import FoundationEssentials
internal import JSON

/// A proof of possession of a key for one request: a JWT signed with ES256.
///
/// Source: RFC 9449, section 4.2; RFC 7515; RFC 7518, section 3.4.
struct DPoPProof: Sendable {
    /// The compact form, for the `DPoP` header.
    let text: String

    /// Proves that the sender of a request holds a P-256 key; nil when the PEM text holds none.
    init?(pem: String, method: String, url: String, date: Date, id: String) {
        guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) else { return nil }
        let point = Array(key.publicKey.rawRepresentation)
        let jwk: [String: JSONValue] = [
            "kty": .string("EC"), "crv": .string("P-256"), "x": .string(Self.base64URL(point[..<32])),
            "y": .string(Self.base64URL(point[32...])),
        ]
        let header = JSONValue.object(["typ": .string("dpop+jwt"), "alg": .string("ES256"), "jwk": .object(jwk)])
        let claims = JSONValue.object([
            "htm": .string(method), "htu": .string(url), "jti": .string(id),
            "iat": .integer(Int(date.timeIntervalSince1970.rounded(.down))),
        ])
        let input = Self.base64URL(header.json) + "." + Self.base64URL(claims.json)
        guard let signature = try? key.signature(for: Data(input.utf8)) else { return nil }
        text = input + "." + Self.base64URL(signature.rawRepresentation)
    }

    /// RFC 4648, section 5, without padding.
    private static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { character -> Character? in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }
}
