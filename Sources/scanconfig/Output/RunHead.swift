import InspectorCore
import Terminal
import TextSafety

/// What a recorded run did, when, where and as whom, above the table of its associations.
struct RunHead {
    private let record: RunRecord

    init(_ record: RunRecord) { self.record = record }

    /// The action, and the run that it undoes or retries.
    static func action(_ plan: Plan) -> String {
        let undoes = plan.undoes.map { ", undoes run \($0)" } ?? ""
        return plan.action.rawValue + undoes + (plan.retries.map { ", retries run \($0)" } ?? "")
    }

    var text: String {
        let plan = record.plan
        let fields: [(String, String?)] = [
            ("Run", record.runId), ("Action", Self.action(plan)),
            ("Began", record.startedAt.moment + (record.finishedAt.map { ", ended \($0.moment)" } ?? "")),
            ("Account", plan.knownAccount ?? "unknown"), ("Region", plan.region), ("Profile", plan.profile),
            ("Caller", plan.caller ?? "unknown"), ("Group", plan.group),
        ]
        return fields.compactMap { name, value in value.map { "\(name.padded(to: 9))\($0.terminalSafe)\n" } }.joined() + "\n"
    }
}
