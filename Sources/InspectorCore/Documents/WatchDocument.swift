package import JSON

/// What `watch --output json` prints.
package struct WatchDocument: Sendable, JSONWritable {
    private let report: WatchReport
    private let runId: String

    /// The document of a watch that has ended.
    package init(_ report: WatchReport, runId: String) { (self.report, self.runId) = (report, runId) }

    /// Writes the document. Beside each association that was changed back stand the moment of the listing and who may have done it.
    package func write(to json: inout JSONWriter) {
        let plan = report.plan
        json.object { json in
            json.member("account", plan.account)
            json.key("changedBack")
            json.array { list in
                for finding in report.findings { Self.write(finding, of: plan, to: &list) }
            }
            json.member("changedBackBefore", report.changedBackBefore)
            json.member("neverConfirmed", report.stillAsBefore.map { plan.targets[$0].association })
            json.member("notListed", report.unlisted)
            json.member("profile", plan.profile)
            json.member("region", plan.region)
            json.member("rounds", report.rounds)
            json.member("runId", runId)
            json.member("watched", report.watched)
        }
    }

    private static func write(_ finding: WatchFinding, of plan: Plan, to list: inout JSONWriter) {
        let target = plan.targets[finding.target]
        list.object { json in
            json.member("by", finding.cause.word)
            json.member("listedAt", finding.asOf)
            json.member("resource", target.association.resource)
            json.member("scanConfigurationArn", target.association.scanConfigurationArn)
        }
    }
}
