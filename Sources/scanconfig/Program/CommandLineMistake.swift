import ArgumentParser
import TextSafety

/// A misspelt command or option, told with its nearest neighbours; swift-argument-parser tells others by what is missing then.
struct CommandLineMistake {
    /// What is wrong, and where to look.
    let sentence: String

    /// The mistake in the arguments of the program; nothing when each command and option is known.
    init?(_ arguments: [String]) {
        var (command, path): (any ParsableCommand.Type, [String]) = (Scanconfig.self, [])
        var rest = arguments[...]
        while let word = rest.first, !word.hasPrefix("-"), !command.configuration.subcommands.isEmpty {
            if path.isEmpty, word == "help" { return nil }
            guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
                sentence = Self.unknown("command", word, among: Self.names(command), help: path)
                return
            }
            (command, path, rest) = (next, path + [word], rest.dropFirst())
        }
        let known = Self.options(command == Scanconfig.self ? InteractiveCommand.self : command)
        let written = rest.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
        guard !known.isEmpty, let wrong = written.first(where: { !known.contains($0) }) else { return nil }
        sentence = Self.unknown("option", wrong, among: known.sorted(), help: path)
    }

    private static func unknown(_ what: String, _ word: String, among known: [String], help path: [String]) -> String {
        let near = word.suggestion(among: known).map { " \($0)" } ?? ""
        let help = (["scanconfig"] + path + ["--help"]).joined(separator: " ")
        return "There is no \(what) \(word.quoted).\(near) \(help) lists the \(what)s.".terminalSafe
    }

    private static func names(_ command: any ParsableCommand.Type) -> [String] {
        command.configuration.subcommands.map { $0.configuration }.filter { $0.shouldDisplay }.compactMap { $0.commandName } + ["help"]
    }

    /// Every option of the command that begins with two dashes; none when that cannot be told.
    private static func options(_ command: any ParsableCommand.Type) -> Set<String> {
        guard let arguments = CommandDescription(of: command)?.arguments else { return [] }
        let generation = ["--generate-completion-script", "--help-hidden", "--help", "--version"]
        return Set(arguments.flatMap { $0.names ?? [] }.map(\.dashed).filter { $0.hasPrefix("--") } + generation)
    }
}
