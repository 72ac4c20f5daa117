import Terminal

/// What a role looks like: attributes, and a colour where there are colours. The background stays the terminal's own.
struct RoleLook: Hashable {
    /// Attributes that can be combined.
    struct Attributes: OptionSet, Hashable {
        let rawValue: Int
        static let bold = Attributes(rawValue: 1)
        static let dim = Attributes(rawValue: 2)
        static let underline = Attributes(rawValue: 4)
        static let reverse = Attributes(rawValue: 8)
    }

    /// How many colours the terminal has.
    enum Depth: Hashable, CaseIterable {
        case none, eight, sixteen, many
    }

    /// The attributes.
    let attributes: Attributes
    /// The number of the foreground colour, or `nil` for the terminal's own.
    let color: Int16?

    /// How the role looks with this many colours. All colours are readable on black and on white.
    static func of(_ role: Style.Role, depth: Depth) -> RoleLook {
        switch depth {
        case .none: RoleLook(attributes: plainAttributes(role), color: nil)
        case .eight, .sixteen: RoleLook(attributes: fewColorsAttributes(role), color: fewColors(role))
        case .many: RoleLook(attributes: manyColorsAttributes(role), color: manyColors(role))
        }
    }

    private static func plainAttributes(_ role: Style.Role) -> Attributes {
        switch role {
        case .text, .success: []
        case .dim: .dim
        case .title, .cursor, .marked, .accent, .key: .bold
        case .header, .input: .underline
        case .failed: .reverse
        case .warning: [.bold, .underline]
        }
    }

    private static func fewColorsAttributes(_ role: Style.Role) -> Attributes {
        switch role {
        case .failed, .warning: .bold
        case .text, .dim, .title, .header, .cursor, .marked, .success, .accent, .key, .input: plainAttributes(role)
        }
    }

    private static func manyColorsAttributes(_ role: Style.Role) -> Attributes {
        role == .dim ? [] : fewColorsAttributes(role)
    }

    private static func fewColors(_ role: Style.Role) -> Int16? {
        switch role {
        case .failed: 1
        case .success: 2
        case .warning: 5
        case .text, .dim, .title, .header, .input, .cursor, .marked, .accent, .key: nil
        }
    }

    private static func manyColors(_ role: Style.Role) -> Int16? {
        switch role {
        case .dim: 244
        case .title, .cursor, .accent, .key: 32
        case .marked: 133
        case .failed: 160
        case .warning: 166
        case .success: 28
        case .text, .header, .input: nil
        }
    }
}
