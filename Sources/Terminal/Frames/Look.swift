/// What a role looks like: a colour and attributes. The background stays the terminal's own.
package struct Look: Hashable, Sendable {
    /// Attributes that can be combined.
    package struct Attributes: OptionSet, Hashable, Sendable {
        /// One bit for each attribute.
        package let rawValue: Int

        /// The attributes of these bits.
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// No attribute. A literal of a set would have the runtime look up, at every start, how sets are made.
        package static let none = Attributes()
        package static let bold = Attributes(rawValue: 1)
        package static let dim = Attributes(rawValue: 2)
        package static let underline = Attributes(rawValue: 4)
        /// Foreground and background exchanged.
        package static let reverse = Attributes(rawValue: 8)
    }

    /// The number of the foreground colour among 256, or `nil` for the terminal's own.
    package var color: UInt8?
    /// The attributes.
    package var attributes: Attributes

    /// A look of a colour, `nil` for the terminal's own, and attributes.
    package init(color: UInt8? = nil, attributes: Attributes = .none) {
        (self.color, self.attributes) = (color, attributes)
    }
}

/// Why a look cannot be understood.
package enum LookFault: Error, Hashable, Sendable {
    /// A word that is neither a colour nor an attribute.
    case unknownWord(String)
    /// A second colour.
    case secondColor(String)
    /// No word at all.
    case empty
}

extension Look {
    /// The names of the first sixteen colours, in their order.
    package static let colorNames = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red", "bright-green",
        "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// The name of the terminal's own colour.
    package static let defaultName = "default"

    /// The names of the attributes.
    package static let attributeNames: [(name: String, attribute: Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse),
    ]

    /// Every word that may stand in a look, numbers aside.
    package static let vocabulary = [defaultName] + colorNames + attributeNames.map(\.name)

    /// Reads a look as people write it: "bold 160", "bright-red underline", "default".
    package init(words text: String) throws(LookFault) {
        self.init()
        var hasColor = false
        let words = text.split(separator: " ").map(String.init)
        if words.isEmpty { throw .empty }
        for word in words {
            if let attribute = Self.attributeNames.first(where: { $0.name == word })?.attribute {
                attributes.insert(attribute)
                continue
            }
            guard let named = Self.color(word) else { throw .unknownWord(word) }
            guard !hasColor else { throw .secondColor(word) }
            (color, hasColor) = (named, true)
        }
    }

    /// The look as ``init(words:)`` reads it.
    package var words: String {
        let attributes = Self.attributeNames.filter { self.attributes.contains($0.attribute) }.map(\.name)
        let color = color.map { Int($0) < Self.colorNames.count ? Self.colorNames[Int($0)] : String($0) }
        return (attributes + [color ?? (attributes.isEmpty ? Self.defaultName : nil)].compactMap(\.self)).joined(separator: " ")
    }

    /// The colour of a name or a number; `nil` inside for the terminal's own, and `nil` for a word that is none.
    private static func color(_ word: String) -> UInt8?? {
        if word == defaultName { return .some(nil) }
        if let index = colorNames.firstIndex(of: word) { return UInt8(index) }
        return word.allSatisfy { $0.isASCII && $0.isNumber } ? UInt8(word).map { .some($0) } : nil
    }
}
