package import JSON

/// What `--dry-run --output json` prints, and `--from` takes back: one person plans, another applies. Targets have the API's own shape.
package struct PlanDocument: Sendable, JSONWritable {
    private let plan: Plan

    /// The document of a plan that was not sent yet.
    package init(_ plan: Plan) {
        self.plan = plan
    }

    /// Writes the plan; what is not known and lists about nothing are left out.
    package func write(to json: inout JSONWriter) {
        let requests = plan.targets.map(\.association)
        json.object { json in
            json.member("account", plan.account)
            if plan.action == .associate {
                json.alreadyDone(of: plan, unlessEmpty: true)
                json.member("associateConfigurationRequests", requests)
            } else {
                json.member("disassociateConfigurationRequests", requests)
                json.alreadyDone(of: plan, unlessEmpty: true)
            }
            json.member("region", plan.region)
            json.member("warnings", plan.warnings.map(\.words))
        }
    }
}

extension JSONWriter {
    /// The list of targets that were, when planned, already as the run would make them.
    mutating func alreadyDone(of plan: Plan, unlessEmpty: Bool = false) {
        if unlessEmpty, plan.alreadyDone.isEmpty { return }
        let associations = plan.alreadyDone.map(\.association)
        switch plan.action {
        case .disassociate: member("notAssociated", associations)
        case .associate: member("alreadyAssociated", associations)
        }
    }
}
