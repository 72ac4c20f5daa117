import InspectorCore
import Terminal

/// Results and errors of this session.
struct ResultsScreen: TextScreen {
    var viewport = Viewport()

    var screen: Screen { .results(self) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        let hasRuns = !session.finishedRuns.isEmpty
        switch command {
        case .export where !hasRuns && session.run != nil:
            return .disabled("The run is in progress: export its results when it has finished.")
        case .export: return .when(hasRuns, else: "Nothing was sent yet, so there are no results to export.")
        case .run(.verify):
            if let reason = RunCommands(session).verifyingRefusal { return .disabled(reason) }
            return .when(hasRuns, else: "Nothing was sent yet, so there is nothing to verify; H shows earlier runs.")
        case .move, .open, .back, .refresh, .copy, .list, .run, .program: return usualAvailability(of: command, in: session)
        }
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): scroll(motion, in: session, on: display)
        case .export: session.finishedRuns.last.map { Export.prompt($0.report) } ?? []
        case .run(.verify): session.finishedRuns.last.map { RunCommands.verify($0.report, in: &session) } ?? []
        case .open, .back, .refresh, .copy, .list, .run, .program: performUsual(command, in: &session)
        }
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        Export.typed(input)
    }
}
