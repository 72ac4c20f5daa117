import ArgumentParser
import FoundationEssentials

/// A command as swift-argument-parser describes it for tools: the definitions that parsing and `--help` use.
struct CommandDescription: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    let superCommands: [String]?
    let subcommands: [CommandDescription]?
    let arguments: [ArgumentDescription]?

    /// The description of a command with its subcommands; `nil` if swift-argument-parser writes a format that is not known here.
    init?(of command: any ParsableArguments.Type) {
        struct Tool: Decodable {
            let command: CommandDescription
        }
        guard let tool = try? JSONDecoder().decode(Tool.self, from: Data(command._dumpHelp().utf8)) else { return nil }
        self = tool.command
    }
}

/// An option, a flag or an argument without a name.
struct ArgumentDescription: Decodable, Equatable {
    enum Kind: String, Decodable {
        case positional, option, flag
    }

    struct Name: Decodable, Equatable {
        let kind: String
        let name: String

        /// The name with its dashes.
        var dashed: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: Kind
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool

    /// The values that are allowed, and the default.
    var remark: String? {
        let values = allValues.map { "One of " + $0.joined(separator: ", ") }
        let standard = defaultValue.map { values == nil ? "Default \($0)" : "default \($0)" }
        let parts = [values, standard].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
    }
}

extension CommandDescription {
    /// The arguments that help shows, without `--help` and `--version`.
    var shown: [ArgumentDescription] {
        (arguments ?? []).filter { argument in
            argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
        }
    }

    /// The command and all its visible subcommands.
    var family: [CommandDescription] { [self] + (subcommands ?? []).filter(\.shouldDisplay).flatMap(\.family) }

    /// The command with its places for options and arguments: `scanconfig show [options] <run>`.
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
