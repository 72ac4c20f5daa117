/// The patterns of the service model, checked before anything is sent.
package enum Identifiers {
    /// Whether `text` is `project-` and a UUID in lower-case hexadecimal.
    package static func isProjectId(_ text: String) -> Bool {
        PackedProject(text) != nil
    }

    /// Whether `text` is the ARN of a code-security scan configuration:
    /// `arn:aws*:inspector2:REGION:ACCOUNT:owner/(ACCOUNT|o-…)/codesecurity-configuration/UUID`.
    package static func isScanConfigurationArn(_ text: String) -> Bool {
        let parts = split(Array(text.utf8)[...], at: ":")
        guard parts.count == 6, isText(parts[0], "arn"), isPartition(parts[1]), isText(parts[2], "inspector2") else { return false }
        let path = split(parts[5], at: "/")
        return isRegion(parts[3]) && isAccount(parts[4]) && path.count == 4 && isText(path[0], "owner")
            && (isAccount(path[1]) || isOrganization(path[1])) && isText(path[2], "codesecurity-configuration")
            && path[3].count == 36 && path[3].allSatisfy { isLowerHexadecimal($0) || $0 == UInt8(ascii: "-") }
    }

    /// Whether `text` is written as a region is.
    static func isRegion(_ text: String) -> Bool { isRegion(Array(text.utf8)[...]) }

    /// The account's twelve digits, zeros in front that a spreadsheet dropped among them; nothing for any other text.
    static func accountNumber(_ text: String) -> String? {
        guard (9...12).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
        return String(repeating: "0", count: 12 - text.utf8.count) + text
    }

    /// The region of an ARN, its fourth part.
    package static func region(ofArn arn: String) -> String? {
        let parts = split(Array(arn.utf8)[...], at: ":")
        return parts.count >= 6 && !parts[3].isEmpty ? String(decoding: parts[3], as: UTF8.self) : nil
    }

    /// The account that a scan configuration belongs to, the fifth part of its ARN. An organization's carries its administrator's there,
    /// which need not be the account that lists it.
    package static func account(ofArn arn: String) -> String? {
        let parts = split(Array(arn.utf8)[...], at: ":")
        guard parts.count >= 6, isAccount(parts[4]), let owner = split(parts[5], at: "/").dropFirst().first, isAccount(owner) else {
            return nil
        }
        return String(decoding: parts[4], as: UTF8.self)
    }

    private typealias Bytes = ArraySlice<UInt8>

    /// The parts between separators, found by bytes and without closures: 25 ARNs are checked before each call.
    private static func split(_ text: Bytes, at separator: Unicode.Scalar) -> [Bytes] {
        var parts: [Bytes] = []
        var rest = text
        while let place = rest.firstIndex(of: UInt8(ascii: separator)) {
            parts.append(rest[..<place])
            rest = rest[(place + 1)...]
        }
        return parts + [rest]
    }

    private static func isText(_ part: Bytes, _ text: StaticString) -> Bool {
        part.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func isPartition(_ text: Bytes) -> Bool {
        text.isEmpty || isText(text.prefix(3), "aws") && text.dropFirst(3).allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
    }

    /// Two or three words and a digit: `us-east-1`, `us-gov-west-1`, `us-isob-east-1`, `eusc-de-east-1`.
    private static func isRegion(_ text: Bytes) -> Bool {
        let groups = split(text, at: "-")
        return (3...4).contains(groups.count) && (2...4).contains(groups[0].count)
            && groups.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy(isLowerLetter) } && groups.last?.count == 1
            && groups.last?.allSatisfy(isDigit) == true
    }

    private static func isAccount(_ text: Bytes) -> Bool {
        text.count == 12 && text.allSatisfy(isDigit)
    }

    private static func isOrganization(_ text: Bytes) -> Bool {
        let id = text.dropFirst(2)
        return isText(text.prefix(2), "o-") && (10...32).contains(id.count) && id.allSatisfy { isLowerLetter($0) || isDigit($0) }
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

/// The numbers of the Inspector2 service model and its quotas.
package enum ServiceLimits {
    /// Items in one batch call.
    package static let batchSize = 25
    /// `maxResults` of the two listings of code security, at most.
    package static let pageSize = 100
    /// `maxResults` of `ListCoverage`, at most.
    package static let coveragePageSize = 200
    /// General configurations of an account, at most.
    package static let configurations = 500
    /// Projects of a configuration, at most.
    package static let projects = 100_000
    /// Scan configurations of a project, at most.
    package static let configurationsOfProject = 4
    /// Characters of a `nextToken`, at most.
    package static let tokenLength = 1_000_000
}

/// What the service model says of requests, checked before anything is sent. Each check gives the problem in words, or nothing.
enum RequestChecks {
    static func page(_ maxResults: Int?, upTo limit: Int, _ nextToken: String?) -> String? {
        if let maxResults, !(1...limit).contains(maxResults) { return "maxResults is \(maxResults), and only 1 to \(limit) are allowed" }
        if let nextToken, nextToken.utf16.count > ServiceLimits.tokenLength {
            return "the nextToken is longer than \(ServiceLimits.tokenLength.grouped) characters"
        }
        return nil
    }

    static func arn(_ text: String) -> String? {
        Identifiers.isScanConfigurationArn(text) ? nil : "'\(text)' is not the ARN of a scan configuration"
    }

    static func batch(_ requests: [Association]) -> String? {
        guard (1...ServiceLimits.batchSize).contains(requests.count) else {
            return "it has \(requests.count) items, and only 1 to \(ServiceLimits.batchSize) are allowed"
        }
        return Set(requests.map(\.scanConfigurationArn)).sorted().lazy.compactMap(arn).first ?? requests.lazy.compactMap(project).first
    }

    private static func project(_ request: Association) -> String? {
        guard let id = request.resource.projectId else { return "only projects can be named in it" }
        return Identifiers.isProjectId(id) ? nil : "'\(id)' is not a project's ID"
    }
}
