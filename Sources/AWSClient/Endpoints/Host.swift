/// What may stand in a host name, so that no setting leads a request, and the secrets in it, to another host.
enum HostLabel {
    /// Whether a region's name can be a part of a host name, as AWS CLI version 2 judges it: letters, digits and inner hyphens, at most
    /// 63, not digits alone (RFC 1123).
    static func isRegion(_ text: String) -> Bool {
        isLabel(text.utf8[...]) && !text.utf8.contains(UInt8(ascii: "_")) && !text.utf8.allSatisfy(isDigit)
    }

    /// Whether the text is a host name: labels with dots between them, and one at the end at most. Underscores count as letters, for names
    /// in local networks have them.
    static func isHost(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (1...254).contains(bytes.count) else { return false }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let named = labels.count > 1 && labels.last?.isEmpty == true ? labels.dropLast() : labels[...]
        return named.allSatisfy(isLabel)
    }

    /// Whether the text can stand between brackets: an IPv6 address, and a zone perhaps (RFC 6874).
    static func isBracketed(_ text: String) -> Bool {
        let address = text.prefix { $0 != "%" }
        return IPAddress(String(address))?.bytes.count == 16
            && text.utf8.dropFirst(address.utf8.count).allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "%") }
    }

    private static func isLabel(_ bytes: Substring.UTF8View) -> Bool {
        (1...63).contains(bytes.count) && bytes.first != UInt8(ascii: "-") && bytes.last != UInt8(ascii: "-")
            && bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// An IPv4 or IPv6 address as bits, to compare with networks.
struct IPAddress: Equatable, Sendable {
    /// 4 bytes of IPv4 or 16 of IPv6, in network order.
    let bytes: [UInt8]

    /// Reads dotted decimals, or IPv6 with at most one `::`; nil for anything else.
    init?(_ text: String) {
        guard let bytes = text.contains(":") ? Self.version6(text) : Self.version4(text) else { return nil }
        self.bytes = bytes
    }

    /// Whether the address lies in a network such as `10.0.0.0/8`.
    func isIn(_ network: String) -> Bool {
        let halves = network.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let base = IPAddress(String(halves[0])), let length = Int(halves[1]) else { return false }
        guard base.bytes.count == bytes.count, (0...bytes.count * 8).contains(length) else { return false }
        return (0..<length).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            return bytes[bit / 8] & mask == base.bytes[bit / 8] & mask
        }
    }

    private static func version4(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { UInt8($0) }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func version6(_ text: String) -> [UInt8]? {
        guard let gap = text.firstRange(of: "::") else {
            return groups(text).flatMap { $0.count == 16 ? $0 : nil }
        }
        guard let front = groups(text[..<gap.lowerBound]), let back = groups(text[gap.upperBound...]) else { return nil }
        let missing = 16 - front.count - back.count
        return missing >= 2 ? front + Array(repeating: 0, count: missing) + back : nil
    }

    private static func groups(_ text: some StringProtocol) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        for group in text.split(separator: ":", omittingEmptySubsequences: false) {
            guard group.utf8.count <= 4, let value = UInt16(group, radix: 16) else { return nil }
            bytes += [UInt8(value >> 8), UInt8(value & 255)]
        }
        return bytes
    }
}
