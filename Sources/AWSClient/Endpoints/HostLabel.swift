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
