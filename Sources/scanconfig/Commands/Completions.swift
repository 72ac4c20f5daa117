import AWSClient
import ArgumentParser
import InspectorCore
import TextSafety

extension CompletionKind {
    /// The profiles of the shared AWS files.
    static var profile: CompletionKind {
        .custom { _, _, _ in ((try? SharedFiles.load(environment: .current))?.profileNames ?? []).filter(\.isTerminalSafe) }
    }

    /// The groups of runs, and then the runs that have a journal, each the latest first.
    static var run: CompletionKind {
        .custom { words, _, _ in
            let options = SessionOptions(stateDir: stateDir(words))
            guard let store = try? RunStarter(environment: options.environment).store() else { return [] }
            let ids = ((try? store.groupIds()) ?? []) + ((try? store.runIds()) ?? []).reversed()
            return ids.filter(\.isTerminalSafe)
        }
    }

    /// The scan configurations of the last listing; nobody is called.
    static var scanConfiguration: CompletionKind {
        .custom { words, _, _ in
            let options = SessionOptions(stateDir: stateDir(words))
            return (ListingCache(environment: options.environment)?.names ?? []).filter(\.isTerminalSafe)
        }
    }

    /// What the words of a command line say of the state folder.
    private static func stateDir(_ words: [String]) -> String? {
        guard let place = words.lastIndex(where: { $0 == "--state-dir" || $0.hasPrefix("--state-dir=") }) else { return nil }
        if words[place] != "--state-dir" { return String(words[place].dropFirst("--state-dir=".count)) }
        return place + 1 < words.count ? words[place + 1] : nil
    }
}

extension String {
    /// Whether a shell may show the name as it is: what is offered has to be the name itself.
    fileprivate var isTerminalSafe: Bool { terminalSafe == self }
}
