/// Percent-encoding as Signature Version 4 wants it: RFC 3986 unreserved characters stay, every other byte becomes `%XX` in upper case.
package enum PercentEncoding {
    /// Encodes the UTF-8 bytes of a text.
    package static func encode(_ text: String) -> String {
        String(decoding: encode(bytes: text.utf8), as: UTF8.self)
    }

    /// Encodes bytes that need not be UTF-8.
    /// - Parameter keepingSlash: leaves `/` as it is, for whole paths.
    package static func encode(bytes: some Collection<UInt8>, keepingSlash: Bool = false) -> [UInt8] {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count)
        for byte in bytes {
            if isUnreserved(byte) || (keepingSlash && byte == UInt8(ascii: "/")) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(Hex.digit(byte >> 4, upperCase: true))
                encoded.append(Hex.digit(byte & 15, upperCase: true))
            }
        }
        return encoded
    }

    /// Decodes `%XX`; anything else, an incomplete escape included, stays as it is.
    package static func decode(_ text: some StringProtocol) -> [UInt8] {
        decode(ArraySlice(text.utf8))
    }

    /// Decodes `%XX` among bytes.
    package static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let high = Hex.value(of: bytes[index + 1]), let low = Hex.value(of: bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"): true
        default: false
        }
    }
}

/// A query as it travels, taken apart.
package struct QueryString: Sendable {
    /// One parameter, still percent-encoded.
    package struct Parameter: Sendable {
        /// What stands before the first `=`.
        package let name: ArraySlice<UInt8>
        /// What stands after it; empty when there is none.
        package let value: ArraySlice<UInt8>

        /// The value decoded; bytes that are not UTF-8 are replaced.
        package var decodedValue: String { String(decoding: PercentEncoding.decode(value), as: UTF8.self) }
    }

    /// The parameters in their order; empty ones are left out.
    package private(set) var parameters: [Parameter] = []

    /// Takes a query apart; `query` comes without `?`.
    package init(_ query: some Sequence<UInt8>) {
        let bytes = Array(query)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
            let equals = bytes[start..<end].firstIndex(of: UInt8(ascii: "=")) ?? end
            if start < end { parameters.append(Parameter(name: bytes[start..<equals], value: bytes[min(equals + 1, end)..<end])) }
            start = end + 1
        }
    }

    /// The last parameter of a name, which is compared without decoding.
    package func last(named name: String) -> Parameter? {
        parameters.last { $0.name.elementsEqual(name.utf8) }
    }
}
