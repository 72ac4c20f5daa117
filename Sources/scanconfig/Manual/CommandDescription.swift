import ArgumentParser
import JSON

/// A command as swift-argument-parser describes it for tools: the definitions that parsing and `--help` use.
struct CommandDescription: JSONReadable {
    private(set) var commandName = ""
    private(set) var abstract: String?
    private(set) var discussion: String?
    private(set) var shouldDisplay = false
    private(set) var superCommands: [String]?
    private(set) var subcommands: [CommandDescription]?
    private(set) var arguments: [ArgumentDescription]?

    /// The description of a command with its subcommands; `nil` if swift-argument-parser writes a format that is not known here.
    init?(of command: any ParsableArguments.Type) {
        let description = try? JSONReader.read(Array(command._dumpHelp().utf8)) { json throws(JSONError) in
            var description: CommandDescription?
            try json.object { json, name throws(JSONError) in
                if case "command" = name { description = try CommandDescription(&json) }
            }
            return description
        }
        guard let description else { return nil }
        self = description
    }

    init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "commandName": commandName = try json.string()
            case "abstract": abstract = try json.string()
            case "discussion": discussion = try json.string()
            case "shouldDisplay": shouldDisplay = try json.boolean()
            case "superCommands": superCommands = try json.strings()
            case "subcommands": subcommands = try json.list(of: CommandDescription.self)
            case "arguments": arguments = try json.list(of: ArgumentDescription.self)
            default: break
            }
        }
        if commandName.isEmpty { throw json.missing("commandName") }
    }
}

/// An option, a flag or an argument without a name.
struct ArgumentDescription: Equatable, JSONReadable {
    enum Kind: String {
        case positional, option, flag
    }

    struct Name: Equatable, JSONReadable {
        private(set) var kind = ""
        private(set) var name = ""

        init(_ json: inout JSONReader) throws(JSONError) {
            try json.object { json, key throws(JSONError) in
                switch key {
                case "kind": kind = try json.string()
                case "name": name = try json.string()
                default: break
                }
            }
        }

        /// The name with its dashes.
        var dashed: String { (kind == "long" ? "--" : "-") + name }
    }

    private(set) var kind = Kind.positional
    private(set) var names: [Name]?
    private(set) var valueName: String?
    private(set) var defaultValue: String?
    private(set) var allValues: [String]?
    private(set) var abstract: String?
    private(set) var shouldDisplay = false
    private(set) var isOptional = false
    private(set) var isRepeating = false

    init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "kind":
                let word = try json.string()
                guard let kind = Kind(rawValue: word) else { throw json.unknownValue(word) }
                self.kind = kind
            case "names": names = try json.list(of: Name.self)
            case "valueName": valueName = try json.string()
            case "defaultValue": defaultValue = try json.string()
            case "allValues": allValues = try json.strings()
            case "abstract": abstract = try json.string()
            case "shouldDisplay": shouldDisplay = try json.boolean()
            case "isOptional": isOptional = try json.boolean()
            case "isRepeating": isRepeating = try json.boolean()
            default: break
            }
        }
    }

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
