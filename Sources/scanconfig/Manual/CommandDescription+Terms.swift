extension CommandDescription {
    /// The arguments that help shows, besides those of every program.
    var shown: [ArgumentDescription] {
        (arguments ?? []).filter { argument in
            argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
        }
    }

    /// The command, and those below it.
    var family: [CommandDescription] { [self] + (subcommands ?? []).filter(\.shouldDisplay).flatMap(\.family) }

    /// How the command is called.
    var synopsis: String {
        let places = shown.filter { $0.kind == .positional }.map { $0.isOptional ? "[\($0.term)]" : $0.term }
        return ((superCommands ?? []) + [commandName] + (shown.isEmpty ? [] : ["[options]"]) + places).joined(separator: " ")
    }
}

extension ArgumentDescription {
    /// The names with the value's name: `--profile <name>`.
    var term: String {
        let value = "<\(valueName ?? "value")>"
        let all = (names ?? []).map(\.dashed).joined(separator: ", ")
        switch kind {
        case .positional: return value + (isRepeating ? "..." : "")
        case .option: return "\(all) \(value)"
        case .flag: return all
        }
    }
}
