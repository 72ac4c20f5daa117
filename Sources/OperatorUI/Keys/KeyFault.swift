package import Terminal

/// Why keys cannot be bound as an operator wants them.
package enum KeyFault: Hashable, Sendable {
    /// The command's keys cannot be changed.
    case fixedCommand
    /// The key always means another command.
    case fixedKey(Key, Command)
    /// Digits are typed as the number of a plan's associations.
    case digit(Key)
    /// The key is bound to another command too.
    case boundTwice(Key, Command)
    /// The command would have no key, and needs one.
    case needed

    /// The faults of such changes, by command; none of a command that is fine. Where two commands want the same key, a changed one has
    /// the fault.
    package static func faults(in changes: [Command: [Key]]) -> [Command: [KeyFault]] {
        let wanted = KeyTable.bindings.map { ($0.command, changes[$0.command].map($0.keysChosen) ?? $0.keys) }
        let owners = Dictionary(grouping: wanted.flatMap { command, keys in keys.map { ($0, command) } }, by: \.0)
        var faults: [Command: [KeyFault]] = [:]
        for (command, keys) in changes {
            let own = command.faults(keys)
            let twice = keys.compactMap { key in owners[key]?.first { $0.1 != command }.map { boundTwice(key, $0.1) } }
            let all = own.isEmpty ? twice : own
            if !all.isEmpty { faults[command] = all }
        }
        return faults
    }

    /// The fault in a sentence beside the name of the command.
    package var words: String {
        switch self {
        case .fixedCommand: "Its key cannot be changed, for your safety."
        case .fixedKey(let key, let command): "\(key.name) always means \(command.name)."
        case .digit(let key): "\(key.name) is typed in plans, so it can mean nothing else."
        case .boundTwice(let key, let other): "\(key.name) is bound to \(other.name) too: give one of them another key."
        case .needed: "It needs a key."
        }
    }
}

extension KeyBinding {
    fileprivate func keysChosen(_ keys: [Key]) -> [Key] { KeyMap.keys(keys, of: self) }
}

extension Command {
    /// The faults of the command's own keys, whatever other commands have.
    fileprivate func faults(_ keys: [Key]) -> [KeyFault] {
        if FixedKey.commands.contains(self), keys.contains(where: { !FixedKey.all.contains($0) }) { return [.fixedCommand] }
        if keys.isEmpty, FixedKey.needed.contains(self) { return [.needed] }
        return keys.compactMap(fault)
    }

    private func fault(_ key: Key) -> KeyFault? {
        if case .character(let character) = key, character.isDigit { return .digit(key) }
        guard FixedKey.all.contains(key), let meant = KeyMap.standard.command(for: key), meant != self else { return nil }
        return .fixedKey(key, meant)
    }
}
