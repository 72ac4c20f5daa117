internal import FoundationEssentials
internal import JSON

/// Credentials as JSON replies and cache files spell them.
enum CredentialDocument {
    /// Names of the members; they differ by source.
    struct Names {
        var key = "AccessKeyId"
        var secret = "SecretAccessKey"
        var token = "Token"
        var expiration = "Expiration"

        /// Container and instance metadata.
        static let metadata = Names()
        /// `credential_process` and the cache of AWS CLI.
        static let session = Names(token: "SessionToken")
        /// IAM Identity Center.
        static let portal = Names(
            key: "accessKeyId", secret: "secretAccessKey", token: "sessionToken", expiration: "expiration")
        /// The cache of `aws login`.
        static let login = Names(
            key: "accessKeyId", secret: "secretAccessKey", token: "sessionToken", expiration: "expiresAt")
    }

    /// Reads one set; key and secret have to be there, an expiration that cannot be read is an error.
    static func credentials(_ value: JSONValue, _ names: Names, source: String) throws(CredentialError) -> Credentials {
        guard let key = value[names.key]?.string, !key.isEmpty else {
            throw .malformedResponse(source: source, problem: "\(names.key) is missing")
        }
        guard let secret = value[names.secret]?.string, !secret.isEmpty else {
            throw .malformedResponse(source: source, problem: "\(names.secret) is missing")
        }
        let token = value[names.token]?.string
        try HeaderText.check(key, "\(names.key) from \(source)")
        try HeaderText.check(token, "\(names.token) from \(source)")
        return Credentials(
            accessKeyId: key, secretAccessKey: secret, sessionToken: token,
            expiration: try value[names.expiration].map { value throws(CredentialError) in
                try date(value, name: names.expiration, source: source)
            }, source: source)
    }

    /// A time as ``WireDate/parse(_:)`` reads it, or milliseconds since 1970.
    private static func date(_ value: JSONValue, name: String, source: String) throws(CredentialError) -> Date {
        if let milliseconds = value.number { return Date(timeIntervalSince1970: milliseconds / 1000) }
        guard let date = value.string.flatMap(WireDate.parse) else {
            throw .malformedResponse(source: source, problem: "\(name) is not a time")
        }
        return date
    }
}

/// Text that a header field carries as it is: printable ASCII and spaces (RFC 9110, 5.5).
enum HeaderText {
    /// Whether the text can be sent.
    static func isSendable(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    /// Refuses a credential where it is read.
    /// - Parameter subject: names the credential and where it came from; its text is never shown.
    static func check(_ text: String?, _ subject: @autoclosure () -> String) throws(CredentialError) {
        if let text, !isSendable(text) { throw .unsendable(subject: subject()) }
    }
}

extension JSONValue {
    /// Reads a document as Python reads it: `NaN`, `Infinity` and `-Infinity` are numbers too, of which nothing here is made.
    init?(python bytes: [UInt8]) {
        if let value = JSONValue(bytes: bytes) {
            self = value
        } else if let value = JSONValue(bytes: Self.withoutInfinities(bytes)) {
            self = value
        } else {
            return nil
        }
    }

    private static func withoutInfinities(_ bytes: [UInt8]) -> [UInt8] {
        let words = ["-Infinity", "Infinity", "NaN"].map { Array($0.utf8) }
        var (result, rest): ([UInt8], ArraySlice<UInt8>) = ([], bytes[...])
        var (isInside, isEscaped) = (false, false)
        while let byte = rest.first {
            if !isInside, let word = words.first(where: rest.starts) {
                result += Array("null".utf8)
                rest = rest.dropFirst(word.count)
                continue
            }
            if byte == UInt8(ascii: "\""), !isEscaped { isInside.toggle() }
            isEscaped = isInside && byte == UInt8(ascii: "\\") && !isEscaped
            result.append(byte)
            rest = rest.dropFirst()
        }
        return result
    }
}
