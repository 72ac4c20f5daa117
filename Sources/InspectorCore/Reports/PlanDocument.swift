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
    /// What to read first, one sentence each.
    package var warnings: [String]

    /// The document of `plan`.
    package init(_ plan: Plan) {
        account = plan.account
        region = plan.region
        let associations = plan.targets.map(\.association)
        disassociateConfigurationRequests = plan.action == .disassociate ? associations : nil
        associateConfigurationRequests = plan.action == .associate ? associations : nil
        warnings = plan.warnings.map(\.sentence)
    }
}
