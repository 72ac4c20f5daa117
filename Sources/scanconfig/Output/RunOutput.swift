import InspectorCore
import Terminal
import TextSafety

/// Writes the report of a run in each format.
struct RunOutput {
    let report: RunReport

    func text(_ format: OutputFormat) -> String {
        switch format {
        case .json: JSONText.encode(RunDocument(report))
        case .csv: OutcomeTable.csv(report)
        case .table: table
        }
    }

    /// The table of targets for which nothing was sent.
    static func table(alreadyDone plan: Plan) -> String {
        TextTable(headings: headings(plan), rows: rows(alreadyDone: plan)).text
    }

    private static func headings(_ plan: Plan) -> [String] {
        ["CONFIGURATION", "PROJECT"] + (plan.action == .move ? ["CHANGE"] : []) + ["OUTCOME", "STATUS"]
    }

    private static func rows(alreadyDone plan: Plan) -> [[String]] {
        plan.alreadyDone.map { row($0, of: plan, plan.change(of: $0).alreadyDoneOutcome, "") }
    }

    private static func row(_ target: PlanTarget, of plan: Plan, _ outcome: String, _ status: String) -> [String] {
        let names = [
            target.configurationName ?? target.association.scanConfigurationArn,
            target.projectName ?? target.association.resource.projectId ?? "-",
        ]
        return names + (plan.action == .move ? [plan.change(of: target).rawValue] : []) + [outcome, status]
    }

    /// What succeeded, what was so already, and then what did not succeed, in the order of its reasons, which are told below.
    private var table: String {
        let failures = FailureGroups(report)
        let succeeded = report.outcomes.indices.lazy.filter { report.outcomes[$0] == .succeeded }
        let rows = succeeded.map { row($0, "") }
        let remarks = report.remarks.map { "! \($0.terminalSafe)\n" }.joined()
        let coverage = CoverageChange(report).map { "\($0.sentence)\n" } ?? ""
        let journal = report.journal.map { "Journal: \($0.terminalSafe)\n" } ?? ""
        let approval = report.plan.approval.map { "Approved by \($0.fact.terminalSafe)\n" } ?? ""
        let all = rows + Self.rows(alreadyDone: report.plan) + self.rows(of: failures)
        return TextTable(headings: Self.headings(report.plan), rows: all).text + FailureReasons(failures).text + "\n" + remarks
            + report.sentence + "\n" + coverage + approval + journal
    }

    /// The message stands in a row only where its code has several.
    private func rows(of failures: FailureGroups) -> [[String]] {
        let reasons = Dictionary(grouping: failures.reasons, by: \.outcome.title).mapValues(\.count)
        return failures.reasons.flatMap { reason in
            let outcome = reason.outcome
            let isAlone = reasons[outcome.title] == 1
            let status = [outcome.statusCode, isAlone ? nil : outcome.detail].compactMap(\.self).joined(separator: "  ")
            return reason.targets.map { row($0, status) }
        }
    }

    private func row(_ place: Int, _ status: String) -> [String] {
        Self.row(report.plan.targets[place], of: report.plan, report.outcomes[place].tableWord, status)
    }
}

/// Why targets did not succeed and what to do, each code and message once, in 80 columns.
private struct FailureReasons {
    let failures: FailureGroups

    init(_ failures: FailureGroups) { self.failures = failures }

    private static let width = 80

    var text: String {
        failures.sections.map { section in
            "\n\(section.remedy.words): \(section.count.grouped)\n" + failures.reasons[section.reasons].map(Self.text).joined()
        }.joined()
    }

    private static func text(_ reason: FailureGroups.Reason) -> String {
        let number = "  \(reason.count.grouped)  "
        let (title, message) = (reason.outcome.title, reason.outcome.reason)
        let head = (message.isEmpty ? title : "\(title): \(message)").terminalSafe
        let lines = (head.wrapped(to: width - number.count) + reason.advice.sentence.wrapped(to: width - number.count))
        return lines.enumerated().map { place, line in
            (place == 0 ? number : String(repeating: " ", count: number.count)) + line.trimmingTrailingSpaces + "\n"
        }.joined()
    }
}
