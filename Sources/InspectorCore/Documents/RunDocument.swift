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
        self.init(RunReport(nothingSent: plan))
    }

    /// Writes the document; the account and the journal's path are left out where there is none.
    package func write(to json: inout JSONWriter) {
        let plan = report.plan
        json.object { json in
            json.member("account", plan.account)
            json.member("action", plan.action.rawValue)
            json.alreadyDone(.associate, of: plan)
            json.member("approval", plan.approval)
            json.member("coverage", CoverageChange(report))
            write("failedAssociations", to: &json) { $0.failure != nil }
            json.member("group", plan.group)
            json.member("journal", report.journal)
            json.alreadyDone(.disassociate, of: plan)
            write("notSentAssociations", to: &json) { if case .notSent = $0 { true } else { false } }
            json.member("profile", plan.profile)
            json.member("region", plan.region)
            json.member("remarks", report.remarks)
            json.member("runId", report.runId)
            write("successfulAssociations", to: &json) { $0 == .succeeded }
            write("unresolvedAssociations", to: &json) { if case .unresolved = $0 { true } else { false } }
        }
    }

    /// Writes a list with those targets whose outcome belongs in it; in a move each tells what was to be done with it. Beside a failure stand its code and message, with the API's names,
    /// beside any other the reason.
    private func write(_ name: StaticString, to json: inout JSONWriter, _ belongs: (Outcome) -> Bool) {
        json.key(name)
        json.array { list in
            for (target, outcome) in zip(report.plan.targets, report.outcomes) where belongs(outcome) {
                let code = outcome.statusCode
                list.object { json in
                    json.member("change", target.change?.rawValue)
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

extension CoverageChange: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("keepConfiguration", kept)
            json.member("lostLastConfiguration", lost)
            if notConfirmed > 0 { json.member("notConfirmed", notConfirmed) }
        }
    }
}

/// Targets as comma-separated values (RFC 4180), one row each, in the plan's order, and after them those that needed nothing.
package enum OutcomeTable {
    /// The columns; `--from` reads the first two, the outcome, the action and the change, which a move alone has. What concerns the run as a
    /// whole is in the last one, of the first row only.
    package static func columns(_ action: RunAction) -> [TableColumn] {
        [.scanConfigurationArn, .projectId, .configurationName, .projectName, .outcome, .statusCode, .statusMessage, .action]
            + (action == .move ? [.change, .remarks] : [.remarks])
    }

    /// A run's table with its header; lines end with CRLF.
    package static func csv(_ report: RunReport) -> String {
        table(report.plan.action, rows(report))
    }

    /// The table of a plan that was not sent: its targets have no outcome.
    package static func csv(_ plan: Plan) -> String {
        table(plan.action, rows(plan))
    }

    /// The table of a plan that was not sent, its lines one after the other.
    package static func writeCSV(_ plan: Plan, to sink: (String) -> Void) {
        sink(CSVWriter.line(columns(plan.action)))
        for target in plan.targets { sink(CSVWriter.line(row(target, "", ["", ""], plan) + [""])) }
        for target in plan.alreadyDone {
            sink(CSVWriter.line(row(target, plan.change(of: target).alreadyDoneList, ["", ""], plan) + [""]))
        }
    }

    private static func table(_ action: RunAction, _ rows: [[String]]) -> String {
        CSVWriter.table(columns(action), rows)
    }

    static func rows(_ report: RunReport) -> [[String]] {
        let rows = zip(report.plan.targets, report.outcomes).map { target, outcome in
            row(target, outcome.word, [outcome.statusCode ?? "", outcome.detail ?? ""], report.plan)
        }
        return withRemarks(report.plan, rows, remarks: report.remarks)
    }

    static func rows(_ plan: Plan) -> [[String]] {
        withRemarks(plan, plan.targets.map { row($0, "", ["", ""], plan) }, remarks: [])
    }

    private static func withRemarks(_ plan: Plan, _ rows: [[String]], remarks: [String]) -> [[String]] {
        let done = plan.alreadyDone.map { row($0, plan.change(of: $0).alreadyDoneList, ["", ""], plan) }
        let remark = [remarks.joined(separator: " ")] + repeatElement("", count: max(0, rows.count + done.count - 1))
        return zip(rows + done, remark).map { $0 + [$1] }
    }

    private static func row(_ target: PlanTarget, _ outcome: String, _ details: [String], _ plan: Plan) -> [String] {
        let identity = [target.association.scanConfigurationArn, target.association.resource.projectId ?? ""]
        return identity + [target.configurationName ?? "", target.projectName ?? "", outcome] + details + [plan.action.rawValue]
            + (plan.action == .move ? [plan.change(of: target).rawValue] : [])
    }
}

/// The columns of tables about associations; each has the same name wherever it occurs.
package enum TableColumn: String, Sendable {
    case scanConfigurationArn, projectId, configurationName, projectName, providerType, outcome, statusCode, statusMessage, action
    case change, remarks
    case account, region, profile
    case lastScannedAt, scanStatusCode, scanStatusReason, accountId, providerTypeVisibility, integrationArn, lastScannedCommitId
    case onDemandScanAt, onDemandScanStatusCode, onDemandScanReason, onDemandScanCommitId
    case provider, providerAccountId, providerOrgId, providerRegion
}

extension CSVWriter {
    /// The header of a table with these columns.
    package static func line(_ columns: [TableColumn]) -> String { line(columns.map(\.rawValue)) }

    /// A table with its header.
    package static func table(_ columns: [TableColumn], _ rows: some Sequence<[String]>) -> String {
        lines(rows, after: line(columns))
    }
}
