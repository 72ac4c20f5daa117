package import Terminal

/// The keys as they are bound: those of the ``KeyTable``, some of them changed by the operator.
package struct KeyMap: Equatable, Sendable {
    /// The keys of the table.
    package static let standard = KeyMap(bindings: KeyTable.bindings)

    private let bindings: [KeyBinding]

    /// The table with other keys for some commands, as ``KeyFault/faults(in:)`` finds no fault with them. A command keeps the keys that
    /// always mean it, and has no others than those given.
    package init(_ changes: [Command: [Key]]) {
        self.init(
            bindings: KeyTable.bindings.map { binding in
                changes[binding.command].map { binding.on(Self.keys($0, of: binding)) } ?? binding
            })
    }

    private init(bindings: [KeyBinding]) { self.bindings = bindings }

    /// The keys of a command for which an operator has chosen some; those that always mean it come first.
    static func keys(_ chosen: [Key], of binding: KeyBinding) -> [Key] {
        let fixed = binding.keys.filter { FixedKey.all.contains($0) }
        return chosen.reduce(into: fixed) { keys, key in if !keys.contains(key) { keys.append(key) } }
    }

    /// What `key` stands for, if anything.
    package func command(for key: Key) -> Command? { bindings.first { $0.keys.contains(key) }?.command }

    /// The command's row as the operator has it; nothing for a command without a key.
    package func binding(of command: Command) -> KeyBinding? {
        row(of: command).flatMap { $0.keys.isEmpty ? nil : $0 }
    }

    /// Every binding in the order of the table, those without a key too.
    package var sections: [(title: String, bindings: [KeyBinding])] {
        KeyTable.sections.map { section in (section.title, section.bindings.map { row(of: $0.command) ?? $0 }) }
    }

    private func row(of command: Command) -> KeyBinding? { bindings.first { $0.command == command } }

    /// The command's first key for the middle of a sentence: "d", "F5".
    func name(of command: Command) -> String {
        binding(of: command)?.name.split(separator: " ").first.map(String.init) ?? "(no key for \(command.name))"
    }
}

/// Keys that mean the same in everybody's hands, and so cannot be bound to another command.
///
/// `y` alone sends a plan and says yes; Esc, ^C and Enter never do. They are also what questions and fields are answered with.
enum FixedKey {
    static let all: Set<Key> = [
        .character("y"), .enter, .escape, .control("c"), .control("l"), .control("z"),
    ]

    /// Commands that have no other key than their fixed ones.
    static let commands: Set<Command> = [.run(.send), .program(.interrupt)]

    /// Commands that need some key, so that there is a way out, a way to stop, and help.
    static let needed: Set<Command> = [.program(.quit), .program(.stop), .program(.help), .move(.up), .move(.down)]
}
