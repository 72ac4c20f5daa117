import InspectorCore

/// A part of the results that can be opened, or a name in it. Runs are counted from the oldest one.
enum FailureNode: Hashable {
    /// How a run ended.
    case run(Int)
    /// What has one remedy.
    case section(run: Int, Remedy)
    /// A code with a message, by its place among the run's reasons.
    case reason(run: Int, Int)
    /// A configuration of a reason, by its place there.
    case configuration(run: Int, reason: Int, Int)
    /// A target that did not succeed, by its place in the plan.
    case target(run: Int, Int)
    /// What was as asked for before the run.
    case nothingToDo(run: Int)
    /// A target of those.
    case untouched(run: Int, Int)

    /// The run's number.
    var run: Int {
        switch self {
        case .run(let run), .section(let run, _), .reason(let run, _), .configuration(let run, _, _), .target(let run, _),
            .nothingToDo(let run),
            .untouched(let run, _):
            run
        }
    }

    /// Whether it is how a run ended.
    var isRun: Bool {
        if case .run = self { true } else { false }
    }

    /// Whether it is about something that did not succeed.
    var isFailure: Bool {
        switch self {
        case .section, .reason, .configuration, .target: true
        case .run, .nothingToDo, .untouched: false
        }
    }

    /// Whether n and N go to it.
    var isReason: Bool {
        if case .reason = self { true } else { false }
    }
}

extension FinishedRun {
    /// Whether anything is below how it ended.
    var hasParts: Bool { !failures.sections.isEmpty || !report.plan.alreadyDone.isEmpty }

    /// The target that a node stands for.
    func target(of node: FailureNode) -> PlanTarget? {
        switch node {
        case .target(_, let place): report.plan.targets[place]
        case .untouched(_, let place): report.plan.alreadyDone[place]
        case .run, .section, .reason, .configuration, .nothingToDo: nil
        }
    }

    /// The targets in a node.
    func targets(in node: FailureNode) -> [PlanTarget] {
        switch node {
        case .run: Array(failures.targets).map { report.plan.targets[$0] }
        case .section(_, let remedy): places(failures.sections.first { $0.remedy == remedy }?.reasons ?? 0..<0)
        case .reason(_, let reason): places(reason..<reason + 1)
        case .configuration(_, let reason, let configuration):
            failures.reasons[reason].configurations[configuration].targets.map { report.plan.targets[$0] }
        case .target, .untouched: target(of: node).map { [$0] } ?? []
        case .nothingToDo: Array(report.plan.alreadyDone)
        }
    }

    private func places(_ reasons: Range<Int>) -> [PlanTarget] {
        failures.reasons[reasons].flatMap { $0.targets.map { report.plan.targets[$0] } }
    }
}
