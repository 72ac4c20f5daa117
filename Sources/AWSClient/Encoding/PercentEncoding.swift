/// Percent-encoding as Signature Version 4 wants it: RFC 3986 unreserved characters stay, every other byte becomes `%XX` in upper case.
package enum PercentEncoding {
    /// Encodes the UTF-8 bytes of a text.
    /// - Parameter keepingSlash: leaves `/` as it is, for whole paths.
    package static func encode(_ text: String, keepingSlash: Bool = false) -> String {
        encode(bytes: text.utf8, keepingSlash: keepingSlash)
    }

    /// Encodes bytes that need not be UTF-8.
    package static func encode(bytes: some Sequence<UInt8>, keepingSlash: Bool = false) -> String {
        var encoded: [UInt8] = []
        for byte in bytes {
            if isUnreserved(byte) || (keepingSlash && byte == UInt8(ascii: "/")) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), Hex.upperDigits[Int(byte >> 4)], Hex.upperDigits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// Decodes `%XX`; anything else, an incomplete escape included, stays as it is.
    package static func decode(_ text: some StringProtocol) -> [UInt8] {
        decode(bytes: text.utf8)
    }

    /// Decodes `%XX` among bytes.
    package static func decode(bytes text: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
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
