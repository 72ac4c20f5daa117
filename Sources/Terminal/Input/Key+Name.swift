import TextSafety

extension Key {
    /// The names of keys that are no single character, the one to show first. Capitals and small letters are the same here.
    private static let names: [(key: Key, names: [String])] = [
        (.character(" "), ["Space"]), (.enter, ["Enter", "Return"]), (.escape, ["Esc", "Escape"]), (.tab, ["Tab"]),
        (.backTab, ["Shift-Tab", "BackTab"]), (.backspace, ["Backspace"]), (.delete, ["Delete", "Del"]), (.insert, ["Insert", "Ins"]),
        (.up, ["↑", "Up"]), (.down, ["↓", "Down"]), (.left, ["←", "Left"]), (.right, ["→", "Right"]), (.pageUp, ["PgUp", "PageUp"]),
        (.pageDown, ["PgDn", "PageDown"]), (.home, ["Home"]), (.end, ["End"]),
    ]

    /// The function keys that terminals send.
    private static let functionKeys = 1...12

    /// The key as help names it: "d", "^R", "PgUp", "F5". A key without a name is "?".
    package var name: String {
        switch self {
        case .character(let character) where character != " ": String(character)
        case .control(let character): "^" + character.uppercased()
        case .function(let number): "F\(number)"
        default: Self.names.first { $0.key == self }?.names[0] ?? "?"
        }
    }

    /// The key of this name; nil when no key that a terminal sends is called so. `^M` is Enter, as every terminal sends one for the other.
    package init?(name: String) {
        if let named = Self.names.first(where: { $0.names.contains { $0.lowercased() == name.lowercased() } }) {
            self = named.key
        } else if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1 {
            guard name.terminalSafe == name, scalar.displayWidth > 0, scalar != " " else { return nil }
            self = .character(Character(scalar))
        } else {
            guard let key = Self.control(name) ?? Self.function(name) else { return nil }
            self = key
        }
    }

    private static func control(_ name: String) -> Key? {
        guard name.count == 2, name.first == "^", let ascii = name.uppercased().last?.asciiValue, (0x40...0x5F).contains(ascii) else {
            return nil
        }
        return Key(ascii: ascii - 0x40)
    }

    private static func function(_ name: String) -> Key? {
        guard name.first == "F" || name.first == "f", let number = Int(name.dropFirst()), functionKeys.contains(number) else { return nil }
        return name.dropFirst().allSatisfy(\.isNumber) ? .function(number) : nil
    }
}
