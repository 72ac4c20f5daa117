import InspectorCore

extension Population {
    /// The same account with associations that cannot be dissolved: all six codes in each of the larger configurations.
    ///
    /// In the listing sorted by name the second project is one of them, with `ACCESS_DENIED`; the other codes follow further down.
    func withRefusals(seed: UInt64) -> Self {
        var account = self
        for (number, record) in configurations.enumerated() where !record.summary.isOrganizationLevel {
            let sorted = record.projects.map { ($0, directory.name(of: $0)) }.sorted { $0.1 < $1.1 }.map(\.0)
            for (place, refusal) in zip(Self.places(of: sorted.count, seed: seed, number: number), Refusal.believable) {
                account.refusals[AssociationKey(configuration: number, project: sorted[place])] = refusal
            }
        }
        return account
    }

    private static func places(of count: Int, seed: UInt64, number: Int) -> [Int] {
        guard count >= 12 else { return [] }
        let stride = (count - 2) / 6
        return [1]
            + (1..<6).map { part in
                1 + part * stride + Draw.below(stride, seed: seed, purpose: "refusal", key: UInt64(number * 6 + part))
            }
    }
}

extension Refusal {
    /// What an organization-level configuration answers to everyone but its owner.
    static let organization = Self(
        code: .accessDenied,
        message: "Only the delegated administrator of the organization can change associations of this scan configuration.")

    /// One for each code of the service model.
    static let believable: [Self] = [
        Self(
            code: .accessDenied,
            message: "Not allowed to change the association of this project: it is protected by a service control policy of your"
                + " organization. Ask the owner of the policy to exempt inspector2:BatchDisassociateCodeSecurityScanConfiguration."),
        Self(code: .internalError, message: "An internal error occurred. Try again later.", times: 1),
        Self(code: .resourceNotFound, message: "The project is no longer connected: its integration was removed at the provider."),
        Self(code: .quotaExceeded, message: "Too many changes of scan configurations for this project within 24 hours."),
        Self(code: .invalidInput, message: "The project is archived at its provider and cannot be changed."),
        Self(code: .scanConfigurationNotFound, message: "The scan configuration is being replaced for this project."),
    ]

    /// The message that goes with a code when a fault plan asks for it.
    static func planned(_ code: AssociationStatusCode) -> Self {
        Self(code: code, message: believable.first { $0.code == code }?.message ?? "The request could not be completed.")
    }
}
