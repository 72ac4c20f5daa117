import ArgumentParser
import InspectorCore

/// What a command does with projects that would be left with no scan configuration, or might.
enum CoverageChoice {
    /// `--yes` alone does not send them.
    case ask
    /// They are left out.
    case keep
    /// They are sent.
    case allow
    /// There are none: the command gives projects a configuration, or has refused those that would have none.
    case covered

    /// Why `--yes` alone does not send a plan; nothing when it does.
    func refusal(of draft: PlanDraft) -> String? {
        switch self {
        case .keep, .allow, .covered: nil
        case .ask:
            draft.uncoveredWords.map {
                "--yes does not send \($0). Add --keep-coverage to leave them out, or --allow-uncovered to send them anyway."
            }
        }
    }
}

/// The options of a command that may leave projects with no scan configuration.
struct CoverageOptions: ParsableArguments {
    @Flag(help: "Leave out projects that would lose their last scan configuration, or might. --yes alone does not send them.")
    var keepCoverage = false

    @Flag(help: "Let --yes include projects that would lose their last scan configuration, or might.")
    var allowUncovered = false

    func validate() throws {
        if keepCoverage, allowUncovered { throw ValidationError("--keep-coverage and --allow-uncovered cannot be combined.") }
    }

    /// What is done with such projects.
    var choice: CoverageChoice { keepCoverage ? .keep : allowUncovered ? .allow : .ask }
}
