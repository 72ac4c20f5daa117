/// What `--dry-run --output json` prints, and `--from` takes back: one person plans, another applies.
package struct PlanDocument: Hashable, Codable, Sendable {
    /// The account, twelve digits; `null` when it is not known.
    package var account: String?
    /// The region.
    package var region: String
    /// The targets in the API's own shape; set for a plan that disassociates.
    package var disassociateConfigurationRequests: [Association]?
    /// The targets in the API's own shape; set for a plan that associates, an undo.
    package var associateConfigurationRequests: [Association]?
    /// Targets that are not associated, for which nothing is sent; absent when there are none.
    package var notAssociated: [Association]?
    /// Targets that are associated already, of a plan that associates; absent when there are none.
    package var alreadyAssociated: [Association]?
    /// What to read first, one sentence each.
    package var warnings: [String]

    /// The document of `plan`.
    package init(_ plan: Plan) {
        account = plan.account
        region = plan.region
        let associations = plan.targets.map(\.association)
        disassociateConfigurationRequests = plan.action == .disassociate ? associations : nil
        associateConfigurationRequests = plan.action == .associate ? associations : nil
        let done = plan.alreadyDone.isEmpty ? nil : plan.alreadyDone.map(\.association)
        notAssociated = plan.action == .disassociate ? done : nil
        alreadyAssociated = plan.action == .associate ? done : nil
        warnings = plan.warnings.map(\.sentence)
    }
}
