import Curses
import JSON
import OperatorUI
import Terminal
import TextSafety

/// A configuration as a file: what it says, and as comments all that it could say, with the defaults.
struct ConfigurationText {
    private let configuration: UserConfiguration
    private var lines: [String] = []

    /// - Parameter remarks: What is said first, a line each.
    init(_ configuration: UserConfiguration, remarks: [String] = []) {
        self.configuration = configuration
        lines = remarks.map { "// \($0)" } + ["{"]
        for member in ConfigurationMember.allCases { add(member) }
        lines.append("}")
    }

    /// The file's text.
    var text: String { lines.map { "\($0)\n" }.joined() }

    private mutating func add(_ member: ConfigurationMember) {
        if lines.last != "{" { lines.append("") }
        lines += member.help.map { "    // \($0)" }
        switch member {
        case .verifyFor:
            add(member.rawValue, "\(configuration.verifyFor ?? VerificationOptions.usual)", isSaid: configuration.verifyFor != nil)
        case .filter: add(member.rawValue, (configuration.filter ?? "").inQuotes, isSaid: configuration.filter != nil)
        case .columns: addObject(member) { $0.addColumns() }
        case .theme: add(member.rawValue, (configuration.theme?.rawValue).map(\.inQuotes) ?? "null", isSaid: configuration.theme != nil)
        case .cursor: add(member.rawValue, (configuration.cursor ?? .bar).rawValue.inQuotes, isSaid: configuration.cursor != nil)
        case .colors: addObject(member) { $0.addColors() }
        case .keys: addObject(member) { $0.addKeys() }
        }
    }

    private mutating func addObject(_ member: ConfigurationMember, _ content: (inout ConfigurationText) -> Void) {
        lines.append("    \(member.rawValue): {")
        content(&self)
        lines.append("    },")
    }

    private mutating func addColumns() {
        for column in ColumnChoice.offered {
            let choice = configuration.columns[column]
            add(column.name, choice.map { "\($0)" } ?? "null", isSaid: choice != nil, indentation: 8)
        }
    }

    private mutating func addColors() {
        for role in Style.Role.allCases {
            let look = configuration.looks[role] ?? RoleLook.standard(role, configuration.theme ?? .dark)
            add(
                role.name, Int(look.words) == nil ? look.words.inQuotes : look.words, isSaid: configuration.looks[role] != nil,
                indentation: 8)
        }
    }

    private mutating func addKeys() {
        for section in KeyTable.sections {
            lines.append("        // \(section.title)")
            for binding in section.bindings {
                let keys = configuration.keys[binding.command] ?? binding.keys
                add(
                    binding.command.name, "[" + keys.map(\.name.inQuotes).joined(separator: ", ") + "]",
                    isSaid: configuration.keys[binding.command] != nil, indentation: 8, remark: binding.help)
            }
        }
    }

    private mutating func add(_ name: String, _ value: String, isSaid: Bool, indentation: Int = 4, remark: String? = nil) {
        let start = String(repeating: " ", count: indentation) + (isSaid ? "" : "// ")
        lines.append(start + "\(name): \(value)," + (remark.map { "  // \($0)" } ?? ""))
    }
}

extension String {
    /// The text as a string of JSON.
    fileprivate var inQuotes: String { String(decoding: JSONValue.string(self).json, as: UTF8.self) }
}
