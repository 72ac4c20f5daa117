package import JSON

/// What `disassociate --output json` prints: each target of the run in exactly one of its lists.
package struct RunDocument: Sendable, JSONWritable {
    private let report: RunReport

    /// The document of a finished run.
    package init(_ report: RunReport) {
        self.report = report
    }

    /// The document of a plan of which nothing was sent, because nothing was to be done: there is no run, so that its id is empty.
    package init(nothingSent plan: Plan) {
        var plan = plan
        plan.targets = []
        self.init(RunReport(runId: "", journal: nil, plan: plan, outcomes: []))
    }

    /// Writes the document; the account and the journal's path are left out where there is none.
    package func write(to json: inout JSONWriter) {
        let plan = report.plan
        json.object { json in
            json.member("account", plan.account)
            json.member("action", plan.action.rawValue)
            if plan.action == .associate { json.alreadyDone(of: plan) }
            write("failedAssociations", to: &json) { $0.failure != nil }
            json.member("journal", report.journal)
            if plan.action == .disassociate { json.alreadyDone(of: plan) }
            write("notSentAssociations", to: &json) { if case .notSent = $0 { true } else { false } }
            json.member("region", plan.region)
            json.member("remarks", report.remarks)
            json.member("runId", report.runId)
            write("successfulAssociations", to: &json) { $0 == .succeeded }
            write("unresolvedAssociations", to: &json) { if case .unresolved = $0 { true } else { false } }
        }
    }

    /// Writes a list with those targets whose outcome belongs in it. Beside a failure stand its code and message, with the API's names,
    /// beside any other the reason.
    private func write(_ name: StaticString, to json: inout JSONWriter, _ belongs: (Outcome) -> Bool) {
        json.key(name)
        json.array { list in
            for (target, outcome) in zip(report.plan.targets, report.outcomes) where belongs(outcome) {
                let code = outcome.statusCode
                list.object { json in
                    json.member("reason", code == nil ? outcome.detail : nil)
                    json.member("resource", target.association.resource)
                    json.member("scanConfigurationArn", target.association.scanConfigurationArn)
                    json.member("statusCode", code)
                    json.member("statusMessage", code == nil ? nil : outcome.detail)
                }
            }
        }
    }
}
