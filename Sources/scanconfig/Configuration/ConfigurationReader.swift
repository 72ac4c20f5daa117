import InspectorCore
import JSON
import OperatorUI
import Terminal
import TextSafety

/// Makes a configuration of a document, and finds all mistakes in it.
struct ConfigurationReader {
    private(set) var configuration = UserConfiguration()
    private(set) var mistakes: [ConfigurationMistake] = []

    init(_ document: JSON5Value) {
        for member in members(of: document, nil) { read(member) }
    }

    private mutating func read(_ member: JSON5Member) {
        switch ConfigurationMember(rawValue: member.name) {
        case .verifyFor: readVerifyFor(member)
        case .filter: readFilter(member)
        case .columns: for column in members(of: member.value, member.name) { readColumn(column) }
        case .accessible: readAccessible(member)
        case .theme: configuration.theme = readWord(member, "theme")
        case .cursor: configuration.cursor = readWord(member, "cursor")
        case .colors: for color in members(of: member.value, member.name) { readColor(color) }
        case .keys: readKeys(members(of: member.value, member.name))
        case nil: reportUnknown(member, "member", nil, among: ConfigurationMember.allCases.map(\.rawValue))
        }
    }

    private mutating func readVerifyFor(_ member: JSON5Member) {
        guard case .number(let number) = member.value.content, let seconds = Int(exactly: number),
            VerificationOptions.range.contains(seconds)
        else {
            return report(member.value.line, member.name, "\(VerificationOptions.range.words) seconds are possible, as a whole number.")
        }
        configuration.verifyFor = seconds
    }

    private mutating func readFilter(_ member: JSON5Member) {
        guard case .string(let text) = member.value.content else {
            return report(member.value.line, member.name, "A filter must be a text, not \(member.value.kind.words).")
        }
        if let mistake = FilterParser.parse(text).mistake { return report(member.value.line, member.name, mistake.message) }
        configuration.filter = text
    }

    private mutating func readAccessible(_ member: JSON5Member) {
        guard case .boolean(let isAccessible) = member.value.content else {
            return report(member.value.line, member.name, "It must be true or false, not \(member.value.kind.words).")
        }
        configuration.isAccessible = isAccessible
    }

    /// One of the words that a member may be; nil after a mistake.
    private mutating func readWord<Word: RawRepresentable & CaseIterable>(_ member: JSON5Member, _ noun: String) -> Word?
    where Word.RawValue == String {
        let names = Word.allCases.map(\.rawValue)
        guard case .string(let text) = member.value.content else {
            report(member.value.line, member.name, "A \(noun) must be \(names.joined(before: "or")), not \(member.value.kind.words).")
            return nil
        }
        if let word = Word(rawValue: text) { return word }
        let help = text.suggestion(among: names) ?? "Choose from \(names.enumerated)."
        report(member.value.line, member.name, "There is no \(noun) \(text.quoted). \(help)")
        return nil
    }

    private mutating func readColumn(_ member: JSON5Member) {
        guard let column = ColumnChoice.offered.first(where: { $0.name == member.name }) else {
            return reportUnknown(member, "optional column", "columns", among: ColumnChoice.offered.map(\.name))
        }
        guard case .boolean(let isShown) = member.value.content else {
            return report(member.value.line, "columns.\(column.name)", "A column must be true or false, not \(member.value.kind.words).")
        }
        configuration.columns[column] = isShown
    }
}

extension ConfigurationReader {
    private mutating func readColor(_ member: JSON5Member) {
        guard let role = Style.Role.allCases.first(where: { $0.name == member.name }) else {
            return reportUnknown(member, "role", "colors", among: Style.Role.allCases.map(\.name))
        }
        let path = "colors.\(role.name)"
        do throws(LookFault) {
            switch member.value.content {
            case .string(let words): configuration.looks[role] = try Look(words: words)
            case .number(let number) where number.isFinite && number == number.rounded() && number.magnitude < 1e6:
                configuration.looks[role] = try Look(words: String(Int(number)))
            case .null, .boolean, .number, .array, .object: report(member.value.line, path, Self.colorWords)
            }
        } catch {
            report(member.value.line, path, error.words)
        }
    }

    fileprivate static let colorWords = "A look is a text such as \"bold 160\" or \"bright-red underline\", or the number of a colour."
}

extension LookFault {
    fileprivate var words: String {
        switch self {
        case .unknownWord(let word):
            "\(word.quoted) is neither a colour nor an attribute. " + (word.suggestion(among: Look.vocabulary) ?? Self.vocabulary)
        case .secondColor(let word): "\(word.quoted) is a second colour; only that of the text can be chosen."
        case .empty: ConfigurationReader.colorWords
        }
    }

    private static let vocabulary = """
        Colours are default, numbers from 0 to 255, and \(Look.colorNames.prefix(8).enumerated), each of these also with bright- before \
        it; attributes are \(Look.attributeNames.map(\.name).enumerated).
        """
}

extension ConfigurationReader {
    private mutating func readKeys(_ members: [JSON5Member]) {
        var places: [(command: Command, line: Int)] = []
        for member in members {
            guard let command = KeyTable.bindings.first(where: { $0.command.name == member.name })?.command else {
                reportUnknown(member, "command", "keys", among: KeyTable.bindings.map(\.command.name))
                continue
            }
            guard let keys = keys(member) else { continue }
            configuration.keys[command] = keys
            places.append((command, member.line))
        }
        let faults = KeyFault.faults(in: configuration.keys)
        for (command, line) in places {
            for fault in faults[command] ?? [] { report(line, "keys.\(command.name)", fault.words) }
        }
    }

    /// The keys that a member names; nil after a mistake.
    private mutating func keys(_ member: JSON5Member) -> [Key]? {
        let path = "keys.\(member.name)"
        switch member.value.content {
        case .string: return key(member.value, path).map { [$0] }
        case .array(let values):
            let keys = values.map { key($0, path) }
            return keys.contains(nil) ? nil : keys.compactMap(\.self)
        case .null, .boolean, .number, .object:
            report(member.value.line, path, "A key is a text, several are a list: \"d\" or [\"d\", \"F5\"].")
            return nil
        }
    }

    private mutating func key(_ value: JSON5Value, _ path: String) -> Key? {
        guard case .string(let name) = value.content else {
            report(value.line, path, "A key is a text, such as \"d\".")
            return nil
        }
        guard let key = Key(name: name) else {
            report(value.line, path, "There is no key \(name.quoted). Keys are written as help shows them: d, ^R, F5, PgUp, Space.")
            return nil
        }
        return key
    }
}

extension ConfigurationReader {
    /// The members of an object that are not `null`.
    private mutating func members(of value: JSON5Value, _ path: String?) -> [JSON5Member] {
        guard case .object(let members) = value.content else {
            report(value.line, path, "This must be an object in braces, not \(value.kind.words).")
            return []
        }
        return members.filter { $0.value.content != .null }
    }

    private mutating func reportUnknown(_ member: JSON5Member, _ kind: String, _ path: String?, among names: [String]) {
        let all = names.count > 20 ? "scanconfig config lists them all." : "Choose from \(names.enumerated)."
        report(member.line, path, "There is no \(kind) \(member.name.quoted). " + (member.name.suggestion(among: names) ?? all))
    }

    private mutating func report(_ line: Int, _ member: String?, _ what: String) {
        mistakes.append(ConfigurationMistake(line: line, member: member, what: what))
    }
}
