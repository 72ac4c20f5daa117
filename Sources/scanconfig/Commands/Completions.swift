import AWSClient
import ArgumentParser
import InspectorCore
import TextSafety

extension CompletionKind {
    /// The profiles of the shared AWS files.
    static var profile: CompletionKind {
        .custom { _, _, _ in ((try? SharedFiles.load(environment: .current()))?.profileNames ?? []).filter(\.isTerminalSafe) }
    }

    /// The runs that have a journal, the latest first.
    static var run: CompletionKind {
        .custom { _, _, _ in ((try? RunStarter(environment: .current()).store().runIds()) ?? []).reversed().filter(\.isTerminalSafe) }
    }
}

extension String {
    /// Whether a shell may show the name as it is: what is offered has to be the name itself.
    fileprivate var isTerminalSafe: Bool { terminalSafe == self }
}
