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

    /// The description of a command with its subcommands; nil should the description's format ever change.
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

    /// What it may be, and what it is when it is not given.
    var remark: String? {
        let values = allValues.map { "One of " + $0.joined(separator: ", ") }
        let standard = defaultValue.map { values == nil ? "Default \($0)" : "default \($0)" }
        let parts = [values, standard].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
    }
}
