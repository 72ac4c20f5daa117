import ArgumentParser
import InspectorCore
import TextSafety

/// `scanconfig move`: projects from their scan configurations to another one, covered all the time.
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Move projects to another scan configuration, without a gap in coverage.",
        discussion: """
            Examples:
              scanconfig move --to data-platform --configuration legacy --dry-run
              scanconfig move --to data-platform --project 'acme/*' --filter 'scanned>90d'
              scanconfig move --from plan.json --yes --output json

            The projects are associated with the configuration of --to first. Once a listing shows that, they are disassociated from the \
            others that were selected. What cannot be associated for certain stays as it was, and the results say why. --configuration, \
            --project, --filter and --from select associations as they do for scanconfig disassociate. A plan or results of a move name \
            both configurations, so --from takes them without --to; if nothing in them covers a project any more that would lose its last \
            configuration, they are refused.

            \(FilterReference.help)
            """)

    @Option(
        help: ArgumentHelp("The name or ARN of the configuration that the projects move to.", valueName: "name-or-arn"),
        completion: .scanConfiguration)
    var to: String?

    @OptionGroup var selection: SelectionOptions

    @Flag(help: "Leave out projects of --from that nothing covers and that would lose their last scan configuration, or might.")
    var keepCoverage = false

    @OptionGroup var options: PlanOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws {
        if to == nil, selection.from == nil { throw ValidationError("Specify --to, the configuration that the projects move to.") }
        try options.checkInput(selection.from)
    }

    func run() async throws {
        try shared.checkSending(isDryRun: options.dryRun)
        try options.check()
        let request = try await selection.request(for: .move, destination: to.map { ($0, .every) })
        if let input = request.input, let reason = input.mistake(named: to) { throw CommandFailure(.usage, reason) }
        try await options.carryOut(request, shared, coverage)
    }

    /// A move leaves no project without a scan configuration, also where the file says so.
    private func coverage(_ draft: PlanDraft) throws(CommandFailure) -> CoverageChoice {
        if keepCoverage { return .keep }
        guard let projects = draft.uncoveredWords else { return .covered }
        let reason = "A move leaves no project without a scan configuration, and the plan associates nothing first for \(projects)."
        throw CommandFailure(
            .usage,
            "\(reason) Name in it what covers them, leave them out with --keep-coverage, or use scanconfig disassociate. Nothing was sent.")
    }
}

extension InputTable {
    /// Why it does not go with the options beside it: it has to be said once where projects move.
    fileprivate func mistake(named destination: String?) -> String? {
        switch (isWholeMove, destination) {
        case (true, .some): "\(name) says itself where its projects move: omit --to. Nothing was sent.".terminalSafe
        case (false, nil): "\(name) does not say where its projects move: add --to. Nothing was sent.".terminalSafe
        case (true, nil), (false, .some): nil
        }
    }
}
