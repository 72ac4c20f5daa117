/// The patterns of the service model, checked before anything is sent.
package enum Identifiers {
    /// Whether `text` is `project-` and a UUID in lower-case hexadecimal.
    package static func isProjectId(_ text: String) -> Bool {
        PackedProject(text) != nil
    }

    /// Whether `text` is the ARN of a code-security scan configuration:
    /// `arn:aws*:inspector2:REGION:ACCOUNT:owner/(ACCOUNT|o-…)/codesecurity-configuration/UUID`.
    package static func isScanConfigurationArn(_ text: String) -> Bool {
        let parts = split(text[...], at: ":")
        guard parts.count == 6, parts[0] == "arn", isPartition(parts[1]), parts[2] == "inspector2" else { return false }
        let path = split(parts[5], at: "/")
        return isRegion(parts[3]) && isAccount(parts[4]) && path.count == 4 && path[0] == "owner"
            && (isAccount(path[1]) || isOrganization(path[1])) && path[2] == "codesecurity-configuration"
            && path[3].utf8.count == 36 && path[3].utf8.allSatisfy { isLowerHexadecimal($0) || $0 == UInt8(ascii: "-") }
    }

    /// The region of an ARN, its fourth part.
    package static func region(ofArn arn: String) -> String? {
        part(3, ofArn: arn)
    }

    /// The account of an ARN, its fifth part.
    package static func account(ofArn arn: String) -> String? {
        part(4, ofArn: arn)
    }

    private static func part(_ index: Int, ofArn arn: String) -> String? {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count >= 6 && !parts[index].isEmpty ? String(parts[index]) : nil
    }

    /// The parts between separators, found by bytes: 25 ARNs are checked before each call.
    private static func split(_ text: Substring, at separator: Unicode.Scalar) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map { Substring($0) }
    }

    private static func isPartition(_ text: Substring) -> Bool {
        text.isEmpty
            || text.hasPrefix("aws") && text.utf8.dropFirst(3).allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isRegion(_ text: Substring) -> Bool {
        var groups = split(text, at: "-")
        if groups.count == 4, groups[1] == "gov" { groups.remove(at: 1) }
        return groups.count == 3 && groups[0].utf8.count == 2 && groups[0].utf8.allSatisfy(isLowerLetter)
            && !groups[1].isEmpty && groups[1].utf8.allSatisfy(isLowerLetter)
            && groups[2].utf8.count == 1 && groups[2].utf8.allSatisfy(isDigit)
    }

    private static func isAccount(_ text: Substring) -> Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy(isDigit)
    }

    private static func isOrganization(_ text: Substring) -> Bool {
        let id = text.utf8.dropFirst(2)
        return text.hasPrefix("o-") && (10...32).contains(id.count) && id.allSatisfy { isLowerLetter($0) || isDigit($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLowerLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        isLowerLetter(byte | 0x20)
    }

    private static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
