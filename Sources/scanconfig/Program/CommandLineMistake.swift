import ArgumentParser
import TextSafety

/// A misspelt command, option or value, told with its nearest neighbours; swift-argument-parser tells others by what is missing then.
struct CommandLineMistake {
    /// What is wrong, and where to look.
    let sentence: String

    /// The mistake in the arguments of the program; nothing when each command, option and value is known.
    init?(_ arguments: [String]) {
        if arguments.first == "help" {
            guard let wrong = CommandPath(arguments.dropFirst()).unknownCommand else { return nil }
            sentence = wrong
            return
        }
        let path = CommandPath(arguments[...])
        let options = OptionWords(path.command == Scanconfig.self ? InteractiveCommand.self : path.command)
        guard let mistake = path.unknownCommand ?? options.misplacedCommand(path) ?? options.mistake(in: path.rest, help: path.help)
        else { return nil }
        sentence = mistake.terminalSafe
    }
}

/// The command that the first words name.
private struct CommandPath {
    private(set) var command: any ParsableCommand.Type = Scanconfig.self
    private(set) var rest: ArraySlice<String>
    private var names: [String] = []
    private var unknown: String?

    init(_ words: ArraySlice<String>) {
        rest = words
        while let word = rest.first, !word.hasPrefix("-"), !command.configuration.subcommands.isEmpty {
            guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == word }) else {
                unknown = word
                return
            }
            (command, names, rest) = (next, names + [word], rest.dropFirst())
        }
    }

    /// How its help is asked for.
    var help: String { (["scanconfig"] + names + ["--help"]).joined(separator: " ") }

    /// That there is no command of a word.
    var unknownCommand: String? {
        guard let unknown else { return nil }
        let known = command.configuration.subcommands.map { $0.configuration }.filter { $0.shouldDisplay }.compactMap { $0.commandName }
        let near = unknown.suggestion(among: known + (names.isEmpty ? ["help"] : [])).map { " \($0)" } ?? ""
        let run = names == ["runs"] && unknown.first?.isNumber == true ? " scanconfig show \(unknown) shows a run." : ""
        return "There is no command \(unknown.quoted).\(near)\(run) \(help) lists the commands.".terminalSafe
    }
}

/// The options of a command, as they are written.
private struct OptionWords {
    private let options: [ArgumentDescription]
    private let known: Set<String>

    init(_ command: any ParsableCommand.Type) {
        options = CommandDescription(of: command)?.arguments ?? []
        let generation = ["--generate-completion-script", "--help-hidden", "--help", "--version"]
        known = Set(options.flatMap(\.dashedNames).filter { $0.hasPrefix("--") } + generation)
    }

    /// The first option that there is not, or value that it does not take.
    func mistake(in words: ArraySlice<String>, help: String) -> String? {
        if options.isEmpty { return nil }
        let written = words.prefix { $0 != "--" }
        let names = written.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
        if let wrong = names.first(where: { !known.contains($0) }) {
            let near = wrong.suggestion(among: known.sorted()).map { " \($0)" } ?? ""
            return "There is no option \(wrong.quoted).\(near) \(help) lists the options."
        }
        return written.indices.lazy.compactMap { wrongValue(at: $0, in: written) }.first
    }

    private func wrongValue(at place: Int, in words: ArraySlice<String>) -> String? {
        let parts = words[place].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let values = option(parts[0])?.allValues,
            let value = parts.count > 1 ? parts[1] : words.dropFirst(place + 1 - words.startIndex).first,
            !values.contains(value)
        else { return nil }
        let near = value.suggestion(among: values).map { " \($0)" } ?? ""
        return "\(parts[0]) does not take \(value.quoted).\(near) Choose from \(values.enumerated)."
    }

    /// That a command stands behind options: those in front of it are the terminal UI's.
    func misplacedCommand(_ path: CommandPath) -> String? {
        guard path.command == Scanconfig.self else { return nil }
        let names = Scanconfig.configuration.subcommands.compactMap { $0.configuration.commandName }
        var words = path.rest
        while let word = words.popFirst(), word != "--" {
            if names.contains(word) {
                let others = path.rest.dropLast(words.count + 1) + words
                return "\(word) is a command, and options stand behind it: \((["scanconfig", word] + others).joined(separator: " "))"
            }
            if option(word)?.kind == .option { words = words.dropFirst() }
        }
        return nil
    }

    private func option(_ name: String) -> ArgumentDescription? { options.first { $0.dashedNames.contains(name) } }
}

extension ArgumentDescription {
    fileprivate var dashedNames: [String] { (names ?? []).map(\.dashed) }
}
