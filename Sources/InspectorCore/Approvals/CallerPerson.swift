/// The person behind a caller's ARN, as far as an ARN tells.
///
/// Two ARNs are of one person where they are the same, or where a user's or a session's name is the same, whatever the role and the account:
/// capitals aside, and a time at the name's end, which is made up anew at each sign-in (ten digits or more, with T and Z).
package struct CallerPerson: Hashable, Sendable {
    private let key: String

    /// The person behind an ARN.
    package init(_ arn: String) {
        let resource = arn.split(separator: ":", maxSplits: 5).last.map { $0.split(separator: "/") } ?? []
        key = resource.count < 2 ? arn : Self.withoutTime(resource[resource.count - 1]).lowercased()
    }

    private static func withoutTime(_ name: Substring) -> Substring {
        let time = name.reversed().prefix { $0.isASCII && $0.isWholeNumber || "TZ".contains($0) }
        return time.count(where: \.isWholeNumber) >= 10 ? name.dropLast(time.count) : name
    }
}
