/// The person behind a caller's ARN, as far as an ARN tells.
///
/// Two ARNs are of one person where they are the same, or name the same session of the same role: also where the session's name differs only
/// in ten or more digits at its end, which are the time, made up anew at each sign-in. In IAM Identity Center's roles the session's name is
/// the user's, so that one user is one person in all of these roles and in all accounts.
package struct CallerPerson: Hashable, Sendable {
    private let key: String

    /// The person behind an ARN.
    package init(_ arn: String) {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        let resource = parts.count == 6 ? parts[5].split(separator: "/", omittingEmptySubsequences: false) : []
        guard parts.count == 6, parts[2] == "sts", resource.count == 3, resource[0] == "assumed-role" else {
            key = arn
            return
        }
        let (role, session) = (resource[1], Self.withoutTime(resource[2]))
        key =
            role.hasPrefix("AWSReservedSSO_")
            ? "identity-center/\(session.lowercased())" : "\(parts[4])/\(role)/\(session)"
    }

    private static func withoutTime(_ session: Substring) -> Substring {
        let digits = session.utf8.reversed().prefix { (48...57).contains($0) }.count
        return digits >= 10 ? session.dropLast(digits) : session
    }
}
