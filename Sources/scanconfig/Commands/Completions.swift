import AWSClient
import ArgumentParser
import InspectorCore

extension CompletionKind {
    /// The profiles of the shared AWS files.
    static var profile: CompletionKind {
        .custom { _, _, _ in (try? SharedFiles.load(environment: .current()))?.profileNames ?? [] }
    }

    /// The runs that have a journal, the latest first.
    static var run: CompletionKind {
        .custom { _, _, _ in (try? RunStarter(environment: .current()).store().runIds())?.reversed() ?? [] }
    }
}
