/// A pattern of names, as shells have them: `*` stands for any text, slashes included, `?` for one character, `[a-m]` for one of these, and
/// `[!a-m]` for any other.
package struct NamePattern: Hashable, Sendable {
    fileprivate enum Element: Hashable {
        case character(Character)
        case anyCharacter
        case anyText
        case oneOf([ClosedRange<Character>], isNegated: Bool)
    }

    private let elements: [Element]

    /// The pattern; nil when the text is a name and nothing else.
    package init?(_ text: String) {
        var (elements, rest): ([Element], Substring) = ([], text[...])
        while let first = rest.popFirst() {
            switch first {
            case "*": if elements.last != .anyText { elements.append(.anyText) }
            case "?": elements.append(.anyCharacter)
            case "[": elements.append(Self.set(&rest) ?? .character(first))
            default: elements.append(.character(first))
            }
        }
        if elements.allSatisfy({ if case .character = $0 { true } else { false } }) { return nil }
        self.elements = elements
    }

    /// What stands in brackets; nil, and nothing is taken, when they are not closed. `]` in the first place is one of the characters.
    private static func set(_ text: inout Substring) -> Element? {
        var (rest, ranges): (Substring, [ClosedRange<Character>]) = (text, [])
        let isNegated = rest.first == "!" || rest.first == "^"
        if isNegated { rest.removeFirst() }
        while let first = rest.popFirst() {
            if first == "]", !ranges.isEmpty {
                text = rest
                return .oneOf(ranges, isNegated: isNegated)
            }
            if rest.first == "-", let last = rest.dropFirst().first, last != "]" {
                rest.removeFirst(2)
                ranges.append(first...max(first, last))
            } else {
                ranges.append(first...first)
            }
        }
        return nil
    }

    /// Whether one of the names fits.
    func matches(anyOf names: [String]) -> Bool { names.contains(where: matches) }

    /// Whether the whole name fits. It takes no longer than pattern and name multiplied.
    package func matches(_ name: String) -> Bool {
        let name = Array(name)
        var (element, place) = (0, 0)
        var retry: (element: Int, place: Int)?
        while place < name.count {
            if element < elements.count, elements[element] == .anyText {
                retry = (element, place)
                element += 1
            } else if element < elements.count, elements[element].fits(name[place]) {
                (element, place) = (element + 1, place + 1)
            } else if let last = retry {
                retry = (last.element, last.place + 1)
                (element, place) = (last.element + 1, last.place + 1)
            } else {
                return false
            }
        }
        return elements[element...].allSatisfy { $0 == .anyText }
    }
}

extension NamePattern.Element {
    fileprivate func fits(_ character: Character) -> Bool {
        switch self {
        case .character(let own): own == character
        case .anyCharacter: true
        case .anyText: false
        case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(character) } != isNegated
        }
    }
}
