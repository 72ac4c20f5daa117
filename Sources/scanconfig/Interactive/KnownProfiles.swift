import AWSClient
import OperatorUI

extension SharedFiles {
    /// The profiles with the accounts and regions that their settings name. No call is made.
    var knownProfiles: [KnownProfile] {
        profileNames.map { name in
            let section = profile(name) ?? SharedFileSection()
            return KnownProfile(name, account: section.account, region: section["region"].flatMap { $0.value.isEmpty ? nil : $0.value })
        }
    }
}

extension SharedFileSection {
    /// The account that credentials of the profile belong to, as far as a setting says so: a role's before the one it is assumed from.
    fileprivate var account: String? {
        let account = accountOfARN("role_arn") ?? self["sso_account_id"]?.value ?? accountOfARN("login_session")
        return account.flatMap { $0.utf8.count == 12 && $0.utf8.allSatisfy { (48...57).contains($0) } ? $0 : nil }
    }

    private func accountOfARN(_ name: String) -> String? {
        let parts = self[name]?.value.split(separator: ":", omittingEmptySubsequences: false) ?? []
        return parts.count > 5 && parts[0] == "arn" ? String(parts[4]) : nil
    }
}
